// A file's geometry made fit: to WGS84, heights left out, rings closed and wound as RFC 7946 wants; what can not be mended
// without guessing (crossing rings, numbers that are none) is a fault.
import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import { walkPositions } from '../geo/positions';
import { ringProblems } from '../geo/ring-checks';
import { type Converter, convertGeometry } from './crs-convert';
import type { Finding } from './import-problems';

export type GeometryReading =
  | {
      readonly ok: true;
      readonly geometry: Geometry;
      /** Mended or odd, but taken. */
      readonly findings: readonly Finding[];
      readonly inside: number;
      readonly positions: number;
    }
  | { readonly ok: false; readonly finding: Finding };

class BadGeometry extends Error {
  constructor(readonly finding: Finding) {
    super(finding.what);
  }
}

const MEND_GEOMETRY = '请在出图软件中修复几何（如 QGIS 的「修正几何图形」）后重新导出。';

function place(position: Position | undefined): string {
  return (position ?? []).map((value) => Number(value.toFixed(6))).join(', ');
}

/** A sound ring in the right turn; `found` hears of a closing. */
function soundRing(
  ring: readonly Position[],
  role: 'outer' | 'hole',
  found: Map<string, Finding>,
): Position[] {
  const closed = [...ring];
  for (const problem of ringProblems(ring, role)) {
    switch (problem.kind) {
      case 'unclosed': {
        closed.push([...(ring[0] ?? [])]);
        found.set('ring-unclosed', {
          code: 'ring-unclosed',
          what: `多边形没有闭合：首点「${place(ring[0])}」，末点「${place(ring.at(-1))}」，已用直线闭合`,
          mend: '请核对闭合的那条边；不对的，在原软件中补全后重新导出。',
        });
        break;
      }
      case 'self-crossing':
        throw new BadGeometry({
          code: 'ring-crossing',
          what: `多边形在「${place(ring[problem.index])}」附近自相交`,
          mend: MEND_GEOMETRY,
        });
      case 'too-short':
        throw new BadGeometry({
          code: 'ring-short',
          what: '多边形不足 3 个不同的点',
          mend: '请补全或删去该要素。',
        });
      case 'wrong-winding':
        closed.reverse();
        break;
      case 'not-finite':
      case 'out-of-range':
        throw new BadGeometry(badNumber(ring[problem.index]));
    }
  }
  // An unclosed ring is checked for its turn only once it is closed.
  const isTurned = closed.length !== ring.length && ringProblems(closed, role).length > 0;
  return isTurned ? soundRing(closed, role, found) : closed;
}

function badNumber(position: Position | undefined): Finding {
  return {
    code: 'position-unreadable',
    what: `坐标「${(position ?? []).slice(0, 2).join(', ')}」不是可用的数字`,
    mend: '请在原软件中改正该点的坐标。',
  };
}

function soundPolygon(rings: readonly Position[][], found: Map<string, Finding>): Position[][] {
  return rings.map((ring, at) => soundRing(ring, at === 0 ? 'outer' : 'hole', found));
}

function soundLine(line: readonly Position[]): Position[] {
  const [first] = line;
  const isLine = line.some(([x, y]) => x !== first?.[0] || y !== first?.[1]);
  if (!isLine) {
    throw new BadGeometry({
      code: 'line-short',
      what: '线不足 2 个不同的点',
      mend: '请补全或删去该要素。',
    });
  }
  return [...line];
}

function sound(geometry: Geometry, found: Map<string, Finding>): Geometry {
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', coordinates: soundLine(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(soundLine) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: soundPolygon(geometry.coordinates, found) };
    case 'MultiPolygon': {
      const coordinates = geometry.coordinates.map((rings) => soundPolygon(rings, found));
      return { type: 'MultiPolygon', coordinates };
    }
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((each) => sound(each, found)),
      };
    default:
      return geometry;
  }
}

function firstBadNumber(geometry: Geometry): Position | null {
  let bad: Position | null = null;
  walkPositions(geometry, (position) => {
    const [x, y] = position;
    if (bad === null && (!Number.isFinite(x) || !Number.isFinite(y))) bad = position;
  });
  return bad;
}

/** Geometry of the file → WGS84. `bbox`: the region's, degrees. */
export function readGeometry(
  geometry: Geometry,
  convert: Converter,
  axesSwapped: boolean,
  [west, south, east, north]: BoundingBox,
): GeometryReading {
  const bad = firstBadNumber(geometry);
  if (bad !== null) return { ok: false, finding: badNumber(bad) };
  const converted = convertGeometry(geometry, convert, axesSwapped);
  if (!converted.ok) {
    const mend = '请核对坐标，或在「坐标与列」一步改选坐标系。';
    return { ok: false, finding: { code: 'position-crs', what: `坐标 ${converted.what}`, mend } };
  }
  const found = new Map<string, Finding>();
  let done: Geometry;
  try {
    done = sound(converted.geometry, found);
  } catch (cause) {
    if (!(cause instanceof BadGeometry)) throw cause;
    return { ok: false, finding: cause.finding };
  }
  let [inside, positions] = [0, 0];
  walkPositions(done, ([lng = Number.NaN, lat = Number.NaN]) => {
    positions += 1;
    if (lng >= west && lng <= east && lat >= south && lat <= north) inside += 1;
  });
  if (positions === 0) {
    const mend = '请在原软件中补上几何，或删去该要素。';
    return { ok: false, finding: { code: 'geometry-empty', what: '几何是空的', mend } };
  }
  return { ok: true, geometry: done, findings: [...found.values()], inside, positions };
}
