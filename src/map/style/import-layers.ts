// The user's own zones and reference layers: grey-violet and dotted, so that they are taken for no part of the plan.
import type { ExpressionSpecification } from 'maplibre-gl';
import type { FeatureShape } from '../sources/feature-shape';
import type { MapPalette } from './palette';
import { SOURCE_IDS } from './source-ids';
import { inBlock, type StyledLayer } from './styled-layer';

export const IMPORT_LAYERS = {
  fill: 'import-fill',
  outline: 'import-outline',
  line: 'import-line',
  point: 'import-point',
} as const;

/** In line widths. */
export const IMPORT_DASH = [1.6, 1.2] as const;
export const IMPORT_FILL_OPACITY = 0.14;

function shapedAs(shape: FeatureShape): ExpressionSpecification {
  return ['==', ['get', 'shape'], shape];
}

export function importLayers(palette: MapPalette): StyledLayer[] {
  const source = SOURCE_IDS.imports;
  const colour = palette.imported;
  return inBlock('imports', [
    {
      id: IMPORT_LAYERS.fill,
      type: 'fill',
      source,
      filter: shapedAs('area'),
      paint: { 'fill-color': colour, 'fill-opacity': IMPORT_FILL_OPACITY },
    },
    {
      id: IMPORT_LAYERS.outline,
      type: 'line',
      source,
      filter: shapedAs('area'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 1.4 },
    },
    {
      id: IMPORT_LAYERS.line,
      type: 'line',
      source,
      filter: shapedAs('line'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 2, 'line-dasharray': [...IMPORT_DASH] },
    },
    {
      id: IMPORT_LAYERS.point,
      type: 'circle',
      source,
      filter: shapedAs('point'),
      paint: {
        'circle-radius': 3.5,
        'circle-color': colour,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 1.2,
      },
    },
  ]);
}
