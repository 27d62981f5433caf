// How far a plain drawing has come. Pure; degrees in, metres out.
import type { Position } from 'geojson';
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
