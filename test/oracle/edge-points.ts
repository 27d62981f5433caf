// Villages at known distances round the edge of reach: from a point of the geometry, GeographicLib goes D + δ metres
// square to the edge (or, at an end, in any direction away from it). Legs are long and turns gentle, so that point is
// the nearest and D + δ the true distance, to 15 nm. Imports nothing of src.
import geodesic from 'geographiclib-geodesic';
import type { Geometry, Position } from 'geojson';

const WGS84 = geodesic.Geodesic.WGS84;

export type EdgeKind = 'line' | 'polygon' | 'points' | 'collection';
export const EDGE_KINDS: readonly EdgeKind[] = ['line', 'polygon', 'points', 'collection'];
export const EDGE_LATITUDES = [5, 18, 29, 35, 41, 47, 53] as const;
export const EDGE_METRES = [500, 2000, 5000] as const;

export interface EdgeCase {
  readonly geometry: Geometry;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** True distance of each village, metres. */
  readonly truth: Float64Array;
}

interface Foot {
  readonly at: Position;
  /** Azimuth to go in, degrees. */
  readonly azimuth: number;
}
type Feet = () => Foot;

function go(from: Position, azimuth: number, metres: number): Position {
  const { lon2 = Number.NaN, lat2 = Number.NaN } = WGS84.Direct(
    from[1] ?? Number.NaN,
    from[0] ?? Number.NaN,
    azimuth,
    metres,
  );
  return [lon2, lat2];
}

/** Places in the middle half of the edges a → b, square to the left or, for `side` −1, to the right. */
function feetOnEdges(path: readonly Position[], side: () => 1 | -1, random: () => number): Feet {
  const legs = path.slice(1).map((b, k) => {
    const a = path[k] as Position;
    return WGS84.InverseLine(a[1] ?? 0, a[0] ?? 0, b[1] ?? 0, b[0] ?? 0);
  });
  return () => {
    const leg = legs[Math.floor(random() * legs.length)];
    if (leg === undefined) throw new Error('a path of one position');
    const {
      lon2 = 0,
      lat2 = 0,
      azi2 = 0,
    } = leg.GenPosition(false, leg.s13 * (0.25 + random() / 2));
    return { at: [lon2, lat2], azimuth: azi2 - 90 * side() };
  };
}

/** A line of 40 km legs that turn by up to 10°, its feet on both sides and round its far end. */
function lineCase(start: Position, random: () => number): readonly [Geometry, Feet] {
  const path = [start];
  let azimuth = random() * 360;
  for (let leg = 0; leg < 4; leg++) {
    path.push(go(path.at(-1) as Position, azimuth, 40_000));
    azimuth += 20 * random() - 10;
  }
  const [last, before] = [path.at(-1) as Position, path.at(-2) as Position];
  const { azi2: arrival = 0 } = WGS84.Inverse(
    before[1] ?? 0,
    before[0] ?? 0,
    last[1] ?? 0,
    last[0] ?? 0,
  );
  const sides = feetOnEdges(path, () => (random() < 0.5 ? 1 : -1), random);
  const feet: Feet = () =>
    random() < 0.2 ? { at: last, azimuth: arrival + 178 * (random() - 0.5) } : sides();
  return [{ type: 'LineString', coordinates: path }, feet];
}

/** A hexagon of 60 km edges with a hexagonal hole of 30 km edges; feet outward, at corners, and into the hole. */
function polygonCase(centre: Position, random: () => number): readonly [Geometry, Feet] {
  const first = random() * 60;
  const corners = (metres: number): Position[] => {
    const six = [0, 60, 120, 180, 240, 300].map((turn) => go(centre, first - turn, metres));
    return [...six, six[0] as Position];
  };
  const [outer, hole] = [corners(60_000), corners(30_000)];
  // Both run counter-clockwise: outward is to the right, into the hole to the left.
  const outward = feetOnEdges(outer, () => -1, random);
  const inward = feetOnEdges(hole, () => 1, random);
  const atCorner: Feet = () => {
    const k = Math.floor(random() * 6);
    return { at: outer[k] as Position, azimuth: first - 60 * k + 40 * (random() - 0.5) };
  };
  const feet: Feet = () => {
    const pick = random();
    return pick < 0.5 ? outward() : pick < 0.8 ? inward() : atCorner();
  };
  return [{ type: 'Polygon', coordinates: [outer, hole.toReversed()] }, feet];
}

/** Nine points 20 km apart, one of them twice; feet in every direction. */
function pointsCase(start: Position, random: () => number): readonly [Geometry, Feet] {
  const places = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => go(go(start, 0, row * 20_000), 90, column * 20_000)),
  );
  const feet: Feet = () => ({
    at: places[Math.floor(random() * 9)] as Position,
    azimuth: random() * 360,
  });
  return [{ type: 'MultiPoint', coordinates: [...places, places[4] as Position] }, feet];
}

function shapeOf(kind: EdgeKind, at: Position, random: () => number): readonly [Geometry, Feet] {
  if (kind === 'line') return lineCase(at, random);
  if (kind === 'polygon') return polygonCase(at, random);
  if (kind === 'points') return pointsCase(at, random);
  // Far apart, so that each foot's own part stays the nearest.
  const parts = [
    lineCase(at, random),
    polygonCase(go(at, 90, 600_000), random),
    pointsCase(go(at, 90, 1_200_000), random),
  ];
  const feet: Feet = () => {
    const part = parts[Math.floor(random() * parts.length)];
    if (part === undefined) throw new Error('no part');
    return part[1]();
  };
  return [{ type: 'GeometryCollection', geometries: parts.map(([geometry]) => geometry) }, feet];
}

/** No village closer to the edge: GeographicLib and coordinates in doubles are sure to 15 nm. */
const LEAST_OFFSET_METRES = 1e-7;

/** `count` villages within 5 m of `metres`; every fourth closer, down to LEAST_OFFSET_METRES. */
export function edgeCase(
  kind: EdgeKind,
  latitude: number,
  metres: number,
  count: number,
  random: () => number,
  west = 100,
): EdgeCase {
  const [geometry, feet] = shapeOf(kind, [west + 10 * random(), latitude + random()], random);
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  const truth = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const { at, azimuth } = feet();
    const close = k % 4 === 0 ? 10 ** (-6 * random()) : 1;
    const away = Math.max(5 * random() * close, LEAST_OFFSET_METRES);
    truth[k] = metres + (random() < 0.5 ? away : -away);
    [lng[k] = Number.NaN, lat[k] = Number.NaN] = go(at, azimuth, truth[k] ?? 0);
  }
  return { geometry, lng, lat, truth };
}
