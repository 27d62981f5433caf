import { Input, Select } from 'antd';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { County } from '../../domain/administrative';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import { PLAN_OBJECT_KINDS } from '../../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { CHECK_STATE_WORDS, type CheckState, type PlanFilter, type PlanRow } from './plan-list';
import styles from './plan.module.css';

interface Props {
  readonly rows: readonly PlanRow[];
  readonly counties: readonly County[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
}

const STAGES = PLAN_OBJECT_FIELDS.site.find(({ id }) => id === 'stage')?.choices ?? [];
const ALL = '';

function Choice<T extends string>(props: {
  readonly label: string;
  readonly all: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T | null) => void;
}): ReactNode {
  return (
    <Select<T | typeof ALL>
      size="small"
      aria-label={props.label}
      value={props.value ?? ALL}
      options={[{ value: ALL, label: props.all }, ...props.options]}
      onChange={(value) => props.onValue(value === ALL ? null : value)}
    />
  );
}

/** By name, kind, county, year, stage and check state; only what occurs in the list is offered. */
export function PlanFilters({ rows, counties, filter, onFilter }: Props): ReactNode {
  const inUse = new Set(rows.flatMap(({ countyCodes }) => countyCodes));
  const years = [...new Set(rows.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const yearOptions = [
    ...years.map((year) => ({ value: String(year), label: `${year}年` })),
    { value: 'none', label: '未填年份' },
  ];
  const change = (part: Partial<PlanFilter>): void => onFilter({ ...filter, ...part });
  return (
    <div className={styles.filters}>
      <Input
        size="small"
        allowClear
        prefix={<Search size={14} aria-hidden />}
        aria-label="按名称筛选规划对象"
        placeholder="对象名称"
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Choice
        label="按类型筛选规划对象"
        all="全部类型"
        value={filter.kind}
        options={PLAN_OBJECT_KINDS.map((kind) => ({
          value: kind,
          label: PLAN_OBJECT_KIND_WORDS[kind],
        }))}
        onValue={(kind) => change({ kind })}
      />
      <Choice
        label="按县筛选规划对象"
        all="全部县"
        value={filter.countyCode}
        options={counties
          .filter(({ code }) => inUse.has(code))
          .map(({ code, name }) => ({ value: code, label: name }))}
        onValue={(countyCode) => change({ countyCode })}
      />
      <Choice
        label="按年份筛选规划对象"
        all="全部年份"
        value={filter.year === null ? null : String(filter.year)}
        options={yearOptions}
        onValue={(year) => change({ year: year === null || year === 'none' ? year : Number(year) })}
      />
      <Choice
        label="按阶段筛选规划对象"
        all="全部阶段"
        value={filter.stage}
        options={STAGES.map(({ id, label }) => ({ value: id, label }))}
        onValue={(stage) => change({ stage })}
      />
      <Choice<CheckState>
        label="按核对情况筛选规划对象"
        all="全部核对情况"
        value={filter.state}
        options={(['broken', 'missing', 'whole'] as const).map((value) => ({
          value,
          label: CHECK_STATE_WORDS[value],
        }))}
        onValue={(state) => change({ state })}
      />
    </div>
  );
}
