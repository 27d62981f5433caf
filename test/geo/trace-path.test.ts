import fc from 'fast-check';
import type { MultiLineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { commonArea, polygonsOf, unitedAreas } from '../../src/geo/area-boolean';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { circleAround } from '../../src/geo/drawn-shapes';
import { cutGeodesic, legEnd } from '../../src/geo/geodesic';
import { lengthMetres } from '../../src/geo/path-places';
import { snapAt, snapIndex } from '../../src/geo/snap-index';
import { tracedPath } from '../../src/geo/trace-path';
import {
  cornersOf,
  COUNTIES,
  frozen,
  line,
  polygon,
  ringOf,
  square,
  valueOf,
} from './edit-fixtures';

const ring = ringOf([111, 35], [111.3, 35], [111.3, 35.1], [111, 35.1]);
const box = polygon(ring);

describe('tracedPath', () => {
  it('goes the shorter way round a ring, or the other, over its very vertices', () => {
    const [from, to] = [ring[0], ring[2]] as [Position, Position];
    const short = tracedPath(box, ring[0] as Position, ring[1] as Position);
    expect(short).toEqual([ring[0], ring[1]]);
    expect(tracedPath(box, ring[0] as Position, ring[1] as Position, 'other')).toEqual([
      ring[0],
      ring[3],
      ring[2],
      ring[1],
    ]);
    for (const way of ['shorter', 'other'] as const) {
      const path = tracedPath(box, from, to, way) ?? [];
      expect(path).toHaveLength(3);
      for (const vertex of path) expect(ring).toContain(vertex);
    }
  });

  it('starts and ends between vertices, also on one edge, either way', () => {
    const stops = cutGeodesic([111, 35], [111.3, 35], 4);
    const [a, b] = [stops[1], stops[3]] as [Position, Position];
    expect(tracedPath(box, a, b)).toEqual([a, b]);
    expect(tracedPath(box, b, a)).toEqual([b, a]);
    expect(tracedPath(box, a, b, 'other')).toEqual([a, ring[0], ring[3], ring[2], ring[1], b]);
    expect(tracedPath(box, b, a, 'other')).toEqual([b, ring[1], ring[2], ring[3], ring[0], a]);
    expect(tracedPath(box, a, ring[0] as Position)).toEqual([a, ring[0]]);
    expect(tracedPath(box, ring[0] as Position, a)).toEqual([ring[0], a]);
  });

  it('follows a line forth and back, and one of several lines', () => {
    const rivers: MultiLineString = frozen({
      type: 'MultiLineString',
      coordinates: [
        [
          [110, 36],
          [110, 37],
        ],
        [
          [111, 35],
          [111.1, 35],
          [111.2, 35.1],
          [111.3, 35],
        ],
      ],
    });
    const river = rivers.coordinates[1] as Position[];
    const middle = cutGeodesic(river[2] as Position, river[3] as Position, 2)[1] as Position;
    expect(tracedPath(rivers, river[0] as Position, middle)).toEqual([
      ...river.slice(0, 3),
      middle,
    ]);
    expect(tracedPath(rivers, middle, river[0] as Position)).toEqual(
      [...river.slice(0, 3), middle].toReversed(),
    );
    expect(tracedPath(rivers, river[3] as Position, river[1] as Position)).toEqual(
      river.slice(1).toReversed(),
    );
    expect(tracedPath(rivers, river[0] as Position, middle, 'other')).toBeNull();
    expect(tracedPath(rivers, [110, 36], middle)).toBeNull();
  });

  it('has no way from a place to itself or off the path', () => {
    expect(tracedPath(box, [111, 35], [111, 35])).toBeNull();
    expect(tracedPath(box, [111, 35], [111.1, 35.05])).toBeNull();
    expect(tracedPath(line([111, 35], [111.1, 35]), [111, 35], [111, 35.01])).toBeNull();
  });

  it('goes along a county border by its very vertices, whatever places were caught', () => {
    const { geometry, name } = COUNTIES[0] as (typeof COUNTIES)[number];
    const border = geometry.coordinates[0] as Position[];
    const index = snapIndex([{ id: 'c', kind: 'boundary', name, geometry }]);
    const at = fc.integer({ min: 0, max: border.length - 2 });
    fc.assert(
      fc.property(at, at, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (i, j, share) => {
        const steps = Math.abs(i - j);
        fc.pre(steps > 2 && Math.min(steps, border.length - 1 - steps) < 40);
        const [a, b] = [border[i], border[i + 1]] as [Position, Position];
        const near: Position = [0, 1].map((k) => (a[k] ?? 0) + share * ((b[k] ?? 0) - (a[k] ?? 0)));
        const from = snapAt(index, near, 500, { only: 'edge' })?.position as Position;
        const path = tracedPath(geometry, from, border[j] as Position) ?? [];
        expect(path[0]).toBe(from);
        const vertices = cornersOf(geometry.coordinates);
        for (const vertex of path.slice(1)) expect(vertices).toContain(vertex.join());
        const other = tracedPath(geometry, from, border[j] as Position, 'other') ?? [];
        expect(lengthMetres(path)).toBeLessThanOrEqual(lengthMetres(other));
        // Both ways together: every vertex once, both ends twice (one of them a vertex).
        expect(path.length + other.length).toBe(border.length - 1 + 4 - 1);
      }),
      { seed: 51, numRuns: 40 },
    );
  });

  it('is the same way on the border of either county', () => {
    const [a, b] = ['盐湖区', '永济市'].map((name) => COUNTIES.find((each) => each.name === name));
    if (!a || !b) throw new Error();
    const known = cornersOf(a.geometry.coordinates);
    const border = b.geometry.coordinates[0] as Position[];
    const first = border.findIndex(
      (position, at) =>
        border.slice(at, at + 12).every((each) => known.has(each.join())) &&
        known.has(position.join()),
    );
    const run = border.slice(first, first + 12);
    const ends = [run[0], run.at(-1)] as [Position, Position];
    expect(tracedPath(b.geometry, ...ends)).toEqual(run);
    expect(tracedPath(a.geometry, ...ends)).toEqual(run);
  });

  it('gives a zone that starts between vertices a border without gap or overlap', () => {
    const centre: Position = [111, 35];
    const lake = circleAround(centre, 5_000);
    if (lake === null) throw new Error();
    const index = snapIndex([{ id: 'l', kind: 'river', name: '甲湖', geometry: lake }]);
    const bearing = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(bearing, fc.double({ min: 2, max: 50, noNaN: true }), (bearingDegrees, half) => {
        const at = (turn: number, metres: number): Position =>
          legEnd(centre, { bearingDegrees: bearingDegrees + turn, metres });
        const caught = (turn: number): Position => {
          const hit = snapAt(index, at(turn, 5_000), 100, { only: 'edge' });
          if (!hit) throw new Error();
          return hit.position;
        };
        const along = tracedPath(lake, caught(half), caught(-half)) ?? [];
        const zone = polygon([...along, at(0, 15_000), ...along.slice(0, 1)]);
        expect(valueOf(commonArea(zone, lake))).toBeNull();
        const united = valueOf(unitedAreas([zone, lake]));
        expect(polygonsOf(united).map((rings) => rings.length)).toEqual([1]);
        const sum = polygonAreaSquareMetres(zone) + polygonAreaSquareMetres(lake);
        expect(Math.abs(polygonAreaSquareMetres(united) - sum)).toBeLessThan(1e-9 * sum + 1e-3);
      }),
      { seed: 52, numRuns: 40 },
    );
  });

  it('shares every vertex of the border with the zone beside it', () => {
    const neighbour = polygon(square(111.3, 35, 0.1));
    const along = tracedPath(box, [111.3, 35], [111.3, 35.1]) ?? [];
    const zone = polygon([...along, [111.5, 35.05], [111.3, 35]]);
    for (const vertex of along) expect(ring).toContain(vertex);
    expect(valueOf(commonArea(zone, box))).toBeNull();
    expect(valueOf(commonArea(neighbour, box))).toBeNull();
  });
});
