import { type ReactNode, useState } from 'react';
import type { Unassigned } from '../../analysis/unassigned-villages';
import { formatInteger } from '../../ui/format';
import { Section } from '../../ui/section';
import styles from './plan.module.css';

const MOST_LISTED = 200;

/** 未安置的村: who of the relocation list has no site yet. */
export function UnassignedSection(props: {
  /** null without a relocation list. */
  readonly unassigned: Unassigned | null;
  /** "平陆县 · 洪池乡" of a village. */
  readonly areaOf: (code: string) => string;
  readonly onShowVillage: (code: string) => void;
  readonly onExport: () => void;
}): ReactNode {
  const { unassigned } = props;
  const [open, setOpen] = useState(false);
  const count = unassigned === null ? '没有名单' : `${unassigned.villages.length} 村`;
  return (
    <Section title="未安置的村" count={count} open={open} onOpen={setOpen}>
      {unassigned === null ? (
        <p className={styles.summary}>
          还没有搬迁名单：规划只给总数，不列村名。导入迁出村的表（代码或村名，连同户数、人数；两者都没有的行不会导入），导入的名称里写“搬迁”或“迁出”，
          这里就列出没有分到安置点的村。
        </p>
      ) : (
        <>
          <p className={styles.summary} role="status">
            名单 {formatInteger(unassigned.listed)} 村，未安置{' '}
            {formatInteger(unassigned.villages.length)} 村、{formatInteger(unassigned.persons)} 人
            {unassigned.withoutPersons > 0 &&
              `（${formatInteger(unassigned.withoutPersons)} 村没有人数，未计入）`}
            {unassigned.villages.length > 0 && (
              <button type="button" className={styles.link} onClick={props.onExport}>
                导出
              </button>
            )}
          </p>
          <ul className={styles.unassigned} aria-label="未安置的村">
            {unassigned.villages.slice(0, MOST_LISTED).map(({ code, name, persons }) => (
              <li key={code} className={styles.line}>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onShowVillage(code)}
                >
                  {name}
                </button>
                <span className={`${styles.note} ${styles.grow}`}>{props.areaOf(code)}</span>
                <span>{persons === null ? '人数未填' : `${formatInteger(persons)} 人`}</span>
              </li>
            ))}
          </ul>
          {unassigned.villages.length > MOST_LISTED && (
            <p className={styles.summary}>只列前 {MOST_LISTED} 村，全部请导出。</p>
          )}
        </>
      )}
    </Section>
  );
}
