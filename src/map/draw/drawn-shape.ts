// What the drawing library has in its store, read as a shape: the vertices the user set, without the live one under the
// pointer, their geodesic length, and the finished geometry. Pure; degrees in, metres out.
import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';
import { arcMetres, writeEcef } from '../../geo/ellipsoid';

export type DrawMode = 'point' | 'linestring' | 'polygon';

/** Vertices that a shape needs before it can be finished. */
export const FEWEST_VERTICES: Readonly<Record<DrawMode, number>> = {
  point: 1,
  linestring: 2,
  polygon: 3,
};

/** How far the drawing has come. Lengths are geodesic on WGS84; a polygon's is its outline, closed. */
export interface DrawProgress {
  readonly vertexCount: number;
  readonly lengthMetres: number;
  readonly canFinish: boolean;
}

/** A feature as the drawing library keeps it, as far as it is used here. */
export interface StoredShape {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>>;
}

function withoutRepeats(vertices: readonly Position[]): Position[] {
  return vertices.filter((vertex, i) => {
    const before = vertices[i - 1];
    return !before || before[0] !== vertex[0] || before[1] !== vertex[1];
  });
}

/** Vertices set by the user, repeats dropped; a ring is given open. */
export function setVertices({ geometry, properties }: StoredShape): Position[] {
  const isDrawing = properties['currentlyDrawing'] === true;
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') {
    return withoutRepeats(isDrawing ? geometry.coordinates.slice(0, -1) : geometry.coordinates);
  }
  if (geometry.type !== 'Polygon') return [];
  const ring = geometry.coordinates[0] ?? [];
  const count = Number(properties['committedCoordinateCount'] ?? 0);
  return withoutRepeats(isDrawing ? ring.slice(0, count) : ring.slice(0, -1));
}

/**
 * Geodesic metres along the vertices on WGS84, edges by ellipsoid.ts (1e-4 m at 300 km): measured on every frame of a
 * drag. `closed` adds the way back to the first.
 */
export function geodesicLengthMetres(vertices: readonly Position[], closed: boolean): number {
  const path = closed ? [...vertices, ...vertices.slice(0, 1)] : vertices;
  const [before, here] = [new Float64Array(3), new Float64Array(3)];
  let metres = 0;
  path.forEach(([lng = Number.NaN, lat = Number.NaN], i) => {
    before.set(here);
    writeEcef(lng, lat, here, 0);
    const [ax = 0, ay = 0, az = 0] = before;
    const [bx = 0, by = 0, bz = 0] = here;
    if (i > 0) metres += arcMetres(ax, ay, az, bx, by, bz);
  });
  return metres;
}

export function drawProgress(mode: DrawMode, vertices: readonly Position[]): DrawProgress {
  const isRing = mode === 'polygon' && vertices.length > 2;
  return {
    vertexCount: vertices.length,
    lengthMetres: geodesicLengthMetres(vertices, isRing),
    canFinish: vertices.length >= FEWEST_VERTICES[mode],
  };
}

/** The finished geometry of open vertices; null when there are too few. */
export function finishedGeometry(
  mode: DrawMode,
  vertices: readonly Position[],
): Point | LineString | Polygon | null {
  const [first] = vertices;
  if (!first || vertices.length < FEWEST_VERTICES[mode]) return null;
  if (mode === 'point') return { type: 'Point', coordinates: first };
  if (mode === 'linestring') return { type: 'LineString', coordinates: [...vertices] };
  return { type: 'Polygon', coordinates: [[...vertices, first]] };
}
