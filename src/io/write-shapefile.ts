// An export table as a zip of shapefiles: one layer a geometry type (_点, _多点, _线, _面), each with .shp .shx .dbf .cpg and, where
// the system has one, .prj; 字段对照.txt tells the full headings, 说明.txt the sources. Text is UTF-8.
import { type Zippable, strToU8, zipSync } from 'fflate';
import type { Geometry } from 'geojson';
import type { Problem } from '../domain/problem';
import type { ExportCell } from './export-table';
import { simpleParts } from './export-table';
import { fileStem } from './file-name';
import { type PreparedRow, type PreparedTable, exportNote } from './prepare-export';
import { type DbfField, type DbfLosses, dbfBytes, dbfFields } from './write-dbf';
import { type ShapeKind, shapeFiles } from './write-shp';
import { ABOUT_FILE, NAMES_FILE, NAMES_HEADING } from './shapefile-names';
import type { Written } from './written';

const SUFFIXES: Readonly<Record<ShapeKind, string>> = {
  point: '点',
  multipoint: '多点',
  line: '线',
  area: '面',
};

interface ShapeRow {
  readonly cells: readonly ExportCell[];
  readonly geometry: Geometry | null;
}

function kindOf(type: Exclude<Geometry['type'], 'GeometryCollection'>): ShapeKind {
  if (type === 'Point') return 'point';
  if (type === 'MultiPoint') return 'multipoint';
  return type === 'LineString' || type === 'MultiLineString' ? 'line' : 'area';
}

/** Rows by kind; a collection gives a row a part. Rows without geometry go with the kind that has most rows. */
function byKind(rows: readonly PreparedRow[]): ReadonlyMap<ShapeKind, readonly ShapeRow[]> {
  const found = new Map<ShapeKind, ShapeRow[]>();
  const without: ShapeRow[] = [];
  for (const { cells, geometry } of rows) {
    const parts = geometry === null ? [] : simpleParts(geometry);
    if (parts.length === 0) without.push({ cells, geometry: null });
    for (const part of parts) {
      const list = found.get(kindOf(part.type)) ?? [];
      list.push({ cells, geometry: part });
      found.set(kindOf(part.type), list);
    }
  }
  const most = [...found.values()].toSorted((a, b) => b.length - a.length)[0];
  most?.push(...without);
  return found;
}

function hasHeight(rows: readonly PreparedRow[]): boolean {
  const isHigh = (value: unknown): boolean =>
    Array.isArray(value) &&
    (typeof value[0] === 'number' ? value.length > 2 : value.some((inner) => isHigh(inner)));
  return rows.some(
    ({ geometry }) =>
      geometry !== null && simpleParts(geometry).some(({ coordinates }) => isHigh(coordinates)),
  );
}

function lossNotes({ cutTexts, lostNumbers }: DbfLosses): readonly Problem[] {
  const other = '要完整的内容，请选 GeoJSON、XLSX 或 CSV。';
  const cut = `有 ${cutTexts} 个单元格的文字超过 Shapefile 的上限（254 字节，约 84 个汉字），已在字间截短。`;
  const lost = `有 ${lostNumbers} 个数字太长，Shapefile 存不下，留空。`;
  return [
    ...(cutTexts > 0 ? [exportNote('shapefile-text-cut', cut, other)] : []),
    ...(lostNumbers > 0 ? [exportNote('shapefile-number-lost', lost, other)] : []),
  ];
}

function formatNotes(
  table: PreparedTable,
  fields: readonly DbfField[],
  kinds: number,
): readonly Problem[] {
  const renamed = fields.filter(({ name, heading }) => name !== heading).length;
  const names = `Shapefile 的字段名最多 10 字节，${renamed} 个字段名改短了，对照见压缩包内“字段对照.txt”。`;
  const heights = exportNote(
    'shapefile-height',
    '高程没有写入，只写平面坐标。',
    '要带高程，请选 GeoJSON 或 KML。',
  );
  const split = exportNote(
    'shapefile-split',
    `图形有 ${kinds} 种，Shapefile 一个文件只存一种，已分成 ${kinds} 个图层。`,
    '一并打开即为全部。',
  );
  const noPrj = exportNote(
    'shapefile-no-prj',
    `${table.crs.title}没有通用的 .prj 写法，压缩包内不带 .prj。`,
    '再次打开时请手工指定坐标系，见“说明.txt”。',
  );
  return [
    ...(renamed > 0 ? [exportNote('shapefile-fields', names, '想保留全名，请选 GeoJSON。')] : []),
    ...(hasHeight(table.rows) ? [heights] : []),
    ...(kinds > 1 ? [split] : []),
    ...(table.crs.wkt === null ? [noPrj] : []),
  ];
}

const TYPE_WORDS = { C: '文字', N: '数字' } as const;

function mappingText(fields: readonly DbfField[]): string {
  const lines = fields.map(({ name, heading, type }) => `${name}\t${heading}\t${TYPE_WORDS[type]}`);
  return `\uFEFF${[NAMES_HEADING, ...lines].join('\r\n')}\r\n`;
}

/** `day`: ISO date of the file. Throws on a table without any geometry: there would be no layer. */
export function writeShapefileExport(table: PreparedTable, day: string): Written {
  const stem = fileStem(table.title);
  const fields = dbfFields(
    table.columns,
    table.rows.map(({ cells }) => cells),
  );
  const layers = byKind(table.rows);
  if (layers.size === 0) throw new Error(`no geometry among ${table.rows.length} rows`);
  const files: Zippable = {};
  let losses: DbfLosses = { cutTexts: 0, lostNumbers: 0 };
  for (const [kind, rows] of layers) {
    const name = `${stem}_${SUFFIXES[kind]}`;
    const { shp, shx } = shapeFiles(
      kind,
      rows.map(({ geometry }) => geometry),
    );
    const dbf = dbfBytes(
      fields,
      rows.map(({ cells }) => cells),
      day,
    );
    losses = {
      cutTexts: losses.cutTexts + dbf.losses.cutTexts,
      lostNumbers: losses.lostNumbers + dbf.losses.lostNumbers,
    };
    files[`${name}.shp`] = shp;
    files[`${name}.shx`] = shx;
    files[`${name}.dbf`] = dbf.bytes;
    files[`${name}.cpg`] = strToU8('UTF-8');
    if (table.crs.wkt !== null) files[`${name}.prj`] = strToU8(table.crs.wkt);
  }
  files[NAMES_FILE] = strToU8(mappingText(fields));
  files[ABOUT_FILE] = strToU8(`\uFEFF${[table.title, ...table.about].join('\r\n')}\r\n`);
  // Noon, so that no time zone makes it another day.
  const bytes = zipSync(files, { mtime: `${day}T12:00:00` });
  return { bytes, notes: [...lossNotes(losses), ...formatNotes(table, fields, layers.size)] };
}
