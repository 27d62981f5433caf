// A layer's rows as things with a place: projects, relocation sites, zones or a plain reference layer.
import type { Geometry } from 'geojson';
import type { ImportedFeature } from '../domain/imported';
import { parseCrs } from './crs';
import { type Converter, converterFrom } from './crs-convert';
import { tidyText } from './column-text';
import type { ImportChoices, ImportContext } from './import-choices';
import { readGeometry } from './import-geometry';
import type { ImportPace } from './import-pace';
import { positionColumns, rowPosition } from './import-positions';
import type { Finding, ImportProblems } from './import-problems';
import type { SourceRow } from './source-layer';

const MEND_OUTSIDE = '请核对坐标和坐标系；确实在区域之外的，勾选「允许区域外的点」后再导入。';

interface Reader {
  readonly choices: ImportChoices;
  readonly context: ImportContext;
  readonly problems: ImportProblems;
  readonly convert: Converter;
  readonly places: ReturnType<typeof positionColumns>;
  readonly nameColumn: number;
}

type Placed =
  | { readonly ok: true; readonly geometry: Geometry }
  | { readonly ok: false; readonly finding: Finding; readonly column?: string };

/** The row's geometry in the file's coordinates, or a point from its coordinate columns. */
function placed(reader: Reader, row: SourceRow): Placed {
  if (row.geometry !== null) return { ok: true, geometry: row.geometry };
  const position = rowPosition(row, reader.places);
  if (position?.kind === 'point') {
    return { ok: true, geometry: { type: 'Point', coordinates: [position.x, position.y] } };
  }
  if (position?.kind !== 'fault') {
    const mend = '请在原软件中补上几何或坐标，或删去该行。';
    return { ok: false, finding: { code: 'geometry-empty', what: '没有几何也没有坐标', mend } };
  }
  const finding = { code: 'position-unreadable', what: position.what, mend: position.mend };
  const column =
    position.column === null ? undefined : reader.choices.columns[position.column]?.heading;
  return column === undefined ? { ok: false, finding } : { ok: false, finding, column };
}

/** Zones are areas; points and lines have no inside. */
function kindFinding(choices: ImportChoices, geometry: Geometry): Finding | null {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  if (choices.use !== 'zones' || isArea) return null;
  return {
    code: 'geometry-not-area',
    what: '产业区要用面，该要素不是面',
    mend: '请改作项目、安置点或参考图层导入，或在原软件中改成面。',
  };
}

/** The name column's text, else "第 3 行". */
function nameOf(reader: Reader, row: SourceRow): string {
  const own = tidyText(row.cells[reader.nameColumn] ?? null);
  return own === '' ? reader.problems.rowWords(row.row) : own;
}

function attributesOf({ columns }: ImportChoices, row: SourceRow): ImportedFeature['attributes'] {
  return columns.flatMap(({ heading, role }, at): readonly (readonly [string, string])[] => {
    const text = tidyText(row.cells[at] ?? null);
    return role === 'ignore' || text === '' ? [] : [[heading, text]];
  });
}

function readFeature(reader: Reader, row: SourceRow): ImportedFeature | null {
  const { choices, problems, context } = reader;
  const source = placed(reader, row);
  if (!source.ok) {
    problems.refuse(row.row, source.finding, source.column);
    return null;
  }
  const reading = readGeometry(source.geometry, reader.convert, choices.axesSwapped, context.bbox);
  const wrongKind = kindFinding(choices, source.geometry);
  if (wrongKind !== null) {
    problems.refuse(row.row, wrongKind);
    return null;
  }
  if (!reading.ok) {
    problems.refuse(row.row, reading.finding);
    return null;
  }
  if (reading.inside === 0 && !choices.allowOutside) {
    const what = '全部坐标都不在本区域范围内';
    problems.refuse(row.row, { code: 'position-outside', what, mend: MEND_OUTSIDE });
    return null;
  }
  for (const finding of reading.findings) problems.warn(row.row, finding);
  if (reading.inside < reading.positions && !choices.allowOutside) {
    const outside = reading.positions - reading.inside;
    const what = `${reading.positions} 个坐标点中有 ${outside} 个在本区域范围之外`;
    problems.warn(row.row, {
      code: 'position-partly-outside',
      what,
      mend: '请核对；确实伸出区域的无需处理。',
    });
  }
  return {
    id: `f${row.row}`,
    name: nameOf(reader, row),
    geometry: reading.geometry,
    attributes: attributesOf(choices, row),
    row: row.row,
  };
}

/** Copies of one thing: the first stays. */
function withoutCopies(
  features: readonly ImportedFeature[],
  problems: ImportProblems,
): readonly ImportedFeature[] {
  const first = new Map<string, number>();
  return features.filter(({ name, geometry, attributes, row }) => {
    const key = JSON.stringify([name, geometry, attributes]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      return true;
    }
    const what = `「${name}」与${problems.rowWords(before)}完全相同，只取一次`;
    problems.refuse(row, {
      code: 'duplicate-same',
      what,
      mend: '无需处理；请在原文件中删去重复的要素。',
    });
    return false;
  });
}

/** Reads the rows of any layer that is not about villages. */
export async function readFeatureRows(
  rows: readonly SourceRow[],
  choices: ImportChoices,
  context: ImportContext,
  problems: ImportProblems,
  pace: ImportPace,
): Promise<readonly ImportedFeature[]> {
  const crs = parseCrs(choices.crs);
  const roles = choices.columns.map(({ role }) => role);
  const isOfSites = choices.use === 'sites' && roles.includes('site');
  const reader: Reader = {
    choices,
    context,
    problems,
    convert: crs.ok ? converterFrom(crs.value) : () => ({ ok: false, what: '坐标系不能使用' }),
    places: positionColumns(roles),
    nameColumn: roles.indexOf(isOfSites ? 'site' : 'name'),
  };
  const features: ImportedFeature[] = [];
  for (const [at, row] of rows.entries()) {
    const turn = pace.step(at, rows.length);
    if (turn !== undefined) await turn;
    const feature = readFeature(reader, row);
    if (feature !== null) features.push(feature);
  }
  return withoutCopies(features, problems);
}
