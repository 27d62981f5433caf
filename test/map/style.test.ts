import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LAYER_STATE, LAYERS } from '../../src/map/layer-catalog';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import type { MapTheme } from '../../src/map/map-types';
import { scenePaint } from '../../src/map/scene-paint';
import { BASE_LAYERS } from '../../src/map/style/base-layers';
import { AREA_LAYERS } from '../../src/map/style/area-layers';
import { mapPalette } from '../../src/map/style/palette';
import { patternImages } from '../../src/map/style/pattern-images';
import { mapStyle, opacityPaint, orderedLayerIds, styledLayers } from '../../src/map/style/style';
import { styleChanges } from '../../src/map/style/style-changes';

const BASE_URL = 'http://localhost/app/';

describe.each(['standard', 'projector'] as const)('map style, %s', (theme) => {
  const style = mapStyle(theme, BASE_URL);

  it('is valid MapLibre style', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it('names no remote glyphs or sprite, and fonts below the page', () => {
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    for (const url of Object.values(style['font-faces'] ?? {})) {
      expect(url).toMatch(/^http:\/\/localhost\/app\/fonts\/.+\.woff2$/u);
    }
  });

  it('has unique layer ids, all on existing sources', () => {
    const ids = style.layers.map((layer) => layer.id);
    expect(new Set(ids).size).toBe(ids.length);
    const sources = style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : []));
    expect(new Set(sources)).toEqual(new Set(Object.keys(style.sources)));
  });

  it('writes text in label layers only, and label layers are symbols', () => {
    for (const layer of style.layers) {
      const hasText =
        'layout' in layer && layer.layout !== undefined && 'text-field' in layer.layout;
      expect([layer.id, hasText]).toEqual([layer.id, layer.id.startsWith('label-')]);
      if (hasText) expect(layer.type).toBe('symbol');
    }
  });

  it('uses only images that are made for it', () => {
    const images = new Set(patternImages(mapPalette(theme)).keys());
    const named =
      JSON.stringify(style.layers).match(
        /"(?:hatch|status|icon)-(?!color|image|opacity|allow|size|ignore)[a-z-]+"/gu,
      ) ?? [];
    expect(named.length).toBeGreaterThan(5);
    for (const text of named) expect(images).toContain(JSON.parse(text));
  });

  it('writes a township beside its seat, where projects of unpublished place are drawn', () => {
    const name = style.layers.find(({ id }) => id === 'label-township');
    expect(name).toHaveProperty('layout.text-variable-anchor');
    expect(name).not.toMatchObject({
      layout: { 'text-variable-anchor': expect.arrayContaining(['center']) },
    });
  });

  it('places the marks of a comparison before all names, which keep off them', () => {
    const symbols = orderedLayerIds(theme, DEFAULT_LAYER_STATE).filter(
      (id) => style.layers.find((layer) => layer.id === id)?.type === 'symbol',
    );
    // MapLibre places what is on top first.
    expect(symbols.slice(-2)).toEqual(['change-village', 'label-change']);
    const marks = style.layers.find(({ id }) => id === 'change-village');
    expect(marks).toMatchObject({ layout: { 'icon-allow-overlap': true } });
    expect(marks).not.toHaveProperty('layout.icon-ignore-placement');
  });

  it('gives every switch of the catalogue at least one style layer', () => {
    const blocks = new Set(styledLayers(theme).map((styled) => styled.block));
    for (const info of LAYERS) expect(blocks).toContain(info.id);
  });
});

describe('layer order', () => {
  const ids = styledLayers('standard').map((styled) => styled.layer.id);
  const symbols = new Set(
    styledLayers('standard')
      .filter((styled) => styled.layer.type === 'symbol')
      .map((styled) => styled.layer.id),
  );

  it.each([
    ['default', DEFAULT_LAYER_STATE],
    ['reversed', DEFAULT_LAYER_STATE.toReversed()],
  ])('holds every layer once with labels on top: %s', (_name, state) => {
    const order = orderedLayerIds('standard', state);
    expect([...order].toSorted()).toEqual([...ids].toSorted());
    expect(order.slice(-symbols.size).every((id) => symbols.has(id))).toBe(true);
    expect(order[0]).toBe('ground');
  });

  it('veils the surroundings, but draws river lines over the frame', () => {
    const order = orderedLayerIds('standard', DEFAULT_LAYER_STATE);
    expect(order.indexOf(AREA_LAYERS.veil)).toBeGreaterThan(order.indexOf(BASE_LAYERS.reliefFill));
    expect(order.indexOf(AREA_LAYERS.veil)).toBeGreaterThan(order.indexOf(BASE_LAYERS.lakeFill));
    expect(order.indexOf(BASE_LAYERS.river)).toBeGreaterThan(order.indexOf(AREA_LAYERS.outline));
  });

  it('follows the user: what is moved up is drawn later', () => {
    const order = orderedLayerIds('standard', [
      ...DEFAULT_LAYER_STATE.filter((setting) => setting.id === 'thematic'),
      ...DEFAULT_LAYER_STATE.filter((setting) => setting.id !== 'thematic'),
    ]);
    expect(order.indexOf(AREA_LAYERS.townshipClass)).toBeGreaterThan(order.indexOf('project-line'));
  });
});

describe('theme change', () => {
  it('turns one theme into the other by property changes alone', () => {
    const from = mapStyle('standard', BASE_URL).layers;
    const to = mapStyle('projector', BASE_URL).layers;
    const changed = structuredClone(from);
    for (const { layerId, part, property, value } of styleChanges(from, to)) {
      const layer = changed.find((candidate) => candidate.id === layerId);
      Object.assign(layer?.[part] ?? {}, { [property]: value });
    }
    expect(changed).toEqual(to);
    expect(styleChanges(from, to).length).toBeGreaterThan(10);
  });

  it('prints every name a third larger for the wall, county names with 20 px', () => {
    const sizes = (theme: MapTheme): readonly unknown[] =>
      mapStyle(theme, BASE_URL).layers.flatMap((layer) =>
        layer.type === 'symbol' && layer.layout?.['text-size'] !== undefined
          ? [layer.layout['text-size']]
          : [],
      );
    const [small, large] = [sizes('standard'), sizes('projector')];
    expect(large).toHaveLength(small.length);
    expect(large.every((size, at) => JSON.stringify(size) !== JSON.stringify(small[at]))).toBe(
      true,
    );
    expect(small).toContain(15);
    expect(large).toContain(20);
  });

  it('refuses styles with different layers', () => {
    const layers = mapStyle('standard', BASE_URL).layers;
    expect(() => styleChanges(layers, layers.slice(1))).toThrow(/\d+ and \d+ layers/u);
  });
});

describe('opacity', () => {
  it("multiplies the style's own opacity", () => {
    const fill = styledLayers('standard').find((styled) => styled.layer.id === 'reach-fill');
    expect(opacityPaint(fill!.layer, 0.5)).toEqual([['fill-opacity', 0.06]]);
  });

  it('nearly hides the relief under class colours, so that they keep their meaning', () => {
    const opacityOf = (scene: typeof EMPTY_SCENE) =>
      scenePaint(scene).find(
        (s) => s.layerId === BASE_LAYERS.reliefFill && s.property === 'fill-opacity',
      )?.value;
    const thematic = {
      level: 'county',
      classOf: new Map([['140821', 0]]),
      colours: ['#FFFFFF'],
    } as const;
    expect(opacityOf(EMPTY_SCENE)).toBe(1);
    expect(opacityOf({ ...EMPTY_SCENE, thematic })).toBeCloseTo(0.15);
  });
});
