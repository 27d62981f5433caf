// From a pixel to the thing meant: small things first, each within a tolerance, then the areas under them.
import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { Village } from '../domain/village';
import { nearestVillage } from './layers/village-picker';
import type { MapPick } from './map-types';
import { AREA_LAYERS } from './style/area-layers';
import { BASE_LAYERS } from './style/base-layers';
import { IMPORT_LAYERS } from './style/import-layers';
import { LABEL_LAYERS } from './style/label-layers.table';
import { PLAN_LAYERS } from './style/plan-layers';
import { PLAN_OBJECT_LAYERS } from './style/plan-object-layers';

/** Dots lie some 10 px apart over the whole region: a wide reach there would leave no township to click. */
function villageTolerancePixels(zoom: number): number {
  return Math.min(8, Math.max(4, 4 + (zoom - 8.5) * 2));
}

const LINE_TOLERANCE_PIXELS = 6;

/** Villages that can be picked now, in pack order. */
export interface PickableVillages {
  readonly villages: readonly Village[];
  /** lng, lat */
  readonly positions: Float64Array;
  readonly mask: Uint8Array | null;
}

interface PickRule {
  readonly kind: MapPick['kind'];
  readonly property: 'id' | 'code';
  readonly layers: readonly string[];
  readonly tolerancePixels: number;
}

/** Tried in this order; the first hit wins. */
const RULES: readonly PickRule[] = [
  {
    kind: 'plan-object',
    property: 'id',
    layers: [
      PLAN_OBJECT_LAYERS.point,
      PLAN_OBJECT_LAYERS.line,
      LABEL_LAYERS.planArea,
      LABEL_LAYERS.planLine,
      LABEL_LAYERS.planPoint,
    ],
    tolerancePixels: LINE_TOLERANCE_PIXELS,
  },
  {
    kind: 'project',
    property: 'id',
    layers: [
      PLAN_LAYERS.projectPoint,
      PLAN_LAYERS.projectLine,
      PLAN_LAYERS.projectSchematic,
      PLAN_LAYERS.projectFill,
      LABEL_LAYERS.project,
    ],
    tolerancePixels: LINE_TOLERANCE_PIXELS,
  },
  { kind: 'county', property: 'code', layers: [LABEL_LAYERS.county], tolerancePixels: 0 },
  {
    kind: 'imported',
    property: 'id',
    layers: [
      IMPORT_LAYERS.point,
      IMPORT_LAYERS.line,
      LABEL_LAYERS.importArea,
      LABEL_LAYERS.importLine,
      LABEL_LAYERS.importPoint,
    ],
    tolerancePixels: 4,
  },
  {
    kind: 'base',
    property: 'id',
    layers: [
      BASE_LAYERS.peak,
      BASE_LAYERS.dam,
      BASE_LAYERS.protectedPoint,
      LABEL_LAYERS.peak,
      LABEL_LAYERS.lake,
      LABEL_LAYERS.river,
      LABEL_LAYERS.relief,
      LABEL_LAYERS.ridge,
      LABEL_LAYERS.road,
      LABEL_LAYERS.protectedArea,
    ],
    tolerancePixels: 2,
  },
  {
    kind: 'plan-object',
    property: 'id',
    layers: [PLAN_OBJECT_LAYERS.fill, PLAN_OBJECT_LAYERS.reference, PLAN_OBJECT_LAYERS.outline],
    tolerancePixels: 2,
  },
  { kind: 'imported', property: 'id', layers: [IMPORT_LAYERS.fill], tolerancePixels: 0 },
  { kind: 'belt', property: 'id', layers: [PLAN_LAYERS.beltFill], tolerancePixels: 0 },
  {
    kind: 'base',
    property: 'id',
    layers: [
      BASE_LAYERS.river,
      BASE_LAYERS.riverSchematic,
      BASE_LAYERS.road,
      BASE_LAYERS.roadSchematic,
    ],
    tolerancePixels: 3,
  },
  { kind: 'base', property: 'id', layers: [BASE_LAYERS.lakeFill], tolerancePixels: 0 },
  { kind: 'township', property: 'code', layers: [AREA_LAYERS.townshipHit], tolerancePixels: 0 },
  { kind: 'county', property: 'code', layers: [AREA_LAYERS.countyHit], tolerancePixels: 0 },
];

/** @param pixel CSS pixels from the map's top left */
export function pickAt(
  map: MapLibreMap,
  pixel: { readonly x: number; readonly y: number },
  villages: PickableVillages | null,
): MapPick | null {
  const village = villages ? pickVillage(map, pixel, villages) : null;
  if (village) return village;
  for (const rule of RULES) {
    const reach = rule.tolerancePixels;
    const box: [PointLike, PointLike] = [
      [pixel.x - reach, pixel.y - reach],
      [pixel.x + reach, pixel.y + reach],
    ];
    const layers = rule.layers.filter((id) => map.getLayer(id));
    const hit = map.queryRenderedFeatures(reach > 0 ? box : [pixel.x, pixel.y], { layers })[0];
    const id: unknown = hit?.properties[rule.property];
    if (typeof id === 'string') return { kind: rule.kind, id };
  }
  return null;
}

function pickVillage(
  map: MapLibreMap,
  pixel: { readonly x: number; readonly y: number },
  villages: PickableVillages,
): MapPick | null {
  const reach = villageTolerancePixels(map.getZoom());
  const corners = [-reach, reach].flatMap((dx) =>
    [-reach, reach].map((dy) => map.unproject([pixel.x + dx, pixel.y + dy])),
  );
  const lngs = corners.map((corner) => corner.lng);
  const lats = corners.map((corner) => corner.lat);
  const window = {
    west: Math.min(...lngs),
    east: Math.max(...lngs),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
  const found = nearestVillage(villages.positions, villages.mask, window, reach, ([lng, lat]) => {
    const at = map.project([lng, lat]);
    return Math.hypot(at.x - pixel.x, at.y - pixel.y);
  });
  const code = villages.villages[found]?.code;
  return code === undefined ? null : { kind: 'village', id: code };
}
