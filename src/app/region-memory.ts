// Which region this tab has open, through reloads; which was opened last, for new tabs; and how each region was looked at
// last. Forgotten where storage is refused.
import { DEFAULT_SESSION, type SessionState } from './session-state';
import { withRegion, writePermalink } from './permalink';

const REGION = 'cuntu:region';
const viewKey = (regionId: string): string => `cuntu:view:${regionId}`;

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

/** This tab's region, then the one opened last in any tab. */
export function rememberedRegions(): readonly (string | null)[] {
  return [
    attempt(() => sessionStorage.getItem(REGION)),
    attempt(() => localStorage.getItem(REGION)),
  ];
}

export function rememberRegion(regionId: string): void {
  attempt(() => sessionStorage.setItem(REGION, regionId));
  attempt(() => localStorage.setItem(REGION, regionId));
}

export function rememberView(regionId: string, session: SessionState): void {
  attempt(() => sessionStorage.setItem(viewKey(regionId), writePermalink(session)));
}

/** The hash that shows a region as this tab saw it last, else as at the start; the screen's theme stays. */
export function hashOfRegion(regionId: string, { theme }: SessionState): string {
  const view = attempt(() => sessionStorage.getItem(viewKey(regionId)));
  return withRegion(view ?? writePermalink({ ...DEFAULT_SESSION, theme }), regionId);
}
