// From an export table to what a writer writes: chosen fields, headings that differ, text that every format can hold,
// geometry in the chosen coordinate system. What had to change is told in notes.
import type { Geometry } from 'geojson';
import type { Problem } from '../domain/problem';
import { cleanText } from './clean-text';
import type { ExportCrs } from './export-crs';
import { geometryConverter } from './export-geometry';
import type { ExportCell, ExportColumn, ExportTable } from './export-table';

export interface PreparedRow {
  readonly cells: readonly ExportCell[];
  /** In the table's `crs`. */
  readonly geometry: Geometry | null;
  readonly label: string;
  /** Layer of a drawing; the title where the table names none. */
  readonly layer: string;
}

export interface PreparedTable {
  readonly title: string;
  /** Headings differ from each other and none is empty. */
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly PreparedRow[];
  readonly about: readonly string[];
  readonly crs: ExportCrs;
}

export interface Prepared {
  readonly table: PreparedTable;
  readonly notes: readonly Problem[];
}

export function exportNote(code: string, text: string, mend: string): Problem {
  return { code, severity: 'warning', where: {}, text, mend };
}

/** A repeated heading gets "(2)", "(3)" …; an empty one becomes 列3 after its place. Compared without case. */
export function distinctHeadings(headings: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return headings.map((heading, at) => {
    const base = heading.trim() === '' ? `列${at + 1}` : heading;
    let name = base;
    for (let copy = 2; used.has(name.toLowerCase()); copy++) name = `${base}(${copy})`;
    used.add(name.toLowerCase());
    return name;
  });
}

function textOf(cell: ExportCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** Cleans text and counts what it drops. */
function cleaner() {
  let dropped = 0;
  const clean = (text: string): string => {
    const result = cleanText(text);
    dropped += result.dropped;
    return result.text;
  };
  const cell = (value: ExportCell): ExportCell => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    return value === null ? null : clean(value);
  };
  return { clean, cell, dropped: () => dropped };
}

/** The line that says what the coordinates of this file are. */
export function crsLine({ id, title, warning }: ExportCrs): string {
  const made = id === 'wgs84' ? '' : '，由 WGS84 经纬度换算';
  return `本文件坐标：${title}${made}${warning === '' ? '' : `；${warning}`}`;
}

/**
 * `fields`: places of the columns to keep, in the table's order whatever theirs. Labels and layers are taken from the whole
 * table, so a drawing keeps its names when their column is left out.
 */
export function prepareExport(
  table: ExportTable,
  crs: ExportCrs,
  fields: ReadonlySet<number>,
): Prepared {
  const { clean, cell, dropped } = cleaner();
  const kept = table.columns.flatMap((column, at) => (fields.has(at) ? [{ column, at }] : []));
  const headings = distinctHeadings(kept.map(({ column }) => clean(column.heading)));
  const convert = geometryConverter(crs);
  const title = clean(table.title);
  const { labelColumn, layerColumn } = table;
  let far = 0;
  const geometryOf = (geometry: Geometry | null): Geometry | null => {
    const converted = geometry && convert(geometry);
    if (geometry && !converted) far++;
    return converted;
  };
  const rows = table.rows.map((row): PreparedRow => ({
    cells: kept.map(({ at }) => cell(row.cells[at] ?? null)),
    geometry: geometryOf(row.geometry),
    label: labelColumn === null ? '' : cleanText(textOf(row.cells[labelColumn])).text,
    layer: layerColumn === null ? title : cleanText(textOf(row.cells[layerColumn])).text,
  }));
  const columns = kept.map(({ column }, at) => ({ ...column, heading: headings[at] ?? '' }));
  const about = [crsLine(crs), ...table.about.map(clean)];
  const lost = exportNote(
    'export-characters',
    `有 ${dropped()} 个控制字符或无效字符写不进文件，已去掉。`,
    '其余文字不变；如需原样保留，请先在原始资料中改正。',
  );
  const outside = exportNote(
    'export-outside-crs',
    `有 ${far} 行的图形离所选坐标系的范围太远，只写了属性。`,
    '请改用 WGS84 或 CGCS2000 经纬度。',
  );
  const notes = [...(dropped() > 0 ? [lost] : []), ...(far > 0 ? [outside] : [])];
  return { table: { title, columns, rows, about, crs }, notes };
}
