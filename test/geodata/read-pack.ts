// Reads the committed 运城 pack plainly, without the product's loader, so that the two check each other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import Papa from 'papaparse';
import type { County, Township } from '../../src/domain/administrative';
import type { PlanTable } from '../../src/domain/plan-table';

export const ROOT = join(import.meta.dirname, '../..');
export const PACK = join(ROOT, 'geodata/yuncheng');

export type PackFeature<P> = Omit<Feature<Geometry | null>, 'properties'> & {
  readonly properties: P;
};

export function readBytes(path: string): Buffer {
  return readFileSync(join(PACK, path));
}

export function readFeatures<P>(path: string): PackFeature<P>[] {
  const collection = JSON.parse(readBytes(path).toString('utf8')) as FeatureCollection;
  return collection.features as PackFeature<P>[];
}

export function readRecords<T>(path: string): T[] {
  return (JSON.parse(readBytes(path).toString('utf8')) as { records: T[] }).records;
}

export function readRows(path: string): string[][] {
  return Papa.parse<string[]>(readBytes(path).toString('utf8'), { skipEmptyLines: true }).data;
}

export type Sidecar = Omit<PlanTable, 'rows'> & {
  readonly rows: readonly { readonly role: 'body' | 'total'; readonly areaCode: string | null }[];
};

export interface PrintedRow {
  readonly name: string;
  readonly cells: readonly string[];
  readonly role: 'body' | 'total';
  readonly areaCode: string | null;
}

export function readTable(id: string): { side: Sidecar; heading: string[]; rows: PrintedRow[] } {
  const side = JSON.parse(readBytes(`tables/${id}.json`).toString('utf8')) as Sidecar;
  const [heading = [], ...body] = readRows(`tables/${id}.csv`);
  const rows = body.map((cells, index): PrintedRow => {
    const match = side.rows[index];
    if (match === undefined) throw new Error(`${id}: no sidecar row ${index}`);
    return { name: cells[0] ?? '', cells, role: match.role, areaCode: match.areaCode };
  });
  return { side, heading, rows };
}

export const counties = (): PackFeature<County>[] => readFeatures('counties.geojson');
export const townships = (): PackFeature<Township>[] => readFeatures('townships.geojson');

export interface VillageRow {
  readonly code: string;
  readonly kind: string;
  readonly townshipCode: string;
  readonly countyCode: string;
  readonly position: [number, number];
  readonly accuracyMetres: number;
  readonly method: string;
}

export function villages(): VillageRow[] {
  return readRows('villages.csv')
    .slice(1)
    .map(
      ([
        code = '',
        ,
        kind = '',
        townshipCode = '',
        countyCode = '',
        lng,
        lat,
        accuracy,
        method = '',
      ]) => ({
        code,
        kind,
        townshipCode,
        countyCode,
        position: [Number(lng), Number(lat)],
        accuracyMetres: Number(accuracy),
        method,
      }),
    );
}
