import { Input } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  AUDIT_GROUPS,
  AUDIT_GROUP_WORDS,
  AUDIT_KIND_WORDS,
  AUDIT_SEVERITIES,
  AUDIT_SEVERITY_WORDS,
  auditGroup,
} from '../../analysis/audit-words';
import type { AuditState } from '../../domain/audit-finding';
import { AUDIT_STATE_WORDS, auditValueText } from '../../report/audit-words';
import { EmptyState } from '../../ui/empty-state';
import { positionAfterKey } from '../../ui/grid-keys';
import { SortHeading } from '../../ui/sort-heading';
import tables from '../../ui/table.module.css';
import { ToggleBar } from '../../ui/toggle-bar';
import type { AuditDialogProps } from './audit-dialog-props';
import { SeverityMark, StateMark } from './audit-marks';
import {
  type FindingColumn,
  type FindingFilter,
  type FindingRow,
  type FindingSort,
  NO_FILTER,
  choiceCounts,
  filteredRows,
  findingRows,
  nextSort,
  sortedRows,
} from './audit-view';
import { FindingDetails } from './finding-details';
import styles from './audit.module.css';

const STATES: readonly AuditState[] = ['open', 'changed', 'treated'];
const PAGE_ROWS = 10;

/** What a filter offers, with how many each would leave; one without any is left out. */
function offered<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
  counts: ReadonlyMap<Value, number>,
  chosen: Value | null,
): (readonly [Value, string, number])[] {
  return values
    .filter((value) => counts.has(value) || value === chosen)
    .map((value) => [value, words[value], counts.get(value) ?? 0] as const);
}

function Filters(props: {
  readonly rows: readonly FindingRow[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}): ReactNode {
  const { rows, filter, onFilter } = props;
  return (
    <div className={styles.bar}>
      <ToggleBar
        label="程度"
        isLabelShown
        options={offered(
          AUDIT_SEVERITIES,
          AUDIT_SEVERITY_WORDS,
          choiceCounts(rows, filter, 'severity', (row) => row.finding.severity),
          filter.severity,
        )}
        allCount={null}
        chosen={filter.severity}
        onChoose={(severity) => onFilter({ ...filter, severity })}
      />
      <ToggleBar
        label="类别"
        isLabelShown
        options={offered(
          AUDIT_GROUPS,
          AUDIT_GROUP_WORDS,
          choiceCounts(rows, filter, 'group', (row) => auditGroup(row.finding.kind)),
          filter.group,
        )}
        allCount={null}
        chosen={filter.group}
        onChoose={(group) => onFilter({ ...filter, group })}
      />
      <ToggleBar
        label="状态"
        isLabelShown
        options={offered(
          STATES,
          AUDIT_STATE_WORDS,
          choiceCounts(rows, filter, 'state', (row) => row.state),
          filter.state,
        )}
        allCount={null}
        chosen={filter.state}
        onChoose={(state) => onFilter({ ...filter, state })}
      />
      <Input.Search
        className={styles.search ?? ''}
        allowClear
        placeholder="搜索表名、地名、原文"
        aria-label="搜索体检发现"
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.target.value })}
      />
    </div>
  );
}

const COLUMNS: readonly (readonly [FindingColumn | null, string])[] = [
  ['severity', '程度'],
  ['kind', '检查'],
  ['place', '位置'],
  [null, '印作'],
  [null, '算得'],
  ['state', '处理'],
];

function Row(props: {
  readonly row: FindingRow;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { row, isChosen, onChoose } = props;
  const { severity, kind, stated, computed, unit } = row.finding;
  return (
    <tr aria-current={isChosen ? 'true' : undefined} className={styles.row} onClick={onChoose}>
      <td>
        <SeverityMark severity={severity} />
      </td>
      <td>{AUDIT_KIND_WORDS[kind]}</td>
      <td>{row.place}</td>
      <td className={tables.number}>{auditValueText(stated, unit)}</td>
      <td className={tables.number}>{auditValueText(computed, unit)}</td>
      <td>
        <StateMark row={row} />
      </td>
    </tr>
  );
}

/** One stop of the Tab key; the arrow keys go from row to row. */
function Grid(props: {
  readonly rows: readonly FindingRow[];
  readonly chosen: FindingRow | null;
  readonly sort: FindingSort | null;
  readonly onSort: (column: FindingColumn) => void;
  readonly onChoose: (row: FindingRow) => void;
}): ReactNode {
  const { rows, chosen, sort, onSort, onChoose } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const at = chosen === null ? -1 : rows.indexOf(chosen);
    const to = positionAfterKey(event.key, at, rows.length, PAGE_ROWS);
    const row = to === null ? undefined : rows[to];
    if (!row || to === null) return;
    event.preventDefault();
    onChoose(row);
    void event.currentTarget.querySelectorAll('tbody tr')[to]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div
      className={styles.scroll}
      role="region"
      tabIndex={0}
      aria-label="体检发现"
      onKeyDown={onKeyDown}
    >
      <table className={`${tables.table} ${tables.sticky}`}>
        <thead>
          <tr>
            {COLUMNS.map(([column, text]) =>
              column === null ? (
                <th key={text} scope="col" className={tables.number}>
                  {text}
                </th>
              ) : (
                <SortHeading
                  key={text}
                  text={text}
                  direction={
                    sort?.column !== column ? null : sort.descending ? 'descending' : 'ascending'
                  }
                  onSort={() => onSort(column)}
                />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.finding.id}
              row={row}
              isChosen={row === chosen}
              onChoose={() => onChoose(row)}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <EmptyState title="没有符合筛选的发现" hint="改换上面的筛选或清空搜索。" />
      )}
    </div>
  );
}

/** 体检发现: the list, and beside it the one that is looked at. */
export function FindingsTab(props: AuditDialogProps): ReactNode {
  const { findings, treatments, names } = props;
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [sort, setSort] = useState<FindingSort | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const rows = useMemo(
    () => findingRows(findings ?? [], treatments, names),
    [findings, treatments, names],
  );
  const shown = useMemo(() => sortedRows(filteredRows(rows, filter), sort), [rows, filter, sort]);
  const chosen = shown.find((row) => row.finding.id === chosenId) ?? shown[0] ?? null;
  if (findings === null) return null;
  if (findings.length === 0) {
    return (
      <EmptyState
        title="没有发现问题"
        hint="数据包的表、正文数字、名单和图层，以及您导入的数据，逐项核对都相符。"
      />
    );
  }
  return (
    <>
      <Filters rows={rows} filter={filter} onFilter={setFilter} />
      <div className={styles.split}>
        <Grid
          rows={shown}
          chosen={chosen}
          sort={sort}
          onSort={(column) => setSort((old) => nextSort(old, column))}
          onChoose={(row) => setChosenId(row.finding.id)}
        />
        {chosen && <FindingDetails key={chosen.finding.id} row={chosen} {...props} />}
      </div>
    </>
  );
}
