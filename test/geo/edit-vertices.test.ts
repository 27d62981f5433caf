// Geometries are plain numbers on a grid; every type is taken apart, changed and put together again.
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mapPaths, pathsOf } from '../../src/geo/edit-paths';
import { insertVertex, moveVertex, removeVertex, verticesOf } from '../../src/geo/edit-vertices';
import { deepFreeze } from '../document/frozen';

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const HOLE = [
  [1, 1],
  [1, 2],
  [2, 2],
  [1, 1],
];
const GEOMETRIES: readonly Geometry[] = deepFreeze([
  { type: 'Point', coordinates: [1, 2, 300] },
  {
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  },
  {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [5, 5],
        [6, 6],
      ],
    ],
  },
  { type: 'Polygon', coordinates: [SQUARE, HOLE] },
  {
    type: 'MultiPolygon',
    coordinates: [
      [SQUARE, HOLE],
      [
        [
          [9, 9],
          [10, 9],
          [9, 10],
          [9, 9],
        ],
      ],
    ],
  },
]);
const COLLECTION: Geometry = deepFreeze({
  type: 'GeometryCollection',
  geometries: [...GEOMETRIES, { type: 'GeometryCollection', geometries: [...GEOMETRIES] }],
});

describe('taking apart and putting together', () => {
  it.each([...GEOMETRIES, COLLECTION].map((geometry) => [geometry.type, geometry] as const))(
    '%s comes back as it was, sharing its coordinates',
    (_type, geometry) => {
      const same = mapPaths(geometry, ({ positions }) => positions);
      expect(same).toEqual(geometry);
      const copied = mapPaths(geometry, ({ positions }) => positions.map((p) => [...p]));
      expect(copied).toEqual(geometry);
    },
  );

  it('gives rings open and closes them again, also one that was not closed', () => {
    const open: Geometry = { type: 'Polygon', coordinates: [SQUARE.slice(0, -1)] };
    expect(pathsOf(open)[0]).toEqual({ kind: 'ring', positions: SQUARE.slice(0, -1) });
    expect(pathsOf(GEOMETRIES[4]!)[0]).toEqual({ kind: 'ring', positions: SQUARE.slice(0, -1) });
    const moved = mapPaths(open, ({ positions }) => [...positions]);
    expect(moved).toEqual({ type: 'Polygon', coordinates: [SQUARE] });
  });

  it('drops what is taken away: a hole alone, an outer ring with its holes, a member when empty', () => {
    const without = (...gone: number[]): Geometry | null =>
      mapPaths(GEOMETRIES[5]!, ({ positions }, at) => (gone.includes(at) ? null : positions));
    expect(without(1)).toMatchObject({ coordinates: [[SQUARE], [{ length: 4 }]] });
    expect(without(0)).toMatchObject({ coordinates: [[{ length: 4 }]] });
    expect(without(0, 1, 2)).toBeNull();
    const onlyPoint = mapPaths(COLLECTION, ({ kind, positions }) =>
      kind === 'point' ? positions : null,
    );
    expect(onlyPoint).toEqual({
      type: 'GeometryCollection',
      geometries: [
        GEOMETRIES[0],
        GEOMETRIES[1],
        { type: 'GeometryCollection', geometries: [GEOMETRIES[0], GEOMETRIES[1]] },
      ],
    });
  });
});

describe('vertices', () => {
  it('are listed once a place, with path and index', () => {
    expect(verticesOf(GEOMETRIES[3]!)).toEqual([
      { position: [0, 0], kind: 'line', path: 0, index: 0 },
      { position: [1, 1], kind: 'line', path: 0, index: 1 },
      { position: [5, 5], kind: 'line', path: 1, index: 1 },
      { position: [6, 6], kind: 'line', path: 1, index: 2 },
    ]);
    expect(verticesOf(GEOMETRIES[4]!)).toHaveLength(7);
  });

  it('move together where they are one place: joints and the closing of a ring; heights stay', () => {
    expect(moveVertex(GEOMETRIES[3]!, [1, 1], [7, 8])).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [7, 8],
        ],
        [
          [7, 8],
          [5, 5],
          [6, 6],
        ],
      ],
    });
    const polygon = moveVertex(GEOMETRIES[4]!, [0, 0], [-1, -1]);
    expect(polygon).toMatchObject({ coordinates: [{ 0: [-1, -1], 4: [-1, -1] }, HOLE] });
    expect(moveVertex(GEOMETRIES[0]!, [1, 2], [3, 4])).toEqual({
      type: 'Point',
      coordinates: [3, 4, 300],
    });
  });

  it('leave untouched paths as they are and longitudes within 180', () => {
    const before = GEOMETRIES[3]!;
    const after = moveVertex(before, [6, 6], [181.5, 6]);
    expect(after).toMatchObject({ coordinates: { 1: { 2: [-178.5, 6] } } });
    if (after.type !== 'MultiLineString' || before.type !== 'MultiLineString') throw new Error();
    expect(after.coordinates[0]).toBe(before.coordinates[0]);
    expect(moveVertex(before, [9, 9], [1, 1])).toEqual(before);
  });

  it('are put into an edge whichever way it runs, and into the closing edge of a ring', () => {
    const both: Geometry = {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [2, 0],
        ],
        [
          [2, 0],
          [0, 0],
          [0, 5],
        ],
      ],
    };
    const [a, b] = [
      [0, 0],
      [2, 0],
    ] as const;
    expect(insertVertex(both, [[...a], [...b]], [1, 0])).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
        [
          [2, 0],
          [1, 0],
          [0, 0],
          [0, 5],
        ],
      ],
    });
    const ring: Geometry = { type: 'Polygon', coordinates: [SQUARE] };
    const grown = insertVertex(
      ring,
      [
        [0, 4],
        [0, 0],
      ],
      [0, 2],
    );
    expect(grown).toEqual({
      type: 'Polygon',
      coordinates: [[...SQUARE.slice(0, 4), [0, 2], [0, 0]]],
    });
  });

  it('are taken away, but never the last that a line or ring needs', () => {
    expect(removeVertex(GEOMETRIES[2]!, [1, 1])).toEqual({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [2, 0],
      ],
    });
    expect(removeVertex(GEOMETRIES[4]!, [4, 4])).toMatchObject({
      coordinates: [{ length: 4 }, HOLE],
    });
    expect(removeVertex(GEOMETRIES[4]!, [1, 2])).toBe('ring-too-short');
    expect(removeVertex(GEOMETRIES[3]!, [0, 0])).toBe('line-too-short');
    expect(removeVertex(GEOMETRIES[1]!, [1, 2])).toEqual({
      type: 'MultiPoint',
      coordinates: [[3, 4]],
    });
    expect(removeVertex(GEOMETRIES[0]!, [1, 2])).toBe('nothing-left');
  });
});
