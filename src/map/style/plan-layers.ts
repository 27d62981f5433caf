// What the plan proposes: belts, project scope, reach, project lines and points, relocation.
import type { ExpressionSpecification } from 'maplibre-gl';
import type { ProjectKind } from '../../domain/project';
import type { MapPalette } from './palette';
import { projectPattern, RELOCATION_PATTERN } from './pattern-images';
import { SOURCE_IDS } from './source-ids';
import type { FeatureShape } from '../sources/feature-shape';
import { inBlock, type StyledLayer } from './styled-layer';

export const PLAN_LAYERS = {
  beltFill: 'belt-fill',
  beltLine: 'belt-line',
  relocation: 'relocation-scope',
  scope: 'project-scope-fill',
  scopeLine: 'project-scope-line',
  reachFill: 'reach-fill',
  reachLine: 'reach-line',
  projectFill: 'project-fill',
  projectCasing: 'project-casing',
  projectLine: 'project-line',
  projectSchematic: 'project-line-schematic',
  projectPoint: 'project-point',
  /** Invisible; deck.gl layers go right below it. */
  villageAnchor: 'village-anchor',
  coverageAnchor: 'coverage-anchor',
  columnAnchor: 'column-anchor',
} as const;

const CHOSEN: ExpressionSpecification = ['==', ['get', 'chosen'], true];

function shapedAs(shape: FeatureShape): ExpressionSpecification {
  return ['==', ['get', 'shape'], shape];
}

function byKind(value: (kind: ProjectKind) => string): ExpressionSpecification {
  return [
    'match',
    ['get', 'kind'],
    'water',
    value('water'),
    'power',
    value('power'),
    'road',
    value('road'),
    value('facility'),
  ];
}

export function beltLayers(palette: MapPalette): StyledLayer[] {
  const tint = (part: 'fill' | 'line'): ExpressionSpecification =>
    [
      'match',
      ['get', 'tint'],
      ...palette.belts.slice(1).flatMap((belt, index) => [index + 1, belt[part]]),
      palette.belts[0]![part],
    ] as unknown as ExpressionSpecification;
  return inBlock('belts', [
    {
      id: PLAN_LAYERS.beltFill,
      type: 'fill',
      source: SOURCE_IDS.belts,
      paint: { 'fill-color': tint('fill'), 'fill-opacity': 0.2 },
    },
    {
      id: PLAN_LAYERS.beltLine,
      type: 'line',
      source: SOURCE_IDS.belts,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tint('line'), 'line-width': 1.4 },
    },
  ]);
}

export function scopeLayers(palette: MapPalette): StyledLayer[] {
  return [
    ...inBlock('relocations', [
      {
        id: PLAN_LAYERS.relocation,
        type: 'fill',
        source: SOURCE_IDS.relocations,
        paint: { 'fill-pattern': RELOCATION_PATTERN },
      },
    ]),
    ...inBlock('project-scope', [
      {
        id: PLAN_LAYERS.scope,
        type: 'fill',
        source: SOURCE_IDS.projectScope,
        paint: { 'fill-pattern': byKind(projectPattern) },
      },
      {
        id: PLAN_LAYERS.scopeLine,
        type: 'line',
        source: SOURCE_IDS.projectScope,
        paint: { 'line-color': byKind((kind) => palette.project[kind]), 'line-width': 1.2 },
      },
    ]),
  ];
}

export function reachLayers(palette: MapPalette): StyledLayer[] {
  return inBlock('reach', [
    {
      id: PLAN_LAYERS.reachFill,
      type: 'fill',
      source: SOURCE_IDS.reach,
      paint: { 'fill-color': palette.reach, 'fill-opacity': 0.12 },
    },
    {
      id: PLAN_LAYERS.reachLine,
      type: 'line',
      source: SOURCE_IDS.reach,
      paint: { 'line-color': palette.reach, 'line-width': 1 },
    },
  ]);
}

export function projectLayers(palette: MapPalette): StyledLayer[] {
  const source = SOURCE_IDS.projects;
  const colour = byKind((kind) => palette.project[kind]);
  const width: ExpressionSpecification = ['case', CHOSEN, 3.6, 2.2];
  const schematic: ExpressionSpecification = ['==', ['get', 'schematic'], true];
  const line = shapedAs('line');
  return inBlock('projects', [
    {
      id: PLAN_LAYERS.projectFill,
      type: 'fill',
      source,
      filter: shapedAs('area'),
      paint: { 'fill-color': colour, 'fill-opacity': 0.25 },
    },
    {
      id: PLAN_LAYERS.projectCasing,
      type: 'line',
      source,
      filter: line,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.halo,
        'line-width': ['case', CHOSEN, 6.5, 4.5],
        'line-opacity': 0.9,
      },
    },
    {
      id: PLAN_LAYERS.projectLine,
      type: 'line',
      source,
      filter: ['all', ['!=', ['get', 'shape'], 'point'], ['!', schematic]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width },
    },
    {
      id: PLAN_LAYERS.projectSchematic,
      type: 'line',
      source,
      filter: ['all', ['!=', ['get', 'shape'], 'point'], schematic],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width, 'line-dasharray': [3, 1.4] },
    },
    {
      id: PLAN_LAYERS.projectPoint,
      type: 'circle',
      source,
      filter: shapedAs('point'),
      paint: {
        'circle-radius': ['case', CHOSEN, 5.5, 4],
        'circle-color': palette.halo,
        'circle-stroke-color': colour,
        'circle-stroke-width': ['case', CHOSEN, 3, 2],
      },
    },
  ]);
}

/** Empty layers that only hold deck.gl's place in the order. */
export function anchorLayers(): StyledLayer[] {
  const anchor = (id: string) => ({
    id,
    type: 'background' as const,
    layout: { visibility: 'none' as const },
  });
  return [
    ...inBlock('columns', [anchor(PLAN_LAYERS.columnAnchor)]),
    ...inBlock('villages', [anchor(PLAN_LAYERS.villageAnchor)]),
    ...inBlock('coverage', [anchor(PLAN_LAYERS.coverageAnchor)]),
  ];
}
