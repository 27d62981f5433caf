import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcText, graticule } from '../../src/report/page-graticule';

describe('graticule', () => {
  it('lies at round minutes inside the extent, the same interval both ways', () => {
    const { meridians, parallels } = graticule([110.22, 34.58, 112.05, 35.82]);
    expect(meridians.map(({ label }) => label)).toEqual([
      '110°15′E',
      '110°30′E',
      '110°45′E',
      '111°E',
      '111°15′E',
      '111°30′E',
      '111°45′E',
      '112°E',
    ]);
    expect(parallels.map(({ at }) => at)).toEqual([34.75, 35, 35.25, 35.5, 35.75]);
  });

  it('has one to six lines along the shorter side, none outside, for any extent', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 150, noNaN: true }),
        fc.double({ min: -70, max: 60, noNaN: true }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        fc.double({ min: 0.05, max: 10, noNaN: true }),
        (west, south, width, height) => {
          const { meridians, parallels } = graticule([west, south, west + width, south + height]);
          const shorter = width < height ? meridians : parallels;
          expect(shorter.length).toBeGreaterThanOrEqual(1);
          expect(shorter.length).toBeLessThanOrEqual(6);
          for (const { at } of meridians) {
            expect(at).toBeGreaterThan(west - 1e-9);
            expect(at).toBeLessThan(west + width + 1e-9);
          }
        },
      ),
    );
  });

  it('names the side of the world; the equator and Greenwich have none', () => {
    expect(arcText(110 * 60 + 5, 'lng')).toBe('110°05′E');
    expect(arcText(-35 * 60, 'lat')).toBe('35°S');
    expect(arcText(0, 'lat')).toBe('0°');
  });
});
