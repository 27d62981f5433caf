import { type ReactNode, useState } from 'react';
import { GROUP_WORDS } from '../../analysis/object-group-words';
import type { GroupBy } from '../../analysis/object-totals';
import type { County } from '../../domain/administrative';
import type { RelocationProgramme } from '../../domain/relocation';
import { Section } from '../../ui/section';
import tables from '../../ui/table.module.css';
import toggles from '../../ui/toggle.module.css';
import type { PlanRow } from './plan-list';
import styles from './plan.module.css';
import { programmeRows, totalsRows } from './totals-view';

function Programme(props: {
  readonly rows: readonly PlanRow[];
  readonly programme: RelocationProgramme;
}): ReactNode {
  const { programme } = props;
  return (
    <table className={`${tables.table} ${tables.numbers}`}>
      <caption className={styles.note}>
        与规划数对照：{programme.name}（{programme.chapter}）
      </caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">规划</th>
          <th scope="col">本情景</th>
        </tr>
      </thead>
      <tbody>
        {programmeRows(props.rows, programme).map(({ label, printed, actual, note }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {note !== '' && <div className={styles.missing}>{note}</div>}
            </th>
            <td>{printed}</td>
            <td>{actual}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 合计 of the listed objects by kind, county, year or stage, and the sites against the plan's figures. */
export function TotalsSection(props: {
  readonly rows: readonly PlanRow[];
  readonly counties: readonly County[];
  readonly relocations: readonly RelocationProgramme[];
  readonly onExport: () => void;
}): ReactNode {
  const { rows } = props;
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState<GroupBy>('kind');
  return (
    <Section title="合计" count={`${rows.length} 个`} open={open} onOpen={setOpen}>
      <div className={styles.totals}>
        <div className={styles.line} role="group" aria-label="合计的分组">
          {(Object.keys(GROUP_WORDS) as GroupBy[]).map((each) => (
            <button
              key={each}
              type="button"
              className={toggles.choice}
              aria-pressed={by === each}
              onClick={() => setBy(each)}
            >
              按{GROUP_WORDS[each]}
            </button>
          ))}
          <button type="button" className={styles.link} onClick={props.onExport}>
            导出全部
          </button>
        </div>
        <table className={`${tables.table} ${styles.totalsTable}`}>
          <thead>
            <tr>
              <th scope="col">{GROUP_WORDS[by]}</th>
              <th scope="col">个</th>
              <th scope="col">投资</th>
              <th scope="col">人数</th>
            </tr>
          </thead>
          <tbody>
            {totalsRows(rows, by, props.counties).map(
              ({ key, label, count, investment, persons }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>{count}</td>
                  <td>{investment}</td>
                  <td>{persons}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
        {props.relocations.map((programme) => (
          <Programme key={programme.id} rows={rows} programme={programme} />
        ))}
      </div>
    </Section>
  );
}
