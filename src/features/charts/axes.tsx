import type { ReactNode } from 'react';
import type { Plot } from './chart-model';
import styles from './charts.module.css';

interface Axis {
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
  readonly text: (value: number) => string;
  readonly title: string;
}

/** Grid lines and their values at the left; the quantity stands above. */
export function ValueAxis({
  plot,
  ticks,
  place,
  text,
  title,
}: Axis & { readonly plot: Plot }): ReactNode {
  return (
    <g>
      <text x={0} y={plot.top - 32} textAnchor="start" className={styles.axisTitle}>
        {title}
      </text>
      {ticks.map((value) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={plot.left + plot.width}
            y1={place(value)}
            y2={place(value)}
            className={styles.gridLine}
          />
          <text x={plot.left - 8} y={place(value) + 4} textAnchor="end" className={styles.tick}>
            {text(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Values below the plot; the quantity stands at the right end. */
export function BottomAxis({
  plot,
  ticks,
  place,
  text,
  title,
}: Axis & { readonly plot: Plot }): ReactNode {
  const bottom = plot.top + plot.height;
  return (
    <g>
      {ticks.map((value) => (
        <text
          key={value}
          x={place(value)}
          y={bottom + 18}
          textAnchor="middle"
          className={styles.tick}
        >
          {text(value)}
        </text>
      ))}
      <text
        x={plot.left + plot.width}
        y={bottom + 40}
        textAnchor="end"
        className={styles.axisTitle}
      >
        {title}
      </text>
    </g>
  );
}
