// Changes of the layer list as plain functions: list in, list out. First is on top.
import {
  DEFAULT_LAYER_STATE,
  layerInfo,
  LAYERS,
  type LayerGroup,
  type LayerId,
  type LayerSetting,
  type LayerState,
} from '../../map/layer-catalog';

/** Order of the groups in the tree: what a reader asks for first. */
export const GROUP_ORDER: readonly LayerGroup[] = ['规划', '村与统计', '行政区', '底图'];

export interface LayerGroupView {
  readonly group: LayerGroup;
  readonly layers: readonly LayerSetting[];
  readonly visibleCount: number;
}

/** The list by group, drawing order kept within each. */
export function groupLayers(layers: LayerState): readonly LayerGroupView[] {
  return GROUP_ORDER.map((group) => {
    const members = layers.filter((layer) => layerInfo(layer.id).group === group);
    return {
      group,
      layers: members,
      visibleCount: members.filter((layer) => layer.visible).length,
    };
  });
}

/** Layers of one family fill the same areas: switching one on switches the others off. */
export function setVisible(layers: LayerState, id: LayerId, visible: boolean): LayerState {
  const family = layerInfo(id).exclusiveFamily;
  return layers.map((layer) => {
    if (layer.id === id) return { ...layer, visible };
    const rival = visible && family !== null && layerInfo(layer.id).exclusiveFamily === family;
    return rival && layer.visible ? { ...layer, visible: false } : layer;
  });
}

/** Opacity 0..1, clamped. */
export function setOpacity(layers: LayerState, id: LayerId, opacity: number): LayerState {
  const clamped = Math.min(1, Math.max(0, opacity));
  return layers.map((layer) => (layer.id === id ? { ...layer, opacity: clamped } : layer));
}

/** Puts a layer at a place in the drawing order, 0 on top; clamped. Unknown ids change nothing. */
export function moveTo(layers: LayerState, id: LayerId, at: number): LayerState {
  const moved = layers.find((layer) => layer.id === id);
  if (!moved) return layers;
  const rest = layers.filter((layer) => layer.id !== id);
  const place = Math.min(rest.length, Math.max(0, at));
  return [...rest.slice(0, place), moved, ...rest.slice(place)];
}

/** One step up (−1) or down (+1). */
export function moveBy(layers: LayerState, id: LayerId, step: -1 | 1): LayerState {
  return moveTo(layers, id, layers.findIndex((layer) => layer.id === id) + step);
}

/** True when visibility, opacity and order are those of the catalogue. */
export function isDefault(layers: LayerState): boolean {
  return (
    layers.length === LAYERS.length &&
    layers.every((layer, at) => {
      const start = DEFAULT_LAYER_STATE[at];
      return (
        start?.id === layer.id && start.visible === layer.visible && start.opacity === layer.opacity
      );
    })
  );
}
