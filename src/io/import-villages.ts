// A table's rows as villages: matched, positions to WGS84, figures in plain units. Nothing is dropped silently: a row that
// is not taken is refused with its reason, and a row that matched nothing is listed with its best guesses besides.
//
// Two rows about one village: when they say the same, one is taken; when they do not, nobody knows which is right and all
// are refused. So the order of rows never matters. A relocation list alone adds them up (relocation-rows).
import { containsTest } from '../geo/area';
import { pointDistanceMetres } from '../geo/neighbours';
import type { ImportedVillage } from '../domain/imported';
import type { LngLat } from '../domain/lng-lat';
import type { Village, VillageKind } from '../domain/village';
import { parseCrs } from './crs';
import { type Converter, converterFrom } from './crs-convert';
import { readNumber, tidyText } from './column-text';
import type { ImportChoices, ImportContext, UnmatchedRow } from './import-choices';
import { chosenFigures, isEmptyFigures, readFigures } from './import-figures';
import type { ImportPace } from './import-pace';
import { positionColumns, rowPosition } from './import-positions';
import type { Finding, ImportProblems } from './import-problems';
import { matchInput } from './match-rows';
import { bareName, officeOf } from './match-names';
import type { RowMatch, VillageMatcher } from './match-villages';
import {
  type Roster,
  groupedRows,
  mergedEntries,
  rosterFigures,
  rosterOf,
} from './relocation-rows';
import type { SourceRow } from './source-layer';

export interface VillageRows {
  readonly villages: readonly ImportedVillage[];
  readonly unmatched: readonly UnmatchedRow[];
}

/** A point this much farther from the known place than both accuracies allow, and in another county, is told. */
const FAR_METRES = 3000;

/** A list of who moves places nobody. */
const NOWHERE = { kind: 'none' } as const;

interface Reader {
  readonly choices: ImportChoices;
  readonly context: ImportContext;
  readonly problems: ImportProblems;
  readonly convert: Converter;
  readonly figures: ReturnType<typeof chosenFigures>;
  readonly places: ReturnType<typeof positionColumns>;
  readonly accuracyColumn: number;
  /** null in any table but a relocation list. */
  readonly roster: Roster | null;
  /** −1 in any table but a relocation list. */
  readonly siteColumn: number;
  /** Name of the county around a place; empty outside all. */
  readonly countyAt: (position: LngLat) => string;
  /** Rows with a sign for "no figure", by heading. */
  readonly noData: Map<string, number[]>;
}

/** Counties are prepared when the first place is asked for: few tables have one far from its village. */
function countyFinder(context: ImportContext): (position: LngLat) => string {
  const prepared = () =>
    context.counties.map(({ name, geometry }) => ({ name, contains: containsTest(geometry) }));
  let counties: ReturnType<typeof prepared> | null = null;
  return (position) =>
    (counties ??= prepared()).find(({ contains }) => contains([...position]))?.name ?? '';
}

interface Place {
  readonly position: LngLat;
  readonly accuracyMetres: number;
}

type PlaceReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'fault'; readonly finding: Finding; readonly column: string | undefined };

function isInRegion([west, south, east, north]: ImportContext['bbox'], at: LngLat): boolean {
  return at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north;
}

function outsideFinding(x: number, y: number): Finding {
  const isZero = x === 0 && y === 0;
  return {
    code: 'position-outside',
    what: isZero ? '坐标是「0, 0」，像是没有填写' : `坐标「${x}, ${y}」不在本区域范围内`,
    mend: isZero
      ? '请补上坐标，没有坐标就留空。'
      : '请核对坐标、坐标系和经纬度的先后；确实在区域之外的，勾选「允许区域外的点」后再导入。',
  };
}

function readPlace(
  reader: Reader,
  row: SourceRow,
  read: ReturnType<typeof rowPosition>,
): PlaceReading {
  const { choices, context } = reader;
  if (read === null) {
    const finding = {
      code: 'position-not-point',
      what: '几何不是点',
      mend: '村的位置要用点；线和面请作为项目、产业区或参考图层导入。',
    };
    return { kind: 'fault', finding, column: undefined };
  }
  if (read.kind === 'none') return { kind: 'none' };
  if (read.kind === 'fault') {
    const finding = { code: 'position-unreadable', what: read.what, mend: read.mend };
    const column = read.column === null ? undefined : choices.columns[read.column]?.heading;
    return { kind: 'fault', finding, column };
  }
  const [x, y] = choices.axesSwapped ? [read.y, read.x] : [read.x, read.y];
  const converted = reader.convert(x, y);
  if (!converted.ok) {
    const isZero = x === 0 && y === 0;
    const finding = isZero
      ? outsideFinding(x, y)
      : {
          code: 'position-crs',
          what: `坐标 ${converted.what}`,
          mend: '请核对该行坐标，或在「坐标与列」一步改选坐标系。',
        };
    return { kind: 'fault', finding, column: undefined };
  }
  const { position } = converted;
  if (!choices.allowOutside && !isInRegion(context.bbox, position)) {
    return { kind: 'fault', finding: outsideFinding(read.x, read.y), column: undefined };
  }
  return { kind: 'place', place: { position, accuracyMetres: accuracyOf(reader, row) } };
}

