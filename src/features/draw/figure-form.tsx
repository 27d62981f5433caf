import type { Geometry } from 'geojson';
import { type ReactNode, useMemo, useState } from 'react';
import { NumberField } from '../../ui/number-field';
import { ProblemList } from '../../ui/problem-list';
import { ChangeForm } from './change-form';
import styles from './draw.module.css';
import {
  FIGURE_OP_WORDS,
  FIRST_FIGURES,
  type FigureOp,
  editedByFigures,
  isLine,
} from './shape-ops';

interface Props {
  readonly op: FigureOp;
  readonly name: string;
  readonly geometry: Geometry;
  readonly onPreview: (geometry: Geometry | null) => void;
  readonly onAccept: (geometry: Geometry) => void;
  readonly onCancel: () => void;
}

const FAR_METRES = 500_000;

interface AmountField {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const AMOUNTS: Readonly<Record<FigureOp, AmountField>> = {
  widen: { label: '半宽', unit: '米', min: 1, max: 50_000, step: 50 },
  offset: { label: '距离', unit: '米', min: -50_000, max: 50_000, step: 10 },
  move: { label: '距离', unit: '米', min: 0, max: FAR_METRES, step: 100 },
  rotate: { label: '顺时针', unit: '°', min: -360, max: 360, step: 5 },
  scale: { label: '到原来的', unit: '%', min: 1, max: 1000, step: 5 },
};

function noteOf(op: FigureOp, geometry: Geometry): string {
  if (op === 'rotate' || op === 'scale') return '以图形中心为准。';
  if (op === 'widen') return '变成到它不超过半宽的面，原来的线或点不再保留。';
  if (op === 'move') return '沿测地线整体平移，形状不变。';
  return isLine(geometry) ? '正数在前进方向左侧，负数在右侧。' : '正数向外扩，负数向内收。';
}

/** An edit by figures. Mount with a key of edit and object. */
export function FigureForm({ op, name, geometry, onAccept, ...others }: Props): ReactNode {
  const [figures, setFigures] = useState(FIRST_FIGURES[op]);
  const edited = useMemo(() => editedByFigures(op, geometry, figures), [op, geometry, figures]);
  const change = useMemo(
    () => (edited.ok ? { before: [geometry], after: [edited.value] } : null),
    [edited, geometry],
  );
  return (
    <ChangeForm
      {...others}
      title={`${FIGURE_OP_WORDS[op]}「${name}」`}
      note={noteOf(op, geometry)}
      change={change}
      onAccept={() => edited.ok && onAccept(edited.value)}
    >
      <div className={styles.line}>
        <span>{AMOUNTS[op].label}</span>
        <NumberField
          {...AMOUNTS[op]}
          width={120}
          value={figures.amount}
          onChange={(amount) => setFigures({ ...figures, amount })}
        />
      </div>
      {op === 'move' && (
        <div className={styles.line}>
          <span>方位</span>
          <NumberField
            label="方位"
            unit="°"
            min={0}
            max={360}
            step={5}
            width={120}
            value={figures.bearingDegrees}
            onChange={(bearingDegrees) => setFigures({ ...figures, bearingDegrees })}
          />
        </div>
      )}
      {!edited.ok && <ProblemList problems={edited.problems} announce />}
    </ChangeForm>
  );
}
