// Townships (or counties) as rows of their own above their villages: 常乐镇, then its villages, then 张村镇 …
//
// Such a row has no code and no place, and prints the name of an area of the region in full (with 乡, 镇, 街道, 县 …) in the
// column of names, or in its own column with no name beside it; no village of the region has that name. What it says goes to
// the rows beneath, up to the next of its level; figures of it are the villages' sum and are left out. Where there are as
// many of them as other rows, the table is about townships.
import { isBlankCell } from './column-text';
import type { ColumnChoice, ColumnRole, ImportContext } from './import-choices';
import { bareName, townshipStem } from './match-names';
import type { SourceCell, SourceRow } from './source-layer';

type Level = 'county' | 'township';
const LEVELS: readonly Level[] = ['county', 'township'];

export interface GroupedRows {
  /** The rows beneath, with their areas in the columns of these roles. */
  readonly rows: readonly SourceRow[];
  /** With a column more for a level that the table has none for. */
  readonly columns: readonly ColumnChoice[];
  readonly groups: readonly SourceRow[];
}

/** What level of area a printed name is; null for none. */
function areaLevels({ counties, townships, villages }: ImportContext) {
  const countyNames = new Set(counties.map(({ name }) => bareName(name)));
  const stems = new Set(townships.map(({ name }) => townshipStem(name)));
  let villageNames: ReadonlySet<string> | null = null;
  return (cell: SourceCell): Level | null => {
    const bare = bareName(cell);
    const stem = townshipStem(bare);
    const isTownship = stem !== bare && stems.has(stem);
    if (!isTownship && !countyNames.has(bare)) return null;
    villageNames ??= new Set(villages.map(({ name }) => bareName(name)));
    if (villageNames.has(bare)) return null;
    return isTownship ? 'township' : 'county';
  };
}

/** Rows of a village table without those that name an area for the rows beneath; all as they are where there are none. */
export function groupedByArea(
  rows: readonly SourceRow[],
  columns: readonly ColumnChoice[],
  context: ImportContext,
): GroupedRows {
  const at = (role: ColumnRole): number => columns.findIndex((each) => each.role === role);
  const [code, x, name, county, township] = (
    ['code', 'x', 'name', 'county', 'township'] as const
  ).map(at) as [number, number, number, number, number];
  const levelOf = areaLevels(context);
  const groupOf = ({ cells, geometry }: SourceRow) => {
    const has = (place: number): boolean => !isBlankCell(cells[place] ?? null);
    if (geometry !== null || has(code) || has(x)) return null;
    const [cell, ...more] = [county, township, name].filter(has).map((place) => cells[place]);
    const level = cell === undefined || more.length > 0 ? null : levelOf(cell);
    return level === null ? null : { level, cell: cell as SourceCell };
  };
  const found = rows.map(groupOf);
  const groups = rows.filter((_, place) => found[place] !== null);
  if (groups.length === 0 || groups.length * 2 >= rows.length) return { rows, columns, groups: [] };
  const added = LEVELS.filter(
    (level) => at(level) < 0 && found.some((group) => group?.level === level),
  );
  const wide = [
    ...columns,
    ...added.map((role) => ({ heading: '', role, unit: 'one', evidence: '' }) as const),
  ];
  const places = LEVELS.map((level) => wide.findIndex(({ role }) => role === level));
  let above: readonly SourceCell[] = [null, null];
  const beneath = rows.flatMap((row, place): readonly SourceRow[] => {
    const group = found[place];
    if (group) {
      above = group.level === 'county' ? [group.cell, null] : [above[0] ?? null, group.cell];
      return [];
    }
    const cells = [...row.cells];
    while (cells.length < wide.length) cells.push(null);
    for (const [level, column] of places.entries()) {
      if (column >= 0 && isBlankCell(cells[column] ?? null)) cells[column] = above[level] ?? null;
    }
    return [{ ...row, cells }];
  });
  return { rows: beneath, columns: wide, groups };
}
