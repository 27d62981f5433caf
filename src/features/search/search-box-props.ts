import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';

export type SearchKind = 'county' | 'township' | 'village' | 'project' | 'belt' | 'base-feature';

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
  /** Jump, highlight and inspect. */
  readonly onPick: (result: SearchResult) => void;
}
