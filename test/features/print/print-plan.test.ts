import { describe, expect, it } from 'vitest';
import { dpiWarning, picturePlan, sheetPlan } from '../../../src/features/print/print-plan';
import { DEFAULT_PRINT_SETTINGS } from '../../../src/features/print/print-settings';
import { geodesicDistanceMetres } from '../../../src/geo/geodesic';
import { PAGE_SIZES, pixelMillimetres } from '../../../src/report/page-size';

const EXTENT = [110.2, 34.6, 112.1, 35.85] as const;

describe('plan of a sheet', () => {
  it('the camera puts as much ground on a pixel as the scale says, to 1 %', () => {
    const { frame } = sheetPlan({ ...DEFAULT_PRINT_SETTINGS, scale: 100_000 }, EXTENT);
    const { camera, size } = picturePlan(frame, 'A4', 8192);
    const [lng, lat] = camera.center;
    const degreesAcross = (size.width * 360) / (512 * 2 ** camera.zoom);
    const across = geodesicDistanceMetres(
      [lng - degreesAcross / 2, lat],
      [lng + degreesAcross / 2, lat],
    );
    expect(across / (size.width * pixelMillimetres('A4') * 100)).toBeCloseTo(1, 2);
    expect([camera.bearing, camera.pitch]).toEqual([0, 0]);
  });

  it('fit shows the whole extent at a round scale; a fixed scale says how many sheets it would take', () => {
    const fit = sheetPlan(DEFAULT_PRINT_SETTINGS, EXTENT);
    expect(fit.sheetsNeeded).toBeNull();
    expect(fit.frame.denominator % 10_000).toBe(0);
    expect(fit.extent[0]).toBeLessThanOrEqual(EXTENT[0]);
    expect(fit.extent[3]).toBeGreaterThanOrEqual(EXTENT[3]);
    // 172 km across on 206 mm (51 km at 1:250 000) and 139 km on 146 mm (36 km).
    const fixed = sheetPlan({ ...DEFAULT_PRINT_SETTINGS, scale: 250_000 }, EXTENT);
    expect(fixed.frame.denominator).toBe(250_000);
    expect(fixed.sheetsNeeded).toEqual([4, 4]);
  });

  it('one picture has 300 dpi up to A1; a coarser one is told in words', () => {
    for (const size of PAGE_SIZES) {
      const { frame } = sheetPlan({ ...DEFAULT_PRINT_SETTINGS, size }, EXTENT);
      const { dpi, size: still } = picturePlan(frame, size, 16_384);
      const [width, height] = [still.width * still.pixelRatio, still.height * still.pixelRatio];
      expect(Math.max(width, height)).toBeLessThanOrEqual(8192.5);
      if (size === 'A0') {
        expect(dpi).toBeLessThan(300);
        expect(dpiWarning(dpi, size)).toContain(`${dpi} dpi`);
      } else {
        expect(dpi).toBeGreaterThanOrEqual(299);
        expect(dpiWarning(dpi, size)).toBe('');
      }
    }
  });

  it('a small graphics card makes it coarser, never larger than the card', () => {
    const { frame } = sheetPlan({ ...DEFAULT_PRINT_SETTINGS, size: 'A3' }, EXTENT);
    const { dpi, size } = picturePlan(frame, 'A3', 2048);
    expect(Math.max(size.width, size.height) * size.pixelRatio).toBeLessThanOrEqual(2048.5);
    expect(dpi).toBeLessThan(200);
  });
});
