// Areas of belts in square metres, from display shapes (turf buffers, up to 0.25 % too narrow): for figures of areas, never
// to decide membership. Counties tile the region, so the pieces cut by each are added; no union is needed.
import { difference, featureCollection, intersect } from '@turf/turf';
import type { Feature, Geometry, MultiLineString } from 'geojson';
import { polygonAreaSquareMetres } from './area';
import type { Area } from './display-buffer';
import { displayBuffer } from './display-buffer';

function asFeature(geometry: Area): Feature<Area> {
  return { type: 'Feature', properties: {}, geometry };
}

/** What lies farther than `metres` inside the edge of an area; null when nothing does. */
function shrunk(area: Area, metres: number): Area | null {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const edge: MultiLineString = { type: 'MultiLineString', coordinates: rings };
  const strip = displayBuffer(edge, metres);
  if (strip === null) return area;
  return difference(featureCollection([asFeature(area), asFeature(strip)]))?.geometry ?? null;
}

function isArea(geometry: Geometry): geometry is Area {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/**
 * Square metres of a WGS84 shape widened by `metres` (an area is narrowed when negative, a line then has none),
 * inside counties that do not overlap. About 0.2 s for a belt of 100 km.
 */
export function widenedSquareMetres(
  shape: Geometry,
  metres: number,
  counties: readonly Area[],
): number {
  const grown =
    metres >= 0 ? displayBuffer(shape, metres) : isArea(shape) ? shrunk(shape, -metres) : null;
  if (grown === null) return 0;
  return counties.reduce((sum, county) => {
    const piece = intersect(featureCollection([asFeature(grown), asFeature(county)]));
    return piece === null ? sum : sum + polygonAreaSquareMetres(piece.geometry);
  }, 0);
}
