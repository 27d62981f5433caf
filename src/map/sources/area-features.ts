// Counties, townships and the region's frame: the union of the counties as an outline, and the world less it.
import { union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { County, Township } from '../../domain/administrative';
import type { BoundingBox } from '../../domain/lng-lat';
import type { RegionPack } from '../../domain/region-pack';
import { collection, mapFeatures, type MapFeatures } from './feature-shape';

export function countyFeatures(counties: readonly County[]): MapFeatures {
  return collection(
    counties.flatMap((county) =>
      mapFeatures(county.geometry, {
        code: county.code,
        name: county.name,
        povertyClass: county.povertyClass,
      }),
    ),
  );
}

/** Townships without a cell of their own are left out. */
export function townshipFeatures(townships: readonly Township[]): MapFeatures {
  return collection(
    townships.flatMap((township) =>
      mapFeatures(township.geometry, {
        code: township.code,
        name: township.name,
        countyCode: township.countyCode,
      }),
    ),
  );
}

/** Holes and specks below this are slivers between neighbours, not land: 4 km² in square degrees. */
const SLIVER_SQUARE_DEGREES = 4 / (111 * 91);

/** Outer rings of the union of all counties, slivers dropped; null for no counties. */
export function regionOutline(counties: readonly County[]): MultiPolygon | null {
  const parts: Feature<Polygon | MultiPolygon>[] = counties.map((county) => ({
    type: 'Feature',
    properties: {},
    geometry: county.geometry,
  }));
  if (parts.length === 0) return null;
  const merged =
    parts.length === 1 ? parts[0] : union({ type: 'FeatureCollection', features: parts });
  if (!merged) return null;
  const polygons =
    merged.geometry.type === 'Polygon'
      ? [merged.geometry.coordinates]
      : merged.geometry.coordinates;
  const outer = polygons.map((rings) => rings[0]!).filter(isLand);
  return { type: 'MultiPolygon', coordinates: outer.map((ring) => [ring]) };
}

function isLand(ring: Position[]): boolean {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as [number, number];
    const [x1, y1] = ring[i] as [number, number];
    doubled += x0 * y1 - x1 * y0;
  }
  return Math.abs(doubled) / 2 > SLIVER_SQUARE_DEGREES;
}

/** Half-size of the veil beyond the outline's centre, degrees: more than the camera can ever see. */
const VEIL_DEGREES = 12;

/** A large rectangle with the region cut out. */
export function veilFeatures(outline: MultiPolygon | null): MapFeatures {
  if (!outline) return collection([]);
  const [lng, lat] = outline.coordinates[0]![0]![0] as [number, number];
  const [west, east] = [lng - VEIL_DEGREES, lng + VEIL_DEGREES];
  const [south, north] = [Math.max(lat - VEIL_DEGREES, -84), Math.min(lat + VEIL_DEGREES, 84)];
  const frame = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const holes = outline.coordinates.map((rings) => [...rings[0]!].toReversed());
  return collection(mapFeatures({ type: 'Polygon', coordinates: [frame, ...holes] }, {}));
}

export function outlineFeatures(outline: MultiPolygon | null): MapFeatures {
  return collection(mapFeatures(outline, {}));
}

/** West, south, east, north of all counties; null for no counties. The pack's own bbox also holds far base layers. */
export function regionBounds(pack: Pick<RegionPack, 'counties'>): BoundingBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of pack.counties) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [lng, lat] of polygons.flat(2) as [number, number][]) {
      [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  return west <= east ? [west, south, east, north] : null;
}
