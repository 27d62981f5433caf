import { Input, Select } from 'antd';
import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CoverageStateCode } from '../../analysis/coverage-result';
import { COVERAGE_STATE_SHORT } from '../../analysis/coverage-words';
import { OVERLAP_WORDS, type OverlapClass } from '../../analysis/overlap-summary';
import { formatInteger } from '../../ui/format';
import { StrengthSymbol } from '../../ui/state-symbol';
import { TAB_STATES, type VillageQuery, type VillageTab } from './villages-table';
import styles from './villages-table.module.css';

const TAB_WORDS: readonly (readonly [VillageTab, string])[] = [
  ['all', '全部'],
  ['covered', '已覆盖'],
  ['possible', '可能'],
  ['uncovered', '未覆盖'],
];

export interface VillageToolbarProps {
  readonly query: VillageQuery;
  readonly hasAnswer: boolean;
  readonly stateCounts: readonly [number, number, number, number];
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  readonly areaName: string | null;
  readonly overlapClass: OverlapClass | null;
  readonly onQuery: (change: Partial<VillageQuery>) => void;
  readonly onClearArea: () => void;
  readonly onClearOverlap: () => void;
}

function toggled(
  hidden: ReadonlySet<CoverageStateCode>,
  state: CoverageStateCode,
): Set<CoverageStateCode> {
  const next = new Set(hidden);
  if (!next.delete(state)) next.add(state);
  return next;
}

function StateFilters({
  query,
  stateCounts,
  onQuery,
}: Pick<VillageToolbarProps, 'query' | 'stateCounts' | 'onQuery'>): ReactNode {
  const states = TAB_STATES[query.tab];
  return (
    <>
      <div role="group" aria-label="按覆盖结果查看" className={styles.group}>
        {TAB_WORDS.map(([tab, word]) => (
          <button
            key={tab}
            type="button"
            className={styles.tab}
            aria-pressed={query.tab === tab}
            onClick={() => onQuery({ tab, hiddenStates: new Set() })}
          >
            {word} {formatInteger(TAB_STATES[tab].reduce<number>((n, s) => n + stateCounts[s], 0))}
          </button>
        ))}
      </div>
      {states.length > 1 && (
        <div role="group" aria-label="显示哪些状态" className={styles.group}>
          {states.map((state) => (
            <button
              key={state}
              type="button"
              className={styles.chip}
              aria-pressed={!query.hiddenStates.has(state)}
              title={`显示或隐藏“${COVERAGE_STATE_SHORT[state]}”`}
              onClick={() => onQuery({ hiddenStates: toggled(query.hiddenStates, state) })}
            >
              <StrengthSymbol strength={state} size={12} />
              {COVERAGE_STATE_SHORT[state]} {formatInteger(stateCounts[state])}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** A limit set outside the table, which one click takes away. */
function Limit(props: { readonly text: string; readonly onClear: () => void }): ReactNode {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={`取消只看${props.text}`}
      onClick={props.onClear}
    >
      只看{props.text}
      <X size={12} aria-hidden />
    </button>
  );
}

export function VillageToolbar(props: VillageToolbarProps): ReactNode {
  const { query, onQuery, areaName } = props;
  return (
    <div className={styles.toolbar}>
      {props.hasAnswer && (
        <StateFilters query={query} stateCounts={props.stateCounts} onQuery={onQuery} />
      )}
      <div className={styles.group}>
        <Input
          size="small"
          className={styles.search ?? ''}
          allowClear
          prefix={<Search size={14} aria-hidden />}
          aria-label="按村名、乡镇或代码筛选"
          placeholder="村名、乡镇或代码"
          value={query.text}
          onChange={(event) => onQuery({ text: event.target.value })}
        />
        <Select
          size="small"
          className={styles.county ?? ''}
          aria-label="按县筛选"
          value={query.countyCode ?? ''}
          onChange={(code: string) => onQuery({ countyCode: code === '' ? null : code })}
          options={[
            { value: '', label: '全部县' },
            ...props.counties.map((county) => ({ value: county.code, label: county.name })),
          ]}
        />
      </div>
      {areaName !== null && <Limit text={areaName} onClear={props.onClearArea} />}
      {props.overlapClass !== null && (
        <Limit
          text={`被 ${OVERLAP_WORDS[props.overlapClass]}覆盖的村`}
          onClear={props.onClearOverlap}
        />
      )}
    </div>
  );
}
