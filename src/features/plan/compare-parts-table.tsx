import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import tables from '../../ui/table.module.css';
import type { PartPick } from '../../document/edits/take-parts';
import type { ChangedPart } from './compare-parts';
import styles from './compare.module.css';

const keyOf = ({ part, id }: PartPick): string => `${part} ${id}`;

/** What differs beside villages; ticked parts are taken into the open scenario. */
export function CompareParts(props: {
  readonly parts: readonly ChangedPart[];
  /** Whose version is taken; null where the open scenario is none of the two. */
  readonly takenFrom: string | null;
  /** Why nothing can be taken; null when it can. */
  readonly refusal: string | null;
  readonly onZoomTo: (part: PartPick) => void;
  readonly onTake: (picks: readonly PartPick[]) => void;
}): ReactNode {
  const { parts, refusal } = props;
  const [tickedKeys, setTickedKeys] = useState<ReadonlySet<string>>(new Set());
  if (parts.length === 0)
    return <p className={styles.note}>两个情景的规划对象、迁入村、线位和带宽没有差别。</p>;
  const picks = parts.filter((part) => tickedKeys.has(keyOf(part)));
  const tick = (key: string): void => {
    const next = new Set(tickedKeys);
    if (!next.delete(key)) next.add(key);
    setTickedKeys(next);
  };
  return (
    <>
      <div className={`${styles.line} ${styles.screenOnly}`}>
        <Button
          size="small"
          disabled={refusal !== null || picks.length === 0}
          onClick={() => {
            props.onTake(picks);
            setTickedKeys(new Set());
          }}
        >
          合并所选 {picks.length} 项
        </Button>
        <span className={styles.note}>
          {refusal ?? `把「${props.takenFrom}」里的所选内容并入当前情景，一步可撤销。`}
        </span>
      </div>
      <table className={tables.table}>
        <thead>
          <tr>
            <td className={styles.screenOnly} />
            <th scope="col">内容</th>
            <th scope="col">差别</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ part, id, name, kindWord, what, lines }) => (
            <tr key={keyOf({ part, id })}>
              <td className={styles.screenOnly}>
                <input
                  type="checkbox"
                  checked={tickedKeys.has(keyOf({ part, id }))}
                  disabled={refusal !== null}
                  aria-label={`合并${kindWord}${name}`}
                  onChange={() => tick(keyOf({ part, id }))}
                />
              </td>
              <th scope="row">
                <button
                  type="button"
                  className={tables.link}
                  onClick={() => props.onZoomTo({ part, id })}
                >
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
