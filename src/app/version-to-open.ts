// Which version of a region's pack is opened: the one that the document was made with, where it lies in this browser and is
// whole; else the one offered.
import type { DocumentStore } from '../document/document-store';
import { currentDocument } from '../document/history';
import type { Outcome } from '../domain/problem';
import type { KeptPack, RegionOffer } from './region-offers';

/** The version that the document was made with which will be opened: this tab's (`documentId`), else the last. Null: none says. */
export async function versionWanted(
  store: Pick<DocumentStore, 'list' | 'load'>,
  regionId: string,
  documentId: string | null,
): Promise<string | null> {
  const listed = await store.list(regionId);
  if (!listed.ok) return null;
  const heads = listed.value.filter(({ deletedAt }) => deletedAt === null);
  const head = heads.find(({ id }) => id === documentId) ?? heads[0];
  if (!head || head.packVersion !== undefined) return head?.packVersion ?? null;
  const stored = await store.load(head.id);
  return stored.ok && stored.value ? currentDocument(stored.value.history).packVersion : null;
}

/**
 * Loads `wanted` of `others`, or the offer. `versions`: those that a document can stay with; one that turned out not to
 * load is none of them, or the page would go and look for it for ever.
 */
export async function loadVersion<Loaded>(
  {
    offer,
    others,
    wanted,
  }: {
    readonly offer: RegionOffer;
    readonly others: readonly KeptPack[];
    readonly wanted: string | null;
  },
  load: (place: RegionOffer) => Promise<Outcome<Loaded>>,
): Promise<Outcome<{ readonly loaded: Loaded; readonly versions: ReadonlySet<string> }>> {
  const kept = others.find(({ version }) => version === wanted);
  const versions = new Set([offer, ...others].map(({ version }) => version));
  const earlier = kept ? await load({ ...kept, origin: 'user' }) : null;
  if (earlier?.ok) return { ...earlier, value: { loaded: earlier.value, versions } };
  if (kept) versions.delete(kept.version);
  const offered = await load(offer);
  return offered.ok ? { ...offered, value: { loaded: offered.value, versions } } : offered;
}
