// geodata/regions.json: the shipped packs, for the region switcher.
import * as z from 'zod/mini';
import type { Outcome } from '../domain/problem';
import type { RegionEntry } from '../domain/region-entry';
import { parseJson } from './parse-json';
import { readProblem } from './read-files';
import { checkSchema } from './schema-problem';
import { manifest } from './schemas/pack.1';
import type { PackSource } from './source';

const REGIONS_FILE = 'regions.json';
const regions = z.array(
  z.pick(manifest, { id: true, name: true, planTitle: true, version: true, date: true }),
);

/** `source`: the folder that holds regions.json and a folder for each pack. */
export async function readRegions(source: PackSource): Promise<Outcome<readonly RegionEntry[]>> {
  let bytes: Uint8Array;
  try {
    bytes = await source.read(REGIONS_FILE);
  } catch (cause) {
    return { ok: false, problems: [readProblem(REGIONS_FILE, cause)] };
  }
  const json = parseJson(REGIONS_FILE, bytes);
  if (json.problems.length > 0) return { ok: false, problems: json.problems };
  const checked = checkSchema(regions, json.value, { file: REGIONS_FILE });
  return checked.ok ? { ...checked, notes: [] } : checked;
}
