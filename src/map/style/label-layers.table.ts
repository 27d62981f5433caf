// Labels. All symbol layers; MapLibre places the last layer first, so counties, which come last, always win.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { VILLAGE_NAMES_ZOOM } from '../label-box';
import type { MapPalette } from './palette';
import { FONT_ITALIC, FONT_REGULAR, FONT_SEMIBOLD } from './fonts';
import { SOURCE_IDS } from './source-ids';
import { inBlock, type StyledLayer } from './styled-layer';

export const LABEL_LAYERS = {
  village: 'label-village',
  township: 'label-township',
  county: 'label-county',
  river: 'label-river',
  lake: 'label-lake',
  relief: 'label-relief',
  ridge: 'label-ridge',
  peak: 'label-peak',
  road: 'label-road',
  protectedArea: 'label-protected-area',
  belt: 'label-belt',
  project: 'label-project',
  projectPlace: 'label-project-place',
  importArea: 'label-import-area',
  importLine: 'label-import-line',
  importPoint: 'label-import-point',
  planArea: 'label-plan-area',
  planLine: 'label-plan-line',
  planPoint: 'label-plan-point',
} as const;

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

function labelled(kind: string): ExpressionSpecification {
  return ['==', ['get', 'label'], kind];
}

function haloed(
  palette: MapPalette,
  colour: string | ExpressionSpecification,
): NonNullable<SymbolLayer['paint']> {
  return {
    'text-color': colour,
    'text-halo-color': palette.halo,
    'text-halo-width': palette.haloWidthPixels,
  };
}

const NAME: ExpressionSpecification = ['get', 'name'];
/** Names beside a dot: any side that is free. */
const BESIDE = {
  'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
  'text-radial-offset': 0.7,
  'text-justify': 'auto',
} satisfies SymbolLayer['layout'];

export function naturalLabelLayers(palette: MapPalette): StyledLayer[] {
  const source = SOURCE_IDS.placeLabels;
  const water = haloed(palette, palette.riverLabel);
  const relief = haloed(palette, palette.reliefLabel);
  return [
    ...inBlock('roads', [
      {
        id: LABEL_LAYERS.road,
        type: 'symbol',
        source: SOURCE_IDS.base,
        filter: ['==', ['get', 'kind'], 'road'],
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'label'],
          'text-font': [FONT_REGULAR],
          'text-size': 11,
          'symbol-spacing': 420,
        },
        paint: haloed(palette, palette.road),
      },
    ]),
    ...inBlock('protected-areas', [
      {
        id: LABEL_LAYERS.protectedArea,
        type: 'symbol',
        source,
        filter: labelled('protected-area'),
        layout: {
          'text-field': NAME,
          'text-font': [FONT_REGULAR],
          'text-size': 11,
          'text-max-width': 8,
          ...BESIDE,
        },
        paint: haloed(palette, '#4B6E3A'),
      },
    ]),
    ...inBlock('relief', [
      {
        id: LABEL_LAYERS.ridge,
        type: 'symbol',
        source: SOURCE_IDS.base,
        filter: ['==', ['get', 'kind'], 'ridge'],
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'label'],
          'text-font': [FONT_REGULAR],
          'text-size': 14,
          'text-letter-spacing': 1.1,
          'symbol-spacing': 520,
          'text-max-angle': 50,
        },
        paint: relief,
      },
      {
        id: LABEL_LAYERS.relief,
        type: 'symbol',
        source,
        filter: labelled('relief'),
        layout: {
          'text-field': NAME,
          'text-font': [FONT_REGULAR],
          'text-size': ['match', ['get', 'rank'], 1, 14, 12],
          'text-letter-spacing': 0.5,
          'text-max-width': 20,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: relief,
      },
    ]),
    ...inBlock('peaks', [
      {
        id: LABEL_LAYERS.peak,
        type: 'symbol',
        source,
        minzoom: 8.6,
        filter: labelled('peak'),
        layout: { 'text-field': NAME, 'text-font': [FONT_REGULAR], 'text-size': 11, ...BESIDE },
        paint: relief,
      },
    ]),
    ...inBlock('rivers', [
      {
        id: LABEL_LAYERS.lake,
        type: 'symbol',
        source,
        filter: labelled('lake'),
        layout: {
          'text-field': NAME,
          'text-font': [FONT_ITALIC],
          'text-size': 11,
          'text-max-width': 12,
          'text-variable-anchor': ['center', 'top', 'bottom'],
          'text-radial-offset': 0.4,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: water,
      },
      {
        id: LABEL_LAYERS.river,
        type: 'symbol',
        source: SOURCE_IDS.base,
        filter: ['in', ['get', 'kind'], ['literal', ['river', 'canal']]],
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'label'],
          'text-font': [FONT_ITALIC],
          'text-size': ['match', ['get', 'rank'], 1, 14, 12],
          'text-letter-spacing': ['match', ['get', 'rank'], 1, 0.6, 0.3],
          'symbol-spacing': 320,
          'text-max-angle': 40,
          'text-offset': [0, -0.9],
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: water,
      },
    ]),
  ];
}

