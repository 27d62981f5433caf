import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { writeEcef } from '../../src/geo/ellipsoid';
import { LEAF_SIZE, PIECE_STRIDE, projectShape } from '../../src/geo/project-shape';

/** Steps to and fro, so that no end of a leaf is its least or largest place by itself. */
function path(from: Position, vertices: number): Position[] {
  const [lng = 0, lat = 0] = from;
  return Array.from({ length: vertices }, (_, k) => [
    lng + 0.01 * Math.sin(2 * k),
    lat + 0.01 * Math.cos(3 * k),
  ]);
}

const paths = Array.from({ length: 11 }, (_, k) => path([110 + k, 35 - k], 2 + (k % 4)));
const CASES: readonly Geometry[] = [
  { type: 'LineString', coordinates: path([110, 35], 40) },
  { type: 'MultiLineString', coordinates: paths },
  { type: 'MultiPoint', coordinates: paths.flat() },
  { type: 'MultiPolygon', coordinates: paths.map((ring, k) => [[...ring, [110 + k, 34.9 - k]]]) },
  { type: 'LineString', coordinates: [...path([110, 35], 9), [112, 36], ...path([112, 36], 9)] },
];

describe('a prepared shape', () => {
  it.each(CASES)('has each piece from one of its ends to the other, case %#', (geometry) => {
    const { ends, pieces, pieceCount } = projectShape(geometry);
    expect(pieces.length).toBe(pieceCount * PIECE_STRIDE);
    const space = new Float64Array(6);
    for (let piece = 0; piece < pieceCount; piece++) {
      const [lngP = 0, latP = 0, lngQ = 0, latQ = 0] = ends.slice(piece * 4, piece * 4 + 4);
      writeEcef(lngP, latP, space, 0);
      writeEcef(lngQ, latQ, space, 3);
      const [px = 0, py = 0, pz = 0, qx = 0, qy = 0, qz = 0] = space;
      const step = [qx - px, qy - py, qz - pz];
      const squared = step.reduce((sum, each) => sum + each * each, 0);
      const [, , , , , , inverse = 0, sag = 0] = pieces.slice(piece * PIECE_STRIDE);
      const at = piece * PIECE_STRIDE;
      expect(Array.from(pieces.subarray(at, at + 6))).toEqual([px, py, pz, ...step]);
      expect(inverse).toBe(squared === 0 ? 0 : 1 / squared);
      expect(sag).toBeCloseTo(squared / 2 / 6_335_439, 6);
    }
  });

  it.each(CASES)('holds every piece in the box and bounds of its leaf, case %#', (geometry) => {
    const { ends, pieces, boxes, leafBounds, pieceCount } = projectShape(geometry);
    for (let piece = 0; piece < pieceCount; piece++) {
      const leaf = Math.floor(piece / LEAF_SIZE);
      const box = boxes.slice(leaf * 6, leaf * 6 + 6);
      const [west = 0, south = 0, east = 0, north = 0] = leafBounds.slice(leaf * 4, leaf * 4 + 4);
      const at = piece * PIECE_STRIDE;
      for (const end of [0, 1]) {
        const [lng = 0, lat = 0] = ends.slice(piece * 4 + end * 2);
        expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true);
        for (const axis of [0, 1, 2]) {
          const place = (pieces[at + axis] ?? 0) + end * (pieces[at + 3 + axis] ?? 0);
          expect(place).toBeGreaterThan(box[axis] ?? Number.NaN);
          expect(place).toBeLessThan(box[axis + 3] ?? Number.NaN);
        }
      }
    }
  });

  it.each(CASES)('has in every node the children below it, each once, case %#', (geometry) => {
    const { boxes, childStart, childEnd, leafCount, pieceCount } = projectShape(geometry);
    let next = 0;
    for (let node = 0; node < childStart.length; node++) {
      if (node === leafCount) {
        expect(next).toBe(pieceCount);
        next = 0;
      }
      expect(childStart[node]).toBe(next);
      next = childEnd[node] ?? Number.NaN;
      if (node < leafCount) continue;
      for (let child = childStart[node] ?? 0; child < next; child++) {
        for (const axis of [0, 1, 2]) {
          expect(boxes[child * 6 + axis]).toBeGreaterThanOrEqual(boxes[node * 6 + axis] ?? NaN);
          expect(boxes[child * 6 + 3 + axis]).toBeLessThanOrEqual(
            boxes[node * 6 + 3 + axis] ?? NaN,
          );
        }
      }
    }
  });
});
