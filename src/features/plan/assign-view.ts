// Who moves to a site, as the form shows it, and the villages that a search finds. Pure.
import type { Assignment } from '../../domain/assignment';
import type { PackIndex } from '../../domain/pack-index';
import { type PlanObject, numberValue } from '../../domain/plan-object';
import type { Village } from '../../domain/village';

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
  return {
    rows,
    persons: sum('persons'),
    households: sum('households'),
    withoutPersons: rows.filter(({ assignment }) => assignment.persons === null).length,
    capacity: numberValue(site, 'persons'),
  };
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
