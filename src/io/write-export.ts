// One call for every format: prepare, write, name. Pure but for the lazy loading of the workbook writer; runs in a worker,
// on the page and in Node alike.
import type { Problem } from '../domain/problem';
import type { ExportCrs } from './export-crs';
import { type ExportFormat, crsRefusal, exportFormat, formatRefusal } from './export-format';
import type { ExportTable } from './export-table';
import { fileStem } from './file-name';
import { type PreparedTable, prepareExport } from './prepare-export';
import { writeCsvExport } from './write-csv';
import { writeDxfExport } from './write-dxf';
import { writeGeoJsonExport } from './write-geojson';
import { writeKmlExport } from './write-kml';
import { writeShapefileExport } from './write-shapefile';
import { writeXlsxExport } from './write-xlsx';
import type { Written } from './written';

export interface ExportRequest {
  readonly table: ExportTable;
  readonly format: ExportFormat;
  readonly crs: ExportCrs;
  /** Places of the columns to write. */
  readonly fields: readonly number[];
  /** ISO date of the file. */
  readonly day: string;
}

export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly notes: readonly Problem[];
}

const WRITERS: Readonly<
  Record<ExportFormat, (table: PreparedTable, day: string) => Written | Promise<Written>>
> = {
  xlsx: writeXlsxExport,
  csv: writeCsvExport,
  geojson: writeGeoJsonExport,
  shapefile: writeShapefileExport,
  kml: writeKmlExport,
  dxf: writeDxfExport,
};

/** Only WGS84 goes without saying. */
function crsSuffix({ id, kind, epsg }: ExportCrs): string {
  if (id === 'wgs84') return '';
  const name = epsg === null ? id.toUpperCase() : id === 'cgcs2000' ? 'CGCS2000' : `EPSG${epsg}`;
  return kind === 'offset' ? `_${name}偏移坐标` : `_${name}`;
}

function nameOf({ table, format, crs }: ExportRequest): string {
  const { extension } = exportFormat(format);
  const loud = format === 'geojson' && crs.id !== 'wgs84' ? '_非WGS84' : '';
  return `${fileStem(table.title)}${crsSuffix(crs)}${loud}.${extension}`;
}

/** `onStep` is told in Chinese what is done. Throws when the format refuses the table or the system: callers ask `formatRefusal` and `crsRefusal` first. */
export async function writeExport(
  request: ExportRequest,
  onStep: (step: string) => void = () => undefined,
): Promise<ExportedFile> {
  const { table, format, crs, fields, day } = request;
  const info = exportFormat(format);
  const refusal = formatRefusal(info, table) ?? crsRefusal(info, crs);
  if (refusal !== null) throw new Error(refusal);
  const count = `${table.rows.length.toLocaleString('zh-CN')} 行`;
  onStep(`正在换算坐标、整理文字：${count}`);
  const prepared = prepareExport(table, crs, new Set(fields));
  onStep(`正在写 ${info.title}：${count}`);
  const { bytes, notes } = await WRITERS[format](prepared.table, day);
  return {
    name: nameOf(request),
    mime: info.mime,
    bytes,
    rows: table.rows.length,
    notes: [...prepared.notes, ...notes],
  };
}
