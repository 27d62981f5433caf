// Wrong decisions of any list, against GeographicLib. Villages that cheap-ruler puts more than 100 m + 1 % away from
// the threshold are decided by it; the others by the least GeographicLib distance to all edges that could be nearest.
import { booleanPointInPolygon } from '@turf/turf';
import CheapRuler from 'cheap-ruler';
import type { Position } from 'geojson';
import { distanceToGeodesicMetres } from '../../src/geo/geodesic';
import type { Columns } from './clustered-villages';
import { reachBox } from './contenders';
import type { BenchShape } from './contenders';

type Pair = readonly [number, number];

function pair([x = Number.NaN, y = Number.NaN]: Position): Pair {
  return [x, y];
}

function edgesOf(shape: BenchShape): (readonly [Pair, Pair])[] {
  const paths = shape.type === 'LineString' ? [shape.coordinates] : shape.coordinates;
  return paths.flatMap((path) =>
    path.slice(1).map((b, k) => [pair(path[k] ?? []), pair(b)] as const),
  );
}

/** 1 for each village within `metres`. Short edges (under a kilometre) are assumed for the inside test. */
export function truthWithin({ lng, lat }: Columns, shape: BenchShape, metres: number): Uint8Array {
  const edges = edgesOf(shape);
  const [west, south, east, north] = reachBox(shape, 1.05 * metres + 1000).box;
  return Uint8Array.from(lng, (x, at) => {
    const y = lat[at] ?? 0;
    if (x < west || x > east || y < south || y > north) return 0;
    const place: [number, number] = [x, lat[at] ?? 0];
    const ruler = new CheapRuler(place[1], 'meters');
    const rough = edges.map(([a, b]) => ruler.pointToSegmentDistance(place, [...a], [...b]));
    const least = rough.reduce((low, each) => Math.min(low, each), Infinity);
    const room = 100 + 0.01 * metres;
    if (least > metres + room) {
      return shape.type === 'Polygon' && booleanPointInPolygon(place, shape) ? 1 : 0;
    }
    if (least < metres - room) return 1;
    if (shape.type === 'Polygon' && booleanPointInPolygon(place, shape)) return 1;
    const near = edges.filter((_, k) => (rough[k] ?? Infinity) < least + room);
    return near.some(([a, b]) => distanceToGeodesicMetres(place, a, b) <= metres) ? 1 : 0;
  });
}

export function wrongCount(list: ArrayLike<number>, truth: Uint8Array): number {
  const found = new Uint8Array(truth.length);
  for (let k = 0; k < list.length; k++) found[list[k] ?? 0] = 1;
  return truth.reduce((sum, is, at) => sum + (is === found[at] ? 0 : 1), 0);
}
