// A comparison of two scenarios in words, and the order of its lists. Pure.
import { COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import type { NumberChange, NumberRange } from '../../analysis/scenario-compare';
import type { VillageChange, VillageChanges } from '../../analysis/village-changes';
import { amountText } from '../../domain/field-text';
import type { PackIndex } from '../../domain/pack-index';
import { formatDistance, formatEstimate, formatYuan } from '../../ui/format';

const MEASURE_WORDS: Readonly<Record<NumberChange['measure'], string>> = {
  covered: '覆盖的村（按标绘）',
  certain: '其中确定覆盖',
  possible: '可能覆盖',
  notCovered: '未覆盖',
  poorHouseholds: '覆盖的贫困户（估算）',
  poorPersons: '覆盖的贫困人口（估算）',
  objects: '规划对象',
  squareMetres: '产业区、产业带、安置点面积',
  investmentYuan: '投资',
  persons: '安置、带动和受益人数',
  households: '安置和带动户数',
};

export interface NumberRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** 待补 counted apart, and from how many to how many it is where accuracies blur the number; empty without either. */
  readonly note: string;
}

function shown(measure: NumberChange['measure'], value: number): string {
  if (measure === 'investmentYuan') return formatYuan(value);
  if (measure === 'squareMetres') return amountText(value, 'mu', 1);
  return formatEstimate(value);
}

/** A sum of nothing but 待补: no 0, and nothing is more or less than it. */
function isOpen(value: number, missing: number): boolean {
  return value === 0 && missing > 0;
}

function shownSum(measure: NumberChange['measure'], value: number, missing: number): string {
  return isOpen(value, missing) ? '待补' : shown(measure, value);
}

/** Of estimates the difference of what is shown, so that the row adds up. */
function signed({ measure, before, after, difference, missing }: NumberChange): string {
  if (isOpen(before, missing[0]) || isOpen(after, missing[1])) return '—';
  const isEstimate = measure === 'poorHouseholds' || measure === 'poorPersons';
  const value = isEstimate ? Math.round(after) - Math.round(before) : difference;
  const size = shown(measure, Math.abs(value));
  if (size === shown(measure, 0)) return '0';
  return value > 0 ? `+${size}` : `−${size}`;
}

function rangeWords(measure: NumberChange['measure'], { least, most }: NumberRange): string {
  const [from, to] = [shown(measure, least), shown(measure, most)];
  return from === to ? from : `${from}–${to}`;
}

export function numberRows(numbers: readonly NumberChange[]): readonly NumberRow[] {
  return numbers.map((number) => {
    const { measure, before, after, missing, range } = number;
    const [from, to] = missing;
    return {
      label: MEASURE_WORDS[measure],
      before: shownSum(measure, before, from),
      after: shownSum(measure, after, to),
      difference: signed(number),
      note: [
        from + to === 0 ? '' : `待补没有计入：${from} 个、${to} 个`,
        range === null ? '' : `范围 ${range.map((each) => rangeWords(measure, each)).join(' → ')}`,
      ].join(''),
    };
  });
}

const MERGE_MEASURES: readonly NumberChange['measure'][] = [
  'covered',
  'possible',
  'notCovered',
  'poorPersons',
  'objects',
  'investmentYuan',
];

/** The numbers by which a merge is judged before it is done. */
export function mergeRows(numbers: readonly NumberChange[]): readonly NumberRow[] {
  return numberRows(numbers.filter(({ measure }) => MERGE_MEASURES.includes(measure)));
}

export type ChangeSide = 'gained' | 'lost' | 'otherwise';

export const SIDE_WORDS: Readonly<Record<ChangeSide, string>> = {
  gained: '新覆盖',
  lost: '不再覆盖',
  otherwise: '状态改变',
};

export interface ChangedVillage {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly township: string;
  readonly side: ChangeSide;
  readonly before: string;
  readonly after: string;
  readonly metresBefore: number;
  readonly metresAfter: number;
}

function changedVillage(index: PackIndex, change: VillageChange, side: ChangeSide): ChangedVillage {
  const { code, name, townshipCode, metresBefore, metresAfter } = change;
  const township = index.townshipByCode.get(townshipCode);
  const county = index.countyByCode.get(township?.countyCode ?? '');
  return {
    code,
    name,
    county: county?.name ?? '',
    township: township?.name ?? '',
    side,
    before: COVERAGE_STATE_WORDS[change.before],
    after: COVERAGE_STATE_WORDS[change.after],
    metresBefore,
    metresAfter,
  };
}

/** Gained, lost, then changed otherwise; each in pack order. */
export function changedVillages(
  index: PackIndex,
  changes: VillageChanges,
): readonly ChangedVillage[] {
  return (['gained', 'lost', 'otherwise'] as const).flatMap((side) =>
    changes[side].map((change) => changedVillage(index, change, side)),
  );
}

export function sideCounts(changes: VillageChanges): Readonly<Record<ChangeSide, number>> {
  const { gained, lost, otherwise } = changes;
  return { gained: gained.length, lost: lost.length, otherwise: otherwise.length };
}

export type VillageSort = 'side' | 'name' | 'county' | 'metresBefore' | 'metresAfter';

/** By the column; equal ones keep their order. Sorting by side is the order given. */
export function sortedVillages(
  villages: readonly ChangedVillage[],
  by: VillageSort,
  isDescending: boolean,
): readonly ChangedVillage[] {
  const compare = (a: ChangedVillage, b: ChangedVillage): number => {
    if (by === 'metresBefore' || by === 'metresAfter') {
      return a[by] === b[by] ? 0 : a[by] - b[by];
    }
    if (by === 'side') return 0;
    return `${a[by]}${a.township}`.localeCompare(`${b[by]}${b.township}`, 'zh-CN');
  };
  const sorted = villages.toSorted(compare);
  return isDescending ? sorted.toReversed() : sorted;
}

/** "—" where nothing reaches or the distance is not known. */
export function metresWords(metres: number): string {
  return Number.isFinite(metres) ? formatDistance(metres) : '—';
}
