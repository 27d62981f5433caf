// The data files of one folder of a zip, under the limits of every zip that comes in (`zip-entries`).
import type { Outcome } from '../domain/problem';
import { LimitPassed } from './limits';
import { BrokenFile, refuseFile } from './read-layers';
import { isJunk } from './recognise';
import { unzipEntry, zipEntries } from './zip-entries';

const DATA_FILE = /\.(json|geojson|csv)$/i;

/** Files by their path below the folder that holds `marker` (the zip's root, or one folder in it). Never throws on bad input. */
export function zipFolder(
  fileName: string,
  bytes: Uint8Array,
  marker: string,
): Outcome<ReadonlyMap<string, Uint8Array>> {
  try {
    const entries = zipEntries(bytes).filter(({ path }) => DATA_FILE.test(path) && !isJunk(path));
    const found = entries.find(({ path }) => path.replace(/^[^/]+\//, '') === marker);
    if (!found) {
      const what = `压缩包里没有 ${marker}。`;
      return refuseFile('zip-no-marker', fileName, what, '请选择由村图生成的区域数据包。');
    }
    const folder = found.path.slice(0, -marker.length);
    const inside = entries.filter(({ path }) => path.startsWith(folder));
    const files = inside.map((entry): [string, Uint8Array] => [
      entry.path.slice(folder.length),
      unzipEntry(bytes, entry),
    ]);
    return { ok: true, value: new Map(files), notes: [] };
  } catch (cause) {
    if (cause instanceof LimitPassed) {
      return refuseFile('zip-limit', fileName, `${cause.what}，没有打开。`, cause.mend);
    }
    if (cause instanceof BrokenFile) {
      return refuseFile('zip-broken', fileName, `${cause.what}。`, '请重新下载、复制或打包。');
    }
    throw cause;
  }
}
