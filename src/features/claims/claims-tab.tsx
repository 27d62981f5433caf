import { useMemo, useState, type ReactNode } from 'react';
import type { ClaimCheck } from '../../analysis/claim-check';
import type { ClaimVerdict } from '../../domain/claim';
import { CLAIM_VERDICT_WORDS } from '../../domain/wording';
import { VERDICTS, VERDICT_RULE_TEXT, verdictCounts } from '../../report/claim-words';
import { settingsText } from '../../report/claims-table';
import { EmptyState } from '../../ui/empty-state';
import { type SortDirection, SortHeading } from '../../ui/sort-heading';
import tables from '../../ui/table.module.css';
import { ToggleBar } from '../../ui/toggle-bar';
import { ClaimRow } from './claim-row';
import type { ClaimsDialogProps } from './claims-dialog-props';
import { ClaimsExport } from './claims-export';
import {
  type ClaimColumn,
  type ClaimSort,
  filteredChecks,
  nextClaimSort,
  sortedChecks,
} from './claims-view';
import styles from './claims.module.css';

const COLUMNS: readonly (readonly [ClaimColumn | null, string])[] = [
  ['subject', '对象'],
  ['measure', '口径'],
  ['stated', '规划值'],
  ['computed', '计算值（按标绘）'],
  [null, '区间'],
  ['verdict', '判定'],
  ['inverse', '口径反推'],
  [null, '说明'],
];

const NUMBERS: ReadonlySet<string> = new Set(['计算值（按标绘）', '区间']);

function directionOf(sort: ClaimSort | null, column: ClaimColumn): SortDirection {
  if (sort?.column !== column) return null;
  return sort.descending ? 'descending' : 'ascending';
}

function Heading(props: {
  readonly column: ClaimColumn | null;
  readonly text: string;
  readonly sort: ClaimSort | null;
  readonly onSort: (column: ClaimColumn) => void;
}): ReactNode {
  const { column, text, sort, onSort } = props;
  const isNumber = NUMBERS.has(text);
  if (column === null) {
    return (
      <th scope="col" {...(isNumber && { className: tables.number })}>
        {text}
      </th>
    );
  }
  return (
    <SortHeading
      text={text}
      direction={directionOf(sort, column)}
      isNumber={isNumber}
      onSort={() => onSort(column)}
    />
  );
}

function ClaimsGrid(
  props: ClaimsDialogProps & { readonly checks: readonly ClaimCheck[] },
): ReactNode {
  const [sort, setSort] = useState<ClaimSort | null>(null);
  const [verdict, setVerdict] = useState<ClaimVerdict | null>(null);
  const { checks, pack } = props;
  const counts = useMemo(() => verdictCounts(checks), [checks]);
  const rows = useMemo(
    () => sortedChecks(filteredChecks(checks, verdict), sort),
    [checks, verdict, sort],
  );
  return (
    <>
      <div className={styles.bar}>
        <ToggleBar
          label="按判定筛选"
          options={VERDICTS.map((each) => [each, CLAIM_VERDICT_WORDS[each], counts[each]])}
          allCount={checks.length}
          chosen={verdict}
          onChoose={setVerdict}
        />
        <ClaimsExport exporting={props.exporting} onExport={props.onExport} />
      </div>
      <div className={styles.scroll} role="region" tabIndex={0} aria-label="规划口径">
        <table className={`${tables.table} ${tables.sticky} ${styles.page}`}>
          <caption className={styles.caption}>
            {settingsText(pack, props.settings)}。{VERDICT_RULE_TEXT}。
          </caption>
          <thead>
            <tr>
              {COLUMNS.map(([column, text]) => (
                <Heading
                  key={text}
                  column={column}
                  text={text}
                  sort={sort}
                  onSort={(chosen) => setSort((old) => nextClaimSort(old, chosen))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((check) => (
              <ClaimRow
                key={check.claim.id}
                pack={pack}
                check={check}
                maxDistanceMetres={props.maxDistanceMetres}
                onJump={props.onJump}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <EmptyState title="没有这一判定的口径" hint="点“全部”看所有口径。" />}
      </div>
    </>
  );
}

/** 规划口径: every figure that the plan states, beside what the map gives. */
export function ClaimsTab(props: ClaimsDialogProps): ReactNode {
  const { checks, problem } = props;
  if (problem !== null) {
    return (
      <p role="alert" className={styles.problem}>
        {problem.text}
        {problem.mend}
      </p>
    );
  }
  if (checks === null) return <p role="status">正在核验各条口径…</p>;
  if (checks.length === 0) {
    return (
      <EmptyState
        title="这个数据包没有规划口径"
        hint="数据包的 claims.json 写有口径时在这里核验。"
      />
    );
  }
  return <ClaimsGrid {...props} checks={checks} />;
}
