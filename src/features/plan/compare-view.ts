// A comparison of two scenarios in words, and the order of its lists. Pure.
import { COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import type { ObjectChange, ObjectChanges, ObjectProperty } from '../../analysis/object-changes';
import type { NumberChange } from '../../analysis/scenario-compare';
import type { VillageChange, VillageChanges } from '../../analysis/village-changes';
import type { Assignment } from '../../domain/assignment';
import { amountText, fieldText } from '../../domain/field-text';
import type { PackIndex } from '../../domain/pack-index';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import type { FieldValue, PlanObject } from '../../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS } from '../../domain/wording';
import { formatDistance, formatInteger, formatYuan } from '../../ui/format';

const MEASURE_WORDS: Readonly<Record<NumberChange['measure'], string>> = {
  covered: '覆盖的村（按标绘）',
  certain: '其中确定覆盖',
  possible: '可能覆盖',
  notCovered: '未覆盖',
  objects: '规划对象',
  investmentYuan: '投资',
  persons: '安置、带动和受益人数',
  households: '安置和带动户数',
};

export interface NumberRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** 待补 counted apart; empty without any. */
  readonly note: string;
}

function shown(measure: NumberChange['measure'], value: number): string {
  return measure === 'investmentYuan' ? formatYuan(value) : formatInteger(value);
}

/** A sum of nothing but 待补 is no 0. */
function shownSum(measure: NumberChange['measure'], value: number, missing: number): string {
  return value === 0 && missing > 0 ? '待补' : shown(measure, value);
}

function signed(measure: NumberChange['measure'], value: number): string {
  const size = shown(measure, Math.abs(value));
  return value === 0 ? '0' : value > 0 ? `+${size}` : `−${size}`;
}

export function numberRows(numbers: readonly NumberChange[]): readonly NumberRow[] {
  return numbers.map(({ measure, before, after, difference, missing: [from, to] }) => ({
    label: MEASURE_WORDS[measure],
    before: shownSum(measure, before, from),
    after: shownSum(measure, after, to),
    difference: signed(measure, difference),
    note: from + to === 0 ? '' : `待补没有计入：${from} 个、${to} 个`,
  }));
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

const PROPERTY_WORDS: Readonly<Record<ObjectProperty, string>> = {
  kind: '类型',
  name: '名称',
  accuracyMetres: '位置精度',
  note: '备注',
};

function valueWords(object: PlanObject, field: string, value: FieldValue | null): string {
  if (value === null) return '未填';
  const spec = PLAN_OBJECT_FIELDS[object.kind].find(({ id }) => id === field);
  return spec ? fieldText(spec, value) : String(value);
}

function placeWords({ geometry, before, after }: ObjectChange): readonly string[] {
  if (geometry === null) return [];
  if (before.geometry === null) return ['有了位置'];
  if (after.geometry === null) return ['位置没有了'];
  const { movedMetres, squareMetres } = geometry;
  const moved = movedMetres === null ? '位置改变' : `位置移动 ${formatDistance(movedMetres)}`;
  const isSame = squareMetres === null || Math.abs(squareMetres) < 1;
  const grown = isSame
    ? ''
    : `，面积${squareMetres > 0 ? '增加' : '减少'} ${amountText(Math.abs(squareMetres), 'mu', 1)}`;
  return [moved + grown];
}

/** What changed of one object, a line each. */
export function changeLines(change: ObjectChange): readonly string[] {
  const { before, after, properties, fields } = change;
  return [
    ...placeWords(change),
    ...properties.map((property) => {
      const words = (object: PlanObject): string =>
        property === 'kind' ? PLAN_OBJECT_KIND_WORDS[object.kind] : String(object[property]);
      return `${PROPERTY_WORDS[property]}：${words(before)} → ${words(after)}`;
    }),
    ...fields.map(({ field, before: from, after: to }) => {
      const spec = PLAN_OBJECT_FIELDS[after.kind].find(({ id }) => id === field);
      const label = spec?.label ?? field;
      return `${label}：${valueWords(before, field, from)} → ${valueWords(after, field, to)}`;
    }),
  ];
}

export interface ChangedObject {
  readonly id: string;
  readonly name: string;
  readonly kindWord: string;
  readonly what: '增加' | '删除' | '改动';
  readonly lines: readonly string[];
}

/** `assignedIds`: sites whose villages differ; they are changed though nothing of their own is. */
export function changedObjects(
  { added, removed, changed }: ObjectChanges,
  siteNames: ReadonlyMap<string, string>,
  assignedIds: readonly string[],
): readonly ChangedObject[] {
  const head = ({ id, name, kind }: PlanObject, what: ChangedObject['what']) => ({
    id,
    name,
    kindWord: PLAN_OBJECT_KIND_WORDS[kind],
    what,
  });
  const isAssigned = new Set(assignedIds);
  const moved = (id: string): readonly string[] => (isAssigned.has(id) ? ['迁入村或人数不同'] : []);
  const rows: ChangedObject[] = [
    ...added.map((object) => ({ ...head(object, '增加'), lines: [] })),
    ...removed.map((object) => ({ ...head(object, '删除'), lines: [] })),
    ...changed.map((change) => ({
      ...head(change.after, '改动'),
      lines: [...changeLines(change), ...moved(change.id)],
    })),
  ];
  const listed = new Set(rows.map(({ id }) => id));
  const others = assignedIds.filter((id) => !listed.has(id));
  return [
    ...rows,
    ...others.map((id): ChangedObject => ({
      id,
      name: siteNames.get(id) ?? id,
      kindWord: PLAN_OBJECT_KIND_WORDS.site,
      what: '改动',
      lines: moved(id),
    })),
  ];
}

function assignedTo(assignments: Iterable<Assignment>, siteId: string): string {
  const own = Array.from(assignments).filter((each) => each.siteId === siteId);
  const lines = own.map(({ villageCode, persons, households }) =>
    [villageCode, persons, households].join(),
  );
  return lines.sort().join(';');
}

/** Sites of either scenario whose villages or numbers differ. */
export function differentlyAssigned(
  from: ReadonlyMap<string, Assignment>,
  to: ReadonlyMap<string, Assignment>,
): readonly string[] {
  if (from === to) return [];
  const ids = new Set([...from.values(), ...to.values()].map(({ siteId }) => siteId));
  return [...ids].filter((id) => assignedTo(from.values(), id) !== assignedTo(to.values(), id));
}
