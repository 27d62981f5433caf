// Written files opened again with other people's readers: what a user's next program sees.
import { DOMParser } from '@xmldom/xmldom';
import { kml } from '@tmcw/togeojson';
import DxfParser, { type IDxf } from 'dxf-parser';
import { unzipSync } from 'fflate';
import type { Feature, FeatureCollection } from 'geojson';
import Papa from 'papaparse';
import readSheet from 'read-excel-file/node';
import shp from 'shpjs';
import type { ExportFormat } from '../../src/io/export-format';
import type { ExportTable } from '../../src/io/export-table';
import { type ExportedFile, writeExport } from '../../src/io/write-export';
import { DAY, crsOf } from './write-table';

export function written(
  source: ExportTable,
  format: ExportFormat,
  crsId = 'wgs84',
): Promise<ExportedFile> {
  const fields = source.columns.map((_, at) => at);
  return writeExport({ table: source, format, crs: crsOf(crsId), fields, day: DAY });
}

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

export function csvRows(bytes: Uint8Array): string[][] {
  const text = textOf(bytes);
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' }).data;
  return rows.slice(
    0,
    rows.findIndex((row) => row.length === 1 && row[0] === ''),
  );
}

export async function xlsxRows(bytes: Uint8Array): Promise<unknown[][]> {
  const sheets = await readSheet(Buffer.from(bytes));
  return sheets[0]?.data ?? [];
}

export const geojson = (bytes: Uint8Array): FeatureCollection & { crs?: unknown } =>
  JSON.parse(textOf(bytes)) as FeatureCollection;

export const unzipped = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

/** Layers by name; shpjs turns the .prj into longitude and latitude. */
export async function shapeLayers(bytes: Uint8Array): Promise<ReadonlyMap<string, Feature[]>> {
  const layers = [await shp(new Uint8Array(bytes).buffer)].flat();
  return new Map(layers.map((layer) => [layer.fileName ?? '', layer.features]));
}

export function kmlFeatures(bytes: Uint8Array): Feature[] {
  const faults: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => faults.push(`${level} ${message}`) });
  const document: unknown = parser.parseFromString(textOf(bytes), 'text/xml');
  if (faults.length > 0) throw new Error(faults.join());
  return kml(document as Document).features as Feature[];
}

export function dxf(bytes: Uint8Array): IDxf {
  const drawing = new DxfParser().parseSync(textOf(bytes));
  if (!drawing) throw new Error('no drawing');
  return drawing;
}
