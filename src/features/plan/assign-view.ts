// Who moves to a site, as the form shows it, and the villages that a search finds. Pure.
import type { Assignment } from '../../domain/assignment';
import type { PackIndex } from '../../domain/pack-index';
import { type PlanObject, numberValue } from '../../domain/plan-object';
import type { Village } from '../../domain/village';
import { formatInteger } from '../../ui/format';

export interface AssignedRow {
  readonly assignment: Assignment;
  readonly name: string;
  /** "平陆县 · 洪池乡"; empty where the pack does not know the village. */
  readonly area: string;
  /** Other sites that take people of the same village. */
  readonly elsewhere: readonly string[];
}

export interface SiteLoadView {
  readonly rows: readonly AssignedRow[];
  readonly persons: number;
  readonly households: number;
  /** Rows without a number of persons: not in `persons`. */
  readonly withoutPersons: number;
  /** Rows without a number of households: not in `households`. */
  readonly withoutHouseholds: number;
  /** null: 安置人数 is not filled in. */
  readonly capacity: number | null;
}

/** "平陆县 · 洪池乡"; of a village that the pack does not have, that. */
export function villageArea(index: PackIndex, code: string): string {
  const village = index.villageByCode.get(code);
  return village ? areaWords(index, village) : '本区域没有这个村';
}

function areaWords({ countyByCode, townshipByCode }: PackIndex, village: Village): string {
  const names = [countyByCode.get(village.countyCode), townshipByCode.get(village.townshipCode)];
  return names.flatMap((place) => place?.name ?? []).join(' · ');
}

/** Rows by village code. */
export function siteLoad(
  site: PlanObject,
  assignments: ReadonlyMap<string, Assignment>,
  objects: ReadonlyMap<string, PlanObject>,
  index: PackIndex,
): SiteLoadView {
  const all = [...assignments.values()];
  const rows = all
    .filter(({ siteId }) => siteId === site.id)
    .toSorted((a, b) => (a.villageCode < b.villageCode ? -1 : 1))
    .map((assignment): AssignedRow => {
      const { villageCode } = assignment;
      const village = index.villageByCode.get(villageCode);
      const others = all.filter(
        (other) => other.villageCode === villageCode && other.siteId !== site.id,
      );
      return {
        assignment,
        name: village?.name ?? villageCode,
        area: villageArea(index, villageCode),
        elsewhere: others.map(({ siteId }) => objects.get(siteId)?.name ?? siteId),
      };
    });
  const sum = (part: 'persons' | 'households'): number =>
    rows.reduce((total, { assignment }) => total + (assignment[part] ?? 0), 0);
  const without = (part: 'persons' | 'households'): number =>
    rows.filter(({ assignment }) => assignment[part] === null).length;
  return {
    rows,
    persons: sum('persons'),
    households: sum('households'),
    withoutPersons: without('persons'),
    withoutHouseholds: without('households'),
    capacity: numberValue(site, 'persons'),
  };
}

/** "8 村，240 人，户数未填；安置人数 300 人": what nobody filled in is no 0. */
export function loadWords(load: SiteLoadView): string {
  const count = load.rows.length;
  const amount = (sum: number, without: number, unit: '人' | '户'): string => {
    if (without === count) return `${unit}数未填`;
    const open = without > 0 ? `（另有 ${without} 村未填${unit}数，没有计入）` : '';
    return `${formatInteger(sum)} ${unit}${open}`;
  };
  const { capacity } = load;
  const room = capacity === null ? '安置人数待补' : `安置人数 ${formatInteger(capacity)} 人`;
  if (count === 0) return `还没有迁入的村；${room}`;
  const persons = amount(load.persons, load.withoutPersons, '人');
  const households = amount(load.households, load.withoutHouseholds, '户');
  return `${count} 村，${persons}，${households}；${room}`;
}

export interface FoundVillage {
  readonly code: string;
  readonly name: string;
  readonly area: string;
}

export const MOST_FOUND = 8;

/** Villages whose code begins with the text or whose name holds it, names that begin with it first. */
export function findVillages(text: string, index: PackIndex): readonly FoundVillage[] {
  const wanted = text.normalize('NFKC').trim();
  if (wanted === '') return [];
  const isCode = /^\d+$/.test(wanted);
  const found: Village[] = [];
  const later: Village[] = [];
  for (const village of index.pack.villages) {
    if (isCode ? village.code.startsWith(wanted) : village.name.startsWith(wanted))
      found.push(village);
    else if (!isCode && village.name.includes(wanted)) later.push(village);
    if (found.length === MOST_FOUND) break;
  }
  return [...found, ...later].slice(0, MOST_FOUND).map((village) => ({
    code: village.code,
    name: village.name,
    area: areaWords(index, village),
  }));
}

/** "12", "１２" → 12; empty → null; anything that is no whole number of 0 or more → undefined. */
export function parseCount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}
