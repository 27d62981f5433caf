// 产业带 for drawing: corridor or upland widened, then cut to the counties that the plan names.
import { featureCollection, intersect } from '@turf/turf';
import type { Feature } from 'geojson';
import type { County } from '../domain/administrative';
import type { Belt } from '../domain/belt';
import { displayBuffer, unitedArea } from './display-buffer';
import type { Area } from './display-buffer';

function asFeature(geometry: Area): Feature<Area> {
  return { type: 'Feature', properties: {}, geometry };
}

/**
 * The belt's area; null when the counties are unknown or the belt misses them.
 * `widthMetres`: half-width of a corridor, margin of an upland, without meaning for a zone.
 */
export function beltArea(
  belt: Belt,
  counties: readonly County[],
  widthMetres: number,
): Area | null {
  const named = counties.filter((county) => belt.countyCodes.includes(county.code));
  const land = unitedArea(named.map((county) => county.geometry));
  const { shape } = belt;
  if (land === null || shape.kind === 'zone') return land;
  const core = shape.kind === 'corridor' ? shape.centreline : shape.outline;
  const grown = displayBuffer(core, widthMetres);
  if (grown === null) return null;
  return intersect(featureCollection([asFeature(grown), asFeature(land)]))?.geometry ?? null;
}
