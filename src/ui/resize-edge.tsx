// A panel's edge that is dragged or moved by arrow keys. The panel's size lives in the parent.
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import styles from './resize-edge.module.css';

export interface ResizeEdgeProps {
  /** Which side of its panel the edge is on. */
  readonly side: 'left' | 'right' | 'top' | 'bottom';
  readonly label: string;
  /** CSS pixels. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
}

const KEY_STEP = 16;

export function clampSize(size: number, min: number, max: number): number {
  return Math.round(Math.min(Math.max(size, min), Math.max(min, max)));
}

/** New size for a key, or null when the key means nothing here. An arrow moves the edge the way it points. */
export function sizeForKey(
  key: string,
  { side, size, min, max }: Pick<ResizeEdgeProps, 'side' | 'size' | 'min' | 'max'>,
): number | null {
  const [grow, shrink] = {
    left: ['ArrowLeft', 'ArrowRight'],
    right: ['ArrowRight', 'ArrowLeft'],
    top: ['ArrowUp', 'ArrowDown'],
    bottom: ['ArrowDown', 'ArrowUp'],
  }[side];
  if (key === grow) return clampSize(size + KEY_STEP, min, max);
  if (key === shrink) return clampSize(size - KEY_STEP, min, max);
  if (key === 'Home') return clampSize(min, min, max);
  if (key === 'End') return clampSize(max, min, max);
  return null;
}

export function ResizeEdge(props: ResizeEdgeProps): ReactNode {
  const { side, size, min, max, onResize } = props;
  const upright = side === 'left' || side === 'right';
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const along = (event: PointerEvent): number => (upright ? event.clientX : event.clientY);
  const stop = (): void => {
    start.current = null;
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className={upright ? styles.upright : styles.level}
      data-side={side}
      aria-label={props.label}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      title={`${props.label}（拖动或按方向键）`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const moved = along(event) - start.current.at;
        const outward = side === 'right' || side === 'bottom' ? moved : -moved;
        onResize(clampSize(start.current.size + outward, min, max));
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={(event: KeyboardEvent) => {
        const next = sizeForKey(event.key, props);
        if (next === null) return;
        event.preventDefault();
        onResize(next);
      }}
    />
  );
}
