import gcoord from 'gcoord';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOffset, toOffset } from '../../src/geo/gcj-offset';

const SYSTEMS = [
  ['gcj02', gcoord.GCJ02],
  ['bd09', gcoord.BD09],
] as const;

/** Degrees: a thousandth of a millimetre. */
const NOTHING = 1e-11;

describe('offset systems of Chinese web maps', () => {
  it('are those of gcoord, in China and round it', () => {
    const lngs = fc.double({ min: 65, max: 145, noNaN: true });
    const lats = fc.double({ min: -5, max: 60, noNaN: true });
    const property = fc.property(lngs, lats, (lng, lat) => {
      for (const [name, system] of SYSTEMS) {
        const [x, y] = toOffset(name, lng, lat);
        const [u, v] = gcoord.transform([lng, lat], gcoord.WGS84, system) as [number, number];
        expect(Math.abs(x - u)).toBeLessThan(NOTHING);
        expect(Math.abs(y - v)).toBeLessThan(NOTHING);
      }
    });
    fc.assert(property, { seed: 2013, numRuns: 2000 });
  });

  it('are undone to the last digits inside China', () => {
    const lngs = fc.double({ min: 74, max: 135, noNaN: true });
    const lats = fc.double({ min: 18, max: 53, noNaN: true });
    const property = fc.property(lngs, lats, (lng, lat) => {
      for (const [name] of SYSTEMS) {
        const [x, y] = fromOffset(name, ...toOffset(name, lng, lat));
        expect(Math.abs(x - lng)).toBeLessThan(NOTHING);
        expect(Math.abs(y - lat)).toBeLessThan(NOTHING);
      }
    });
    fc.assert(property, { seed: 2014, numRuns: 2000 });
  });
});
