// Keeps the shipped pack that is open in the browser, once the page has nothing better to do: when the program brings a
// newer one, documents can be compared with it, or stay. Versions that no document is made with any more are forgotten.
import type { DocumentStore } from '../document/document-store';
import type { RegionPack } from '../domain/region-pack';
import { forgetPack, keepPack } from './kept-packs';
import type { KeptPack } from './region-offers';

const WAIT_MILLISECONDS = 3000;

async function keep(
  { id, name, planTitle, version, date }: RegionPack,
  files: ReadonlyMap<string, Uint8Array>,
  kept: readonly KeptPack[],
  store: DocumentStore,
): Promise<void> {
  const [mine, older] = [kept.filter((pack) => pack.id === id), new Set<string>()];
  for (const pack of mine) if (pack.version !== version) older.add(pack.version);
  if (older.size === mine.length) {
    // Where there is no room the pack is as safe as it was: with the program.
    await keepPack({ id, name, planTitle, version, date, origin: 'shipped' }, files);
  }
  const listed = await store.list(id);
  if (!listed.ok) return;
  for (const head of listed.value) older.delete(head.packVersion ?? '');
  for (const unused of older) await forgetPack({ id, version: unused });
}

export function keepLater(...about: Parameters<typeof keep>): void {
  setTimeout(() => void keep(...about), WAIT_MILLISECONDS);
}
