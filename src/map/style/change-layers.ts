// What a comparison marks: villages by shape, the old place of an object dashed, and a word at each object that differs.
import type { ExpressionSpecification } from 'maplibre-gl';
import { CHANGE_MARKS, changeIcon } from './change-icons';
import { FONT_SEMIBOLD } from './fonts';
import type { MapPalette } from './palette';
import { SOURCE_IDS } from './source-ids';
import { inBlock, type StyledLayer } from './styled-layer';

const [FIRST, ...OTHERS] = CHANGE_MARKS;
const ICON = [
  'match',
  ['get', 'mark'],
  ...OTHERS.flatMap((mark) => [mark, changeIcon(mark)]),
  changeIcon(FIRST),
] as unknown as ExpressionSpecification;

function role(name: 'village' | 'old-place' | 'word'): ExpressionSpecification {
  return ['==', ['get', 'role'], name];
}

const source = SOURCE_IDS.changes;

/** Where objects were. */
export function oldPlaceLayers(palette: MapPalette): StyledLayer[] {
  const isPoint: ExpressionSpecification = ['==', ['get', 'shape'], 'point'];
  return inBlock('marks', [
    {
      id: 'change-old-line',
      type: 'line',
      source,
      filter: ['all', role('old-place'), ['!', isPoint]],
      paint: { 'line-color': palette.outline, 'line-width': 1.8, 'line-dasharray': [2.5, 2] },
    },
    {
      id: 'change-old-point',
      type: 'circle',
      source,
      filter: ['all', role('old-place'), isPoint],
      paint: {
        'circle-radius': 7,
        'circle-color': palette.halo,
        'circle-opacity': 0.5,
        'circle-stroke-color': palette.outline,
        'circle-stroke-width': 1.8,
      },
    },
  ]);
}

/** Above all names, which keep off them: what is placed first has the room. */
export function changeMarkLayers(palette: MapPalette): StyledLayer[] {
  return inBlock('marks', [
    {
      id: 'change-village',
      type: 'symbol',
      source,
      filter: role('village'),
      layout: {
        'icon-image': ICON,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.6, 11, 1],
        'icon-allow-overlap': true,
      },
    },
    {
      id: 'label-change',
      type: 'symbol',
      source,
      filter: role('word'),
      layout: {
        'text-field': ['get', 'text'],
        'text-font': [FONT_SEMIBOLD],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': palette.accent,
        'text-halo-color': palette.halo,
        'text-halo-width': palette.haloWidthPixels + 0.5,
      },
    },
  ]);
}
