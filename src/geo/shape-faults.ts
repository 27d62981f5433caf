// Everything that is wrong with a drawn geometry, each fault with its place: what a planner is shown before a shape is
// taken. Rings are judged as RFC 7946 draws them, in the plane of degrees, by ring-checks.ts. Which way a ring winds is
// no fault, since nothing here depends on it.
//
// Numbers come first: a part with a position that is none is not looked at further. A ring may touch itself or another
// ring in points; crossing it, or running along it, is a fault. A corner is a spike when the ring goes back on itself
// there, to 1e-9 rad.
import type { Geometry, Position } from 'geojson';
import { firstMeetings, samePlace } from './edit-paths';
import { placeInRing, ringCrossings } from './ring-checks';

export type ShapeFaultKind =
  | 'not-a-number'
  | 'out-of-range'
  | 'too-few-vertices'
  | 'unclosed'
  | 'duplicate-vertex'
  | 'spike'
  | 'self-crossing'
  | 'rings-cross'
  | 'hole-outside'
  | 'hole-in-hole'
  | 'parts-overlap';

export interface ShapeFault {
  readonly kind: ShapeFaultKind;
  /** Where on the globe, degrees; null when the fault is that there is no place. */
  readonly position: Position | null;
  /** Number of the path (point, line or ring) as `pathsOf` counts them, from 0. */
  readonly ring: number;
  /** In Chinese, without the place. */
  readonly text: string;
}

const TEXTS: Readonly<Record<ShapeFaultKind, string>> = {
  'not-a-number': '坐标不是数字',
  'out-of-range': '坐标超出经度 ±180°、纬度 ±90°',
  'too-few-vertices': '不同的顶点太少：线至少 2 个，面至少 3 个',
  unclosed: '边界没有闭合',
  'duplicate-vertex': '相邻顶点重复',
  spike: '边界在此折返，形成尖刺',
  'self-crossing': '边界在此自相交',
  'rings-cross': '洞与外边界或另一个洞在此相交或共边',
  'hole-outside': '洞在外边界之外',
  'hole-in-hole': '洞在另一个洞里面',
  'parts-overlap': '同一图形的两部分在此重叠或共边',
};

const SPIKE_RADIANS = 1e-9;

type Path = readonly Position[];

interface Ring {
  readonly number: number;
  readonly positions: Path;
}

function fault(kind: ShapeFaultKind, ring: number, position: Position | null): ShapeFault {
  return { kind, position, ring, text: TEXTS[kind] };
}

function numberFaults(path: Path, ring: number): ShapeFault[] {
  return path.flatMap((position) => {
    const [lng = Number.NaN, lat = Number.NaN] = position;
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return [fault('not-a-number', ring, null)];
    return Math.abs(lng) > 180 || Math.abs(lat) > 90 ? [fault('out-of-range', ring, position)] : [];
  });
}

function repeatFaults(path: Path, ring: number): ShapeFault[] {
  return path
    .filter((position, at) => at > 0 && samePlace(position, path[at - 1] as Position))
    .map((position) => fault('duplicate-vertex', ring, position));
}

/** Does the way before → v → after turn right back? */
export function isSpike(before: Position, v: Position, after: Position): boolean {
  const [x = 0, y = 0] = v;
  const [ux, uy] = [(before[0] ?? 0) - x, (before[1] ?? 0) - y];
  const [wx, wy] = [(after[0] ?? 0) - x, (after[1] ?? 0) - y];
  const lengths = Math.hypot(ux, uy) * Math.hypot(wx, wy);
  return ux * wx + uy * wy > 0 && Math.abs(ux * wy - uy * wx) <= SPIKE_RADIANS * lengths;
}

/** The corners of a ring: open, without repeats in a row. */
export function cornersOf(ring: Path): Position[] {
  const corners = ring.filter((each, at) => at === 0 || !samePlace(each, ring[at - 1] as Position));
  const [first, last] = [corners[0], corners.at(-1)];
  return first && last && corners.length > 1 && samePlace(first, last)
    ? corners.slice(0, -1)
    : corners;
}

function spikesOf(ring: Path): Position[] {
  const corners = cornersOf(ring);
  const count = corners.length;
  if (count < 3) return [];
  return corners.filter((v, at) =>
    isSpike(
      corners[(at + count - 1) % count] as Position,
      v,
      corners[(at + 1) % count] as Position,
    ),
  );
}

function lineFaults(line: Path, number: number): ShapeFault[] {
  const numbers = numberFaults(line, number);
  if (numbers.length > 0) return numbers;
  const distinct = line.filter(firstMeetings()).length;
  return [
    ...(distinct < 2 ? [fault('too-few-vertices', number, line[0] ?? null)] : []),
    ...repeatFaults(line, number),
  ];
}

function ringFaults({ number, positions }: Ring): ShapeFault[] {
  const numbers = numberFaults(positions, number);
  if (numbers.length > 0) return numbers;
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || positions.filter(firstMeetings()).length < 3) {
    return [fault('too-few-vertices', number, first ?? null)];
  }
  return [
    ...(samePlace(first, last) ? [] : [fault('unclosed', number, last)]),
    ...repeatFaults(positions, number),
    ...spikesOf(positions).map((position) => fault('spike', number, position)),
  ];
}

