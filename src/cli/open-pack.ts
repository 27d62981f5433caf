// A region pack by name ("yuncheng", shipped with Cuntu), by folder, or from a zip.
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Outcome } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { zipFolder } from '../io/zip-folder';
import { folderSource } from '../packs/folder-source';
import { type RegionAreas, loadAreas, loadPack } from '../packs/load';
import { MANIFEST_FILE } from '../packs/parse-manifest';
import { memorySource } from '../packs/source';
import { readInput } from './read-input';

export const PACK_PREFIX = 'pack:';
export const DEFAULT_PACK = 'yuncheng';

function noPack(name: string): Outcome<never> {
  const text = `找不到数据包「${name}」。`;
  const mend = '写随软件附带的包名（如 pack:yuncheng），或包含 pack.json 的文件夹或 zip 的路径。';
  return { ok: false, problems: [{ code: 'pack-none', severity: 'error', where: {}, text, mend }] };
}

/** The shipped packs lie in geodata/, one or two folders above this file (built, or as source). */
function shippedFolder(id: string): string | null {
  let folder = import.meta.dirname;
  for (let up = 0; up < 3; up++) {
    folder = dirname(folder);
    const pack = join(folder, 'geodata', id);
    if (existsSync(join(pack, 'pack.json'))) return pack;
  }
  return null;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A pack from the bytes of its zip. */
export async function packOfZip(fileName: string, bytes: Uint8Array): Promise<Outcome<RegionPack>> {
  const files = zipFolder(fileName, bytes, MANIFEST_FILE);
  return files.ok ? loadPack(memorySource(files.value)) : files;
}

/** `name`: "yuncheng", a folder's path or a zip's. */
export async function openPack(name: string): Promise<Outcome<RegionPack>> {
  if (/\.zip$/i.test(name)) {
    const input = await readInput(name);
    return input.ok ? packOfZip(basename(name), input.value) : input;
  }
  const folder = /^[a-z][a-z0-9-]*$/.test(name) ? shippedFolder(name) : name;
  if (folder === null || !isFolder(folder)) return noPack(name);
  return loadPack(folderSource(folder));
}

/** The places of the region that imports are weighed on when none is named. */
export async function defaultAreas(): Promise<Outcome<RegionAreas>> {
  const folder = shippedFolder(DEFAULT_PACK);
  return folder === null ? noPack(DEFAULT_PACK) : loadAreas(folderSource(folder));
}