function accuracyOf(reader: Reader, row: SourceRow): number {
  const { accuracyColumn: at, choices } = reader;
  if (at < 0) return choices.accuracyMetres;
  const cell = row.cells[at] ?? null;
  const read = readNumber(typeof cell === 'string' ? cell.replace(/(米|m)\s*$/i, '') : cell);
  if (read.kind === 'blank' || read.kind === 'no-data') return choices.accuracyMetres;
  if (read.kind === 'number' && read.value >= 0) return read.value;
  const what = `位置精度「${tidyText(cell)}」不是 0 或更大的米数，按 ${choices.accuracyMetres} 米处理`;
  const mend = '请填写米数，如 50。';
  reader.problems.warn(row.row, { code: 'accuracy', what, mend }, choices.columns[at]?.heading);
  return choices.accuracyMetres;
}

/** A place in another county than the village's, and far from where the region has it. */
function warnFar(
  reader: Reader,
  row: number,
  village: Village,
  { position, accuracyMetres }: Place,
): void {
  const metres = pointDistanceMetres(position, village.position);
  if (metres <= village.positionAccuracyMetres + accuracyMetres + FAR_METRES) return;
  const own = reader.context.counties.find(({ code }) => code === village.countyCode)?.name ?? '';
  const at = reader.countyAt(position);
  if (at === own) return;
  const where = at === '' ? '不在任何县内' : `在${at}`;
  const kilometres = (metres / 1000).toFixed(1);
  reader.problems.warn(row, {
    code: 'position-other-county',
    what: `坐标${where}，「${village.name}」属于${own}，离原有位置 ${kilometres} 公里`,
    mend: '请核对坐标和匹配到的村。',
  });
}

function kindOf(name: string): VillageKind {
  return officeOf(name) === 'residents' ? 'residents-committee' : 'village-committee';
}

interface Matched {
  readonly code: string;
  readonly name: string;
  readonly village: Village | null;
  readonly added: ImportedVillage['added'];
}

function matchedOf(match: RowMatch, printedName: string): Matched | null {
  if (match.kind === 'matched') {
    const { village } = match;
    return { code: village.code, name: village.name, village, added: null };
  }
  if (match.kind !== 'new') return null;
  const { code, townshipCode, countyCode } = match;
  const added = { kind: kindOf(printedName), townshipCode, countyCode };
  return { code, name: printedName === '' ? code : printedName, village: null, added };
}

/** One row → a village; null when it was refused. */
function readRow(
  reader: Reader,
  row: SourceRow,
  matched: Matched,
  position: ReturnType<typeof rowPosition>,
): ImportedVillage | null {
  const { problems, roster, siteColumn } = reader;
  const reading = readFigures(row.cells, reader.figures);
  for (const heading of reading.noData) {
    const rows = reader.noData.get(heading);
    if (rows === undefined) reader.noData.set(heading, [row.row]);
    else rows.push(row.row);
  }
  const place = readPlace(reader, row, position);
  const isBare = isEmptyFigures(reading.figures);
  if (place.kind === 'fault') {
    if (isBare || matched.added !== null) {
      problems.refuse(row.row, place.finding, place.column);
      return null;
    }
    const what = `${place.finding.what}，只导入其余数据，位置不变`;
    problems.warn(row.row, { ...place.finding, what }, place.column);
  }
  for (const { column, ...finding } of reading.findings) problems.warn(row.row, finding, column);
  if (place.kind === 'none' && matched.added !== null) {
    const what = `新村「${matched.name}」没有坐标`;
    problems.refuse(row.row, {
      code: 'new-without-position',
      what,
      mend: '请补上坐标，或改选已有的村。',
    });
    return null;
  }
  if (place.kind === 'none' && isBare && roster === null) {
    const what = '没有坐标也没有任何数据';
    problems.refuse(row.row, { code: 'row-empty', what, mend: '请补上坐标或数据，或删去该行。' });
    return null;
  }
  const at = place.kind === 'place' ? place.place : null;
  const siteName = tidyText(row.cells[siteColumn] ?? null);
  if (at !== null && matched.village !== null) warnFar(reader, row.row, matched.village, at);
  return {
    code: matched.code,
    name: matched.name,
    position: at?.position ?? null,
    positionAccuracyMetres: at?.accuracyMetres ?? null,
    figures: roster === null ? reading.figures : rosterFigures(roster, row, reading.figures),
    row: row.row,
    ...(siteName !== '' && { siteName }),
    added: matched.added,
  };
}

function sayNoData(reader: Reader): void {
  for (const [heading, rows] of reader.noData) {
    const what = `${reader.problems.rowsWords(rows)}写作「—」「/」「无」一类，按没有数据处理，不当作 0`;
    reader.problems.note(
      { code: 'figure-no-data', what, mend: '确实是 0 的，请在原表中写 0。' },
      heading,
    );
  }
}

