import type { ImportRecord } from '../../domain/imported';
import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';

export type SearchKind =
  'county' | 'township' | 'village' | 'project' | 'belt' | 'base-feature' | 'imported';

/** `id` is the code of an area or a village, else the object's id. */
export interface SearchResult {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  /** Where it is or what it is, e.g. 芮城县 · 永乐镇: tells same-named villages apart. */
  readonly subtitle: string;
}

export interface SearchBoxProps {
  readonly pack: RegionPack;
  /** The projects in force: the pack's and the user's own. Keep the array's identity stable. */
  readonly projects: readonly Project[];
  /** The user's imports, of which zones and reference features are found. Keep the map's identity stable. */
  readonly imports: ReadonlyMap<string, ImportRecord>;
  /** Jump, highlight and inspect. */
  readonly onPick: (result: SearchResult) => void;
}
