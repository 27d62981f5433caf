// 就近分配: which villages take part and with how many people, and what an answer means. Pure.
import type {
  Assignment as Answer,
  MovingVillage,
  PeopleSource,
  ReceivingSite,
} from '../../analysis/assign-villages';
import type { Assignment } from '../../domain/assignment';
import type { PackIndex } from '../../domain/pack-index';
import { type PlanObject, numberValue } from '../../domain/plan-object';
import type { Village } from '../../domain/village';

/** typed: the numbers at the sites. The others give every village of the chosen counties that has one. */
export type PeopleChoice = 'typed' | 'importedPersons' | 'importedPoorPersons' | 'estimate';

export const PEOPLE_WORDS: Readonly<Record<PeopleChoice, string>> = {
  typed: '各安置点里已填的人数（重新分配）',
  importedPersons: '导入的人口',
  importedPoorPersons: '导入的贫困人口',
  estimate: '贫困人口估算数（估算）',
};

const SOURCES: Readonly<Record<PeopleChoice, PeopleSource>> = {
  typed: 'typed',
  importedPersons: 'imported',
  importedPoorPersons: 'imported',
  estimate: 'estimate',
};

/** Persons of a village; null: none that are known. */
export type PersonsOf = (village: Village) => number | null;

export interface PeopleSources {
  readonly importedPersons: PersonsOf;
  readonly importedPoorPersons: PersonsOf;
  readonly estimate: PersonsOf;
}

interface Typed {
  readonly persons: number;
  readonly households: number | null;
}

function typedOf(assignments: Iterable<Assignment>): ReadonlyMap<string, Typed> {
  const byVillage = new Map<string, Typed>();
  for (const { villageCode, persons, households } of assignments) {
    const before = byVillage.get(villageCode) ?? { persons: 0, households: 0 };
    byVillage.set(villageCode, {
      persons: before.persons + (persons ?? 0),
      households:
        before.households === null || households === null ? null : before.households + households,
    });
  }
  return byVillage;
}

/** Villages with people to move, in pack order; those without a number are left out. */
export function movingVillages(
  choice: PeopleChoice,
  countyCodes: ReadonlySet<string>,
  assignments: Iterable<Assignment>,
  index: PackIndex,
  sources: PeopleSources,
): readonly MovingVillage[] {
  const typed = typedOf(assignments);
  const amountOf = (village: Village): Typed | null => {
    if (choice === 'typed') return typed.get(village.code) ?? null;
    if (!countyCodes.has(village.countyCode)) return null;
    const persons = sources[choice](village);
    return persons === null ? null : { persons: Math.round(persons), households: null };
  };
  return index.pack.villages.flatMap((village): MovingVillage[] => {
    const amount = amountOf(village);
    if (!amount || amount.persons <= 0) return [];
    const { code, countyCode, position } = village;
    return [{ code, countyCode, position, ...amount, source: SOURCES[choice] }];
  });
}

/** Sites with a place; room that villages outside this answer already take is not given twice. */
export function receivingSites(
  objects: Iterable<PlanObject>,
  assignments: Iterable<Assignment>,
  moving: readonly MovingVillage[],
  countyOf: (object: PlanObject) => string | null,
): readonly ReceivingSite[] {
  const asked = new Set(moving.map(({ code }) => code));
  const taken = new Map<string, number>();
  for (const { villageCode, siteId, persons } of assignments) {
    if (!asked.has(villageCode)) taken.set(siteId, (taken.get(siteId) ?? 0) + (persons ?? 0));
  }
  return Array.from(objects).flatMap((object): ReceivingSite[] => {
    const { id, kind, geometry } = object;
    if (kind !== 'site' || geometry === null) return [];
    const room = numberValue(object, 'persons');
    const left = room === null ? null : Math.max(Math.round(room) - (taken.get(id) ?? 0), 0);
    return [{ id, geometry, countyCode: countyOf(object), capacityPersons: left }];
  });
}

export interface AssignmentChange {
  readonly put: readonly Assignment[];
  readonly removed: readonly Assignment[];
}

/** Villages that found no room and stay with the sites that they had, each with these: nothing typed is lost. */
export function stayingAt(
  answer: Answer,
  assignments: Iterable<Assignment>,
): ReadonlyMap<string, readonly string[]> {
  const placed = new Set(answer.flows.map(({ villageCode }) => villageCode));
  const without = new Set(
    answer.unassigned.flatMap(({ villageCode }) => (placed.has(villageCode) ? [] : [villageCode])),
  );
  const sites = new Map<string, string[]>();
  for (const { villageCode, siteId } of assignments) {
    if (without.has(villageCode)) {
      sites.set(villageCode, [...(sites.get(villageCode) ?? []), siteId]);
    }
  }
  return sites;
}

/** What the document has to change for the answer to hold: the villages asked for leave where they were. */
export function changeFor(answer: Answer, assignments: Iterable<Assignment>): AssignmentChange {
  const asked = new Set([
    ...answer.flows.map(({ villageCode }) => villageCode),
    ...answer.unassigned.map(({ villageCode }) => villageCode),
  ]);
  const put = answer.flows.map(({ villageCode, siteId, persons, households }) => ({
    villageCode,
    siteId,
    persons,
    households,
  }));
  const kept = new Set(put.map(({ villageCode, siteId }) => `${villageCode} ${siteId}`));
  // Villages that found no room keep the place that they had: nothing typed is lost.
  const placed = new Set(put.map(({ villageCode }) => villageCode));
  const removed = Array.from(assignments).filter(
    ({ villageCode, siteId }) =>
      asked.has(villageCode) && placed.has(villageCode) && !kept.has(`${villageCode} ${siteId}`),
  );
  return { put, removed };
}
