import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import {
  type MapFrame,
  fittingDenominator,
  frameExtent,
  middleOf,
  onPage,
  roundDenominator,
  scaleBar,
  scaleText,
  windowExtent,
  zoomOfScale,
} from '../../src/report/page-scale';

const DENOMINATORS = [50_000, 100_000, 250_000, 437_219, 990_000];
const PERCENT = 0.01;

function frameAt(latitude: number, denominator: number): MapFrame {
  return { x: 13, y: 29, width: 200, height: 140, centre: [111, latitude], denominator };
}

/** The place that lies so many millimetres right of and below the frame's middle, by bisection on `onPage`. */
function placeAt(frame: MapFrame, rightMm: number, downMm: number): [number, number] {
  const solve = (low: number, high: number, of: (value: number) => number, wanted: number) => {
    let [a, b] = [low, high];
    for (let step = 0; step < 80; step++) {
      const middle = (a + b) / 2;
      if (of(middle) < wanted) a = middle;
      else b = middle;
    }
    return (a + b) / 2;
  };
  const [lng, lat] = frame.centre;
  const [x, y] = [frame.x + frame.width / 2 + rightMm, frame.y + frame.height / 2 + downMm];
  return [
    solve(lng - 5, lng + 5, (value) => onPage(frame, [value, lat])[0], x),
    solve(lat + 5, lat - 5, (value) => onPage(frame, [lng, value])[1], y),
  ];
}

describe('true scale', () => {
  it('a scale bar is as long as the ground that it names, to 1 %, both ways and at any latitude', () => {
    for (const latitude of [-60, -35, 0, 18, 35.1, 53]) {
      for (const denominator of DENOMINATORS) {
        const bar = scaleBar(denominator, 40);
        const frame = frameAt(latitude, denominator);
        const half = bar.widthMm / 2;
        const across = geodesicDistanceMetres(placeAt(frame, -half, 0), placeAt(frame, half, 0));
        const along = geodesicDistanceMetres(placeAt(frame, 0, -half), placeAt(frame, 0, half));
        expect(Math.abs(across / bar.metres - 1)).toBeLessThan(PERCENT / 2);
        expect(Math.abs(along / bar.metres - 1)).toBeLessThan(PERCENT / 2);
      }
    }
  });

  it('its length is round, no longer than asked, and never less than two fifths of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 5e7, noNaN: true }), (denominator) => {
        const { widthMm, metres } = scaleBar(denominator, 40);
        expect(widthMm).toBeLessThanOrEqual(40 + 1e-9);
        expect(widthMm).toBeGreaterThan(16 - 1e-9);
        expect((metres / 10 ** Math.floor(Math.log10(metres))).toFixed(6)).toMatch(/^[124]\./);
      }),
    );
  });

  it('1:100 000 puts one kilometre on ten millimetres, with its words', () => {
    expect(scaleBar(100_000, 42)).toEqual({
      widthMm: 40,
      metres: 4000,
      labels: ['0', '2', '4 公里'],
    });
    expect(scaleBar(1000, 50)).toEqual({ widthMm: 40, metres: 40, labels: ['0', '20', '40 米'] });
    expect(scaleText(100_000)).toBe('1:100 000');
    expect(scaleText(1_250_000)).toBe('1:1 250 000');
  });

  it('the zoom of a scale puts as many CSS pixels on the ground as MapLibre does', () => {
    // MapLibre: world of 512 · 2^zoom pixels over 360° of longitude.
    const [latitude, pixelMm] = [35.1, 0.2646];
    const zoom = zoomOfScale(100_000, latitude, pixelMm);
    const degreesPerPixel = 360 / (512 * 2 ** zoom);
    const metres = geodesicDistanceMetres([111, latitude], [111 + 100 * degreesPerPixel, latitude]);
    expect(metres / (100 * pixelMm * 100)).toBeCloseTo(1, 2);
  });

  it('the extent of a frame is what its corners show, and the fitted frame holds the extent exactly one way', () => {
    const box = [110.2, 34.6, 112.1, 35.9] as const;
    const denominator = fittingDenominator(box, 200, 140);
    const frame: MapFrame = { ...frameAt(0, denominator), centre: middleOf(box) };
    const [west, south, east, north] = frameExtent(frame);
    expect(onPage(frame, [west, north])[0]).toBeCloseTo(frame.x, 9);
    expect(onPage(frame, [west, north])[1]).toBeCloseTo(frame.y, 9);
    expect(onPage(frame, [east, south])[0]).toBeCloseTo(frame.x + frame.width, 9);
    expect(onPage(frame, [east, south])[1]).toBeCloseTo(frame.y + frame.height, 9);
    const room = [box[0] - west, box[1] - south, east - box[2], north - box[3]];
    for (const side of room) expect(side).toBeGreaterThan(-1e-9);
    expect(Math.min(...room)).toBeLessThan(1e-9);
  });

  it('a window of the map is as wide as its pixels at that zoom, its centre in the middle', () => {
    const [west, south, east, north] = windowExtent([111, 35.1], 8.5, 1024, 700);
    expect(east - west).toBeCloseTo((1024 * 360) / (512 * 2 ** 8.5), 9);
    expect((west + east) / 2).toBeCloseTo(111, 9);
    expect(middleOf([west, south, east, north])[1]).toBeCloseTo(35.1, 9);
  });

  it('a rounded scale is never larger than the exact one, and has two digits', () => {
    expect(roundDenominator(437_219)).toBe(440_000);
    expect(roundDenominator(100_000)).toBe(100_000);
    expect(roundDenominator(99_001)).toBe(100_000);
    fc.assert(
      fc.property(fc.double({ min: 100, max: 1e8, noNaN: true }), (exact) => {
        const round = roundDenominator(exact);
        expect(round).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
        expect(round).toBeLessThanOrEqual(exact * 1.1 + 1e-6);
      }),
    );
  });
});
