import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { PackChange } from '../../analysis/pack-changes';
import type { Problem } from '../../domain/problem';
import { formatInteger } from '../../ui/format';
import { ProblemList } from '../../ui/problem-list';
import styles from './regions.module.css';
import { KIND_WORDS, PART_WORDS, changeCounts } from './update-view';

/** Listed at most; a county's villages renamed together must not hold the page. */
const MOST_LISTED = 1000;

export interface PackUpdate {
  readonly regionName: string;
  readonly from: { readonly version: string; readonly date: string };
  readonly to: { readonly version: string; readonly date: string };
  /** Null while the newer pack is read. */
  readonly changes: readonly PackChange[] | null;
  /** Why the newer pack can not be read. */
  readonly problems: readonly Problem[];
  /** Why the document can not take it; null: it can. */
  readonly refusal: string | null;
}

function Changes({ changes }: { readonly changes: readonly PackChange[] }): ReactNode {
  if (changes.length === 0) return <p>两个版本的内容相同，只有版本号和日期不同。</p>;
  const listed = changes.slice(0, MOST_LISTED);
  return (
    <>
      <ul className={styles.counts} aria-label="变化数量">
        {changeCounts(changes).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.changes} tabIndex={0} role="group" aria-label="变化清单">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">类别</th>
              <th scope="col">变化</th>
              <th scope="col">名称</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ part, kind, name, detail }, index) => (
              <tr key={index}>
                <td>{PART_WORDS[part]}</td>
                <td>{KIND_WORDS[kind]}</td>
                <td className={styles.wrapped}>{name}</td>
                <td className={styles.wrapped}>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {changes.length > MOST_LISTED && (
          <p>其余 {formatInteger(changes.length - MOST_LISTED)} 处未列出。</p>
        )}
      </div>
    </>
  );
}

/** What a newer pack would change, to be taken or not. */
export function UpdateDialog({
  update,
  onAdopt,
  onClose,
}: {
  readonly update: PackUpdate;
  readonly onAdopt: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { regionName, from, to, changes, problems, refusal } = update;
  return (
    <Modal
      title={`${regionName}数据包 ${from.version} 与 ${to.version} 的变化`}
      open
      width={860}
      onCancel={onClose}
      closable={{ 'aria-label': '关闭' }}
      footer={[
        <Button key="stay" onClick={onClose}>
          仍用 {from.version}
        </Button>,
        <Button
          key="adopt"
          type="primary"
          disabled={changes === null || refusal !== null}
          onClick={onAdopt}
        >
          采用 {to.version}
        </Button>,
      ]}
    >
      <p className={styles.note}>
        本方案用 {from.version}（{from.date}）制作，现有 {to.version}（{to.date}
        ）。采用后按新数据重新计算，页面会重新打开；可以撤销，撤销后回到 {from.version}。
      </p>
      {refusal !== null && <p role="alert">{refusal}</p>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {changes === null && problems.length === 0 && <p role="status">正在比较两个版本…</p>}
      {changes && <Changes changes={changes} />}
    </Modal>
  );
}
