import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Geometry } from 'geojson';
import type { Outcome } from '../../domain/problem';
import type { MendedShape } from '../../geo/mend-shape';
import type { ShapeFault } from '../../geo/shape-faults';
import { MOST_FAULT_MARKS } from '../../map/draw/sketch-overlay';
import { ProblemList } from '../../ui/problem-list';
import { areaText } from './draw-words';
import styles from './draw.module.css';

interface Props {
  readonly faults: readonly ShapeFault[];
  readonly mend: () => Outcome<MendedShape> | null;
  /** Shows on the map what mending would leave; null: no longer. */
  readonly onPreview: (geometry: Geometry | null) => void;
  readonly onAccept: (geometry: Geometry) => void;
}

function where({ position }: ShapeFault): string {
  if (!position) return '';
  const [lng = Number.NaN, lat = Number.NaN] = position;
  return `（${lng.toFixed(6)}, ${lat.toFixed(6)}）`;
}

/** Where a shape is wrong, numbered as on the map, and mending it on request. */
export function FaultList({ faults, mend, onPreview, onAccept }: Props): ReactNode {
  const [mended, setMended] = useState<Outcome<MendedShape> | null>(null);
  const show = (outcome: Outcome<MendedShape> | null): void => {
    setMended(outcome);
    onPreview(outcome?.ok ? outcome.value.geometry : null);
  };
  return (
    <section aria-label="图形错误">
      <p role="alert">图形有 {faults.length} 处错误，图上用红色编号标出：</p>
      <ol className={styles.faults}>
        {faults.slice(0, MOST_FAULT_MARKS).map((fault, at) => (
          <li key={at}>
            {fault.text}
            {where(fault)}
          </li>
        ))}
      </ol>
      {faults.length > MOST_FAULT_MARKS && (
        <p className={styles.note}>只列出前 {MOST_FAULT_MARKS} 处。</p>
      )}
      {!mended && (
        <Button size="small" onClick={() => show(mend())}>
          修复…
        </Button>
      )}
      {mended && !mended.ok && <ProblemList problems={mended.problems} announce />}
      {mended?.ok && (
        <div role="status">
          <p>修复会：{mended.value.changes.join('；')}。</p>
          {mended.value.squareMetresBefore + mended.value.squareMetresAfter > 0 && (
            <p>
              面积 {areaText(mended.value.squareMetresBefore)} →{' '}
              {areaText(mended.value.squareMetresAfter)}
            </p>
          )}
          <div className={styles.line}>
            <Button size="small" type="primary" onClick={() => onAccept(mended.value.geometry)}>
              采用修复结果
            </Button>
            <Button size="small" onClick={() => show(null)}>
              不修复
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
