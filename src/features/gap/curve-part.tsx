import { useMemo, type ReactNode } from 'react';
import { formatDistance, formatEstimate, formatInteger } from '../../ui/format';
import { CurveChart, type CurveChartProps } from './curve-chart';
import { curveRows } from './curve-view';
import { furtherGains } from './gains-view';
import tables from '../../ui/table.module.css';
import styles from './gap.module.css';

const TABLE_STEP_METRES = 1000;

function FurtherTable({ curve, distanceMetres, onDistance }: CurveChartProps): ReactNode {
  const gains = furtherGains(curve, distanceMetres);
  if (gains.length === 0) return null;
  return (
    <table className={`${tables.table} ${tables.numbers}`}>
      <thead>
        <tr>
          <th scope="col">服务距离改为</th>
          <th scope="col">多覆盖村</th>
          <th scope="col">多覆盖贫困户≈</th>
        </tr>
      </thead>
      <tbody>
        {gains.map((gain) => (
          <tr key={gain.toMetres}>
            <th scope="row">
              <button
                type="button"
                className={`${tables.link} ${styles.step}`}
                onClick={() => onDistance(gain.toMetres)}
              >
                {formatDistance(gain.toMetres)}
              </button>
            </th>
            <td>+{formatInteger(gain.villages)}</td>
            <td>+{formatEstimate(gain.households)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same curve for readers and for copying: exact values every kilometre. */
export function CurveTable({ curve }: Pick<CurveChartProps, 'curve'>): ReactNode {
  const rows = useMemo(() => curveRows(curve, TABLE_STEP_METRES), [curve]);
  return (
    <table className={`${tables.table} ${tables.numbers}`}>
      <thead>
        <tr>
          <th scope="col">服务距离</th>
          <th scope="col">村</th>
          <th scope="col">确定–最多</th>
          <th scope="col">户≈</th>
          <th scope="col">较上行</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ metres, drawn, certain, most, gain }) => (
          <tr key={metres}>
            <th scope="row">{formatDistance(metres)}</th>
            <td>{formatInteger(drawn.villages)}</td>
            <td>
              {formatInteger(certain.villages)}–{formatInteger(most.villages)}
            </td>
            <td>{formatEstimate(drawn.households)}</td>
            <td>{gain === null ? '' : `+${formatInteger(gain.villages)} 村`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a little more reach pays: three steps and the whole curve. */
export function CurvePart(props: CurveChartProps): ReactNode {
  return (
    <>
      <FurtherTable {...props} />
      <CurveChart {...props} />
      <details className={styles.details}>
        <summary>曲线数据表</summary>
        <CurveTable curve={props.curve} />
      </details>
    </>
  );
}
