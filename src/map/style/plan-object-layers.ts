// 规划对象: what planners draw. Areas lightly filled with a strong border, reference areas hatched (land to keep free),
// points with a symbol of their kind, and thin lines from villages to the sites that they move to.
import type { ExpressionSpecification } from 'maplibre-gl';
import type { FeatureShape } from '../sources/feature-shape';
import type { PlanMark } from '../sources/plan-object-features';
import type { MapPalette } from './palette';
import { planIcon, REFERENCE_PATTERN } from './pattern-images';
import { PLAN_MARKS, planMarkColour } from './plan-marks';
import { SOURCE_IDS } from './source-ids';
import { inBlock, type StyledLayer } from './styled-layer';

export const PLAN_OBJECT_LAYERS = {
  fill: 'plan-object-fill',
  reference: 'plan-object-reference',
  outline: 'plan-object-outline',
  casing: 'plan-object-casing',
  line: 'plan-object-line',
  flow: 'plan-flow',
  point: 'plan-object-point',
} as const;

export const PLAN_FILL_OPACITY = 0.2;
const KIND: ExpressionSpecification = ['get', 'kind'];
const IS_REFERENCE: ExpressionSpecification = ['==', KIND, 'reference'];

function shapedAs(shape: FeatureShape): ExpressionSpecification {
  return ['==', ['get', 'shape'], shape];
}

function byMark(value: (mark: PlanMark) => string): ExpressionSpecification {
  const [first = 'site', ...rest] = PLAN_MARKS;
  const cases = rest.flatMap((mark) => [mark, value(mark)]);
  return ['match', KIND, ...cases, value(first)] as unknown as ExpressionSpecification;
}

function areaLayers(palette: MapPalette, colour: ExpressionSpecification): StyledLayer[] {
  const source = SOURCE_IDS.planObjects;
  const isArea = shapedAs('area');
  return inBlock('plan-objects', [
    {
      id: PLAN_OBJECT_LAYERS.fill,
      type: 'fill',
      source,
      filter: ['all', isArea, ['!', IS_REFERENCE]],
      paint: { 'fill-color': colour, 'fill-opacity': PLAN_FILL_OPACITY },
    },
    {
      id: PLAN_OBJECT_LAYERS.reference,
      type: 'fill',
      source,
      filter: ['all', isArea, IS_REFERENCE],
      paint: { 'fill-pattern': REFERENCE_PATTERN },
    },
    {
      id: PLAN_OBJECT_LAYERS.outline,
      type: 'line',
      source,
      filter: isArea,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 2 },
    },
    {
      id: PLAN_OBJECT_LAYERS.casing,
      type: 'line',
      source,
      filter: shapedAs('line'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.9 },
    },
  ]);
}

export function planObjectLayers(palette: MapPalette): StyledLayer[] {
  const source = SOURCE_IDS.planObjects;
  const colour = byMark((mark) => planMarkColour(palette, mark));
  return [
    ...areaLayers(palette, colour),
    ...inBlock('plan-objects', [
      {
        id: PLAN_OBJECT_LAYERS.line,
        type: 'line',
        source,
        filter: shapedAs('line'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': 2.6 },
      },
      {
        id: PLAN_OBJECT_LAYERS.flow,
        type: 'line',
        source: SOURCE_IDS.planFlows,
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': palette.relocation,
          'line-opacity': 0.75,
          'line-width': ['interpolate', ['linear'], ['get', 'persons'], 0, 1, 1000, 5],
        },
      },
      {
        id: PLAN_OBJECT_LAYERS.point,
        type: 'symbol',
        source,
        filter: shapedAs('point'),
        layout: { 'icon-image': byMark(planIcon), 'icon-allow-overlap': true },
      },
    ]),
  ];
}
