import { setVisible } from '../features/layers/layer-order';
import type { LayerId, LayerState } from '../map/layer-catalog';
import { patchSession, useSession } from './session-store';

export function isLayerVisible(layers: LayerState, id: LayerId): boolean {
  return layers.some((layer) => layer.id === id && layer.visible);
}

/** Time slider and county colours together; the choropleth fills the same areas, so it gives way and comes back. */
export function toggleTimeline(): void {
  const { layers } = useSession.getState();
  const isShown = isLayerVisible(layers, 'timeline');
  patchSession({ layers: setVisible(layers, isShown ? 'thematic' : 'timeline', true) });
}
