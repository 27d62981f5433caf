// Rows of a relocation list that are about one village and one site, as one entry: an office keeps a 花名册, a row a household
// or a person, or a village in several rows (a hamlet, a year each). Counts are added up. Who the rows name is looked at here
// to tell a row printed twice from a second household, and is not kept.
import type { ImportedVillage, VillageFigures } from '../domain/imported';
import { tidyText } from './column-text';
import type { ColumnChoice } from './import-choices';
import type { ImportProblems } from './import-problems';
import { FAMILY_SIZE, bareHeading } from './relocation-columns';
import type { SourceRow } from './source-layer';

const RELATION = /^(与|和|同)?户主(的)?关系$|^(家庭|成员)?关系$/;
const HOUSEHOLDER = /^(本人|户主)$/;
/** Headings of one household or person; 联系人, 负责人 and the like stand in any list. */
const OF_ONE =
  /^(户主|户名|姓名|成员|家庭成员|(村民|农户|搬迁户|搬迁对象|搬迁人|贫困户)姓名|搬迁户$|搬迁对象$|(居民)?身份证|公民身份|证件号)/;

/** A row is a person, a household, or prints its numbers itself. */
type RowOf = 'person' | 'household' | 'numbers';

export interface Roster {
  readonly rowOf: RowOf;
  /** Of the relation to the householder; −1 without. */
  readonly relationAt: number;
  /** Columns tell households of the same size apart. */
  readonly namesThem: boolean;
  /** Columns that a row printed twice has alike. */
  readonly printedAt: readonly number[];
}

/** What a row of a relocation list is, by the headings. */
export function rosterOf(columns: readonly ColumnChoice[]): Roster {
  const bare = columns.map(({ heading }) => bareHeading(heading));
  const relationAt = bare.findIndex((heading) => RELATION.test(heading));
  const isOfOne = columns.map(
    ({ role }, at) => role === 'attribute' && OF_ONE.test(bare[at] ?? ''),
  );
  const namesThem = isOfOne.includes(true);
  const printsHouseholds = columns.some(({ role }) => role === 'households');
  const isHousehold = namesThem || bare.some((heading) => FAMILY_SIZE.test(heading));
  const rowOf = isHousehold && !printsHouseholds ? 'household' : 'numbers';
  return {
    rowOf: relationAt < 0 ? rowOf : 'person',
    relationAt,
    namesThem,
    printedAt: columns.flatMap(({ role }, at) => (role === 'ignore' ? [] : [at])),
  };
}

/** A row's numbers with what the row itself counts for: a person, or a household. */
export function rosterFigures(
  { rowOf, relationAt }: Roster,
  { cells }: SourceRow,
  figures: VillageFigures,
): VillageFigures {
  if (rowOf === 'numbers') return figures;
  if (rowOf === 'household') return { ...figures, households: 1 };
  // A family's size, merged down over its members, would be added up once for each of them.
  const isFirst = HOUSEHOLDER.test(tidyText(cells[relationAt] ?? null));
  return { ...figures, households: isFirst ? 1 : 0, persons: 1 };
}

/** Rows in groups of one key, groups and rows in the order of these. */
export function groupedRows(
  villages: readonly ImportedVillage[],
  keyOf: (village: ImportedVillage) => string,
): readonly (readonly ImportedVillage[])[] {
  const groups = new Map<string, ImportedVillage[]>();
  for (const village of villages) {
    const group = groups.get(keyOf(village));
    if (group === undefined) groups.set(keyOf(village), [village]);
    else group.push(village);
  }
  return [...groups.values()];
}

const ADDED = ['households', 'persons', 'poorHouseholds', 'poorPersons'] as const;

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((all, each) => all + each, 0);
}

/** Counts added up; a share of several rows is nobody's. */
function summed(group: readonly ImportedVillage[]): VillageFigures {
  const [first] = group as readonly [ImportedVillage];
  const added = ADDED.map((name) => [name, sum(group.map(({ figures }) => figures[name]))]);
  return { ...first.figures, povertyIncidence: null, ...Object.fromEntries(added) };
}

function warnBlanks(group: readonly ImportedVillage[], problems: ImportProblems): void {
  if (group.every(({ figures }) => figures.persons === null)) return;
  for (const { row, figures, name } of group) {
    if (figures.persons !== null) continue;
    const what = `没有人数，「${name}」合并后的人数不含这一行`;
    problems.warn(row, { code: 'roster-no-persons', what, mend: '请补上人数后再导入。' });
  }
}

const COUNTED: Readonly<Record<RowOf, string>> = {
  person: '一行计一人，户数按「户主」的行计',
  household: '一行计一户，人数相加',
  numbers: '户数、人数相加',
};

const TO_CHECK: Readonly<Record<RowOf, string>> = {
  person: '请核对；一行不是一人的，请把「关系」一列改名后再导入。',
  household: '请核对；一行不是一户的，请在原表中补上「户数」列。',
  numbers: '请核对；同一批人重复写了几行的，请在原表中只留一行。',
};

function printedKey(row: SourceRow | undefined, { printedAt }: Roster): string {
  return JSON.stringify(printedAt.map((at) => tidyText(row?.cells[at] ?? null)));
}

/** The rows without those printed twice, which are refused. Households without names may well print the same. */
function printedOnce(
  group: readonly ImportedVillage[],
  source: ReadonlyMap<number, SourceRow>,
  roster: Roster,
  problems: ImportProblems,
): readonly ImportedVillage[] {
  if (roster.rowOf !== 'numbers' && !roster.namesThem) return group;
  const seen = new Map<string, number>();
  return group.filter(({ row, name, code }) => {
    const key = printedKey(source.get(row), roster);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return true;
    }
    problems.refuse(row, {
      code: 'duplicate-same',
      what: `「${name}」（${code}）与${problems.rowWords(first)}重复，内容相同，只取一次`,
      mend: '重复的请在原表中删去；确是另一户（人）的，请加上能区分的列，如证件号码。',
    });
    return false;
  });
}

/** One entry a village and site, at its first row, in the order of these. `source`: the rows that `villages` are read from. */
export function mergedEntries(
  villages: readonly ImportedVillage[],
  source: readonly SourceRow[],
  roster: Roster,
  problems: ImportProblems,
): readonly ImportedVillage[] {
  const groups = groupedRows(villages, ({ code, siteName = '' }) => `${code} ${siteName}`);
  const bySource = new Map(source.map((row) => [row.row, row]));
  let taken = 0;
  const merged = groups.flatMap((all) => {
    const group = all.length === 1 ? all : printedOnce(all, bySource, roster, problems);
    const [first, ...others] = group;
    taken += group.length;
    if (first === undefined || others.length === 0) return group;
    warnBlanks(group, problems);
    return [{ ...first, figures: summed(group) }];
  });
  if (taken > merged.length || (taken > 0 && roster.rowOf !== 'numbers')) {
    const words = `${taken} 行按「同一村、同一安置点」合并为 ${merged.length} 条`;
    problems.note({
      code: 'rows-merged',
      what: `${words}：${COUNTED[roster.rowOf]}`,
      mend: TO_CHECK[roster.rowOf],
    });
  }
  return merged;
}
