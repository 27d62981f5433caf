import { GripVertical } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import styles from './linked.module.css';
import { positionByKey, positionByPointer, positionWords } from './swipe';

/** The divider of two maps, one over the other: dragged, or moved by the keys of a slider. Fills its parent's height. */
export function SwipeDivider(props: {
  /** 0..100 from the left. */
  readonly percent: number;
  readonly before: string;
  readonly after: string;
  readonly onPercent: (percent: number) => void;
}): ReactNode {
  const { percent, onPercent } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = positionByKey(event, percent);
    if (next === null) return;
    event.preventDefault();
    onPercent(next);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const { currentTarget: bar, pointerId, clientX } = event;
    const box = bar.parentElement?.getBoundingClientRect();
    if (box && bar.hasPointerCapture(pointerId)) onPercent(positionByPointer(clientX, box));
  };
  return (
    <div
      className={styles.divider}
      style={{ left: `${percent}%` }}
      role="slider"
      tabIndex={0}
      title="拖动，或用 ← → Home End 移动"
      aria-label="卷帘位置"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={positionWords(percent, props.before, props.after)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      <span className={styles.grip}>
        <GripVertical size={16} aria-hidden />
      </span>
    </div>
  );
}
