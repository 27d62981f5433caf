import type { Problem } from '../../domain/problem';
import type { RegionEntry } from '../../domain/region-entry';

/** A region that can be opened. */
export interface RegionRow extends RegionEntry {
  readonly isOpen: boolean;
  /** Opened from the user's own file, and so removable. */
  readonly isOwn: boolean;
}

export interface RegionActions {
  readonly onRegion: (id: string) => void;
  /** Asks for a zip of a pack. */
  readonly onOpenFile: () => void;
  readonly onRemove: (id: string) => void;
  /** The newer pack of the open region is to be looked at. */
  readonly onUpdate: () => void;
}

/** A pack that could not be opened. */
export interface RefusedPack {
  readonly fileName: string;
  readonly problems: readonly Problem[];
}
