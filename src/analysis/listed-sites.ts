// 按名单分配: villages without a site to the sites that the relocation list names, where the plan has one, and only one, of
// that name. Blanks, and what every site is called (集中安置点), make no other name.
import type { Assignment } from '../domain/assignment';
import type { ImportRecord } from '../domain/imported';
import { villageRowsOf } from '../domain/imported-things';
import { relocationList } from './unassigned-villages';

const SITE_SUFFIX = /(集中)?(安置|迁入)(点|区|小区|地)$/;

function siteKey(name: string): string {
  const bare = name.normalize('NFKC').replaceAll(/\s/g, '');
  const stem = bare.replace(SITE_SUFFIX, '');
  return stem === '' ? bare : stem;
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
  return records.flatMap(({ title, content }) =>
    villageRowsOf(content).flatMap(({ code, siteName, figures }) => {
      const site = siteName === undefined ? null : siteOf(siteName);
      if (site === null || open.get(code) !== title) return [];
      const { households, persons } = figures;
      return { villageCode: code, siteId: site.id, households, persons };
    }),
  );
}
