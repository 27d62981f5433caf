import type { LayerSpecification } from 'maplibre-gl';
import type { LayerId } from '../layer-catalog';

/** Style layers that no user switch governs: the sheet itself, the region's frame, marks of attention. */
export type FixedBlock = 'ground' | 'frame' | 'marks';

/** A style layer with the user's layer that switches it, or the fixed block it belongs to. */
export interface StyledLayer {
  readonly block: LayerId | FixedBlock;
  readonly layer: LayerSpecification;
}

export function inBlock(block: StyledLayer['block'], layers: LayerSpecification[]): StyledLayer[] {
  return layers.map((layer) => ({ block, layer }));
}
