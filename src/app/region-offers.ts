// Which regions there are to open, and which version of a region's pack a document is opened with. Pure.
import type { RegionEntry } from '../domain/region-entry';

/** A pack that lies in this browser: the user's own, or a shipped one that documents were made with. */
export interface KeptPack extends RegionEntry {
  readonly origin: 'shipped' | 'user';
}

/** A region to open: its newest pack. */
export type RegionOffer = KeptPack;

/** Links of before there were several regions name none, and mean this one. */
export const FIRST_REGION_ID = 'yuncheng';

/** Below 0: `a` is older. Versions are numbers with dots; what else they hold is compared as text. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The newest pack of each region, shipped ones first; of one version the shipped one. */
export function regionOffers(
  shipped: readonly RegionEntry[],
  kept: readonly KeptPack[],
): readonly RegionOffer[] {
  const offers = new Map<string, RegionOffer>(
    shipped.map((entry) => [entry.id, { ...entry, origin: 'shipped' }]),
  );
  for (const pack of kept) {
    if (pack.origin !== 'user') continue;
    const offer = offers.get(pack.id);
    if (!offer || compareVersions(pack.version, offer.version) > 0) offers.set(pack.id, pack);
  }
  return [...offers.values()];
}

/** The first that is offered of: what the tab had open, what was opened last, the first region; else any. */
export function regionToOpen(
  offers: readonly RegionOffer[],
  remembered: readonly (string | null)[],
): string | null {
  const wanted = [...remembered, FIRST_REGION_ID];
  const ids = new Set(offers.map(({ id }) => id));
  return wanted.find((id) => id !== null && ids.has(id)) ?? offers[0]?.id ?? null;
}

/** Versions of a region that lie in this browser beside the one offered. */
export function otherVersions(offer: RegionOffer, kept: readonly KeptPack[]): readonly KeptPack[] {
  return kept.filter(({ id, version }) => id === offer.id && version !== offer.version);
}

/**
 * Kept versions that no document is made with, but the newest of those older than the open one: who has just taken the open
 * version can undo that.
 */
export function versionsToForget(
  kept: readonly string[],
  open: string,
  used: ReadonlySet<string>,
): readonly string[] {
  const [previous] = kept
    .filter((version) => compareVersions(version, open) < 0)
    .toSorted((a, b) => compareVersions(b, a));
  return kept.filter((version) => version !== open && version !== previous && !used.has(version));
}
