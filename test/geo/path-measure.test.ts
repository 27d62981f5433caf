import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { legBetween } from '../../src/geo/geodesic';
import { pathMeasure, pathMeasurer } from '../../src/geo/path-measure';

describe('measuring a path', () => {
  it.each([true, false])(
    'is the same at once, in steps and with places ahead (ring: %s)',
    (isRing) => {
      const places = Array.from({ length: 40 }, (_, i): Position => [
        110 + ((i * 37) % 40) / 40,
        35 + ((i * 23) % 40) / 40,
      ]);
      const whole = pathMeasure(places, isRing);
      for (const set of [0, 1, 2, 3, 25, 39, 40]) {
        const measurer = pathMeasurer(isRing);
        measurer.add(places.slice(0, Math.floor(set / 2)));
        measurer.add(places.slice(Math.floor(set / 2), set));
        const { metres, squareMetres } = measurer.measure(places.slice(set));
        expect(metres / whole.metres).toBeCloseTo(1, 12);
        expect(squareMetres).toBeCloseTo(whole.squareMetres, 0);
      }
    },
  );

  it('agrees with legs and with the area of the polygon', () => {
    const [a, b, c] = [
      [111, 35],
      [111.2, 35.1],
      [111.1, 35.3],
    ] as [Position, Position, Position];
    const legs = [legBetween(a, b), legBetween(b, c)].map(({ metres }) => metres);
    const [ab = 0, bc = 0] = legs;
    expect(pathMeasure([a, b, c], false)).toEqual({
      metres: expect.closeTo(ab + bc, 6),
      squareMetres: 0,
    });
    const ring = pathMeasure([a, b, c], true);
    expect(ring.metres).toBeCloseTo(ab + bc + legBetween(c, a).metres, 6);
    const area = polygonAreaSquareMetres({ type: 'Polygon', coordinates: [[a, b, c, a]] });
    expect(ring.squareMetres).toBeCloseTo(area, 1);
  });

  it('takes back nothing of what is set by trying places ahead, and is zero without places', () => {
    const measurer = pathMeasurer(true);
    expect(measurer.measure()).toEqual({ metres: 0, squareMetres: 0 });
    measurer.add([
      [111, 35],
      [111.2, 35.1],
      [111.1, 35.3],
    ]);
    const before = measurer.measure();
    measurer.measure([
      [110, 34],
      [110.5, 34],
    ]);
    expect(measurer.measure()).toEqual(before);
  });

  it('is the same for places ahead that go on, turn back or go another way as when they are measured at once', () => {
    const [a, b, c, d, e] = [
      [111, 35],
      [111.2, 35.1],
      [111.1, 35.3],
      [110.9, 35.35],
      [110.8, 35.1],
    ] as [Position, Position, Position, Position, Position];
    const measurer = pathMeasurer(true);
    measurer.add([a]);
    for (const ahead of [[b], [b, c], [b, c, d], [], [b, c], [b, d], [e, d, c], [b, c, d, e]]) {
      const { metres, squareMetres } = measurer.measure(ahead);
      const once = pathMeasure([a, ...ahead], true);
      expect(metres).toBeCloseTo(once.metres, 6);
      expect(squareMetres).toBeCloseTo(once.squareMetres, 1);
    }
  });
});
