// Figures of people in the public version of a hand-out, report or atlas: what publish-villages withholds of the villages and
// of the sums over them, put to headline figures, tables by area and lists of villages.
import { countyCodeOf } from '../domain/administrative';
import type { HandoutAmount } from './handout-model';
import { isPeopleHeading } from './publish-names';
import { suppressedText } from './publish-suppress';
import { type PublishedSum, type Withheld, withheldPeople } from './publish-villages';
import type { ReportFigure, ReportTable } from './report-model';

/** Headline sums by the least state that they count. */
const TOTALS = { certain: 3, drawn: 2, most: 1 } as const;

export type Total = keyof typeof TOTALS;

/** Columns of equal length, in pack order. */
export interface PeopleVillages {
  readonly codes: readonly string[];
  readonly households: readonly HandoutAmount[];
  readonly persons: readonly HandoutAmount[];
}

/** One answer and the sums that are printed of it. */
export interface PublishedAnswer {
  /** One digit 0..3 a village. */
  readonly states: string;
  /** Codes of areas (counties, townships) whose sums of 覆盖 are printed; with `isRange` those of 确定 and 最多 too. */
  readonly areas: readonly string[];
  readonly isRange: boolean;
  /** The region's own sums are printed. */
  readonly hasRegion: boolean;
}

interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** Code by name of the areas that tables of an answer compare: counties, townships of a single county. */
export function publishedAreas(of: {
  readonly counties: readonly NamedArea[];
  readonly townships: readonly NamedArea[];
}): ReadonlyMap<string, string> {
  const areas = of.counties.length > 1 ? of.counties : of.townships;
  return new Map(areas.map(({ name, code }) => [name, code]));
}

const sumKey = (answer: number, of: string, total: Total): string => `${answer}:${of}:${total}`;
const REGION = '';

function sumsOf(
  codes: readonly string[],
  { states, areas, isRange, hasRegion }: PublishedAnswer,
  answer: number,
): readonly PublishedSum[] {
  const from = (total: Total): readonly number[] =>
    [...codes.keys()].filter((at) => Number(states[at]) >= TOTALS[total]);
  const totals = Object.keys(TOTALS) as Total[];
  return totals.flatMap((total): readonly PublishedSum[] => {
    const all = from(total);
    const printed = isRange || total === 'drawn' ? areas : [];
    return [
      ...printed.map((area) => ({
        key: sumKey(answer, area, total),
        county: countyCodeOf(area),
        villages: all.filter((at) => codes[at]?.startsWith(area)),
      })),
      ...(hasRegion ? [{ key: sumKey(answer, REGION, total), county: null, villages: all }] : []),
    ];
  });
}

const numbersOf = (amounts: readonly HandoutAmount[]): readonly (number | null)[] =>
  amounts.map((each) => (typeof each === 'number' ? each : null));

/** What must not be published of villages and of all answers' sums together; by place of the answer. */
export function withheldOf(
  { codes, households, persons }: PeopleVillages,
  answers: readonly (PublishedAnswer | null)[],
  n: number,
): Withheld {
  const people = {
    counties: codes.map(countyCodeOf),
    households: numbersOf(households),
    persons: numbersOf(persons),
  };
  const sums = answers.flatMap((answer, at) => (answer ? sumsOf(codes, answer, at) : []));
  return withheldPeople(people, sums, n);
}

/** Whether a sum of an answer is withheld; null: the region's. */
export function isSumWithheld(
  { sums }: Withheld,
  answer: number,
  area: string | null,
  total: Total,
): boolean {
  return sums.has(sumKey(answer, area ?? REGION, total));
}

/** “<5”, “不公布” or the figure; 0 and gaps stay. */
export function publicAmount<T>(value: T, isWithheld: boolean, n: number): T | string {
  if (typeof value !== 'number' || value === 0) return value;
  if (value < n) return suppressedText('small', n);
  return isWithheld ? suppressedText('other', n) : value;
}

/** The same of an estimate, to the tenth that lists print. */
export function publicTenth<T>(value: T, isWithheld: boolean, n: number): T | number | string {
  const tenth = typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  return publicAmount(tenth, isWithheld, n);
}

const NOTHING = '不公布';
/** “不公布 户”, “不公布–不公布 户”. */
const UNIT_OF_NOTHING = /(不公布–)?不公布 [户人]/;

/** “≈3 户” → “<5 户”, “10–20 户” → “10–不公布”: 覆盖 in the value, 确定 and 最多 in the range. */
export function publicFigure(
  figure: ReportFigure,
  isWithheld: (total: Total) => boolean,
  n: number,
): ReportFigure {
  if (!/[户人]/.test(figure.value)) return figure;
  const text = (from: string, totals: readonly Total[]): string => {
    let place = 0;
    const made = from.replaceAll(/≈?([\d,]+(?:\.\d+)?)/g, (printed, digits: string) => {
      const total = totals[place++];
      const value = Number(digits.replaceAll(',', ''));
      const amount = publicAmount(value, total === undefined || isWithheld(total), n);
      return typeof amount === 'number' ? printed : amount;
    });
    return made.replace(UNIT_OF_NOTHING, NOTHING);
  };
  return {
    ...figure,
    value: text(figure.value, ['drawn']),
    range: text(figure.range, ['certain', 'most']),
  };
}

/** Name of the row over all areas. */
const REGION_ROW = '合计';

/** `isWithheld`: of the row's sum; true for a row whose sum was not reckoned with. A column that is withheld in every area is left out. */
export function publicTable(
  table: ReportTable,
  isWithheld: (row: ReportTable['rows'][number]) => boolean,
  n: number,
): ReportTable {
  const people = table.columns.filter(
    ({ heading, type }) => type === 'number' && isPeopleHeading(heading),
  );
  if (people.length === 0) return table;
  const rows = table.rows.map((row) => {
    const hides = isWithheld(row);
    const amounts = people.map(({ key }) => [key, publicAmount(row[key] ?? null, hides, n)]);
    return { ...row, ...Object.fromEntries(amounts) };
  });
  const areas = rows.filter(({ name }) => name !== REGION_ROW);
  const tellsNothing = (key: string): boolean =>
    areas.every((row) => row[key] === suppressedText('other', n));
  const columns = table.columns.filter(
    (column) => !people.includes(column) || !tellsNothing(column.key),
  );
  return { ...table, columns, rows };
}

/** Of a table by area with 合计 below: the row's sum of 覆盖 in an answer. Rows of other areas were not reckoned with. */
export function isRowWithheld(
  withheld: Withheld,
  answer: number,
  codeOfName: ReadonlyMap<string, string>,
): (row: ReportTable['rows'][number]) => boolean {
  return ({ name }) => {
    const area = name === REGION_ROW ? null : codeOfName.get(String(name ?? ''));
    return area === undefined || isSumWithheld(withheld, answer, area, 'drawn');
  };
}
