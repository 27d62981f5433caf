// Totals of the listed objects, and the drawn sites against the plan's own figures, in words. 待补 is always told apart.
import { groupLabel } from '../../analysis/object-group-words';
import {
  type GroupBy,
  type KnownSum,
  type PrintedComparison,
  compareWithProgramme,
  objectTotals,
  objectTotalsBy,
} from '../../analysis/object-totals';
import type { County } from '../../domain/administrative';
import type { RelocationProgramme } from '../../domain/relocation';
import { formatInteger, formatYuan } from '../../ui/format';
import type { PlanRow } from './plan-list';

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
    label: group.key === 'total' ? '合计' : groupLabel(group.key, by, counties),
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
  const siteCount = objects.filter(({ kind }) => kind === 'site').length;
  return compareWithProgramme(objects, programme).map(({ measure, printed, actual, missing }) => {
    const format = measure === 'investmentYuan' ? formatYuan : formatInteger;
    return {
      label: MEASURE_WORDS[measure],
      printed: format(printed),
      // No site says it: that is not 0.
      actual: missing > 0 && missing === siteCount ? '—' : format(actual),
      note: missing === 0 ? '' : `${missing} 个待补，没有计入`,
    };
  });
}
