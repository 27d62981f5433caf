import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import tables from '../../ui/table.module.css';
import type { ChangedObject } from './compare-view';
import styles from './compare.module.css';

/** The objects that differ; ticked ones are taken into the open scenario. */
export function CompareObjects(props: {
  readonly objects: readonly ChangedObject[];
  /** Whose version is taken; null where the open scenario is none of the two. */
  readonly takenFrom: string | null;
  /** Why nothing can be taken; null when it can. */
  readonly refusal: string | null;
  readonly onZoomTo: (id: string) => void;
  readonly onTake: (ids: readonly string[]) => void;
}): ReactNode {
  const { objects, refusal } = props;
  const [tickedIds, setTickedIds] = useState<ReadonlySet<string>>(new Set());
  if (objects.length === 0) return <p className={styles.note}>两个情景的规划对象没有差别。</p>;
  const ids = objects.map(({ id }) => id).filter((id) => tickedIds.has(id));
  const tick = (id: string): void => {
    const next = new Set(tickedIds);
    if (!next.delete(id)) next.add(id);
    setTickedIds(next);
  };
  return (
    <>
      <div className={`${styles.line} ${styles.screenOnly}`}>
        <Button
          size="small"
          disabled={refusal !== null || ids.length === 0}
          onClick={() => {
            props.onTake(ids);
            setTickedIds(new Set());
          }}
        >
          采用勾选的 {ids.length} 个
        </Button>
        <span className={styles.note}>
          {refusal ?? `把「${props.takenFrom}」里的这些对象并入当前情景，一步可撤销。`}
        </span>
      </div>
      <table className={tables.table}>
        <thead>
          <tr>
            <td className={styles.screenOnly} />
            <th scope="col">对象</th>
            <th scope="col">差别</th>
          </tr>
        </thead>
        <tbody>
          {objects.map(({ id, name, kindWord, what, lines }) => (
            <tr key={id}>
              <td className={styles.screenOnly}>
                <input
                  type="checkbox"
                  checked={tickedIds.has(id)}
                  disabled={refusal !== null}
                  aria-label={`采用${name}`}
                  onChange={() => tick(id)}
                />
              </td>
              <th scope="row">
                <button type="button" className={tables.link} onClick={() => props.onZoomTo(id)}>
                  {name}
                </button>
                <div className={styles.note}>{kindWord}</div>
              </th>
              <td>
                <strong>{what}</strong>
                {lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
