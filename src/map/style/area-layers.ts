// Choropleth, timeline, boundaries and the frame that sets the region off from its surroundings.
import type { MapPalette } from './palette';
import { NO_DATA_PATTERN, statusPattern } from './pattern-images';
import { SOURCE_IDS } from './source-ids';
import { inBlock, type StyledLayer } from './styled-layer';
import { codeFilter } from './thematic-expressions';

export const AREA_LAYERS = {
  countyClass: 'county-class',
  townshipClass: 'township-class',
  countyNoData: 'county-no-data',
  townshipNoData: 'township-no-data',
  timeline: 'timeline-status',
  townshipHit: 'township-hit',
  townshipLine: 'township-line',
  countyHit: 'county-hit',
  countyLine: 'county-line',
  veil: 'veil',
  outlineBand: 'outline-band',
  outline: 'outline',
} as const;

const NONE = codeFilter([]);
const CLEAR = 'rgba(0,0,0,0)';

export function choroplethLayers(): StyledLayer[] {
  const { counties, townships } = SOURCE_IDS;
  return [
    ...inBlock('thematic', [
      {
        id: AREA_LAYERS.countyClass,
        type: 'fill',
        source: counties,
        paint: { 'fill-color': CLEAR, 'fill-antialias': false },
      },
      {
        id: AREA_LAYERS.townshipClass,
        type: 'fill',
        source: townships,
        paint: { 'fill-color': CLEAR, 'fill-antialias': false },
      },
      {
        id: AREA_LAYERS.countyNoData,
        type: 'fill',
        source: counties,
        filter: NONE,
        paint: { 'fill-pattern': NO_DATA_PATTERN },
      },
      {
        id: AREA_LAYERS.townshipNoData,
        type: 'fill',
        source: townships,
        filter: NONE,
        paint: { 'fill-pattern': NO_DATA_PATTERN },
      },
    ]),
    ...inBlock('timeline', [
      {
        id: AREA_LAYERS.timeline,
        type: 'fill',
        source: counties,
        filter: NONE,
        paint: { 'fill-pattern': statusPattern('poor') },
      },
    ]),
  ];
}

export function boundaryLayers(palette: MapPalette): StyledLayer[] {
  const { counties, townships } = SOURCE_IDS;
  return [
    ...inBlock('townships', [
      {
        id: AREA_LAYERS.townshipHit,
        type: 'fill',
        source: townships,
        paint: { 'fill-color': CLEAR, 'fill-antialias': false },
      },
      {
        id: AREA_LAYERS.townshipLine,
        type: 'line',
        source: townships,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.townshipLine, 'line-width': 0.6 },
      },
    ]),
    ...inBlock('counties', [
      {
        id: AREA_LAYERS.countyHit,
        type: 'fill',
        source: counties,
        paint: { 'fill-color': CLEAR, 'fill-antialias': false },
      },
      {
        id: AREA_LAYERS.countyLine,
        type: 'line',
        source: counties,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.countyLine, 'line-width': 1.4 },
      },
    ]),
  ];
}

export function frameLayers(palette: MapPalette): StyledLayer[] {
  return inBlock('frame', [
    {
      id: AREA_LAYERS.veil,
      type: 'fill',
      source: SOURCE_IDS.veil,
      paint: { 'fill-color': palette.veil, 'fill-opacity': 0.82 },
    },
    {
      id: AREA_LAYERS.outlineBand,
      type: 'line',
      source: SOURCE_IDS.outline,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.outlineBand,
        'line-width': 9,
        'line-opacity': 0.55,
        'line-blur': 1,
      },
    },
    {
      id: AREA_LAYERS.outline,
      type: 'line',
      source: SOURCE_IDS.outline,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.outline, 'line-width': 2 },
    },
  ]);
}
