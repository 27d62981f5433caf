// A shapefile from its companions (.shp, .dbf, .prj, .cpg), or a lone .dbf as a plain table. shpjs 6.2.0 was tried in place
// of our two readers: see shp-shapes.ts and dbf-table.ts.
import type { Problem } from '../domain/problem';
import { declaredCrsOf, declaredCrsProblem } from './crs';
import { type DbfTable, readDbf } from './dbf-table';
import { decodeText } from './decode-text';
import { CellCount, VertexCount } from './limits';
import { BrokenFile, type LayersOutcome, fileNote, refuseFile } from './read-layers';
import { type ShpShapes, readShp } from './shp-shapes';
import type { DeclaredCrs, SourceCell, SourceRow } from './source-layer';

/** Bytes of the companions; null where there is none. */
export interface ShapefileParts {
  /** Of messages: the .shp, or the .dbf without one. */
  readonly fileName: string;
  readonly shp: Uint8Array | null;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
  /** Full headings by field name, of our own exports. */
  readonly fieldNames: ReadonlyMap<string, string> | null;
}

const PACK_TOGETHER = '请把 .shp、.dbf、.prj、.cpg 一起选中，或打包成 zip。';

function tableNotes(table: DbfTable, parts: ShapefileParts): Problem[] {
  const file = parts.fileName;
  const notes: Problem[] = [];
  if (table.ignoredCodePage !== null) {
    const what = `.cpg 写的编码是「${table.ignoredCodePage.trim().slice(0, 20)}」，与内容不符，已按 ${table.encoding} 读取。`;
    notes.push(fileNote('shapefile-cpg', file, what, '若文字有误，请改正 .cpg。'));
  } else if (parts.cpg === null && table.encoding === 'gb18030') {
    const what = '没有 .cpg，文字不是 UTF-8，已按 GB18030（GBK）读取。';
    notes.push(fileNote('shapefile-gb18030', file, what, '若文字有误，请补上 .cpg。'));
  }
  if (table.memoHeadings.length > 0) {
    const what = `备注字段 ${table.memoHeadings.join('、')} 的内容存在别的文件里，没有读入。`;
    notes.push(fileNote('shapefile-memo', file, what, '需要时请改为文本字段后重新导出。'));
  }
  if (table.missingRecords > 0) {
    const what = `.dbf 少了 ${table.missingRecords} 条记录，文件可能被截断。`;
    notes.push(fileNote('shapefile-dbf-cut', file, what, '请重新复制或导出。'));
  }
  return notes;
}

function shapeNotes(shapes: ShpShapes, table: DbfTable | null, parts: ShapefileParts): Problem[] {
  const file = parts.fileName;
  const notes: Problem[] = [];
  const count = shapes.geometries.length;
  if (shapes.isCut) {
    const what = `文件不完整，只读到前 ${count} 个图形。`;
    notes.push(fileNote('shapefile-shp-cut', file, what, '请重新复制或导出。'));
  }
  if (shapes.hasHeights || shapes.hasMeasures) {
    const what = `图形带有${shapes.hasHeights ? '高程（Z）' : '量测值（M）'}，已略去。`;
    notes.push(fileNote('shapefile-height', file, what, '分析只用平面位置，无需处理。'));
  }
  if (table === null) {
    const what = '没有同名的 .dbf，只有图形，没有名称等属性。';
    notes.push(fileNote('shapefile-no-dbf', file, what, PACK_TOGETHER));
  } else if (table.records.length !== count && !shapes.isCut && table.missingRecords === 0) {
    const what = `.shp 有 ${count} 个图形，.dbf 有 ${table.records.length} 条记录，数目不同，按顺序对应。`;
    notes.push(fileNote('shapefile-count', file, what, '请确认两个文件是同一次导出的。'));
  }
  if (parts.prj === null) {
    const what = '没有 .prj，坐标系要另外选定。';
    notes.push(fileNote('shapefile-no-prj', file, what, '请补上 .prj，或在下一步选择坐标系。'));
  }
  return notes;
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : (decodeText(bytes)?.text.replaceAll('\u0000', '').trim() ?? '');
}

function rowsOf(shapes: ShpShapes, table: DbfTable | null): SourceRow[] {
  const count = Math.max(shapes.geometries.length, table?.records.length ?? 0);
  const empty: SourceCell[] = (table?.headings ?? []).map(() => null);
  const rows: SourceRow[] = [];
  for (let i = 0; i < count; i++) {
    const record = table === null ? empty : (table.records[i] ?? null);
    // A deleted record's shape is deleted too.
    if (record === null && table !== null && i < table.records.length) continue;
    rows.push({ row: i + 1, cells: record ?? empty, geometry: shapes.geometries[i] ?? null });
  }
  return rows;
}

function layerName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

/** The .dbf as a plain table, its field names as the heading row. */
function readLoneDbf(parts: ShapefileParts, dbf: Uint8Array): LayersOutcome {
  const table = readDbf(dbf, textOf(parts.cpg), new CellCount());
  const records = table.records.flatMap((cells, i) =>
    cells === null ? [] : [{ row: i + 1, cells, geometry: null }],
  );
  const what = '没有同名的 .shp，只有属性表，没有位置。';
  const notes = [fileNote('shapefile-no-shp', parts.fileName, what, PACK_TOGETHER)];
  const { headings, encoding } = table;
  const layer = { name: layerName(parts.fileName), headings, rows: records, declaredCrs: null };
  return {
    ok: true,
    value: { format: 'shapefile', encoding, layers: [layer] },
    notes: [...notes, ...tableNotes(table, parts)],
  };
}

/** @throws BrokenFile, LimitPassed */
export function readShapefile(parts: ShapefileParts): LayersOutcome {
  const { shp, dbf, prj, fileName } = parts;
  if (shp === null) {
    if (dbf !== null) return readLoneDbf(parts, dbf);
    return refuseFile('shapefile-no-shp', fileName, '没有同名的 .shp。', PACK_TOGETHER);
  }
  const prjText = textOf(prj);
  const declaredCrs: DeclaredCrs | null = prjText ? declaredCrsOf(prjText) : null;
  const refusal = declaredCrsProblem(declaredCrs, fileName);
  if (refusal?.severity === 'error') return { ok: false, problems: [refusal] };
  const shapes = readShp(shp, new VertexCount());
  const table = dbf === null ? null : readDbf(dbf, textOf(parts.cpg), new CellCount());
  const rows = rowsOf(shapes, table);
  if (rows.length === 0) throw new BrokenFile('Shapefile 里没有任何图形');
  const headings = (table?.headings ?? []).map((name) => parts.fieldNames?.get(name) ?? name);
  const layer = { name: layerName(fileName), headings, rows, declaredCrs };
  const notes = [...shapeNotes(shapes, table, parts), ...(table ? tableNotes(table, parts) : [])];
  return {
    ok: true,
    value: { format: 'shapefile', encoding: table?.encoding ?? null, layers: [layer] },
    notes,
  };
}
