import type { RegionPack } from '../../domain/region-pack';
import type { CellReference } from '../../domain/source';

/** What the drawer shows: the list, one source in it, or a plan table with a cell marked. */
export type SourcesView =
  | { readonly kind: 'list'; readonly sourceId: string | null }
  | { readonly kind: 'table'; readonly tableId: string; readonly cell: CellReference | null };

export interface SourcesDrawerProps {
  readonly pack: RegionPack;
  readonly open: boolean;
  readonly view: SourcesView;
  readonly onView: (view: SourcesView) => void;
  readonly onClose: () => void;
}