export function planLabelLayers(palette: MapPalette): StyledLayer[] {
  const source = SOURCE_IDS.projectLabels;
  const colour: ExpressionSpecification = [
    'match',
    ['get', 'kind'],
    'water',
    palette.project.water,
    'power',
    palette.project.power,
    'road',
    palette.project.road,
    palette.project.facility,
  ];
  return [
    ...inBlock('belts', [
      {
        id: LABEL_LAYERS.belt,
        type: 'symbol',
        source: SOURCE_IDS.beltLabels,
        layout: {
          'text-field': NAME,
          'text-font': [FONT_SEMIBOLD],
          'text-size': 15,
          'text-letter-spacing': 0.35,
          'text-max-width': 20,
          'symbol-placement': 'point',
        },
        paint: haloed(palette, palette.townshipLabel),
      },
    ]),
    ...inBlock('projects', [
      {
        id: LABEL_LAYERS.projectPlace,
        type: 'symbol',
        source,
        minzoom: 9.6,
        filter: labelled('place'),
        layout: { 'text-field': NAME, 'text-font': [FONT_REGULAR], 'text-size': 11, ...BESIDE },
        paint: haloed(palette, colour),
      },
      {
        id: LABEL_LAYERS.project,
        type: 'symbol',
        source,
        filter: labelled('project'),
        layout: {
          'text-field': NAME,
          'text-font': [FONT_SEMIBOLD],
          'text-size': ['case', ['==', ['get', 'chosen'], true], 14, 12],
          'text-max-width': 9,
          'symbol-sort-key': ['case', ['==', ['get', 'chosen'], true], 0, 1],
          ...BESIDE,
        },
        paint: haloed(palette, colour),
      },
    ]),
  ];
}

/** Names of the user's own layers, under those of the plan and of places. */
export function importLabelLayers(palette: MapPalette): StyledLayer[] {
  const shaped = (shape: string): ExpressionSpecification => ['==', ['get', 'shape'], shape];
  const common = { type: 'symbol' as const, source: SOURCE_IDS.imports };
  const text = {
    'text-field': NAME,
    'text-font': [FONT_REGULAR],
    'text-size': 11,
  } satisfies SymbolLayer['layout'];
  const paint = haloed(palette, palette.imported);
  return inBlock('imports', [
    {
      ...common,
      id: LABEL_LAYERS.importArea,
      filter: shaped('area'),
      // Places of the region keep their names: this one steps aside for them, inside its area where it can.
      layout: {
        ...text,
        'text-font': [FONT_SEMIBOLD],
        'text-size': 12,
        'text-max-width': 10,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.4,
      },
      paint,
    },
    {
      ...common,
      id: LABEL_LAYERS.importLine,
      filter: shaped('line'),
      layout: { ...text, 'symbol-placement': 'line', 'symbol-spacing': 320 },
      paint,
    },
    {
      ...common,
      id: LABEL_LAYERS.importPoint,
      filter: shaped('point'),
      minzoom: 9,
      layout: { ...text, ...BESIDE },
      paint,
    },
  ]);
}

/** Names of what planners draw; as important as a township, and placed before the plan's own names. */
export function planObjectLabelLayers(palette: MapPalette): StyledLayer[] {
  const shaped = (shape: string): ExpressionSpecification => ['==', ['get', 'shape'], shape];
  const common = { type: 'symbol' as const, source: SOURCE_IDS.planObjects };
  const text = {
    'text-field': NAME,
    'text-font': [FONT_SEMIBOLD],
    'text-size': 12,
  } satisfies SymbolLayer['layout'];
  const paint = haloed(palette, palette.countyLabel);
  return inBlock('plan-objects', [
    {
      ...common,
      id: LABEL_LAYERS.planArea,
      filter: shaped('area'),
      layout: {
        ...text,
        'text-max-width': 10,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.4,
      },
      paint,
    },
    {
      ...common,
      id: LABEL_LAYERS.planLine,
      filter: shaped('line'),
      layout: { ...text, 'symbol-placement': 'line', 'symbol-spacing': 320 },
      paint,
    },
    {
      ...common,
      id: LABEL_LAYERS.planPoint,
      filter: shaped('point'),
      layout: { ...text, ...BESIDE, 'text-radial-offset': 1 },
      paint,
    },
  ]);
}

export function placeLabelLayers(palette: MapPalette): StyledLayer[] {
  const source = SOURCE_IDS.placeLabels;
  return inBlock('places', [
    {
      id: LABEL_LAYERS.village,
      type: 'symbol',
      source: SOURCE_IDS.villageLabels,
      minzoom: VILLAGE_NAMES_ZOOM,
      layout: { 'text-field': NAME, 'text-font': [FONT_REGULAR], 'text-size': 11, ...BESIDE },
      paint: haloed(palette, palette.villageLabel),
    },
    {
      id: LABEL_LAYERS.township,
      type: 'symbol',
      source,
      minzoom: 9,
      filter: labelled('township'),
      layout: {
        'text-field': NAME,
        'text-font': [FONT_REGULAR],
        'text-size': 12,
        // Beside the seat: projects without a published place are often drawn just there.
        ...BESIDE,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      },
      paint: haloed(palette, palette.townshipLabel),
    },
    {
      id: LABEL_LAYERS.county,
      type: 'symbol',
      source,
      filter: labelled('county'),
      layout: {
        'text-field': NAME,
        'text-font': [FONT_SEMIBOLD],
        'text-size': 15,
        'text-letter-spacing': 0.08,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.8,
      },
      paint: {
        ...haloed(palette, palette.countyLabel),
        'text-halo-width': palette.haloWidthPixels + 0.5,
      },
    },
  ]);
}
