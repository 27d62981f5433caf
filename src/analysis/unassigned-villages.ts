// 未安置的村: villages of the relocation list that no site takes people of. No plan of ours names the villages that move, so
// the list is the user's: tables imported as relocation lists, or of villages whose name says 搬迁 or 迁出.
import type { Assignment } from '../domain/assignment';
import type { ImportRecord } from '../domain/imported';
import { villageRowsOf } from '../domain/imported-things';

const RELOCATION_WORDS = /搬迁|迁出|移民/;

export interface RelocatingVillage {
  readonly code: string;
  /** As the list has it. */
  readonly name: string;
  /** Of the list, its rows added up; null where it has none. */
  readonly persons: number | null;
  /** Name and row of the list, for the trace. */
  readonly listTitle: string;
  readonly row: number;
  /** Where the list says that they move to, as printed; absent where it does not. */
  readonly siteNames?: readonly string[] | undefined;
}

function isRelocationList({ title, content }: ImportRecord): boolean {
  if (content.kind !== 'villages') return false;
  return content.purpose === 'relocation' || RELOCATION_WORDS.test(title);
}

/** One entry a village: a list may divide it among sites, a row each. */
function listed(record: ImportRecord): ReadonlyMap<string, RelocatingVillage> {
  const byCode = new Map<string, RelocatingVillage>();
  for (const { code, name, figures, row, siteName } of villageRowsOf(record.content)) {
    const before = byCode.get(code);
    const known = [before?.persons ?? null, figures.persons].filter((each) => each !== null);
    const siteNames = [...(before?.siteNames ?? []), ...(siteName === undefined ? [] : [siteName])];
    byCode.set(code, {
      code,
      name,
      persons: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
      listTitle: record.title,
      row: before?.row ?? row,
      ...(siteNames.length > 0 && { siteNames }),
    });
  }
  return byCode;
}

/** Every village of the relocation lists once, in their order; a later list takes the place of an earlier one's. */
export function relocationList(imports: Iterable<ImportRecord>): readonly RelocatingVillage[] {
  const byCode = new Map<string, RelocatingVillage>();
  for (const record of imports) {
    if (!isRelocationList(record)) continue;
    for (const [code, village] of listed(record)) byCode.set(code, village);
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
