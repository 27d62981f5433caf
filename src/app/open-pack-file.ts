// A region pack as a zip of the user's: checked whole, then kept in the browser, so that it can be opened like a shipped one.
import type { Outcome } from '../domain/problem';
import { zipFolder } from '../io/zip-folder';
import { loadPack } from '../packs/load';
import { MANIFEST_FILE } from '../packs/parse-manifest';
import { memorySource } from '../packs/source';
import { keepPack } from './keep-pack';
import { type KeptPack, type RegionOffer, compareVersions } from './region-offers';

/** The pack as it is now kept; problems say why it is not, notes what of it can not be used. */
export async function openPackFile(
  bytes: Uint8Array,
  fileName: string,
  offers: readonly RegionOffer[],
): Promise<Outcome<KeptPack>> {
  const files = zipFolder(fileName, bytes, MANIFEST_FILE);
  if (!files.ok) return files;
  const loaded = await loadPack(memorySource(files.value));
  if (!loaded.ok) return loaded;
  const { id, name, planTitle, version, date } = loaded.value;
  const shipped = offers.find((offer) => offer.id === id && offer.origin === 'shipped');
  if (shipped && compareVersions(version, shipped.version) <= 0) {
    const text = `${fileName}：随程序已有「${shipped.name}」数据包 ${shipped.version}，文件中的 ${version} 不比它新。`;
    const mend =
      '请直接在区域菜单中打开；要用自己改过的数据，请在 pack.json 中提高 version 或换一个 id。';
    const where = { file: fileName };
    return {
      ok: false,
      problems: [{ code: 'pack-not-newer', severity: 'error', where, text, mend }],
    };
  }
  const pack: KeptPack = { id, name, planTitle, version, date, origin: 'user' };
  const kept = await keepPack(pack, files.value);
  return kept.ok ? { ok: true, value: pack, notes: loaded.notes } : kept;
}
