// 按名单分配: villages without a site to the sites that the relocation list names, where the plan has one, and only one, of
// that name. Blanks, and what every site is called (集中安置点), make no other name. A village that the list divides goes to
// each of its sites with its share.
import { type Assignment, assignmentId } from '../domain/assignment';
import type { ImportRecord } from '../domain/imported';
import { villageRowsOf } from '../domain/imported-things';
import { relocationList } from './unassigned-villages';

const SITE_SUFFIX = /(集中)?(安置|迁入)(点|区|小区|地)$/;

function siteKey(name: string): string {
  const bare = name.normalize('NFKC').replaceAll(/\s/g, '');
  const stem = bare.replace(SITE_SUFFIX, '');
  return stem === '' ? bare : stem;
}

function sumOfKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : a + b;
}

export interface NamedSite {
  readonly id: string;
  readonly name: string;
}

/** `assignments`: those there are; their villages stay where they are. Numbers are the list's, null where it has none. */
export function listedAssignments(
  imports: Iterable<ImportRecord>,
  sites: readonly NamedSite[],
  assignments: Iterable<Assignment>,
): readonly Assignment[] {
  const records = [...imports];
  const open = new Map(relocationList(records).map((each) => [each.code, each.listTitle]));
  for (const { villageCode } of assignments) open.delete(villageCode);
  const siteOf = (printed: string): NamedSite | null => {
    const [only, ...more] = sites.filter(({ name }) => siteKey(name) === siteKey(printed));
    return only !== undefined && more.length === 0 ? only : null;
  };
  const byId = new Map<string, Assignment>();
  for (const { title, content } of records) {
    for (const { code, siteName, figures } of villageRowsOf(content)) {
      const site = siteName === undefined ? null : siteOf(siteName);
      if (site === null || open.get(code) !== title) continue;
      const pair = { villageCode: code, siteId: site.id };
      const id = assignmentId(pair);
      // One site under two spellings of its name.
      const { households, persons } = byId.get(id) ?? { households: null, persons: null };
      byId.set(id, {
        ...pair,
        households: sumOfKnown(households, figures.households),
        persons: sumOfKnown(persons, figures.persons),
      });
    }
  }
  return [...byId.values()];
}
