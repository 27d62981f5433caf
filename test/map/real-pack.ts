import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

/** The shipped 运城 pack; throws with the problems when it does not load. */
export async function realPack() {
  const loaded = await loadPack(folderSource('geodata/yuncheng'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 5)));
  return loaded.value;
}
