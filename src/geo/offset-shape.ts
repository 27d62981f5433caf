// Shapes widened, narrowed and drawn parallel, by metres on the ground.
//
// turf's buffer is JTS's in a plane about the shape's middle, but on a sphere: 0.25 % off. So the shape is first laid on
// turf's own sphere with its true bearing and geodesic metres from its centre, buffered there, and laid back; between
// places r from the centre metres are then off by (r / 6,400 km)² / 6 (4e-7 at 10 km, 4e-5 at 100 km). Corners are round, by
// 18 edges a quarter (0.1 % of the distance inside the arc); JTS leaves out dents of the border below 1 % of the distance.
// Edges beyond 2 km are cut (densify.ts), since they are no straight lines there.
import { buffer, earthRadius } from '@turf/turf';
import type { Geometry, LineString, Position } from 'geojson';
import type { Outcome } from '../domain/problem';
import { polygonsOf } from './area-boolean';
import { densified } from './densify';
import type { Area } from './display-buffer';
import { done, refused } from './edit-outcome';
import { mapPaths, samePlace } from './edit-paths';
import { legBetween, legEnd } from './geodesic';
import { lengthMetres } from './path-places';
import { centreOf } from './shape-centre';

const QUARTER_STEPS = 18;
const RADIANS = Math.PI / 180;

/** Where a place as far and in the same bearing from 0, 0 lies on turf's sphere. */
function ontoSphere(centre: Position, position: Position): Position {
  const { bearingDegrees, metres } = legBetween(centre, position);
  const [arc, bearing] = [metres / earthRadius, bearingDegrees * RADIANS];
  const lng = Math.atan2(Math.sin(arc) * Math.sin(bearing), Math.cos(arc));
  return [lng / RADIANS, Math.asin(Math.sin(arc) * Math.cos(bearing)) / RADIANS];
}

function fromSphere(centre: Position, [lng = 0, lat = 0]: Position): Position {
  const [x, y] = [lng * RADIANS, lat * RADIANS];
  const [east, north] = [Math.cos(y) * Math.sin(x), Math.sin(y)];
  const arc = Math.atan2(Math.hypot(east, north), Math.cos(y) * Math.cos(x));
  const bearingDegrees = Math.atan2(east, north) / RADIANS;
  return legEnd(centre, { bearingDegrees, metres: arc * earthRadius });
}

function mapped<G extends Geometry>(geometry: G, change: (position: Position) => Position): G;
function mapped(geometry: Geometry, change: (position: Position) => Position): Geometry {
  return mapPaths(geometry, ({ positions }) => positions.map(change)) ?? geometry;
}

/**
 * All within `metres` of a WGS84 line, point or area; a negative distance leaves of an area what lies farther than that
 * inside its border. A Problem when nothing is left. Half a second for a line of 2,000 vertices.
 */
export function widened(
  geometry: Exclude<Geometry, { type: 'GeometryCollection' }>,
  metres: number,
): Outcome<Area> {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const centre = centreOf(geometry);
  if (centre === null) {
    return refused('offset-empty', '图形是空的，没有可以偏移的边界', '先画图形');
  }
  if (!isArea && metres <= 0) {
    return refused('offset-no-inside', '线和点没有里面，缓冲距离要大于 0 米', '输入大于 0 的距离');
  }
  const onSphere = mapped(densified(geometry), (position) => ontoSphere(centre, position));
  const grown = buffer(onSphere, metres / 1000, { units: 'kilometers', steps: QUARTER_STEPS });
  if (!grown || grown.geometry.coordinates.flat().length === 0) {
    return refused(
      'offset-vanishes',
      `向内 ${Math.abs(metres)} 米以后，图形消失了`,
      '减小距离：图形最宽处的一半是上限',
    );
  }
  return done(mapped(grown.geometry, (position) => fromSphere(centre, position)));
}

/** The place on a ring within 2 % of the distance of a place expected on it; −1 for none. */
function cornerNear(ring: readonly Position[], place: Position, metres: number): number {
  const gaps = ring.map((corner) => legBetween(corner, place).metres);
  const least = Math.min(...gaps);
  return least <= 0.02 * metres ? gaps.indexOf(least) : -1;
}

/** Places on the widened border beside both ends of a line, and before its start. */
function besideEnds(
  path: readonly Position[],
  metres: number,
): { start: Position; end: Position; before: Position; across: Position } | null {
  const [first, second, penultimate, last] = [path[0], path[1], path.at(-2), path.at(-1)];
  if (!first || !second || !penultimate || !last) return null;
  const out = legBetween(first, second).bearingDegrees;
  const back = legBetween(last, penultimate).bearingDegrees;
  const away = Math.abs(metres);
  const turn = metres > 0 ? -90 : 90;
  return {
    start: legEnd(first, { bearingDegrees: out + turn, metres: away }),
    end: legEnd(last, { bearingDegrees: back - turn, metres: away }),
    before: legEnd(first, { bearingDegrees: out + 180, metres: away }),
    across: legEnd(first, { bearingDegrees: out - turn, metres: away }),
  };
}

/**
 * The line beside a line at `metres` to its left, to its right when negative, corners round: the stretch of the widened line's
 * border between the ends. A Problem for a closed line, and where the line bends back so close that there is no such stretch.
 */
export function parallelLine(line: LineString, metres: number): Outcome<LineString> {
  const none = refused(
    'parallel-lost',
    '线弯得太急或离自己太近，画不出这个距离的平行线',
    '减小距离，或把线拆成几段',
  );
  const path = line.coordinates;
  const ends = besideEnds(path, metres);
  if (!ends || metres === 0) {
    return refused('parallel-empty', '平行线要有一条线和不为 0 的距离', '输入距离');
  }
  if (samePlace(path[0] as Position, path.at(-1) as Position)) {
    return refused('parallel-closed', '这条线是闭合的', '先把它变成面，再向内或向外偏移');
  }
  const area = widened(line, Math.abs(metres));
  if (!area.ok) return area;
  const away = Math.abs(metres);
  for (const stored of polygonsOf(area.value).flat()) {
    const ring = stored.slice(0, -1);
    const [from, to] = [cornerNear(ring, ends.start, away), cornerNear(ring, ends.end, away)];
    if (from < 0 || to < 0 || from === to) continue;
    const turned = [...ring.slice(from), ...ring.slice(0, from)];
    const cut = (to - from + ring.length) % ring.length;
    const ways = [
      turned.slice(0, cut + 1),
      [...turned.slice(0, 1), ...turned.slice(cut).toReversed()],
    ];
    const clear = ways.filter((way) =>
      [ends.before, ends.across].every((place) => cornerNear(way, place, away) < 0),
    );
    const [coordinates] = clear.toSorted((a, b) => lengthMetres(a) - lengthMetres(b));
    if (coordinates) return done({ type: 'LineString', coordinates });
  }
  return none;
}
