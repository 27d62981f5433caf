// Geometry written as text (WKT, OGC 06-103r4 §7; with the SRID=…; of PostGIS) in a column of a table, as databases and GIS
// export it, read by betterknown. Collections and curves are not read.
import { wktToGeoJSON } from 'betterknown';
import type { Geometry } from 'geojson';
import { declaredCrsOf } from './crs';
import type { VertexCount } from './limits';
import { fileNote } from './read-layers';
import type { Problem } from '../domain/problem';
import type { DeclaredCrs, SourceCell, SourceLayer, SourceRow } from './source-layer';

const START =
  /^\s*(?:SRID=(\d{4,6});)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*)(?=\()/i;
/** betterknown takes any word as a number and stops at the last bracket that it needs. */
const PLACES = /^[\s\d.,()eE+-]+$/;

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Text → geometry; null for what does not read so to its end. @throws LimitPassed for too many vertices. */
export function wktGeometry(text: string, vertices: VertexCount): Geometry | null {
  const start = START.exec(text);
  if (start === null) return null;
  const places = text.slice(start[0].length);
  if (!PLACES.test(places) || count(places, '(') !== count(places, ')')) return null;
  vertices.add(1 + count(places, ','));
  try {
    return wktToGeoJSON(`${start[2] ?? ''}${places}`);
  } catch {
    // The library's only word for a text that it can't read; the caller tells the row.
    return null;
  }
}

/** A column shows what it is in its first rows. */
const LOOKED_AT = 50;

function wktColumn(rows: readonly SourceRow[]): number {
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    const at = cells.findIndex((cell) => typeof cell === 'string' && START.test(cell));
    if (at >= 0) return at;
  }
  return -1;
}

function declaredBy(cell: SourceCell): DeclaredCrs | null {
  const srid = typeof cell === 'string' ? START.exec(cell)?.[1] : undefined;
  return srid === undefined ? null : declaredCrsOf(`EPSG:${srid}`);
}

/** A plain table whose column of geometry texts has become its rows' geometry; any other layer as it is. */
export function withWktGeometry(
  layer: SourceLayer,
  file: string,
  vertices: VertexCount,
): { readonly layer: SourceLayer; readonly notes: readonly Problem[] } {
  const column = layer.headings === null ? wktColumn(layer.rows) : -1;
  if (column < 0) return { layer, notes: [] };
  const unread: number[] = [];
  let declaredCrs: DeclaredCrs | null = null;
  const rows = layer.rows.map((row): SourceRow => {
    const cell = row.cells[column] ?? null;
    if (typeof cell !== 'string' || !/\(/.test(cell)) return row;
    const geometry = wktGeometry(cell, vertices);
    if (geometry === null) {
      unread.push(row.row);
      return row;
    }
    declaredCrs ??= declaredBy(cell);
    return { ...row, cells: row.cells.with(column, null), geometry };
  });
  const done = { ...layer, rows, declaredCrs };
  if (unread.length === 0) return { layer: done, notes: [] };
  const named = unread.slice(0, 5).join('、');
  const what = `第 ${named} ${unread.length > 5 ? `等 ${unread.length} ` : ''}行的几何文字（WKT）读不懂，按没有几何处理。`;
  const mend = '请核对括号和坐标；Excel 的格子只能放 32,767 个字符，更长的请用 CSV 或 GeoJSON。';
  return { layer: done, notes: [fileNote('wkt-unread', file, what, mend)] };
}
