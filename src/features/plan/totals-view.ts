// Totals of the listed objects, and the drawn sites against the plan's own figures, in words. 待补 is always told apart.
import {
  type GroupBy,
  type KnownSum,
  type PrintedComparison,
  SEVERAL_COUNTIES,
  UNKNOWN_GROUP,
  compareWithProgramme,
  objectTotals,
  objectTotalsBy,
} from '../../analysis/object-totals';
import type { County } from '../../domain/administrative';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import type { PlanObjectKind } from '../../domain/plan-object';
import type { RelocationProgramme } from '../../domain/relocation';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { formatInteger, formatYuan } from '../../ui/format';
import type { PlanRow } from './plan-list';

export const GROUP_WORDS: Readonly<Record<GroupBy, string>> = {
  kind: '类型',
  county: '县',
  year: '年份',
  stage: '阶段',
};

export interface TotalsRow {
  readonly key: string;
  readonly label: string;
  readonly count: string;
  readonly investment: string;
  readonly persons: string;
}

/** "1,200（2 个待补）"; "—" where nothing of the kind is asked for. */
function words({ sum, known, missing }: KnownSum, format: (sum: number) => string): string {
  if (known + missing === 0) return '—';
  const shown = known === 0 ? '' : format(sum);
  const open = missing === 0 ? '' : known === 0 ? `${missing} 个待补` : `（${missing} 个待补）`;
  return shown + open;
}

function labelOf(key: string, by: GroupBy, counties: readonly County[]): string {
  if (key === UNKNOWN_GROUP) return by === 'county' ? '没有位置或在区域外' : '未填';
  if (key === SEVERAL_COUNTIES) return '跨县';
  switch (by) {
    case 'kind':
      return PLAN_OBJECT_KIND_WORDS[key as PlanObjectKind];
    case 'county':
      return counties.find(({ code }) => code === key)?.name ?? key;
    case 'year':
      return `${key}年`;
    case 'stage': {
      const spec = PLAN_OBJECT_FIELDS.site.find(({ id }) => id === 'stage');
      return spec?.choices.find(({ id }) => id === key)?.label ?? key;
    }
  }
}

/** One row a group, then 合计. */
export function totalsRows(
  rows: readonly PlanRow[],
  by: GroupBy,
  counties: readonly County[],
): readonly TotalsRow[] {
  const objects = rows.map(({ object }) => object);
  const countiesOf = new Map(rows.map(({ object, countyCodes }) => [object.id, countyCodes]));
  const groups = objectTotalsBy(objects, by, ({ id }) => countiesOf.get(id) ?? []);
  return [...groups, { key: 'total', ...objectTotals(objects) }].map((group) => ({
    key: group.key,
    label: group.key === 'total' ? '合计' : labelOf(group.key, by, counties),
    count: formatInteger(group.count),
    investment: words(group.investmentYuan, formatYuan),
    persons: words(group.persons, formatInteger),
  }));
}

const MEASURE_WORDS: Readonly<Record<PrintedComparison['measure'], string>> = {
  sites: '安置点(个)',
  persons: '安置人数',
  registeredPoorPersons: '其中建档立卡',
  investmentYuan: '投资',
};

export interface ProgrammeRow {
  readonly label: string;
  readonly printed: string;
  readonly actual: string;
  readonly note: string;
}

/** The drawn sites against 69 个安置点、5.3 万人、17.1 亿元. */
export function programmeRows(
  rows: readonly PlanRow[],
  programme: RelocationProgramme,
): readonly ProgrammeRow[] {
  const objects = rows.map(({ object }) => object);
  return compareWithProgramme(objects, programme).map(({ measure, printed, actual, missing }) => {
    const format = measure === 'investmentYuan' ? formatYuan : formatInteger;
    return {
      label: MEASURE_WORDS[measure],
      printed: format(printed),
      actual: format(actual),
      note: missing === 0 ? '' : `${missing} 个待补，没有计入`,
    };
  });
}
