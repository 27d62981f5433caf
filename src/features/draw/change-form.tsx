import { Button } from 'antd';
import type { Geometry } from 'geojson';
import { type ReactNode, useEffect, useMemo } from 'react';
import { type ShapeChange, changeLines, shownTogether } from './change-words';
import styles from './draw.module.css';

interface Props {
  readonly title: string;
  /** What else the edit does. */
  readonly note: string;
  /** null: not possible as it stands. */
  readonly change: ShapeChange | null;
  readonly children?: ReactNode;
  readonly onPreview: (geometry: Geometry | null) => void;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** An edit of a shape, shown on the map with its sizes before it is confirmed; Esc gives it up. */
export function ChangeForm(props: Props): ReactNode {
  const { title, note, change, onPreview, onAccept, onCancel } = props;
  const after = useMemo(() => (change ? shownTogether(change.after) : null), [change]);
  useEffect(() => {
    onPreview(after);
    return () => onPreview(null);
  }, [after, onPreview]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onCancel]);
  return (
    <section className={styles.panel} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.note}>{note}橙色虚线是改后的样子。</p>
      {props.children}
      {change && (
        <ul className={styles.sizes} role="status">
          {changeLines(change).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className={styles.line}>
        <Button
          size="small"
          type="primary"
          // Without figures to type there is nothing else to do.
          autoFocus={props.children === undefined}
          disabled={!change}
          onClick={onAccept}
        >
          确定
        </Button>
        <Button size="small" title="Esc" onClick={onCancel}>
          取消
        </Button>
      </div>
    </section>
  );
}
