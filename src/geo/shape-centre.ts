// The centre that a shape is turned and scaled about: of gravity of its areas, else of its lines, else of its points.
// In degrees with longitudes shrunk to the middle latitude: an affine picture, whose centre of gravity is the true one to
// the shape's size over the earth's radius, squared. A turned shape keeps its centre, so that turns can be taken back.
import type { Geometry, Position } from 'geojson';
import { pathsOf } from './edit-paths';
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

/** WGS84 degrees; null for an empty geometry. Knows no antimeridian. */
export function centreOf(geometry: Geometry): Position | null {
  const bounds = boundsOf(geometry);
  if (bounds === null) return null;
  const [lng0, lat0] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const shrink = Math.cos((lat0 * Math.PI) / 180);
  const flat = ([lng = 0, lat = 0]: Position): readonly [number, number] => [
    (lng - lng0) * shrink,
    lat - lat0,
  ];
  const sums = [0, 0, 0].map((): Sum => ({ weight: 0, x: 0, y: 0 })) as [Sum, Sum, Sum];
  const [areas, lines, points] = sums;
  for (const rings of polygonRings(geometry)) {
    rings.forEach((ring, at) => addRing(areas, ring.slice(0, -1).map(flat), at === 0 ? 1 : -1));
  }
  for (const { kind, positions } of pathsOf(geometry)) {
    positions.forEach((position, at) => {
      const [x, y] = flat(position);
      add(points, 1, x, y);
      const [nextX, nextY] = flat(positions[at + 1] ?? position);
      if (kind !== 'line') return;
      add(lines, Math.hypot(nextX - x, nextY - y), (x + nextX) / 2, (y + nextY) / 2);
    });
  }
  const { weight, x, y } = sums.find((sum) => sum.weight > 0) ?? points;
  return [lng0 + x / weight / shrink, lat0 + y / weight];
}
