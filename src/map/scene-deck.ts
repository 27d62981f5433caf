// The scene's deck.gl layers. Typed arrays are rebuilt only when their inputs changed; a new coverage answer renews one
// column of a byte a village and leaves all others where they are.
import type { Layer } from '@deck.gl/core';
import type { RegionPack } from '../domain/region-pack';
import { columnLayer, townshipColumns, type Column } from './layers/column-layer';
import {
  coverageSymbols,
  dotAttributes,
  drawnStates,
  overlapSymbols,
  villageBase,
  villageSymbols,
  weightRadii,
  type DotAttributes,
  type VillageBase,
} from './layers/village-attributes';
import { UNDRAWN_STATE } from './layers/coverage-dots-layer';
import {
  coverageDotsData,
  coverageDotsLayer,
  dotScale,
  villageDotsLayer,
  type CoverageColumns,
  type CoverageDotsData,
} from './layers/village-dots-layer';
import { NOT_COVERED } from '../analysis/coverage-result';
import type { PickableVillages } from './map-picker';
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
  readonly coverageColumns: (
    inputs: readonly unknown[],
    build: () => CoverageColumns,
  ) => CoverageColumns;
  readonly coverage: (
    inputs: readonly unknown[],
    build: () => CoverageDotsData,
  ) => CoverageDotsData;
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
    coverageColumns: remembered(),
    coverage: remembered(),
    columns: remembered(),
  };
}

/** Positions and accuracy flags of a pack's villages, built once a pack. */
function cachedVillageBase(cache: DeckCache, pack: RegionPack | null): VillageBase {
  return cache.base([pack], () => (pack ? villageBase(pack.villages) : NO_VILLAGES));
}

/** Degrees of turn that call for a new painting order of the columns. */
const BEARING_STEP = 15;

/** Bearing in steps: the deck layers change when it does. */
export function bearingStep(bearingDegrees: number): number {
  return Math.round(bearingDegrees / BEARING_STEP) * BEARING_STEP;
}

const WEIGHTED_STATES: readonly number[] = [NOT_COVERED];
const NO_STATES = new Uint8Array(0);
const NO_COLUMNS: CoverageColumns = {
  count: 0,
  positions: { value: NO_VILLAGES.positions, size: 2 },
  radii: { value: new Float32Array(0), size: 1 },
};

/** Columns that stay while the answer changes. */
function coverageColumns(
  base: VillageBase,
  weights: Float64Array | null,
  largest: number,
): CoverageColumns {
  const count = base.uncertain.length;
  return {
    count,
    positions: { value: base.positions, size: 2 },
    radii: { value: weightRadii(count, weights, largest), size: 1 },
  };
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
  const overlap = scene.coverage?.overlap;
  const states = overlap ?? scene.coverage?.states ?? NO_STATES;
  if (covering && pack && states.length !== pack.villages.length) {
    throw new Error(`coverage of ${states.length} villages on a pack of ${pack.villages.length}`);
  }
  cache.drawnScale = dotScale(zoom);
  cache.drawnBearing = bearingStep(bearing);
  const villages = layerSetting(scene.layers, 'villages');
  const columns = layerSetting(scene.layers, 'columns');
  const symbols = coverageSymbols(palette);
  const largest = symbols[NOT_COVERED]?.largest ?? 0;
  const staticColumns = cache.coverageColumns([base, weights, largest], () =>
    coverageColumns(base, weights, largest),
  );
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
      data: covering
        ? cache.coverage([staticColumns, states, mask], () =>
            coverageDotsData(staticColumns, drawnStates(states, mask, UNDRAWN_STATE)),
          )
        : coverageDotsData(NO_COLUMNS, NO_STATES),
      symbols: overlap ? overlapSymbols(palette) : symbols,
      weightedStates: weights && !overlap ? WEIGHTED_STATES : [],
      visible: covering,
      opacity: layerSetting(scene.layers, 'coverage').opacity,
      zoom,
    }),
  ];
}

/** The villages that a pointer can hit; null while none are drawn. */
export function pickableVillages(scene: MapScene, cache: DeckCache): PickableVillages | null {
  const { index, layers, villages, coverage } = scene;
  const drawn =
    layerSetting(layers, 'villages').visible ||
    (coverage !== null && layerSetting(layers, 'coverage').visible);
  if (!index || !drawn) return null;
  return {
    villages: index.pack.villages,
    positions: cachedVillageBase(cache, index.pack).positions,
    mask: villages.mask,
  };
}
