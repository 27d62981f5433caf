import { useId, type ReactNode } from 'react';
import type { CoverageStateCode, StateCounts } from '../../analysis/coverage-result';
import { COVERAGE_STATE_SHORT } from '../../analysis/coverage-words';
import { formatInteger } from '../../ui/format';
import { StrengthSymbol } from '../../ui/state-symbol';
import { identityParts } from './coverage-view';
import styles from './coverage-panel.module.css';

const WIDTH = 1000;
const HEIGHT = 20;

/** Solid, dots, hatch, blank: the four read apart without colour. */
function fillOf(state: CoverageStateCode, ids: { dots: string; hatch: string }): string {
  switch (state) {
    case 3:
      return 'var(--cover)';
    case 2:
      return `url(#${ids.dots})`;
    case 1:
      return `url(#${ids.hatch})`;
    case 0:
      return 'var(--panel)';
  }
}

/** 确定 + 按标绘 + 可能 + 未覆盖 = 全部, as a bar and as a sum. */
export function IdentityBar({ counts }: { readonly counts: StateCounts }): ReactNode {
  const id = useId();
  const ids = { dots: `${id}dots`, hatch: `${id}hatch` };
  const parts = identityParts(counts);
  return (
    <div>
      <svg
        className={styles.bar}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        <defs>
          <pattern id={ids.dots} width="14" height="6" patternUnits="userSpaceOnUse">
            <rect width="14" height="6" fill="var(--cover)" fillOpacity="0.6" />
            <ellipse cx="7" cy="3" rx="3" ry="1.2" fill="var(--panel)" />
          </pattern>
          <pattern id={ids.hatch} width="18" height="20" patternUnits="userSpaceOnUse">
            <rect width="18" height="20" fill="var(--panel)" />
            <path d="M0 20 L18 0" stroke="var(--cover)" strokeWidth="2.5" />
          </pattern>
        </defs>
        {parts.map((part) => (
          <rect
            key={part.state}
            x={part.start * WIDTH}
            width={part.length * WIDTH}
            height={HEIGHT}
            fill={fillOf(part.state, ids)}
          />
        ))}
        <rect
          width={WIDTH}
          height={HEIGHT}
          fill="none"
          stroke="#9aa5b1"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className={styles.identity}>
        {parts.map((part, i) => (
          <span key={part.state} className={styles.term}>
            {i > 0 && '+ '}
            <StrengthSymbol strength={part.state} size={14} />
            {COVERAGE_STATE_SHORT[part.state]} {formatInteger(part.count)}
          </span>
        ))}
        <strong className={styles.term}>= 全部 {formatInteger(counts.total)} 村</strong>
      </p>
    </div>
  );
}
