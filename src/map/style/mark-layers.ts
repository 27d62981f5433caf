// Hover and selection: a ring or outline in the accent colour with a light casing, never a fill change.
// A line is flanked, not covered, so that a schematic one stays dashed while selected.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from './palette';
import { SOURCE_IDS } from './source-ids';
import { inBlock, type StyledLayer } from './styled-layer';

/** Pixels left free for the line itself. */
const GAP: ExpressionSpecification = ['match', ['get', 'shape'], 'line', 6, 0];
const POINT: ExpressionSpecification = ['==', ['get', 'shape'], 'point'];

interface MarkStyle {
  readonly prefix: string;
  readonly source: string;
  readonly colour: string;
  readonly casing: string;
  readonly linePixels: number;
  readonly ringRadiusPixels: number;
}

function markPair(mark: MarkStyle): LayerSpecification[] {
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const { source, linePixels } = mark;
  const ring = {
    'circle-radius': mark.ringRadiusPixels,
    'circle-color': 'rgba(0,0,0,0)',
  };
  return [
    {
      id: `${mark.prefix}-line-casing`,
      type: 'line',
      source,
      filter: ['!', POINT],
      layout,
      paint: {
        'line-color': mark.casing,
        'line-gap-width': GAP,
        'line-width': linePixels + 3,
        'line-opacity': 0.85,
      },
    },
    {
      id: `${mark.prefix}-line`,
      type: 'line',
      source,
      filter: ['!', POINT],
      layout,
      paint: { 'line-color': mark.colour, 'line-gap-width': GAP, 'line-width': linePixels },
    },
    {
      id: `${mark.prefix}-ring-casing`,
      type: 'circle',
      source,
      filter: POINT,
      paint: {
        ...ring,
        'circle-stroke-color': mark.casing,
        'circle-stroke-width': linePixels + 2.5,
      },
    },
    {
      id: `${mark.prefix}-ring`,
      type: 'circle',
      source,
      filter: POINT,
      paint: { ...ring, 'circle-stroke-color': mark.colour, 'circle-stroke-width': linePixels },
    },
  ];
}

export function markLayers(palette: MapPalette): StyledLayer[] {
  const common = { colour: palette.accent, casing: palette.halo };
  return inBlock('marks', [
    ...markPair({
      ...common,
      prefix: 'hover',
      source: SOURCE_IDS.hover,
      linePixels: 1.6,
      ringRadiusPixels: 8,
    }),
    ...markPair({
      ...common,
      prefix: 'selection',
      source: SOURCE_IDS.selection,
      linePixels: 2.6,
      ringRadiusPixels: 9.5,
    }),
  ]);
}
