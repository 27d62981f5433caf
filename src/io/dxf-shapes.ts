// One drawn entity to a geometry in its own plane. An extrusion of (0, 0, −1) mirrors x (OCS); others are not flattened.
// A closed polyline stays a line whose ends meet: whether it is an area is for the user to say.
import type { Geometry, Position } from 'geojson';
import { bulgeArc, circleArc, ellipseArc, splinePositions } from './dxf-curves';
import { type DxfEntity, numberOf } from './dxf-entities';

const RADIANS = Math.PI / 180;
/** Entities whose coordinates are in the plane of their extrusion. */
const OCS = new Set([
  'LWPOLYLINE',
  'POLYLINE',
  'CIRCLE',
  'ARC',
  'TEXT',
  'ATTRIB',
  'INSERT',
  'SOLID',
  'TRACE',
]);

/** −1 where the entity is seen from below. */
export function mirrorOf(entity: DxfEntity): 1 | -1 {
  return OCS.has(entity.type) && numberOf(entity, 230, 1) < 0 ? -1 : 1;
}

/** Faces a direction that is neither up nor down, and is therefore read as if it lay flat. */
export function isTilted(entity: DxfEntity): boolean {
  return Math.abs(numberOf(entity, 230, 1)) < 0.999999;
}

function pointOf(entity: DxfEntity, code: number): Position {
  return [numberOf(entity, code), numberOf(entity, code + 10)];
}

interface Vertex {
  readonly position: Position;
  readonly bulge: number;
}

function lwVertices({ pairs }: DxfEntity): Vertex[] {
  const vertices: { position: Position; bulge: number }[] = [];
  for (const [code, value] of pairs) {
    const last = vertices.at(-1);
    if (code === 10) vertices.push({ position: [Number(value), 0], bulge: 0 });
    else if (code === 20 && last) last.position[1] = Number(value);
    else if (code === 42 && last) last.bulge = Number(value) || 0;
  }
  return vertices;
}

/** Control points of a fitted curve (flag 16) are not on it; faces of meshes (flag 128) are no vertices. */
function polylineVertices({ parts }: DxfEntity): Vertex[] {
  return parts
    .filter((part) => part.type === 'VERTEX' && (numberOf(part, 70) & (16 | 128)) === 0)
    .map((part) => ({ position: pointOf(part, 10), bulge: numberOf(part, 42) }));
}

function drawn(vertices: readonly Vertex[], isClosed: boolean): Position[] {
  const [first] = vertices;
  if (!first) return [];
  const positions: Position[] = [first.position];
  const count = isClosed ? vertices.length : vertices.length - 1;
  for (let i = 0; i < count; i++) {
    const from = vertices[i] ?? first;
    const to = vertices[(i + 1) % vertices.length] ?? first;
    positions.push(...bulgeArc(from.position, to.position, from.bulge));
  }
  return positions;
}

function line(positions: readonly Position[]): Geometry | null {
  const [first] = positions;
  if (!first || !positions.every((position) => position.every(Number.isFinite))) return null;
  return positions.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'LineString', coordinates: [...positions] };
}

function listOf(entity: DxfEntity, code: number): number[] {
  return entity.pairs.filter(([each]) => each === code).map(([, value]) => Number(value));
}

function splineOf(entity: DxfEntity): Geometry | null {
  const ys = listOf(entity, 20);
  const controls = listOf(entity, 10).map((x, i): Position => [x, ys[i] ?? 0]);
  const degree = numberOf(entity, 71, 3);
  const spline = { degree, knots: listOf(entity, 40), controls, weights: listOf(entity, 41) };
  const positions = splinePositions(spline);
  if (positions) return line(positions);
  const fitYs = listOf(entity, 21);
  const fits = listOf(entity, 11).map((x, i): Position => [x, fitYs[i] ?? 0]);
  return line(fits);
}

/** Text that is not left-aligned is placed by its second point. */
function textPoint(entity: DxfEntity): Position {
  const isAligned = numberOf(entity, 72) !== 0 || numberOf(entity, 73) !== 0;
  const hasSecond = entity.pairs.some(([code]) => code === 11);
  return pointOf(entity, entity.type !== 'MTEXT' && isAligned && hasSecond ? 11 : 10);
}

/** Geometry in the entity's plane; null when it has none that we read, "unknown" for a type not read at all. */
export function shapeOf(entity: DxfEntity): Geometry | null | 'unknown' {
  switch (entity.type) {
    case 'POINT':
      return line([pointOf(entity, 10)]);
    case 'TEXT':
    case 'MTEXT':
    case 'ATTRIB':
      return line([textPoint(entity)]);
    case 'LINE':
      return line([pointOf(entity, 10), pointOf(entity, 11)]);
    case 'LWPOLYLINE':
      return line(drawn(lwVertices(entity), (numberOf(entity, 70) & 1) === 1));
    case 'POLYLINE':
      // 16 and 64: meshes.
      if ((numberOf(entity, 70) & (16 | 64)) !== 0) return 'unknown';
      return line(drawn(polylineVertices(entity), (numberOf(entity, 70) & 1) === 1));
    case 'CIRCLE':
      return line(circleArc(pointOf(entity, 10), numberOf(entity, 40), 0, 0));
    case 'ARC': {
      const [start, end] = [numberOf(entity, 50) * RADIANS, numberOf(entity, 51) * RADIANS];
      return line(circleArc(pointOf(entity, 10), numberOf(entity, 40), start, end));
    }
    case 'ELLIPSE': {
      const ends = [numberOf(entity, 41), numberOf(entity, 42, 2 * Math.PI)] as const;
      return line(
        ellipseArc(pointOf(entity, 10), pointOf(entity, 11), numberOf(entity, 40, 1), ...ends),
      );
    }
    case 'SPLINE':
      return splineOf(entity);
    default:
      return 'unknown';
  }
}
