// Any GeoJSON geometry taken apart into paths and put together again: what every edit of vertices is built on.
// A path is one point, one line, or one ring without its closing position. Paths come in the order of the coordinates.
import type { Geometry, Position } from 'geojson';

export type PathKind = 'point' | 'line' | 'ring';

export interface EditPath {
  readonly kind: PathKind;
  /** WGS84 degrees; a ring is given open. */
  readonly positions: readonly Position[];
}

/** True when longitude and latitude are the same numbers. */
export function samePlace(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** A test whether a place is met for the first time. (Numbers as keys: writing 5,000 of them out takes 5 ms.) */
export function firstMeetings(): (position: Position) => boolean {
  const latitudes = new Map<number, number[]>();
  return ([lng = Number.NaN, lat = Number.NaN]) => {
    const met = latitudes.get(lng);
    if (met === undefined) latitudes.set(lng, [lat]);
    else if (met.includes(lat)) return false;
    else met.push(lat);
    return true;
  };
}

/** What a path becomes; the same array by reference keeps it as it is, null takes it away. */
export type PathChange = (path: EditPath, at: number) => readonly Position[] | null;

type Step = (kind: PathKind, stored: Position[]) => Position[] | null;

function opened(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && ring.length > 1 && samePlace(first, last) ? ring.slice(0, -1) : ring;
}

function closed(ring: readonly Position[]): Position[] {
  return [...ring, ...ring.slice(0, 1)];
}

function changedRings(rings: readonly Position[][], step: Step): Position[][] | null {
  // Holes are visited even when their outer ring goes, so that paths keep their numbers.
  const [outer, ...holes] = rings.map((ring) => step('ring', ring));
  return outer ? [outer, ...holes.filter((hole) => hole !== null)] : null;
}

function rebuilt(geometry: Geometry, step: Step): Geometry | null {
  switch (geometry.type) {
    case 'Point': {
      const [point] = step('point', [geometry.coordinates]) ?? [];
      return point ? { ...geometry, coordinates: point } : null;
    }
    case 'MultiPoint': {
      const coordinates = geometry.coordinates.flatMap((point) => step('point', [point]) ?? []);
      return coordinates.length > 0 ? { ...geometry, coordinates } : null;
    }
    case 'LineString': {
      const coordinates = step('line', geometry.coordinates);
      return coordinates && { ...geometry, coordinates };
    }
    case 'MultiLineString': {
      const coordinates = geometry.coordinates.flatMap((line) => {
        const changed = step('line', line);
        return changed ? [changed] : [];
      });
      return coordinates.length > 0 ? { ...geometry, coordinates } : null;
    }
    case 'Polygon': {
      const coordinates = changedRings(geometry.coordinates, step);
      return coordinates && { ...geometry, coordinates };
    }
    case 'MultiPolygon': {
      const coordinates = geometry.coordinates.flatMap((rings) => {
        const changed = changedRings(rings, step);
        return changed ? [changed] : [];
      });
      return coordinates.length > 0 ? { ...geometry, coordinates } : null;
    }
    case 'GeometryCollection': {
      const geometries = geometry.geometries.flatMap((each) => rebuilt(each, step) ?? []);
      return geometries.length > 0 ? { ...geometry, geometries } : null;
    }
  }
}

/**
 * The geometry with every path changed, of the same type; empty members are dropped, null when nothing is left.
 * Rings come back closed. Untouched paths keep their coordinate arrays.
 */
export function mapPaths(geometry: Geometry, change: PathChange): Geometry | null {
  let at = 0;
  return rebuilt(geometry, (kind, stored) => {
    const positions = kind === 'ring' ? opened(stored) : stored;
    const next = change({ kind, positions }, at++);
    if (next === positions) return stored;
    if (next === null || next.length === 0) return null;
    return kind === 'ring' ? closed(next) : [...next];
  });
}

/** Every path of a geometry, in the order that `mapPaths` numbers them. */
export function pathsOf(geometry: Geometry): readonly EditPath[] {
  const paths: EditPath[] = [];
  mapPaths(geometry, (path) => {
    paths.push(path);
    return path.positions;
  });
  return paths;
}
