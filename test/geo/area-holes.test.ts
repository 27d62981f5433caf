import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { polygonsOf } from '../../src/geo/area-boolean';
import { holeCut, holeFilled } from '../../src/geo/area-holes';
import { centreOf } from '../../src/geo/shape-centre';
import { shapeFaults } from '../../src/geo/shape-faults';
import {
  codeOf,
  cornersOf,
  COUNTIES,
  frozen,
  polygon,
  square,
  star,
  valueOf,
} from './edit-fixtures';

describe('holeCut', () => {
  it('takes exactly the area of the hole, keeps all vertices, and filling gives the county back', () => {
    const county = COUNTIES.find(({ name }) => name === '盐湖区')?.geometry;
    if (!county) throw new Error();
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(star(400), share, share, (drawn, x, y) => {
        const [[lng = 0, lat = 0] = []] = drawn.coordinates[0] ?? [];
        const move = ([px = 0, py = 0]: Position): Position => [
          px - lng + 110.95 + x / 50,
          py - lat + 35.02 + y / 50,
        ];
        const hole = polygon((drawn.coordinates[0] ?? []).map(move));
        const cut = valueOf(holeCut(county, hole));
        const [before, after] = [polygonAreaSquareMetres(county), polygonAreaSquareMetres(cut)];
        expect(Math.abs(before - after - polygonAreaSquareMetres(hole))).toBeLessThan(
          1e-9 * before,
        );
        expect(shapeFaults(cut)).toEqual([]);
        const corners = cornersOf(polygonsOf(cut).flat());
        for (const corner of [...cornersOf(county.coordinates), ...cornersOf(hole.coordinates)]) {
          expect(corners).toContain(corner);
        }
        const filled = valueOf(holeFilled(cut, centreOf(hole) as Position));
        expect(polygonAreaSquareMetres(filled)).toBeCloseTo(before, 2);
        expect(polygonsOf(filled)[0]).toHaveLength(1);
      }),
      { seed: 141, numRuns: 6 },
    );
  });

  it('widens an old hole, makes a bay at the border, and refuses what lies outside', () => {
    const holed = polygon(square(111, 35, 0.1), square(111.02, 35.02, 0.02));
    const wider = valueOf(holeCut(holed, polygon(square(111.03, 35.03, 0.03))));
    expect(wider.coordinates).toHaveLength(2);
    const bay = valueOf(holeCut(polygon(square(111, 35, 0.1)), polygon(square(111, 35.04, 0.02))));
    expect(bay.coordinates).toHaveLength(1);
    expect(shapeFaults(bay)).toEqual([]);
    const across = holeCut(holed, polygon(square(111.09, 35.05, 0.02)));
    expect(codeOf(across)).toBe('hole-outside');
    expect(across.ok ? '' : across.problems[0]?.text).toMatch(/^洞有 [\d,.]+\s亩在图形外面$/);
    expect(codeOf(holeCut(holed, polygon(square(111, 35, 0.1))))).toBe('hole-takes-all');
  });
});

describe('holeFilled', () => {
  it('fills the hole around the place and no other', () => {
    const whole = polygon(
      square(111, 35, 0.1),
      square(111.02, 35.02, 0.02),
      square(111.06, 35.06, 0.02),
    );
    const filled = valueOf(holeFilled(whole, [111.03, 35.03]));
    expect(filled.coordinates).toEqual([whole.coordinates[0], whole.coordinates[2]]);
    expect(codeOf(holeFilled(whole, [111.01, 35.01]))).toBe('no-hole-here');
  });

  it('swallows an island in the hole', () => {
    const lake: MultiPolygon = frozen({
      type: 'MultiPolygon',
      coordinates: [
        [square(111, 35, 0.1), square(111.02, 35.02, 0.06)],
        [square(111.04, 35.04, 0.02)],
      ],
    });
    const filled = valueOf(holeFilled(lake, [111.03, 35.03]));
    expect(filled).toEqual(polygon(square(111, 35, 0.1)));
  });
});
