import type { RegionPack } from '../../domain/region-pack';
import type { LayerId, LayerState } from '../../map/layer-catalog';
import type { LegendModel } from '../../ui/legend-model';

export interface LayersPanelProps {
  readonly region: Pick<RegionPack, 'beltsWord'>;
  readonly layers: LayerState;
  /** Shown under a layer while it is visible; a layer without an entry explains itself. */
  readonly legends: Readonly<Partial<Record<LayerId, LegendModel>>>;
  /** Things on a layer, e.g. 157 townships; a layer without an entry shows no number. */
  readonly counts: Readonly<Partial<Record<LayerId, number>>>;
  readonly onChange: (next: LayerState) => void;
  /** Opens the controls behind a layer (专题 and 脱贫时序 have some). */
  /** Layers whose things can be written to a file. */
  readonly exportable: ReadonlySet<LayerId>;
  readonly onExport: (id: LayerId) => void;
  readonly onConfigure: (id: LayerId) => void;
}
