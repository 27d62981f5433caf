import fc from 'fast-check';
import type { Geometry, LineString, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { densified } from '../../src/geo/densify';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { geometryDistanceMetres } from '../../src/geo/geometry-distance';
import { walkPositions } from '../../src/geo/positions';

const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates });
const square = (lng: number, lat: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, lat],
      [lng + size, lat],
      [lng + size, lat + size],
      [lng, lat + size],
      [lng, lat],
    ],
  ],
});

function placesOf(geometry: Geometry): Position[] {
  const places: Position[] = [];
  walkPositions(geometry, (position) => places.push(position));
  return places;
}

describe('the shortest way between two geometries', () => {
  it('is the geodesic between points', () => {
    const [a, b] = [
      [111, 35],
      [111.3, 34.9],
    ];
    expect(
      geometryDistanceMetres(
        { type: 'Point', coordinates: a! },
        { type: 'Point', coordinates: b! },
      ),
    ).toBeCloseTo(geodesicDistanceMetres(a!, b!), 6);
  });

  it('is 0 where lines cross between their vertices, either way round', () => {
    const [a, b] = [line([111, 35], [111.2, 35.2]), line([111, 35.2], [111.2, 35])];
    expect(geometryDistanceMetres(a, b)).toBe(0);
    expect(geometryDistanceMetres(b, a)).toBe(0);
  });

  it('is 0 for what lies inside, also when no vertex of the inner one is a vertex of the outer', () => {
    expect(geometryDistanceMetres(square(111, 35, 1), square(111.4, 35.4, 0.1))).toBe(0);
    expect(geometryDistanceMetres(square(111.4, 35.4, 0.1), square(111, 35, 1))).toBe(0);
  });

  it('goes to the edge of a hole', () => {
    const holed = square(111, 35, 1);
    holed.coordinates.push(square(111.4, 35.4, 0.2).coordinates[0]!.toReversed());
    const point: Geometry = { type: 'Point', coordinates: [111.401, 35.5] };
    const metres = geometryDistanceMetres(point, holed);
    expect(metres).toBeCloseTo(geodesicDistanceMetres([111.401, 35.5], [111.4, 35.5]), 2);
  });

  it('is Infinity to nothing', () => {
    const nothing: Geometry = { type: 'GeometryCollection', geometries: [] };
    expect(geometryDistanceMetres(nothing, square(111, 35, 1))).toBe(Infinity);
    expect(geometryDistanceMetres(square(111, 35, 1), nothing)).toBe(Infinity);
  });

  it('is never more than a pair of sampled points, nor two sample steps less', () => {
    const walk = (west: number): fc.Arbitrary<LineString> =>
      fc
        .array(
          fc.tuple(
            fc.double({ min: 0, max: 0.06, noNaN: true }),
            fc.double({ min: 0, max: 0.1, noNaN: true }),
          ),
          {
            minLength: 2,
            maxLength: 4,
          },
        )
        .map((steps) => line(...steps.map(([x, y]): Position => [west + x, 35 + y])));
    const check = (a: LineString, b: LineString): void => {
      const metres = geometryDistanceMetres(a, b);
      expect(geometryDistanceMetres(b, a)).toBeCloseTo(metres, 6);
      const [pa, pb] = [placesOf(densified(a, 100)), placesOf(densified(b, 100))];
      const sampled = Math.min(
        ...pa.map((p) => Math.min(...pb.map((q) => geodesicDistanceMetres(p, q)))),
      );
      expect(metres).toBeLessThanOrEqual(sampled + 1e-6);
      expect(metres).toBeGreaterThanOrEqual(sampled - 100);
    };
    fc.assert(fc.property(walk(111), walk(111.05), check), { seed: 20261122, numRuns: 15 });
  });
});
