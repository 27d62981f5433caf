import type { ReactNode } from 'react';
import type { ChangedPart } from './compare-parts';
import styles from './plan.module.css';

const WHATS: readonly ChangedPart['what'][] = ['增加', '删除', '改动'];

/** What is otherwise than in the open scenario, by name. */
export function ScenarioDifferences({
  parts,
}: {
  readonly parts: readonly ChangedPart[];
}): ReactNode {
  const counts = WHATS.flatMap((what) => {
    const count = parts.filter((part) => part.what === what).length;
    return count > 0 ? [`${what} ${count} 项`] : [];
  });
  return (
    <>
      <p role="status">
        {parts.length === 0
          ? '与当前情景没有差别。'
          : `与当前情景比：${counts.join('，')}。打开后先比较，再选择要合并的。`}
      </p>
      {parts.length > 0 && (
        <ul
          className={`${styles.list} ${styles.scroll} ${styles.differences}`}
          tabIndex={0}
          aria-label="与当前情景的差别"
        >
          {parts.map(({ part, id, name, kindWord, what, lines }) => (
            <li key={`${part} ${id}`}>
              <strong>{what}</strong> {name}（{kindWord}）
              {lines.map((line) => (
                <div key={line} className={styles.note}>
                  {line}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
