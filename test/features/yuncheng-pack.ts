// The shipped pack as the page sees it, for tests of view models.
import { join } from 'node:path';
import type { RegionPack } from '../../src/domain/region-pack';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

/** Throws with every problem when the committed pack does not load. */
export async function yunchengPack(): Promise<RegionPack> {
  const folder = join(import.meta.dirname, '../../geodata/yuncheng');
  const outcome = await loadPack(folderSource(folder));
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.text).join('\n'));
  return outcome.value;
}