interface Crossings {
  readonly faults: readonly ShapeFault[];
  /** Numbers of the rings that take part. */
  readonly rings: ReadonlySet<number>;
}

/** Faults between the rings of one Polygon or MultiPolygon; also a ring with itself. */
function crossingFaults(polygons: readonly (readonly Ring[])[]): Crossings {
  const crossed = new Set<number>();
  const rings = polygons.flatMap((each, polygon) => each.map((ring) => ({ ...ring, polygon })));
  const spikes = rings.map(({ positions }) => spikesOf(positions));
  const faults = ringCrossings(rings.map(({ positions }) => positions)).flatMap(
    ({ rings: [first, second], at: [x, y], fold }) => {
      const [one, two] = [rings[first], rings[second]];
      if (!one || !two) return [];
      // The two edges of a spike run along each other: told already.
      if (fold && spikes[first]?.some((spike) => samePlace(spike, [...fold]))) return [];
      const kind =
        first === second
          ? 'self-crossing'
          : one.polygon === two.polygon
            ? 'rings-cross'
            : 'parts-overlap';
      crossed.add(one.number).add(two.number);
      return [fault(kind, two.number, [x, y])];
    },
  );
  return { faults, rings: crossed };
}

/** A corner of `ring` strictly on one side of another ring; undefined when there is none. */
function cornerOf(ring: Ring, where: 'inside' | 'outside', other: Ring): Position | undefined {
  return ring.positions.find((position) => placeInRing(position, other.positions) === where);
}

function nestingFaults(polygons: readonly (readonly Ring[])[]): ShapeFault[] {
  const faults: ShapeFault[] = [];
  polygons.forEach(([outer, ...holes], at) => {
    if (!outer) return;
    for (const [place, hole] of holes.entries()) {
      const out = cornerOf(hole, 'outside', outer);
      if (out) faults.push(fault('hole-outside', hole.number, out));
      const within = holes.find((other, i) => i !== place && cornerOf(hole, 'inside', other));
      if (within) faults.push(fault('hole-in-hole', hole.number, hole.positions[0] ?? null));
    }
    for (const [place, [other, ...lakes]] of polygons.entries()) {
      if (place === at || !other) continue;
      const within = outer.positions.find(
        (position) =>
          placeInRing(position, other.positions) === 'inside' &&
          lakes.every((lake) => placeInRing(position, lake.positions) === 'outside'),
      );
      if (within) faults.push(fault('parts-overlap', outer.number, within));
    }
  });
  return faults;
}

function areaFaults(polygons: readonly (readonly Path[])[], from: number): ShapeFault[] {
  let number = from;
  const numbered = polygons.map((rings) =>
    rings.map((positions): Ring => ({ number: number++, positions })),
  );
  const own = numbered.flat().flatMap(ringFaults);
  const blocked = new Set(
    own
      .filter(({ kind }) => ['not-a-number', 'out-of-range', 'too-few-vertices'].includes(kind))
      .map(({ ring }) => ring),
  );
  const sound = numbered.filter((rings) => rings.every((ring) => !blocked.has(ring.number)));
  const crossings = crossingFaults(sound);
  // Rings that cross are not also told to lie outside or inside each other.
  const nested = nestingFaults(sound).filter(({ ring }) => !crossings.rings.has(ring));
  return [...own, ...crossings.faults, ...nested];
}

function faultsFrom(geometry: Geometry, from: number): { faults: ShapeFault[]; paths: number } {
  switch (geometry.type) {
    case 'Point':
      return { faults: numberFaults([geometry.coordinates], from), paths: 1 };
    case 'MultiPoint':
      return {
        faults: geometry.coordinates.flatMap((point, at) => numberFaults([point], from + at)),
        paths: geometry.coordinates.length,
      };
    case 'LineString':
      return { faults: lineFaults(geometry.coordinates, from), paths: 1 };
    case 'MultiLineString':
      return {
        faults: geometry.coordinates.flatMap((line, at) => lineFaults(line, from + at)),
        paths: geometry.coordinates.length,
      };
    case 'Polygon':
      return {
        faults: areaFaults([geometry.coordinates], from),
        paths: geometry.coordinates.length,
      };
    case 'MultiPolygon':
      return {
        faults: areaFaults(geometry.coordinates, from),
        paths: geometry.coordinates.flat().length,
      };
    case 'GeometryCollection': {
      let paths = 0;
      const faults = geometry.geometries.flatMap((each) => {
        const part = faultsFrom(each, from + paths);
        paths += part.paths;
        return part.faults;
      });
      return { faults, paths };
    }
  }
}

/** Every fault of a WGS84 geometry; empty when it may be saved. */
export function shapeFaults(geometry: Geometry): readonly ShapeFault[] {
  return faultsFrom(geometry, 0).faults;
}
