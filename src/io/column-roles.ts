// Which column holds what: first by headings, then by values for what no heading claims. A heading whose values can not
// be what it says is not believed. One role goes to one column, to the surest heading, then to the leftmost.
import { type ColumnValues, columnNumbers, median } from './column-values';
import { type HeadingSays, isVaguePoorHeading, roleOfHeading } from './column-headings';
import { tidyText } from './column-text';
import type { ColumnRole, ImportContext } from './import-choices';
import { isUnnamed } from './import-table';
import { countyStem, townshipStem } from './match-names';
import type { SourceCell } from './source-layer';

export interface RoleGuess {
  readonly role: ColumnRole;
  /** Chinese. */
  readonly evidence: string;
}

export interface ColumnSample {
  readonly heading: string;
  readonly values: ColumnValues;
  readonly cells: readonly SourceCell[];
}

/** Enough of the filled cells to speak for the column. */
const MOST_OF = 0.6;

/** Chinese words of the roles, as the wizard and the messages use them. */
export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  code: '行政区划代码',
  name: '名称',
  county: '县',
  township: '乡镇',
  x: '经度（东坐标）',
  y: '纬度（北坐标）',
  accuracy: '位置精度',
  site: '安置点',
  households: '总户数',
  persons: '总人口',
  poorHouseholds: '贫困户数',
  poorPersons: '贫困人口',
  povertyIncidence: '贫困发生率',
  attribute: '属性',
  ignore: '不导入',
};

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Why the values can not be what the heading says; null when they can. An empty column contradicts nothing. */
function contradiction(role: ColumnRole, values: ColumnValues): string | null {
  if (values.filled === 0) return null;
  const numeric = values.numbers + values.degreesMinutesSeconds;
  switch (role) {
    case 'code':
      return values.villageCodes + values.longDigits < 0.2 ? '值不像 12 位区划代码' : null;
    case 'name':
      return values.numbers > MOST_OF ? '值是数字，不像名称' : null;
    case 'x':
    case 'y':
      return numeric < 0.2 && values.pairs < MOST_OF ? '值不是坐标' : null;
    case 'households':
    case 'persons':
    case 'poorHouseholds':
    case 'poorPersons':
    case 'povertyIncidence':
      return values.numbers < 0.2 ? '值不是数字' : null;
    default:
      return null;
  }
}

interface Claim {
  readonly column: number;
  readonly says: HeadingSays;
}

function claimsOf(columns: readonly ColumnSample[], notes: string[]): readonly Claim[] {
  return columns.flatMap(({ heading, values }, column) => {
    const says = roleOfHeading(heading);
    if (says === null) return [];
    const against = contradiction(says.role, values);
    if (against === null) return [{ column, says }];
    notes[column] = `表头像「${ROLE_WORDS[says.role]}」，但${against}`;
    return [];
  });
}

/** A county or township column of codes is used only where none has names: the stem rules read both. */
function byHeadings(columns: readonly ColumnSample[], notes: string[]): Map<number, RoleGuess> {
  const guesses = new Map<number, RoleGuess>();
  const holder = new Map<ColumnRole, number>();
  const claims = claimsOf(columns, notes).toSorted(
    (a, b) => a.says.rank - b.says.rank || a.column - b.column,
  );
  for (const { column, says } of claims) {
    const { heading } = columns[column] as ColumnSample;
    const other = holder.get(says.role);
    if (other !== undefined && says.role !== 'ignore') {
      const first = columns[other]?.heading ?? '';
      notes[column] = `也像「${ROLE_WORDS[says.role]}」，已由「${first}」列担任，作为属性保留`;
      continue;
    }
    holder.set(says.role, column);
    guesses.set(column, { role: says.role, evidence: `表头「${heading}」` });
  }
  return guesses;
}

function firstFree(
  columns: readonly ColumnSample[],
  taken: ReadonlyMap<number, RoleGuess>,
  fits: (column: ColumnSample) => boolean,
): number | null {
  const at = columns.findIndex(
    (column, index) => !taken.has(index) && column.values.filled > 0 && fits(column),
  );
  return at < 0 ? null : at;
}

function shareIn(
  cells: readonly SourceCell[],
  stems: ReadonlySet<string>,
  stemOf: (name: string) => string,
): number {
  const texts = cells.map(tidyText).filter((text) => text !== '');
  const known = texts.filter((text) => stems.has(stemOf(text))).length;
  return texts.length === 0 ? 0 : known / texts.length;
}

