import { basename, extname } from 'node:path';
import type { Outcome } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { Crs } from '../io/crs';
import { converterFrom } from '../io/crs-convert';
import { readVillagesCsv } from '../io/read-villages-csv';
import { readVillagesGeojson } from '../io/read-villages-geojson';
import type { VillageTable } from '../io/village-table';
import { openPack, PACK_PREFIX } from './open-pack';
import { readInput } from './read-input';

/** A pack's villages as columns, in pack order. */
export function packVillages({ villages }: RegionPack): VillageTable {
  return {
    codes: villages.map(({ code }) => code),
    names: villages.map((village) => village.name),
    lng: Float64Array.from(villages, ({ position }) => position[0]),
    lat: Float64Array.from(villages, ({ position }) => position[1]),
    accuracyMetres: Float64Array.from(villages, (village) => village.positionAccuracyMetres),
  };
}

async function villagesOfPack(name: string): Promise<Outcome<VillageTable>> {
  const outcome = await openPack(name);
  if (!outcome.ok) return outcome;
  return { ok: true, value: packVillages(outcome.value), notes: outcome.notes };
}

/** Villages of `source`: "pack:…" or a .csv, .tsv, .txt, .xlsx, .geojson or .json file; in code order. */
export async function loadVillages(
  source: string,
  crs: Crs,
  defaultAccuracyMetres: number,
): Promise<Outcome<VillageTable>> {
  if (source.startsWith(PACK_PREFIX)) return villagesOfPack(source.slice(PACK_PREFIX.length));
  const input = await readInput(source);
  if (!input.ok) return input;
  const options = {
    fileName: basename(source),
    convert: converterFrom(crs),
    defaultAccuracyMetres,
  };
  switch (extname(source).toLowerCase()) {
    case '.csv':
    case '.tsv':
    case '.txt':
      return readVillagesCsv(input.value, options);
    case '.xlsx': {
      const { readVillagesXlsx } = await import('../io/read-villages-xlsx');
      return readVillagesXlsx(input.value, options);
    }
    case '.geojson':
    case '.json':
      return readVillagesGeojson(input.value, options);
    default: {
      const text = `${options.fileName}：不认识的文件格式。`;
      const mend = '可用的格式：.csv、.tsv、.xlsx、.geojson、.json，或 pack:<包名>。';
      const where = { file: options.fileName };
      return {
        ok: false,
        problems: [{ code: 'villages-format', severity: 'error', where, text, mend }],
      };
    }
  }
}
