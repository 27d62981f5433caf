// The scene's deck.gl layers. Typed arrays are rebuilt only when their inputs changed.
import type { Layer } from '@deck.gl/core';
import type { RegionPack } from '../domain/region-pack';
import { columnLayer, townshipColumns, type Column } from './layers/column-layer';
import {
  coverageSymbols,
  dotAttributes,
  villageBase,
  villageSymbols,
  type DotAttributes,
  type VillageBase,
} from './layers/village-attributes';
import { coverageDotsLayer, dotScale, villageDotsLayer } from './layers/village-dots-layer';
import { NOT_COVERED } from '../analysis/coverage-result';
import { layerSetting, type MapScene } from './map-scene';
import { mapPalette } from './style/palette';

const NO_VILLAGES: VillageBase = { positions: new Float64Array(0), uncertain: new Uint8Array(0) };

/** Remembers the last answer of a builder for the same inputs. */
function remembered<T>(): (inputs: readonly unknown[], build: () => T) => T {
  let last: { readonly inputs: readonly unknown[]; readonly value: T } | null = null;
  return (inputs, build) => {
    if (last && inputs.every((input, at) => input === last?.inputs[at])) return last.value;
    last = { inputs, value: build() };
    return last.value;
  };
}

export interface DeckCache {
  drawnScale: number;
  drawnBearing: number;
  readonly base: (inputs: readonly unknown[], build: () => VillageBase) => VillageBase;
  readonly villages: (inputs: readonly unknown[], build: () => DotAttributes) => DotAttributes;
  readonly coverage: (inputs: readonly unknown[], build: () => DotAttributes) => DotAttributes;
  readonly columns: (
    inputs: readonly unknown[],
    build: () => readonly Column[],
  ) => readonly Column[];
}

export function emptyDeckCache(): DeckCache {
  return {
    drawnScale: 0,
    drawnBearing: 0,
    base: remembered(),
    villages: remembered(),
    coverage: remembered(),
    columns: remembered(),
  };
}

/** Positions and accuracy flags of a pack's villages, built once a pack. */
export function cachedVillageBase(cache: DeckCache, pack: RegionPack | null): VillageBase {
  return cache.base([pack], () => (pack ? villageBase(pack.villages) : NO_VILLAGES));
}

/** Degrees of turn that call for a new painting order of the columns. */
const BEARING_STEP = 15;

/** Bearing in steps: the deck layers change when it does. */
export function bearingStep(bearingDegrees: number): number {
  return Math.round(bearingDegrees / BEARING_STEP) * BEARING_STEP;
}

/** Always the same three layers, hidden where they have nothing to say, so that their slots never move. */
export function deckLayers(
  scene: MapScene,
  { zoom, bearing }: { readonly zoom: number; readonly bearing: number },
  cache: DeckCache,
): Layer[] {
  const palette = mapPalette(scene.theme);
  const pack = scene.index?.pack ?? null;
  const base = cachedVillageBase(cache, pack);
  const { weights, mask } = scene.villages;
  const covering = scene.coverage !== null && layerSetting(scene.layers, 'coverage').visible;
  const states = scene.coverage?.states ?? new Uint8Array(0);
  if (covering && pack && states.length !== pack.villages.length) {
    throw new Error(`coverage of ${states.length} villages on a pack of ${pack.villages.length}`);
  }
  cache.drawnScale = dotScale(zoom);
  cache.drawnBearing = bearingStep(bearing);
  const villages = layerSetting(scene.layers, 'villages');
  const columns = layerSetting(scene.layers, 'columns');
  return [
    columnLayer({
      columns: cache.columns([pack, scene.columns, cache.drawnBearing], () =>
        townshipColumns(
          pack?.townships ?? [],
          scene.columns?.values ?? new Map(),
          cache.drawnBearing,
        ),
      ),
      palette,
      visible: columns.visible && scene.columns !== null,
      opacity: columns.opacity,
    }),
    villageDotsLayer({
      attributes: cache.villages([base, palette, weights, mask], () =>
        dotAttributes(base, villageSymbols(palette), base.uncertain, {
          weights,
          weighted: () => true,
          mask,
        }),
      ),
      visible: villages.visible && !covering,
      opacity: villages.opacity,
      zoom,
    }),
    coverageDotsLayer({
      attributes: cache.coverage([base, palette, weights, mask, covering ? states : null], () =>
        covering
          ? dotAttributes(base, coverageSymbols(palette), states, {
              weights,
              weighted: (state) => state === NOT_COVERED,
              mask,
            })
          : dotAttributes(NO_VILLAGES, [], new Uint8Array(0), {
              weights: null,
              weighted: () => false,
              mask: null,
            }),
      ),
      visible: covering,
      opacity: layerSetting(scene.layers, 'coverage').opacity,
      zoom,
    }),
  ];
}
