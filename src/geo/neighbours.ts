// Which points lie within a distance of each other: a lattice of ECEF cubes with edge = distance, so that only the 27
// cubes round a point are looked at (a chord is never longer than its arc). Distances as in ellipsoid.ts.
import type { LngLat } from '../domain/lng-lat';
import { arcMetres, writeEcef } from './ellipsoid';

/** Geodesic metres between two WGS84 points, error below 1e-5 m up to 1,000 km. */
export function pointDistanceMetres(a: LngLat, b: LngLat): number {
  const at = new Float64Array(6);
  writeEcef(a[0], a[1], at, 0);
  writeEcef(b[0], b[1], at, 3);
  return arcBetween(at, 0, 1);
}

function arcBetween(space: Float64Array, a: number, b: number): number {
  const [p, q] = [a * 3, b * 3];
  return arcMetres(
    space[p] as number,
    space[p + 1] as number,
    space[p + 2] as number,
    space[q] as number,
    space[q + 1] as number,
    space[q + 2] as number,
  );
}

/** Cubes are numbered from −2²³ to 2²³: two numbers fit exactly into one key. */
const CUBES = 2 ** 24;

class Lattice {
  /** Columns of cubes along z, by x and y. */
  private readonly columns = new Map<number, Map<number, number[]>>();

  constructor(
    private readonly space: Float64Array,
    private readonly edge: number,
  ) {
    for (let at = 0; at * 3 < space.length; at++) {
      const key = this.cube(at, 0) * CUBES + this.cube(at, 1);
      const column = this.columns.get(key) ?? new Map<number, number[]>();
      const z = this.cube(at, 2);
      const members = column.get(z) ?? [];
      members.push(at);
      column.set(z, members);
      this.columns.set(key, column);
    }
  }

  /** All points of the 27 cubes round point `at`. */
  around(at: number): number[] {
    const [x, y, z] = [this.cube(at, 0), this.cube(at, 1), this.cube(at, 2)];
    const found: number[] = [];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const column = this.columns.get((x + dx) * CUBES + y + dy);
        if (column === undefined) continue;
        for (let dz = -1; dz <= 1; dz++) {
          for (const other of column.get(z + dz) ?? []) found.push(other);
        }
      }
    }
    return found;
  }

  private cube(at: number, axis: number): number {
    return Math.floor((this.space[at * 3 + axis] as number) / this.edge);
  }
}

/**
 * Asks of any of these points (WGS84 degrees) for the places of all points within `metres` of it, itself included,
 * ascending. Throws RangeError for a distance that is negative or not finite.
 */
export function neighboursWithin(
  lng: Float64Array,
  lat: Float64Array,
  metres: number,
): (at: number) => readonly number[] {
  if (!(metres >= 0) || !Number.isFinite(metres)) {
    throw new RangeError(`neighbours within ${metres} m, expected 0 or more`);
  }
  const space = new Float64Array(lng.length * 3);
  for (let at = 0; at < lng.length; at++) {
    writeEcef(lng[at] as number, lat[at] as number, space, at * 3);
  }
  // A metre at least: cubes of nothing would have no finite number.
  const lattice = new Lattice(space, Math.max(metres, 1));
  return (at) =>
    lattice
      .around(at)
      .filter((other) => arcBetween(space, at, other) <= metres)
      .sort((a, b) => a - b);
}
