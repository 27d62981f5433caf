import { describe, expect, it } from 'vitest';
import {
  groupLayers,
  isDefault,
  moveBy,
  moveTo,
  setOpacity,
  setVisible,
} from '../../../src/features/layers/layer-order';
import { DEFAULT_LAYER_STATE, LAYERS, type LayerState } from '../../../src/map/layer-catalog';

const start = DEFAULT_LAYER_STATE;
const ids = (layers: LayerState): string[] => layers.map((layer) => layer.id);
const visible = (layers: LayerState, id: string): boolean | undefined =>
  layers.find((layer) => layer.id === id)?.visible;

describe('the layer list', () => {
  it('shows every layer in exactly one group, in drawing order', () => {
    const groups = groupLayers(start);
    const members = groups.flatMap((group) => ids(group.layers));
    expect(members.toSorted()).toEqual(LAYERS.map((info) => info.id).toSorted());
    for (const group of groups) {
      const places = group.layers.map((layer) => start.indexOf(layer));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(group.visibleCount).toBe(group.layers.filter((layer) => layer.visible).length);
    }
  });

  it('switches rivals of the same family off, and only when switching on', () => {
    const on = setVisible(setVisible(start, 'thematic', true), 'timeline', true);
    expect(visible(on, 'timeline')).toBe(true);
    expect(visible(on, 'thematic')).toBe(false);
    expect(visible(on, 'projects')).toBe(visible(start, 'projects'));
    const off = setVisible(on, 'timeline', false);
    expect(visible(off, 'thematic')).toBe(false);
  });

  it('keeps opacity inside 0..1', () => {
    expect(setOpacity(start, 'belts', 1.4).find((l) => l.id === 'belts')?.opacity).toBe(1);
    expect(setOpacity(start, 'belts', -1).find((l) => l.id === 'belts')?.opacity).toBe(0);
  });

  it('moves a layer and keeps the order of the others', () => {
    const moved = moveTo(start, 'relief', 0);
    expect(ids(moved)).toEqual(['relief', ...ids(start).filter((id) => id !== 'relief')]);
    expect(ids(moveTo(moved, 'relief', 99))).toEqual(ids(start));
  });

  it('stops at both ends', () => {
    const first = start[0]!.id;
    const last = start.at(-1)!.id;
    expect(ids(moveBy(start, first, -1))).toEqual(ids(start));
    expect(ids(moveBy(start, last, 1))).toEqual(ids(start));
    expect(ids(moveBy(moveBy(start, first, 1), first, -1))).toEqual(ids(start));
  });

  it('knows the default, and every kind of change from it', () => {
    expect(isDefault(start)).toBe(true);
    expect(isDefault(setVisible(start, 'belts', true))).toBe(false);
    expect(isDefault(setOpacity(start, 'belts', 0.5))).toBe(false);
    expect(isDefault(moveBy(start, 'belts', 1))).toBe(false);
  });
});
