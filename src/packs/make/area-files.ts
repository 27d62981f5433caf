// counties.geojson, townships.geojson and villages.csv of a pack, and the bounds of its geometry.
import type { Geometry } from 'geojson';
import type { County, Township } from '../../domain/administrative';
import type { BoundingBox } from '../../domain/lng-lat';
import type { Village } from '../../domain/village';
import { VILLAGE_HEADING } from '../schemas/pack.1';
import { type PackFile, csvFile, geoJsonFile } from './pack-writer';

interface Areas {
  readonly counties: readonly County[];
  readonly townships: readonly (Township & { readonly sourceIds: readonly string[] })[];
  readonly villages: readonly Village[];
}

interface WithGeometry {
  readonly geometry: Geometry | null;
}

/** A record as a feature: everything but its geometry is a property. */
export const feature = <T extends WithGeometry>({ geometry, ...properties }: T) => ({
  properties,
  geometry,
});

function villageRow(village: Village): (string | number)[] {
  return [
    village.code,
    village.name,
    village.kind,
    village.townshipCode,
    village.countyCode,
    village.position[0].toFixed(6),
    village.position[1].toFixed(6),
    village.positionAccuracyMetres,
    village.positionMethod,
    village.sourceId,
  ];
}

/** `countySourceIds`: where outlines and classes of the counties come from. */
export function areaFiles(areas: Areas, countySourceIds: readonly string[]): PackFile[] {
  return [
    geoJsonFile(
      'counties.geojson',
      areas.counties.map(({ code, name, povertyClass, labelPoint, geometry }) => ({
        properties: { code, name, povertyClass, labelPoint, sourceIds: countySourceIds },
        geometry,
      })),
    ),
    geoJsonFile('townships.geojson', areas.townships.map(feature)),
    csvFile('villages.csv', VILLAGE_HEADING, areas.villages.map(villageRow)),
  ];
}

/** Bounds of everything in the pack, opened outwards to 0.01°. */
export function boundsOf(positions: readonly (readonly number[])[]): BoundingBox {
  const lngs = positions.map(([lng = 0]) => lng);
  const lats = positions.map(([, lat = 0]) => lat);
  const down = (value: number): number => Math.floor(value * 100) / 100;
  const up = (value: number): number => Math.ceil(value * 100) / 100;
  return [
    down(lngs.reduce((a, b) => Math.min(a, b))),
    down(lats.reduce((a, b) => Math.min(a, b))),
    up(lngs.reduce((a, b) => Math.max(a, b))),
    up(lats.reduce((a, b) => Math.max(a, b))),
  ];
}