/** What two rows about one village must agree in. */
function contentKey({ position, positionAccuracyMetres, figures }: ImportedVillage): string {
  return JSON.stringify([position, positionAccuracyMetres, figures]);
}

/** Keeps one row a village; refuses the others, and all when they differ. */
function withoutDuplicates(
  villages: readonly ImportedVillage[],
  problems: ImportProblems,
): readonly ImportedVillage[] {
  if (new Set(villages.map(({ code }) => code)).size === villages.length) return villages;
  return groupedRows(villages, ({ code }) => code).flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => a.row - b.row);
    if (first === undefined || others.length === 0) return group;
    const isSame = others.every((each) => contentKey(each) === contentKey(first));
    const rows = group.map(({ row }) => row);
    const about = `「${first.name}」（${first.code}）`;
    if (isSame) {
      for (const { row } of others) {
        const what = `${about}与${problems.rowWords(first.row)}重复，内容相同，只取一次`;
        problems.refuse(row, {
          code: 'duplicate-same',
          what,
          mend: '无需处理；请在原表中删去重复的行。',
        });
      }
      return [first];
    }
    for (const { row } of group) {
      const rest = problems.rowsWords(rows.filter((each) => each !== row));
      const what = `${about}与${rest}是同一个村，内容不同，不知道哪一行对，都没有导入`;
      problems.refuse(row, {
        code: 'duplicate-differs',
        what,
        mend: '请在原表中只留下正确的一行，或改正代码。',
      });
    }
    return [];
  });
}

/** Reads the rows of a village table. `rows` are those about things, merged cells filled. */
export async function readVillageRows(
  rows: readonly SourceRow[],
  choices: ImportChoices,
  context: ImportContext,
  matcher: VillageMatcher,
  problems: ImportProblems,
  pace: ImportPace,
): Promise<VillageRows> {
  const crs = parseCrs(choices.crs);
  const roles = choices.columns.map(({ role }) => role);
  const match = matchInput(roles);
  const nameColumn = roles.indexOf('name');
  const isListed = choices.use === 'relocation';
  const reader: Reader = {
    choices,
    context,
    problems,
    convert: crs.ok ? converterFrom(crs.value) : () => ({ ok: false, what: '坐标系不能使用' }),
    figures: chosenFigures(choices.columns),
    places: positionColumns(roles),
    roster: isListed ? rosterOf(choices.columns) : null,
    siteColumn: isListed ? roles.indexOf('site') : -1,
    accuracyColumn: roles.indexOf('accuracy'),
    countyAt: countyFinder(context),
    noData: new Map(),
  };
  /** `newCode`: of a row that is no known village and may become a new one. */
  const matchedRow = (row: SourceRow) => {
    const input = match.of(row.cells, choices.matches.get(row.row) ?? null);
    const found = matcher.match(input);
    const isOpen = found.kind === 'none' || found.kind === 'several';
    const position = isListed ? NOWHERE : rowPosition(row, reader.places);
    const newCode = isOpen && position?.kind === 'point' ? matcher.newCode(input) : null;
    if (newCode === null || !choices.addsUnknown) return { input, found, position, newCode };
    const added = match.of(row.cells, newCode);
    return { input: added, found: matcher.match(added), position, newCode };
  };
  const villages: ImportedVillage[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const [at, row] of rows.entries()) {
    const turn = pace.step(at, rows.length);
    if (turn !== undefined) await turn;
    const { input, found, position, newCode } = matchedRow(row);
    const matched = matchedOf(found, bareName(row.cells[nameColumn] ?? null));
    if (matched === null) {
      if (found.kind === 'none' || found.kind === 'several') {
        unmatched.push({ ...unmatchedRow(row, found, input), newCode });
        problems.refuse(row.row, {
          code: `match-${found.kind}`,
          what: reasonWith(found),
          mend: found.mend,
        });
      }
      continue;
    }
    if (found.kind === 'matched') for (const doubt of found.doubts) problems.warn(row.row, doubt);
    const village = readRow(reader, row, matched, position);
    if (village !== null) villages.push(village);
  }
  sayNoData(reader);
  const { roster } = reader;
  const once =
    roster === null
      ? withoutDuplicates(villages, problems)
      : mergedEntries(villages, rows, roster, problems);
  return { villages: once, unmatched };
}

type Unmatched = Extract<RowMatch, { kind: 'none' | 'several' }>;

function reasonWith({ reason, candidates }: Unmatched): string {
  if (candidates.length === 0) return reason;
  const named = candidates.map(({ name, code }) => `${name}（${code}）`).join('、');
  return `${reason}；可能是：${named}`;
}

function unmatchedRow(
  row: SourceRow,
  { reason, candidates }: Unmatched,
  input: ReturnType<ReturnType<typeof matchInput>['of']>,
): Omit<UnmatchedRow, 'newCode'> {
  const printed = [input.county, input.township, input.name, input.code]
    .map(tidyText)
    .filter((text) => text !== '')
    .join(' ');
  return {
    row: row.row,
    printed,
    reason,
    candidates: candidates.map(({ code, name }) => ({ code, name })),
  };
}
