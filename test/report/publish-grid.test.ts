import type { Geometry, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLISH_GRIDS, geometryOnGrid, onGrid } from '../../src/report/publish-grid';
import { isPeopleHeading, isPersonalHeading } from '../../src/report/publish-names';

const place = fc
  .tuple(
    fc.double({ min: 110, max: 113, noNaN: true }),
    fc.double({ min: 34, max: 36, noNaN: true }),
  )
  .map(([lng, lat]): Position => [lng, lat, 312.5]);
const ring = fc.array(place, { minLength: 3, maxLength: 8 }).map((each) => [...each, each[0]!]);
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  place.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc
    .array(place, { minLength: 2 })
    .map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc
    .array(ring, { minLength: 1, maxLength: 2 })
    .map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
  fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
);

describe('geometryOnGrid', () => {
  it('leaves no coordinate finer than the grid, in the text of the file', () => {
    for (const grid of PUBLISH_GRIDS) {
      fc.assert(
        fc.property(geometry, (each) => {
          const numbers = JSON.stringify(geometryOnGrid(each, grid)).match(/-?\d+(\.\d+)?/g) ?? [];
          for (const text of numbers) {
            expect(text.split('.')[1]?.length ?? 0).toBeLessThanOrEqual(2);
            const steps = Number(text) / grid.degrees;
            expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
          }
        }),
      );
    }
  });

  it('moves a place by half a step at most', () => {
    for (const grid of PUBLISH_GRIDS) {
      for (const value of [110.123456, 34.999999, 35.005]) {
        expect(Math.abs(onGrid(value, grid) - value)).toBeLessThanOrEqual(grid.degrees / 2 + 1e-9);
      }
    }
  });

  it('keeps what is too small for the grid as one place', () => {
    const small: Geometry = {
      type: 'LineString',
      coordinates: [
        [111.0001, 35.0001],
        [111.0002, 35.0002],
      ],
    };
    expect(geometryOnGrid(small, PUBLISH_GRIDS[0]!)).toEqual({
      type: 'Point',
      coordinates: [111, 35],
    });
  });
});

describe('headings', () => {
  it('knows columns with persons and columns that count people', () => {
    for (const heading of ['户主姓名', '联系人', '负责人电话', '身份证号']) {
      expect(isPersonalHeading(heading), heading).toBe(true);
    }
    for (const heading of ['村名', '项目', '行政区划代码']) {
      expect(isPersonalHeading(heading), heading).toBe(false);
      expect(isPeopleHeading(heading), heading).toBe(false);
    }
    for (const heading of [
      '贫困户(估算)',
      '贫困人口(估算)',
      '总户数(本村)',
      '覆盖贫困人口(估算)',
      '安置人数',
    ]) {
      expect(isPeopleHeading(heading), heading).toBe(true);
    }
    for (const heading of ['贫困发生率(本村)', '贫困人口占比', '覆盖(村)', '距离(米)', '口径']) {
      expect(isPeopleHeading(heading), heading).toBe(false);
    }
  });
});
