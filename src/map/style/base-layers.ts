// Relief, water, roads, peaks, reserves: the quiet ground under the story.
import type { ExpressionSpecification } from 'maplibre-gl';
import type { BaseFeatureKind } from '../../domain/base-layer';
import type { MapPalette } from './palette';
import { PEAK_ICON } from './pattern-images';
import { SOURCE_IDS } from './source-ids';
import type { FeatureShape } from '../sources/feature-shape';
import { inBlock, type StyledLayer } from './styled-layer';

export const BASE_LAYERS = {
  reliefFill: 'relief-fill',
  reliefLine: 'relief-line',
  ridge: 'relief-ridge',
  protectedFill: 'protected-fill',
  protectedLine: 'protected-line',
  lakeFill: 'lake-fill',
  lakeLine: 'lake-line',
  river: 'river-line',
  riverSchematic: 'river-line-schematic',
  dam: 'dam-point',
  road: 'road-line',
  roadSchematic: 'road-line-schematic',
  peak: 'peak-point',
  protectedPoint: 'protected-point',
} as const;

function ofKind(...kinds: BaseFeatureKind[]): ExpressionSpecification {
  return ['in', ['get', 'kind'], ['literal', kinds]];
}

function shaped(shape: FeatureShape, ...kinds: BaseFeatureKind[]): ExpressionSpecification {
  return ['all', ofKind(...kinds), ['==', ['get', 'shape'], shape]];
}

const BY_RANK = (widest: number, middle: number, thin: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  ['match', ['get', 'rank'], 1, widest, 2, middle, thin],
  12,
  ['match', ['get', 'rank'], 1, widest * 1.8, 2, middle * 1.8, thin * 1.8],
];

const SCHEMATIC: ExpressionSpecification = ['==', ['get', 'schematic'], true];
const base = SOURCE_IDS.base;

export function reliefLayers(palette: MapPalette): StyledLayer[] {
  const outlined = shaped('area', 'mountain', 'tableland', 'hill');
  return inBlock('relief', [
    {
      id: BASE_LAYERS.reliefFill,
      type: 'fill',
      source: base,
      filter: outlined,
      layout: { 'fill-sort-key': ['match', ['get', 'kind'], 'tableland', 0, 'mountain', 1, 2] },
      paint: {
        'fill-color': ['match', ['get', 'kind'], 'tableland', palette.tableland, palette.mountain],
        'fill-antialias': false,
      },
    },
    {
      id: BASE_LAYERS.reliefLine,
      type: 'line',
      source: base,
      filter: outlined,
      paint: { 'line-color': palette.reliefLine, 'line-width': 0.6 },
    },
    {
      id: BASE_LAYERS.ridge,
      type: 'line',
      source: base,
      filter: shaped('line', 'ridge'),
      paint: { 'line-color': palette.reliefLine, 'line-width': 1.2 },
    },
  ]);
}

export function waterLayers(palette: MapPalette): StyledLayer[] {
  const line = shaped('line', 'river', 'canal');
  const width = BY_RANK(2.4, 1.4, 0.8);
  const area = shaped('area', 'lake', 'reservoir');
  return inBlock('rivers', [
    {
      id: BASE_LAYERS.lakeFill,
      type: 'fill',
      source: base,
      filter: area,
      paint: { 'fill-color': palette.lake },
    },
    {
      id: BASE_LAYERS.lakeLine,
      type: 'line',
      source: base,
      filter: area,
      paint: { 'line-color': palette.lakeLine, 'line-width': 0.7 },
    },
    {
      id: BASE_LAYERS.river,
      type: 'line',
      source: base,
      filter: ['all', line, ['!', SCHEMATIC]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.river, 'line-width': width },
    },
    {
      id: BASE_LAYERS.riverSchematic,
      type: 'line',
      source: base,
      filter: ['all', line, SCHEMATIC],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.river, 'line-width': width, 'line-dasharray': [4, 2] },
    },
    {
      id: BASE_LAYERS.dam,
      type: 'circle',
      source: base,
      filter: shaped('point', 'dam'),
      paint: {
        'circle-radius': 3,
        'circle-color': palette.ground,
        'circle-stroke-color': palette.riverLabel,
        'circle-stroke-width': 1.5,
      },
    },
  ]);
}

export function roadLayers(palette: MapPalette): StyledLayer[] {
  const line = shaped('line', 'road');
  return inBlock('roads', [
    {
      id: BASE_LAYERS.road,
      type: 'line',
      source: base,
      filter: ['all', line, ['!', SCHEMATIC]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.road, 'line-width': BY_RANK(1.8, 1.4, 1) },
    },
    {
      id: BASE_LAYERS.roadSchematic,
      type: 'line',
      source: base,
      filter: ['all', line, SCHEMATIC],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.road,
        'line-width': BY_RANK(1.8, 1.4, 1),
        'line-dasharray': [5, 2.5],
      },
    },
  ]);
}

export function protectedAreaLayers(palette: MapPalette): StyledLayer[] {
  const area = shaped('area', 'protected-area');
  return inBlock('protected-areas', [
    {
      id: BASE_LAYERS.protectedFill,
      type: 'fill',
      source: base,
      filter: area,
      paint: { 'fill-color': palette.protectedArea, 'fill-opacity': 0.18 },
    },
    {
      id: BASE_LAYERS.protectedLine,
      type: 'line',
      source: base,
      filter: area,
      paint: { 'line-color': palette.protectedArea, 'line-width': 1, 'line-dasharray': [3, 2] },
    },
    {
      id: BASE_LAYERS.protectedPoint,
      type: 'circle',
      source: base,
      filter: shaped('point', 'protected-area'),
      paint: {
        'circle-radius': 4,
        'circle-color': palette.protectedArea,
        'circle-opacity': 0.35,
        'circle-stroke-color': palette.protectedArea,
        'circle-stroke-width': 1.2,
      },
    },
  ]);
}

export function peakLayers(): StyledLayer[] {
  return inBlock('peaks', [
    {
      id: BASE_LAYERS.peak,
      type: 'symbol',
      source: base,
      filter: shaped('point', 'peak'),
      layout: { 'icon-image': PEAK_ICON, 'icon-allow-overlap': true },
    },
  ]);
}
