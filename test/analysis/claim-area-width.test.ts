import { describe, expect, it } from 'vitest';
import { widthForArea } from '../../src/analysis/claim-area-width';

/** A line of 100 km with round ends in a county of 10,000 km², in square metres. */
function stadium(metres: number): number {
  return Math.min(1e10, 2 * metres * 100_000 + Math.PI * metres ** 2);
}

/** An outline of 2,000 km² that its counties cut more and more. */
function upland(metres: number): number {
  return 9e9 - 7e9 * Math.exp(-metres / 12_000);
}

describe('widthForArea', () => {
  it('finds the width at which a growing area is the wanted one', () => {
    for (const shape of [stadium, upland]) {
      for (const width of [3, 700, 3999, 5000, 12_345, 30_000]) {
        const found = widthForArea(shape, 1e10, shape(width));
        if (found.kind !== 'found') throw new Error(found.kind);
        expect(Math.abs(found.squareMetres / shape(width) - 1)).toBeLessThanOrEqual(0.0005);
        expect(shape(found.metres)).toBe(found.squareMetres);
      }
    }
  });
  it('measures few areas', () => {
    const asked: number[] = [];
    widthForArea((metres) => (asked.push(metres), upland(metres)), 1e10, upland(10_068));
    expect(asked.length).toBeLessThanOrEqual(7);
    expect(new Set(asked).size).toBe(asked.length);
  });
  it('says where there is no such width', () => {
    expect(widthForArea(upland, 9e9, 1e9)).toEqual({ kind: 'more-at-zero', squareMetres: 2e9 });
    expect(widthForArea(upland, 8e9, 8.5e9)).toEqual({ kind: 'never', squareMetres: 8e9 });
    expect(widthForArea(() => 5, 8e9, 100)).toEqual({ kind: 'never', squareMetres: 5 });
    expect(() => widthForArea(upland, 9e9, 0)).toThrow(RangeError);
  });
  it('ends on a step, where no width gives the area', () => {
    const found = widthForArea((metres) => (metres < 6000 ? 10 : 90), 1000, 50);
    if (found.kind !== 'found') throw new Error(found.kind);
    expect(found.squareMetres).toBe(90);
    expect(found.metres).toBeGreaterThanOrEqual(6000);
    expect(found.metres).toBeLessThan(6002);
  });
});
