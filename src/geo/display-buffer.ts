// Reach polygons for the eye only (turf: Mercator-free, but up to 0.25 % too narrow). Never used to decide anything.
import { buffer, featureCollection, union } from '@turf/turf';
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import { densified } from './densify';

export type Area = Polygon | MultiPolygon;

/** Segments a quarter circle. */
const QUARTER_STEPS = 12;

/** All areas as one; null for none. */
export function unitedArea(areas: readonly Area[]): Area | null {
  const features = areas.map((geometry): Feature<Area> => ({
    type: 'Feature',
    properties: {},
    geometry,
  }));
  const [first, second] = features;
  if (first === undefined) return null;
  return second === undefined
    ? first.geometry
    : (union(featureCollection(features))?.geometry ?? null);
}

function simpleParts(geometry: Geometry): Geometry[] {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(simpleParts)
    : [geometry];
}

/** The area within `metres` of a WGS84 geometry, for drawing; null when nothing is left (a line at 0 m). */
export function displayBuffer(geometry: Geometry, metres: number): Area | null {
  const areas = simpleParts(geometry).flatMap((part): Area[] => {
    const isArea = part.type === 'Polygon' || part.type === 'MultiPolygon';
    if (metres <= 0) return isArea ? [part] : [];
    if (part.type === 'GeometryCollection' || part.coordinates.length === 0) return [];
    const grown = buffer(densified(part), metres / 1000, {
      units: 'kilometers',
      steps: QUARTER_STEPS,
    });
    return grown === undefined ? [] : [grown.geometry];
  });
  return unitedArea(areas);
}
