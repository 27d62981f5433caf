// What we think of a source layer before the user says anything: headings, roles, units, use and coordinate system, each
// with its evidence. Pure; the wizard shows it, `cuntu inspect` takes it as it is.
import { type RoleGuess, guessRoles } from './column-roles';
import { tidyText } from './column-text';
import { guessUnit } from './column-units';
import { columnValues, median, sampled } from './column-values';
import { headingKey } from './column-headings';
import type { ColumnChoice, ColumnRole, ImportChoices, ImportContext } from './import-choices';
import { type TableParts, cellsOf, figureColumns, tableParts, unitRemark } from './import-columns';
import { relocationColumns } from './relocation-columns';
import type { CrsWeighing } from './guess-crs';
import { layerCrs } from './import-crs';
import { positionColumns, positionDecimals, rowPosition } from './import-positions';
import { findShape } from './import-table';
import { guessUse } from './import-use';
import { VillageMatcher, countyNamedIn } from './match-villages';
import type { SourceLayer, SourceRow } from './source-layer';

/** Roles and units that the user gave to the same headings before, by heading; kept under `key`. */
export type RememberedColumns = ReadonlyMap<string, Pick<ColumnChoice, 'role' | 'unit'>>;

export interface ImportSuggestion {
  readonly choices: ImportChoices;
  /** Ways to read the coordinates, best first (none for a layer without), and whether to ask. */
  readonly crs: CrsWeighing;
  /** Chinese: why this use. */
  readonly useEvidence: string;
  /** A plain table in which no column says what a row is about: a sheet of remarks, not of data. */
  readonly isRemarks: boolean;
  /** Under which corrections of the columns are remembered. */
  readonly key: string;
}

/** A point of unknown making is not called better than this. */
export const USUAL_ACCURACY_METRES = 50;
const METRES_A_DEGREE = 111_320;
const FULL_DECIMALS = 4;

/** Coordinates printed with few decimals are coarse: 111.21 is known to half a kilometre at best. */
function accuracyOf(rows: readonly SourceRow[], roles: readonly ColumnRole[]): number {
  const columns = positionColumns(roles);
  if (columns === null) return USUAL_ACCURACY_METRES;
  const decimals = rows.flatMap((row) => {
    const position = rowPosition(row, columns);
    const isDegrees = position?.kind === 'point' && Math.abs(position.x) <= 180;
    return isDegrees && row.geometry === null ? [positionDecimals(row, columns)] : [];
  });
  const usual = median(decimals) ?? FULL_DECIMALS;
  if (usual >= FULL_DECIMALS) return USUAL_ACCURACY_METRES;
  return Math.max(USUAL_ACCURACY_METRES, Math.ceil(METRES_A_DEGREE / 10 ** usual));
}

function columnChoices(
  parts: TableParts,
  guesses: readonly RoleGuess[],
  rows: readonly SourceRow[],
  remembered: RememberedColumns | undefined,
): readonly ColumnChoice[] {
  const roles = guesses.map(
    ({ role }, at) => remembered?.get(parts.headings[at] ?? '')?.role ?? role,
  );
  const figures = figureColumns(roles, rows);
  const remark = unitRemark(parts.above);
  return parts.headings.map((heading, at) => {
    const before = remembered?.get(heading);
    if (before !== undefined) {
      return { heading, ...before, evidence: '上次对同样的表头这样选择' };
    }
    const guess = guesses[at] as RoleGuess;
    const unit = guessUnit(guess.role, heading, remark, figures);
    const evidence = [guess.evidence, unit.evidence].filter((each) => each !== '').join('；');
    return { heading, role: guess.role, unit: unit.unit, evidence };
  });
}

/** "# 本文件坐标：GCJ-02 …，由 WGS84 换算": what a remark says of the numbers, without what they were made from. */
function statedBelow({ remarks }: TableParts): readonly string[] {
  return remarks.flatMap(({ cells }) => {
    const text = cells.map(tidyText).join(' ');
    return text.includes('坐标') ? [text.split('由')[0] ?? ''] : [];
  });
}

/** Roles that say which thing a row is about, where it is, or how much. */
function isAbout(role: ColumnRole): boolean {
  return !['attribute', 'ignore', 'county', 'township', 'accuracy'].includes(role);
}

/**
 * Guesses everything about a layer. `fileName` and the layer's name give words for use and county; `shape` is where the
 * user says that the headings are, in place of the guess.
 */
export function suggestChoices(
  layer: SourceLayer,
  fileName: string,
  context: ImportContext,
  remembered?: RememberedColumns,
  shape = findShape(layer),
): ImportSuggestion {
  const parts = tableParts(layer, shape);
  const rows = sampled(parts.body);
  const samples = parts.headings.map((heading, at) => {
    const cells = cellsOf(rows, at);
    return { heading, cells, values: columnValues(cells) };
  });
  const guessed = columnChoices(parts, guessRoles(samples, context), rows, remembered);
  const titles = [fileName, layer.name, ...parts.above];
  const isPlain = layer.headings === null && rows.every(({ geometry }) => geometry === null);
  const use = guessUse(guessed, rows, titles, isPlain);
  const isList = use.use === 'relocation' && remembered === undefined;
  const isNumeric = (at: number): boolean => samples[at]?.values.numbers !== 0;
  const columns = isList ? relocationColumns(guessed, isNumeric) : guessed;
  const roles = columns.map(({ role }) => role);
  const coordinates = columns.filter(({ role }) => role === 'x' || role === 'y');
  const texts = [coordinates.map(({ heading }) => heading), parts.above, statedBelow(parts)];
  const matcher = new VillageMatcher(context, countyNamedIn(titles, context));
  const weighing = layerCrs(layer, rows, columns, texts, context, matcher);
  const [crs] = weighing.guesses;
  return {
    choices: {
      ...shape,
      columns,
      crs: crs?.crs ?? 'wgs84',
      crsEvidence: crs?.evidence ?? '没有坐标',
      axesSwapped: crs?.axesSwapped ?? false,
      use: use.use,
      projectKind: use.projectKind,
      accuracyMetres: accuracyOf(rows, roles),
      allowOutside: false,
      matches: new Map(),
      addsUnknown: false,
    },
    crs: weighing,
    useEvidence: use.evidence,
    isRemarks: layer.headings === null && (rows.length === 0 || !roles.some(isAbout)),
    key: headingKey(parts.headings),
  };
}
