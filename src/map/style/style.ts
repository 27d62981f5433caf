// The map style as a pure function of the theme: empty sources, layers bottom to top, no remote file.
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { LayerId, LayerState } from '../layer-catalog';
import type { MapTheme } from '../map-types';
import { boundaryLayers, choroplethLayers, frameLayers } from './area-layers';
import {
  BASE_LAYERS,
  peakLayers,
  protectedAreaLayers,
  reliefLayers,
  roadLayers,
  waterLayers,
} from './base-layers';
import { changeMarkLayers, oldPlaceLayers } from './change-layers';
import { fontFaces } from './fonts';
import { importLayers } from './import-layers';
import {
  importLabelLayers,
  naturalLabelLayers,
  placeLabelLayers,
  planLabelLayers,
  planObjectLabelLayers,
} from './label-layers.table';
import { markLayers } from './mark-layers';
import { mapPalette } from './palette';
import { planObjectLayers } from './plan-object-layers';
import { anchorLayers, beltLayers, projectLayers, reachLayers, scopeLayers } from './plan-layers';
import { SOURCE_IDS } from './source-ids';
import type { StyledLayer } from './styled-layer';
import { wallText } from './wall-text';

export const GROUND_LAYER = 'ground';

/** All layers in their default order, bottom to top. */
export function styledLayers(theme: MapTheme): readonly StyledLayer[] {
  const palette = mapPalette(theme);
  const layers: readonly StyledLayer[] = [
    {
      block: 'ground',
      layer: {
        id: GROUND_LAYER,
        type: 'background',
        paint: { 'background-color': palette.ground },
      },
    },
    ...reliefLayers(palette),
    ...choroplethLayers(),
    ...protectedAreaLayers(palette),
    ...waterLayers(palette),
    ...roadLayers(palette),
    ...boundaryLayers(palette),
    ...frameLayers(palette),
    ...beltLayers(palette),
    ...importLayers(palette),
    ...scopeLayers(palette),
    ...reachLayers(palette),
    ...projectLayers(palette),
    ...planObjectLayers(palette),
    ...anchorLayers(),
    ...markLayers(palette),
    ...oldPlaceLayers(palette),
    ...peakLayers(),
    ...naturalLabelLayers(palette),
    ...importLabelLayers(palette),
    ...planLabelLayers(palette),
    ...planObjectLabelLayers(palette),
    ...placeLabelLayers(palette),
    ...changeMarkLayers(palette),
  ];
  return theme === 'projector' ? wallText(layers) : layers;
}

/** `baseUrl`: absolute URL of the folder that holds `fonts/`. */
export function mapStyle(theme: MapTheme, baseUrl: string): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] };
  return {
    version: 8,
    name: `cuntu-${theme}`,
    'font-faces': fontFaces(baseUrl),
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries(
      Object.values(SOURCE_IDS).map((id) => [id, { type: 'geojson', data: empty, tolerance: 0.2 }]),
    ),
    layers: styledLayers(theme).map((styled) => styled.layer),
  };
}

/**
 * Ids of all style layers, bottom to top, for the user's order (first is on top). Labels stay above everything
 * and marks just below them. The frame stays above the last block that reaches beyond the region; river lines
 * stay above the frame, because the region's own edge is a river.
 */
export function orderedLayerIds(theme: MapTheme, state: LayerState): readonly string[] {
  const all = styledLayers(theme);
  const idsOf = (keep: (styled: StyledLayer) => boolean): string[] =>
    all.filter(keep).map((styled) => styled.layer.id);
  const body = (block: StyledLayer['block']) =>
    idsOf((styled) => styled.block === block && styled.layer.type !== 'symbol');
  const bottomUp = state.map((setting) => setting.id).toReversed();
  const frameAfter = bottomUp.findLastIndex((id) => FRAMED.has(id));
  const below = bottomUp.slice(0, frameAfter + 1).flatMap(body);
  return [
    ...body('ground'),
    ...below.filter((id) => !OVER_FRAME.has(id)),
    ...body('frame'),
    ...below.filter((id) => OVER_FRAME.has(id)),
    ...bottomUp.slice(frameAfter + 1).flatMap(body),
    ...body('marks'),
    ...idsOf((styled) => styled.layer.type === 'symbol'),
  ];
}

/** Blocks that reach beyond the region, so that the veil must cover them. */
const FRAMED: ReadonlySet<LayerId> = new Set([
  'counties',
  'rivers',
  'roads',
  'relief',
  'protected-areas',
]);

const OVER_FRAME: ReadonlySet<string> = new Set([
  BASE_LAYERS.river,
  BASE_LAYERS.riverSchematic,
  BASE_LAYERS.dam,
]);

const OPACITY_PROPERTIES: Readonly<Partial<Record<LayerSpecification['type'], readonly string[]>>> =
  {
    fill: ['fill-opacity'],
    line: ['line-opacity'],
    circle: ['circle-opacity', 'circle-stroke-opacity'],
    symbol: ['text-opacity', 'icon-opacity'],
  };

/** Opacity paint values of a layer when the user sets `opacity` (0..1): the style's own value times it. */
export function opacityPaint(
  layer: LayerSpecification,
  opacity: number,
): readonly (readonly [property: string, value: number])[] {
  const paint = new Map<string, unknown>(Object.entries(layer.paint ?? {}));
  return (OPACITY_PROPERTIES[layer.type] ?? []).map((property) => {
    const own = paint.get(property);
    return [property, (typeof own === 'number' ? own : 1) * opacity] as const;
  });
}
