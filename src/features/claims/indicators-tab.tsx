import type { ReactNode } from 'react';
import type { Indicator } from '../../analysis/indicators';
import { EmptyState } from '../../ui/empty-state';
import { StrengthSymbol } from '../../ui/state-symbol';
import { type IndicatorParts, type KnownIndicatorView, indicatorView } from './indicators-view';
import { ResultMark } from './word-mark';
import styles from './claims.module.css';

const WIDTH = 400;

/** Solid, paler, outlined: certain, as drawn, possible. */
function ShareBar({ parts }: { readonly parts: IndicatorParts }): ReactNode {
  const [certain, drawn, possible] = [parts.certain, parts.asDrawn, parts.possible].map(
    (share) => share * WIDTH,
  ) as [number, number, number];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 16`}
      className={styles.shareBar}
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect width={WIDTH} height="16" fill="var(--page)" stroke="var(--line)" />
      <rect width={certain} height="16" fill="var(--cover)" />
      <rect x={certain} width={drawn} height="16" fill="var(--cover)" fillOpacity="0.5" />
      <rect
        x={certain + drawn}
        y="1"
        width={possible}
        height="14"
        fill="none"
        stroke="var(--cover)"
        strokeDasharray="4 2"
      />
    </svg>
  );
}

function Known({ view }: { readonly view: KnownIndicatorView }): ReactNode {
  return (
    <>
      <p className={styles.shareLine}>
        <span className={styles.big}>{view.share}</span> <span>{view.range}</span>
      </p>
      <ShareBar parts={view.parts} />
      <p className={styles.small}>
        <StrengthSymbol strength={3} size={12} /> 确定 <StrengthSymbol strength={2} size={12} />{' '}
        按标绘 <StrengthSymbol strength={1} size={12} /> 可能。{view.basis}
      </p>
      {view.flags.map((flag) => (
        <p key={flag} className={styles.flag}>
          {flag}
        </p>
      ))}
    </>
  );
}

/** 指标: shares of people within reach, in the three states, or what they lack. */
export function IndicatorsTab(props: { readonly indicators: readonly Indicator[] }): ReactNode {
  if (props.indicators.length === 0) {
    return (
      <EmptyState title="没有可算的指标" hint="导入道路、卫生室、学校或安置点后在这里计算。" />
    );
  }
  return (
    <ul className={styles.indicators}>
      {props.indicators.map(indicatorView).map((view) => (
        <li key={view.title}>
          <h3 className={styles.heading}>{view.title}</h3>
          {view.status === 'known' ? (
            <Known view={view} />
          ) : (
            <p className={styles.needs}>
              <ResultMark result="missing-data" word="缺数据" />
              ：需要{view.needs.join('；')}。
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
