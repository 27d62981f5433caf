// Keeps the shipped pack that is open in the browser, once the page has nothing better to do: when the program brings a
// newer one, documents can be compared with it, or stay. Versions that no document needs are forgotten.
import type { DocumentStore } from '../document/document-store';
import type { RegionPack } from '../domain/region-pack';
import { forgetPack, keepPack } from './keep-pack';
import { type KeptPack, versionsToForget } from './region-offers';

export async function keepShipped(
  { id, name, planTitle, version, date }: RegionPack,
  files: ReadonlyMap<string, Uint8Array>,
  kept: readonly KeptPack[],
  store: DocumentStore,
): Promise<void> {
  const versions = kept.filter((pack) => pack.id === id).map((pack) => pack.version);
  if (!versions.includes(version)) {
    // Where there is no room the pack is as safe as it was: with the program.
    await keepPack({ id, name, planTitle, version, date, origin: 'shipped' }, files);
  }
  const listed = await store.list(id);
  if (!listed.ok) return;
  const used = new Set(listed.value.map(({ packVersion }) => packVersion ?? ''));
  for (const unused of versionsToForget(versions, version, used)) {
    await forgetPack({ id, version: unused });
  }
}
