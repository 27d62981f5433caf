// The centre that a shape is turned and scaled about: of gravity of its areas, else of its lines, else of its points.
// In the plane of bearing and metres from the centre itself, found by two rounds from the middle of the bounds (each
// leaves a (size / 6,400 km)² of what was missing): a shape turned about its centre keeps it, so that turns can be taken
// back. (In degrees the centre would lie metres off for a site of 10 km, and wander with each turn.)
import type { Geometry, Position } from 'geojson';
import { pathsOf } from './edit-paths';
import { RADIANS } from './ellipsoid';
import { legBetween, legEnd } from './geodesic';
import { boundsOf } from './positions';

interface Sum {
  weight: number;
  x: number;
  y: number;
}

function add(sum: Sum, weight: number, x: number, y: number): void {
  sum.weight += weight;
  sum.x += weight * x;
  sum.y += weight * y;
}

/** Signed by winding, so a ring is added as its outer ring or hole by `sign`. */
function addRing(sum: Sum, ring: readonly (readonly [x: number, y: number])[], sign: number): void {
  const own: Sum = { weight: 0, x: 0, y: 0 };
  ring.forEach(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay];
    add(own, (ax * by - bx * ay) / 2, (ax + bx) / 3, (ay + by) / 3);
  });
  const flip = own.weight < 0 ? -sign : sign;
  sum.weight += flip * own.weight;
  sum.x += flip * own.x;
  sum.y += flip * own.y;
}

function polygonRings(geometry: Geometry): readonly (readonly Position[][])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonRings) : [];
}

/** The centre of gravity in the plane of bearing and metres from a place. */
function centreFrom(geometry: Geometry, about: Position): Position {
  const flat = (position: Position): readonly [x: number, y: number] => {
    const { bearingDegrees, metres } = legBetween(about, position);
    const bearing = bearingDegrees * RADIANS;
    return [metres * Math.sin(bearing), metres * Math.cos(bearing)];
  };
  const sums = [0, 0, 0].map((): Sum => ({ weight: 0, x: 0, y: 0 })) as [Sum, Sum, Sum];
  const [areas, lines, points] = sums;
  for (const rings of polygonRings(geometry)) {
    rings.forEach((ring, at) => addRing(areas, ring.slice(0, -1).map(flat), at === 0 ? 1 : -1));
  }
  for (const { kind, positions } of pathsOf(geometry)) {
    positions.map(flat).forEach(([x, y], at, all) => {
      add(points, 1, x, y);
      const [nextX, nextY] = all[at + 1] ?? [x, y];
      if (kind !== 'line') return;
      add(lines, Math.hypot(nextX - x, nextY - y), (x + nextX) / 2, (y + nextY) / 2);
    });
  }
  const { weight, x, y } = sums.find((sum) => sum.weight > 0) ?? points;
  return legEnd(about, {
    bearingDegrees: Math.atan2(x, y) / RADIANS,
    metres: Math.hypot(x, y) / weight,
  });
}

/** WGS84 degrees; null for an empty geometry. Knows no antimeridian. Throws for positions that are not numbers. */
export function centreOf(geometry: Geometry): Position | null {
  const bounds = boundsOf(geometry);
  if (bounds === null) return null;
  const [west, south, east, north] = bounds;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  return [1, 2].reduce((centre) => centreFrom(geometry, centre), middle);
}
