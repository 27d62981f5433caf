// Reads committed packs plainly, without the product's loader, so that the two check each other.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import Papa from 'papaparse';
import type { County, Township } from '../../src/domain/administrative';
import type { PlanTable } from '../../src/domain/plan-table';

export const ROOT = join(import.meta.dirname, '../..');
const GEODATA = join(ROOT, 'geodata');

/** Every pack of geodata/. */
export const PACK_IDS: readonly string[] = readdirSync(GEODATA).filter((id) =>
  existsSync(join(GEODATA, id, 'pack.json')),
);

export type PackFeature<P> = Omit<Feature<Geometry | null>, 'properties'> & {
  readonly properties: P;
};

export type Sidecar = Omit<PlanTable, 'rows'> & {
  readonly rows: readonly { readonly role: 'body' | 'total'; readonly areaCode: string | null }[];
};

export interface PrintedRow {
  readonly name: string;
  readonly cells: readonly string[];
  readonly role: 'body' | 'total';
  readonly areaCode: string | null;
}

export interface VillageRow {
  readonly code: string;
  readonly kind: string;
  readonly townshipCode: string;
  readonly countyCode: string;
  readonly position: [number, number];
  readonly accuracyMetres: number;
  readonly method: string;
}

export class PackFolder {
  readonly folder: string;

  constructor(id: string) {
    this.folder = join(GEODATA, id);
  }

  readBytes(path: string): Buffer {
    return readFileSync(join(this.folder, path));
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  readJson<T>(path: string): T {
    return JSON.parse(this.readBytes(path).toString('utf8')) as T;
  }

  readFeatures<P>(path: string): PackFeature<P>[] {
    return this.readJson<FeatureCollection>(path).features as PackFeature<P>[];
  }

  /** Records of a file; none where an optional file is absent. */
  readRecords<T>(path: string): T[] {
    return this.has(path) ? this.readJson<{ records: T[] }>(path).records : [];
  }

  readRows(path: string): string[][] {
    return Papa.parse<string[]>(this.readBytes(path).toString('utf8'), { skipEmptyLines: true })
      .data;
  }

  readTable(id: string): { side: Sidecar; heading: string[]; rows: PrintedRow[] } {
    const side = this.readJson<Sidecar>(`tables/${id}.json`);
    const [heading = [], ...body] = this.readRows(`tables/${id}.csv`);
    const rows = body.map((cells, index): PrintedRow => {
      const match = side.rows[index];
      if (match === undefined) throw new Error(`${id}: no sidecar row ${index}`);
      return { name: cells[0] ?? '', cells, role: match.role, areaCode: match.areaCode };
    });
    return { side, heading, rows };
  }

  counties(): PackFeature<County>[] {
    return this.readFeatures('counties.geojson');
  }

  townships(): PackFeature<Township>[] {
    return this.readFeatures('townships.geojson');
  }

  villages(): VillageRow[] {
    return this.readRows('villages.csv')
      .slice(1)
      .map((cells): VillageRow => {
        const [code = '', , kind = '', townshipCode = '', countyCode = '', lng, lat] = cells;
        const [accuracy, method = ''] = cells.slice(7);
        return {
          code,
          kind,
          townshipCode,
          countyCode,
          position: [Number(lng), Number(lat)],
          accuracyMetres: Number(accuracy),
          method,
        };
      });
  }
}
