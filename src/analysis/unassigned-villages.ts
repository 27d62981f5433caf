// 未安置的村: villages of the relocation list that no site takes people of. No plan of ours names the villages that move, so
// the list is the user's: imported tables of villages whose name says 搬迁 or 迁出.
import type { Assignment } from '../domain/assignment';
import type { ImportRecord } from '../domain/imported';
import { villageRowsOf } from '../domain/imported-things';

const RELOCATION_WORDS = /搬迁|迁出|移民/;

export interface RelocatingVillage {
  readonly code: string;
  /** As the list has it. */
  readonly name: string;
  /** Of the list; null where it has none. */
  readonly persons: number | null;
  /** Name and row of the list, for the trace. */
  readonly listTitle: string;
  readonly row: number;
}

/** Every village of the relocation lists once, in their order; a later list's row takes the place of an earlier one's. */
export function relocationList(imports: Iterable<ImportRecord>): readonly RelocatingVillage[] {
  const byCode = new Map<string, RelocatingVillage>();
  for (const { title, content } of imports) {
    if (content.kind !== 'villages' || !RELOCATION_WORDS.test(title)) continue;
    for (const { code, name, figures, row } of villageRowsOf(content)) {
      byCode.set(code, { code, name, persons: figures.persons, listTitle: title, row });
    }
  }
  return [...byCode.values()];
}

export interface Unassigned {
  /** How many villages the lists name. */
  readonly listed: number;
  readonly villages: readonly RelocatingVillage[];
  /** Of `villages`, known numbers added up. */
  readonly persons: number;
  /** Of `villages`, without a number of persons: not in `persons`. */
  readonly withoutPersons: number;
}

/** null when there is no relocation list. */
export function unassignedVillages(
  imports: Iterable<ImportRecord>,
  assignments: Iterable<Assignment>,
): Unassigned | null {
  const list = relocationList(imports);
  if (list.length === 0) return null;
  const assigned = new Set(Array.from(assignments, ({ villageCode }) => villageCode));
  const villages = list.filter(({ code }) => !assigned.has(code));
  return {
    listed: list.length,
    villages,
    persons: villages.reduce((sum, { persons }) => sum + (persons ?? 0), 0),
    withoutPersons: villages.filter(({ persons }) => persons === null).length,
  };
}
