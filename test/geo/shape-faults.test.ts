import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { shapeFaults } from '../../src/geo/shape-faults';
import { COUNTIES, frozen, line, polygon, ringOf, square } from './edit-fixtures';

const found = (geometry: Geometry): (readonly [string, Position | null, number])[] =>
  shapeFaults(geometry).map(({ kind, position, ring }) => [kind, position, ring]);

const parts = (...coordinates: Position[][][]): Geometry =>
  frozen({ type: 'MultiPolygon', coordinates });

describe('shapeFaults', () => {
  it('finds none in the counties, in rings of either winding, in holes, islands and touching corners', () => {
    for (const { geometry } of COUNTIES) expect(found(geometry)).toEqual([]);
    const outer = square(111, 35, 1);
    const hole = square(111.2, 35.2, 0.6);
    expect(found(polygon(outer, hole))).toEqual([]);
    expect(found(polygon(outer.toReversed(), hole.toReversed()))).toEqual([]);
    expect(found(parts([outer, hole], [square(111.3, 35.3, 0.2)]))).toEqual([]);
    expect(found(parts([outer], [square(112, 36, 1)]))).toEqual([]);
    const touching = ringOf([111, 35.5], [111.5, 35.2], [111.5, 35.8]);
    expect(found(polygon(outer, touching))).toEqual([]);
  });

  it('gives the place where a border crosses itself', () => {
    const bowTie = ringOf([111, 35], [112, 36], [112, 35], [111, 36]);
    expect(found(polygon(bowTie))).toEqual([['self-crossing', [111.5, 35.5], 0]]);
    const both = ringOf([0, 0], [4, 0], [4, 1], [1, -1], [1, 2], [3, -1], [3, 2], [0, 2]);
    expect(shapeFaults(polygon(both)).filter(({ kind }) => kind === 'self-crossing').length).toBe(
      6,
    );
  });

  it('gives the place of a crossing at a corner, and of borders that run along each other', () => {
    const through = ringOf([0, 0], [2, 2], [4, 0], [4, 4], [2, 2], [0, 4]);
    expect(found(polygon(through))).toEqual([]);
    const passing = ringOf([0, 0], [2, 2], [4, 4], [4, 0], [2, 2], [0, 4]);
    expect(found(polygon(passing))).toEqual([['self-crossing', [2, 2], 0]]);
    const along = ringOf([0, 0], [4, 0], [4, 2], [3, 2], [3, 0], [1, 0], [1, 2], [0, 2]);
    expect(found(polygon(along)).map(([kind]) => kind)).toContain('self-crossing');
  });

  it('names a repeated vertex, a spike, an open and a too short ring, each with its place', () => {
    expect(found(polygon(ringOf([0, 0], [1, 0], [1, 0], [1, 1])))).toEqual([
      ['duplicate-vertex', [1, 0], 0],
    ]);
    expect(found(polygon(ringOf([0, 0], [4, 0], [4, 4], [6, 6], [4, 4], [0, 4])))).toEqual([
      ['spike', [6, 6], 0],
    ]);
    expect(
      found(
        polygon([
          [0, 0],
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toEqual([['unclosed', [1, 1], 0]]);
    expect(found(polygon(ringOf([0, 0], [1, 0], [0, 0])))).toEqual([
      ['too-few-vertices', [0, 0], 0],
    ]);
    expect(found(polygon([]))).toEqual([['too-few-vertices', null, 0]]);
    expect(found(line([0, 0], [0, 0]))).toEqual([
      ['too-few-vertices', [0, 0], 0],
      ['duplicate-vertex', [0, 0], 0],
    ]);
  });

  it('tells numbers that are none from those off the globe, and looks no further there', () => {
    expect(found(polygon(ringOf([0, 0], [Number.NaN, 1], [500, 1], [1, 1])))).toEqual([
      ['not-a-number', null, 0],
      ['out-of-range', [500, 1], 0],
    ]);
    expect(found({ type: 'Point', coordinates: [] })).toEqual([['not-a-number', null, 0]]);
    expect(found(line([0, 0], [1, 91]))).toEqual([['out-of-range', [1, 91], 0]]);
  });

  it('finds holes outside, across the border, across and inside each other', () => {
    const outer = square(0, 0, 10);
    expect(found(polygon(outer, square(20, 0, 1)))).toEqual([['hole-outside', [20, 0], 1]]);
    expect(found(polygon(outer, square(9, 9, 2)))).toEqual([
      ['rings-cross', [10, 9], 1],
      ['rings-cross', [9, 10], 1],
    ]);
    expect(found(polygon(outer, square(1, 1, 4), square(3, 3, 4))).map(([kind]) => kind)).toEqual([
      'rings-cross',
      'rings-cross',
    ]);
    expect(found(polygon(outer, square(1, 1, 5), square(2, 2, 1)))).toEqual([
      ['hole-in-hole', [2, 2], 2],
    ]);
    const onEdge = shapeFaults(polygon(outer, square(0, 1, 1)));
    expect(onEdge.map(({ kind }) => kind)).toContain('rings-cross');
  });

  it('finds parts that overlap, lie in each other or share an edge', () => {
    expect(found(parts([square(0, 0, 2)], [square(1, 1, 2)])).map(([kind]) => kind)).toEqual([
      'parts-overlap',
      'parts-overlap',
    ]);
    expect(found(parts([square(0, 0, 9)], [square(1, 1, 1)]))).toEqual([
      ['parts-overlap', [1, 1], 1],
    ]);
    expect(found(parts([square(0, 0, 1)], [square(1, 0, 1)])).map(([kind]) => kind)).toContain(
      'parts-overlap',
    );
  });

  it('numbers paths through a collection, and says in Chinese what is wrong', () => {
    const faults = shapeFaults({
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [0, 0] },
        line([0, 0], [1, 1]),
        polygon(ringOf([0, 0], [1, 1], [1, 0], [0, 1])),
      ],
    });
    expect(faults).toEqual([
      { kind: 'self-crossing', position: [0.5, 0.5], ring: 2, text: '边界在此自相交' },
    ]);
  });
});
