import { memo, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { MarginalCurve } from '../../analysis/marginal-curve';
import { formatDistance, formatInteger } from '../../ui/format';
import {
  type CurveFit,
  type CurveMeasure,
  type Plot,
  curvePaths,
  curveScale,
  metresAt,
  readCurve,
  readingText,
} from './curve-view';
import styles from './gap.module.css';

const WIDTH = 328;
const HEIGHT = 292;
const VILLAGES: Plot = { left: 52, top: 24, width: 268, height: 96 };
const HOUSEHOLDS: Plot = { left: 52, top: 160, width: 268, height: 96 };
const TICK_METRES = 2000;
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -10,
  ArrowDown: -10,
  ArrowRight: 10,
  ArrowUp: 10,
  PageDown: -500,
  PageUp: 500,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** One panel: band, line, its axis. Redrawn only when the curve changes, not while the cursor moves. */
const CurvePlot = memo(function CurvePlot(props: {
  readonly curve: MarginalCurve;
  readonly measure: CurveMeasure;
  readonly plot: Plot;
  readonly fit: CurveFit;
  readonly title: string;
}): ReactNode {
  const { curve, measure, plot } = props;
  const clip = useId();
  const scale = curveScale(curve, measure, plot, props.fit);
  const paths = curvePaths(curve, measure, plot, scale);
  return (
    <g>
      <clipPath id={clip}>
        <rect x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
      </clipPath>
      <text x={plot.left} y={plot.top - 10} className={styles.plotTitle}>
        {props.title}
      </text>
      {[0, scale.top / 2, scale.top].map((value) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={plot.left + plot.width}
            y1={scale.y(value)}
            y2={scale.y(value)}
            className={styles.gridLine}
          />
          <text x={plot.left - 4} y={scale.y(value) + 4} textAnchor="end" className={styles.tick}>
            {formatInteger(value)}
          </text>
        </g>
      ))}
      <path d={paths.band} className={styles.band} clipPath={`url(#${clip})`} />
      <path d={paths.line} className={styles.curve} />
    </g>
  );
});

function XAxis({ curve }: { readonly curve: MarginalCurve }): ReactNode {
  const { x } = curveScale(curve, 'villages', VILLAGES);
  const count = Math.floor(curve.toMetres / TICK_METRES) + 1;
  return Array.from({ length: count }, (_, at) => at * TICK_METRES).map((metres) => (
    <text
      key={metres}
      x={x(metres)}
      y={HOUSEHOLDS.top + HOUSEHOLDS.height + 16}
      textAnchor="middle"
      className={styles.tick}
    >
      {metres / 1000}
    </text>
  ));
}

function Upright(props: {
  readonly at: number;
  readonly className: string | undefined;
}): ReactNode {
  const { at, className } = props;
  return (
    <path
      d={[VILLAGES, HOUSEHOLDS].map(({ top, height }) => `M${at} ${top}v${height}`).join('')}
      className={className}
    />
  );
}

export interface CurveChartProps {
  readonly curve: MarginalCurve;
  readonly distanceMetres: number;
  readonly onDistance: (metres: number) => void;
}

/** 边际曲线: hover or arrow keys read a distance, click or Enter sets it. */
export function CurveChart({ curve, distanceMetres, onDistance }: CurveChartProps): ReactNode {
  const [cursor, setCursor] = useState<number | null>(null);
  const [fit, setFit] = useState<CurveFit>('drawn');
  const svg = useRef<SVGSVGElement>(null);
  const hint = useId();
  const metres = cursor ?? Math.min(distanceMetres, curve.toMetres);
  const { x } = useMemo(() => curveScale(curve, 'villages', VILLAGES), [curve]);
  const text = readingText(readCurve(curve, metres));

  function under(clientX: number): number {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return metres;
    return metresAt(curve, VILLAGES, ((clientX - box.left) / box.width) * WIDTH);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') onDistance(metres);
    else if (event.key === 'Escape' && cursor !== null) setCursor(null);
    else {
      const step = KEY_STEPS[event.key];
      if (step === undefined) return;
      setCursor(Math.min(curve.toMetres, Math.max(0, metres + step)));
    }
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div>
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label="边际曲线：覆盖随服务距离的变化"
        aria-describedby={hint}
        aria-valuemin={0}
        aria-valuemax={curve.toMetres}
        aria-valuenow={metres}
        aria-valuetext={text}
        onPointerMove={(event) => setCursor(under(event.clientX))}
        onPointerLeave={() => setCursor(null)}
        onBlur={() => setCursor(null)}
        onClick={(event) => onDistance(under(event.clientX))}
        onKeyDown={onKeyDown}
      >
        <CurvePlot curve={curve} measure="villages" plot={VILLAGES} fit={fit} title="覆盖村" />
        <CurvePlot
          curve={curve}
          measure="households"
          plot={HOUSEHOLDS}
          fit={fit}
          title="覆盖贫困户（估算）"
        />
        <XAxis curve={curve} />
        <text x={WIDTH - 8} y={HEIGHT - 4} textAnchor="end" className={styles.tick}>
          服务距离（公里）
        </text>
        <Upright at={x(Math.min(distanceMetres, curve.toMetres))} className={styles.current} />
        <text x={WIDTH - 8} y={VILLAGES.top - 10} textAnchor="end" className={styles.currentText}>
          当前 {formatDistance(distanceMetres)}
        </text>
        {cursor !== null && <Upright at={x(cursor)} className={styles.cursor} />}
      </svg>
      <p className={styles.reading}>{text}</p>
      <button
        type="button"
        className={styles.choice}
        aria-pressed={fit === 'most'}
        title="纵轴放到能容下“可能”的上限"
        onClick={() => setFit(fit === 'most' ? 'drawn' : 'most')}
      >
        显示全部区间
      </button>
      <p id={hint} className={styles.note}>
        实线按标绘，浅色带为确定至可能{fit === 'drawn' && '（超出图框的部分不画）'}
        。移动读数，单击或回车设为服务距离。
      </p>
    </div>
  );
}
