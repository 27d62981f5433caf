import type { Geometry, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetsBox } from '../../src/geo/meets-box';

const BOX = [0, 0, 2, 1] as const;

function square(x: number, y: number, side: number): Position[] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

describe('meetsBox', () => {
  it.each<[string, Geometry, boolean]>([
    ['a point inside', { type: 'Point', coordinates: [1, 0.5] }, true],
    ['a point on the edge', { type: 'Point', coordinates: [2, 1] }, true],
    ['a point outside', { type: 'Point', coordinates: [3, 0.5] }, false],
    [
      'a line across without a vertex inside',
      {
        type: 'LineString',
        coordinates: [
          [-1, 0.5],
          [3, 0.6],
        ],
      },
      true,
    ],
    [
      'a line past the corner',
      {
        type: 'LineString',
        coordinates: [
          [1.5, 2],
          [3, 0.5],
        ],
      },
      false,
    ],
    ['an area around the whole box', { type: 'Polygon', coordinates: [square(-5, -5, 20)] }, true],
    [
      'the hole of an area around the box',
      { type: 'Polygon', coordinates: [square(-5, -5, 20), square(-2, -2, 6)] },
      false,
    ],
    [
      'an L whose bounds hold the box',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-1, -1],
            [5, -1],
            [5, -0.5],
            [-0.5, -0.5],
            [-0.5, 5],
            [-1, 5],
            [-1, -1],
          ],
        ],
      },
      false,
    ],
    [
      'an area inside',
      { type: 'MultiPolygon', coordinates: [[square(9, 9, 1)], [square(0.5, 0.5, 0.2)]] },
      true,
    ],
  ])('%s', (_name, geometry, meets) => {
    expect(meetsBox(geometry, BOX)).toBe(meets);
  });

  it('an edge meets the box exactly where a fine walk along it does', () => {
    const place = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
    fc.assert(
      fc.property(place, place, ([ax, ay], [bx, by]) => {
        const [a, b] = [
          [ax / 10, ay / 10],
          [bx / 10, by / 10],
        ] as const;
        const walk = Array.from({ length: 2001 }, (_, at): Position => [
          a[0] + ((b[0] - a[0]) * at) / 2000,
          a[1] + ((b[1] - a[1]) * at) / 2000,
        ]);
        const met = walk.some(([x = 0, y = 0]) => x >= 0 && x <= 2 && y >= 0 && y <= 1);
        // The walk may step over a corner; it never meets what the line does not.
        if (met)
          expect(meetsBox({ type: 'LineString', coordinates: [[...a], [...b]] }, BOX)).toBe(true);
        const apart = walk.every(
          ([x = 0, y = 0]) => x < -0.01 || x > 2.01 || y < -0.01 || y > 1.01,
        );
        if (apart)
          expect(meetsBox({ type: 'LineString', coordinates: [[...a], [...b]] }, BOX)).toBe(false);
      }),
    );
  });
});