/** Fills `guesses` with what only the values tell: codes, areas, names, coordinates. */
function byValues(
  columns: readonly ColumnSample[],
  guesses: Map<number, RoleGuess>,
  context: ImportContext,
): void {
  const has = (role: ColumnRole): boolean =>
    [...guesses.values()].some((each) => each.role === role);
  const give = (at: number | null, role: ColumnRole, evidence: string): void => {
    if (at !== null) guesses.set(at, { role, evidence });
  };
  if (!has('code')) {
    const at = firstFree(columns, guesses, ({ values }) => values.villageCodes > MOST_OF);
    const share = at === null ? 0 : (columns[at]?.values.villageCodes ?? 0);
    give(at, 'code', `${percent(share)}的值是 12 位数字`);
  }
  const counties = new Set(context.counties.map(({ name }) => countyStem(name)));
  const townships = new Set(context.townships.map(({ name }) => townshipStem(name)));
  if (!has('county')) {
    const fits = ({ cells, values }: ColumnSample): boolean =>
      values.numbers < MOST_OF && shareIn(cells, counties, countyStem) > MOST_OF;
    give(firstFree(columns, guesses, fits), 'county', '值是本区域的县名');
  }
  if (!has('township')) {
    const fits = ({ cells, values }: ColumnSample): boolean =>
      values.numbers < MOST_OF && shareIn(cells, townships, townshipStem) > MOST_OF;
    give(firstFree(columns, guesses, fits), 'township', '值是本区域的乡镇名');
  }
  if (!has('name')) {
    const at = firstFree(columns, guesses, ({ values }) => values.villageNames > MOST_OF);
    give(at, 'name', '值以「村」「村委会」或「社区」结尾');
  }
  if (!has('x') && !has('y')) coordinatesByValues(columns, guesses);
}

function coordinatesByValues(
  columns: readonly ColumnSample[],
  guesses: Map<number, RoleGuess>,
): void {
  const pair = firstFree(columns, guesses, ({ values }) => values.pairs > 0.9);
  const ranges: readonly (readonly [keyof ColumnValues, keyof ColumnValues, string])[] = [
    ['longitudes', 'latitudes', '度'],
    ['eastings', 'northings', '米'],
  ];
  for (const [east, north, unit] of ranges) {
    const x = firstFree(columns, guesses, ({ values }) => values[east] > 0.9);
    const y = firstFree(columns, guesses, ({ values }) => values[north] > 0.9);
    if (x === null || y === null || x === y) continue;
    guesses.set(x, { role: 'x', evidence: `值在东坐标（经度）的范围内，单位${unit}` });
    guesses.set(y, { role: 'y', evidence: `值在北坐标（纬度）的范围内，单位${unit}` });
    return;
  }
  if (pair !== null) guesses.set(pair, { role: 'x', evidence: '每格有一对坐标' });
}

/**
 * Two neighbouring count columns under 贫困 without 户 or 人: the one that is always smaller, by 1.5 to 6 times in the
 * middle, holds households.
 */
function vaguePoorColumns(columns: readonly ColumnSample[], guesses: Map<number, RoleGuess>): void {
  for (let at = 0; at + 1 < columns.length; at++) {
    const [a, b] = [columns[at], columns[at + 1]];
    if (a === undefined || b === undefined || guesses.has(at) || guesses.has(at + 1)) continue;
    const isVague = (column: ColumnSample): boolean =>
      isVaguePoorHeading(column.heading) || isUnnamed(column.heading);
    if (!isVaguePoorHeading(a.heading) || !isVague(b)) continue;
    const [left, right] = [columnNumbers(a.cells), columnNumbers(b.cells)];
    const ratios = [...left.keys()]
      .map((row) => (right[row] as number) / (left[row] as number))
      .filter(Number.isFinite);
    const middle = median(ratios) ?? 0;
    const least = Math.min(...ratios);
    if (least < 1 || middle < 1.5 || middle > 6) continue;
    const evidence = `表头没有写明；右列与左列之比中位为 ${middle.toFixed(1)}，像每户人数`;
    guesses.set(at, { role: 'poorHouseholds', evidence });
    guesses.set(at + 1, { role: 'poorPersons', evidence });
  }
}

/** In a table that names nothing but sites, these are what its rows are about. */
function siteAsName(guesses: Map<number, RoleGuess>): void {
  const all = [...guesses];
  if (all.some(([, { role }]) => role === 'name')) return;
  const site = all.find(([, { role }]) => role === 'site');
  if (site !== undefined) guesses.set(site[0], { ...site[1], role: 'name' });
}

/** One guess a column, in file order. */
export function guessRoles(
  columns: readonly ColumnSample[],
  context: ImportContext,
): readonly RoleGuess[] {
  const notes: string[] = [];
  const guesses = byHeadings(columns, notes);
  vaguePoorColumns(columns, guesses);
  byValues(columns, guesses, context);
  siteAsName(guesses);
  return columns.map((column, at) => {
    const guess = guesses.get(at);
    if (guess !== undefined) return guess;
    const empty = column.values.filled === 0 ? '整列为空' : '作为属性保留';
    return {
      role: column.values.filled === 0 ? 'ignore' : 'attribute',
      evidence: notes[at] ?? empty,
    };
  });
}
