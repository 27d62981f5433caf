// A region pack by name ("yuncheng", shipped with Cuntu) or by folder.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { folderSource } from '../packs/folder-source';
import { loadPack } from '../packs/load';

export const PACK_PREFIX = 'pack:';
export const DEFAULT_PACK = 'yuncheng';

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

/** `name`: "yuncheng" or a folder's path. */
export async function openPack(name: string): Promise<Outcome<RegionPack>> {
  const folder = /^[a-z][a-z0-9-]*$/.test(name) ? shippedFolder(name) : name;
  if (folder === null || !isFolder(folder)) {
    const text = `找不到数据包「${name}」。`;
    const mend = '写随软件附带的包名（如 pack:yuncheng），或包含 pack.json 的文件夹路径。';
    return {
      ok: false,
      problems: [{ code: 'pack-none', severity: 'error', where: {}, text, mend }],
    };
  }
  return loadPack(folderSource(folder));
}
