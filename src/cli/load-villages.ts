import { basename } from 'node:path';
import type { Outcome } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { Crs } from '../io/crs';
import { readVillageList } from '../io/read-village-list';
import { readSources } from '../io/read-sources';
import type { VillageTable } from '../io/village-table';
import { defaultAreas, openPack, PACK_PREFIX } from './open-pack';
import { readWithCompanions } from './read-companions';

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

/** Villages of `source` in code order: "pack:…", or a file of any format that the importer reads. `crs` null: not said. */
export async function loadVillages(
  source: string,
  crs: Crs | null,
  accuracyMetres: number,
): Promise<Outcome<VillageTable>> {
  if (source.startsWith(PACK_PREFIX)) return villagesOfPack(source.slice(PACK_PREFIX.length));
  const { files, missing } = await readWithCompanions([source]);
  const unread = missing.flatMap(({ problems }) => problems);
  if (unread.length > 0) return { ok: false, problems: unread };
  const [region, read] = await Promise.all([
    defaultAreas(),
    readSources(files, { keepsRows: false }),
  ]);
  if (!region.ok) return region;
  if (!read.ok) return read;
  const [file, ...more] = read.value;
  if (file === undefined || more.length > 0) {
    const name = basename(source);
    const text = `${name}：里面有 ${read.value.length} 个数据文件，不知道哪一个是村表。`;
    const mend = '请解压后只选村表文件。';
    const where = { file: name };
    return {
      ok: false,
      problems: [{ code: 'villages-files', severity: 'error', where, text, mend }],
    };
  }
  const list = readVillageList(file, { crs, accuracyMetres, region: region.value });
  return list.ok ? { ...list, notes: [...read.notes, ...list.notes] } : list;
}
