import { type ReactNode, useState } from 'react';
import type { Unassigned } from '../../analysis/unassigned-villages';
import { formatInteger } from '../../ui/format';
import { Section } from '../../ui/section';
import styles from './plan.module.css';

const MOST_LISTED = 200;

export interface ListedSites {
  readonly villages: number;
  readonly onAssign: () => void;
}

interface Props {
  /** null without a relocation list. */
  readonly unassigned: Unassigned | null;
  /** "平陆县 · 洪池乡" of a village. */
  readonly areaOf: (code: string) => string;
  readonly onShowVillage: (code: string) => void;
  readonly onExport: () => void;
  /** Villages whose site, by the list, the scenario has; and the way there. */
  readonly listed: ListedSites | null;
}

/** The villages, the site that the list names for each, and the ways on from here. */
export function UnassignedVillages(props: Props & { readonly unassigned: Unassigned }): ReactNode {
  const { unassigned, listed } = props;
  return (
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
      {listed !== null && listed.villages > 0 && (
        <p className={styles.summary}>
          <button type="button" className={styles.link} onClick={listed.onAssign}>
            按名单分到同名的安置点（{formatInteger(listed.villages)} 村）
          </button>
        </p>
      )}
      <ul className={styles.unassigned} aria-label="未安置的村">
        {unassigned.villages
          .slice(0, MOST_LISTED)
          .map(({ code, name, persons, siteNames = [] }) => (
            <li key={code} className={styles.line}>
              <button
                type="button"
                className={styles.link}
                onClick={() => props.onShowVillage(code)}
              >
                {name}
              </button>
              <span className={`${styles.note} ${styles.grow}`}>
                {props.areaOf(code)}
                {siteNames.length > 0 && `；名单：${siteNames.join('、')}`}
              </span>
              <span>{persons === null ? '人数未填' : `${formatInteger(persons)} 人`}</span>
            </li>
          ))}
      </ul>
      {unassigned.villages.length > MOST_LISTED && (
        <p className={styles.summary}>只列前 {MOST_LISTED} 村，全部请导出。</p>
      )}
    </>
  );
}

/** 未安置的村: who of the relocation list has no site yet. */
export function UnassignedSection(props: Props): ReactNode {
  const { unassigned } = props;
  const [open, setOpen] = useState(false);
  const count = unassigned === null ? '没有名单' : `${unassigned.villages.length} 村`;
  return (
    <Section title="未安置的村" count={count} open={open} onOpen={setOpen}>
      {unassigned === null ? (
        <p className={styles.summary}>
          还没有搬迁名单：规划只给总数，不列村名。把迁出村的表（县、乡镇和村名，或代码；户数、人数、安置点可有可无）导入为“搬迁名单”，
          这里就列出没有分到安置点的村。
        </p>
      ) : (
        <UnassignedVillages {...props} unassigned={unassigned} />
      )}
    </Section>
  );
}
