import type { ReactNode } from 'react';
import tables from '../../ui/table.module.css';
import type { PartPick } from '../../document/edits/take-parts';
import type { ChangedPart } from './compare-parts';
import styles from './compare.module.css';

const keyOf = ({ part, id }: PartPick): string => `${part} ${id}`;

/** What differs beside villages; parts can be ticked. */
export function CompareParts(props: {
  readonly parts: readonly ChangedPart[];
  readonly ticked: readonly PartPick[];
  /** Nothing can be ticked. */
  readonly isLocked: boolean;
  readonly onZoomTo: (part: PartPick) => void;
  readonly onTick: (ticked: readonly PartPick[]) => void;
}): ReactNode {
  const { parts, ticked } = props;
  if (parts.length === 0)
    return <p className={styles.note}>两个情景的规划对象、迁入村、线位和带宽没有差别。</p>;
  const tickedKeys = new Set(ticked.map(keyOf));
  const tick = (picked: PartPick): void => {
    const rest = ticked.filter((each) => keyOf(each) !== keyOf(picked));
    props.onTick(rest.length < ticked.length ? rest : [...ticked, picked]);
  };
  return (
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
                disabled={props.isLocked}
                aria-label={`合并${kindWord}${name}`}
                onChange={() => tick({ part, id })}
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
  );
}
