import fc from 'fast-check';
import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { areaWithout, commonArea } from '../../src/geo/area-boolean';
import { reshaped } from '../../src/geo/reshape';
import { shapeFaults } from '../../src/geo/shape-faults';
import {
  codeOf,
  cornersOf,
  frozen,
  line,
  polygon,
  ringOf,
  square,
  star,
  valueOf,
} from './edit-fixtures';

const box = polygon(square(111, 35, 0.1));
const areaOf = (area: Polygon | MultiPolygon): number => polygonAreaSquareMetres(area);

describe('reshaped border', () => {
  it('grows by a bulge drawn outside and keeps every vertex', () => {
    const grown = valueOf(
      reshaped(box, [
        [111.05, 35.02],
        [111.15, 35.02],
        [111.15, 35.08],
        [111.05, 35.08],
      ]),
    );
    const corners = cornersOf(grown.coordinates);
    for (const corner of cornersOf(box.coordinates)) expect(corners).toContain(corner);
    expect(grown.coordinates[0]).toHaveLength(9);
    const bulge = ringOf([111.1, 35.02], [111.15, 35.02], [111.15, 35.08], [111.1, 35.08]);
    expect(Math.abs(areaOf(grown) - areaOf(box) - areaOf(polygon(bulge)))).toBeLessThan(10);
  });

  it('loses the smaller side of a cut drawn inside', () => {
    const cut = valueOf(
      reshaped(box, [
        [111.07, 34.9],
        [111.07, 35.03],
        [111.2, 35.03],
      ]),
    );
    expect(cut.coordinates[0]).toHaveLength(7);
    expect(cornersOf(cut.coordinates)).not.toContain('111.1,35');
    expect(areaOf(cut)).toBeLessThan(areaOf(box));
    expect(areaOf(cut)).toBeGreaterThan(0.9 * areaOf(box));
  });

  it('goes in and out in one drawing', () => {
    const wave = valueOf(
      reshaped(box, [
        [111.09, 35.01],
        [111.11, 35.03],
        [111.09, 35.05],
        [111.11, 35.07],
        [111.09, 35.09],
      ]),
    );
    expect(shapeFaults(wave)).toEqual([]);
    expect(Math.abs(areaOf(wave) / areaOf(box) - 1)).toBeLessThan(0.06);
    expect(wave.coordinates[0]?.length).toBe(5 + 4 + 3);
  });

  it('starts and ends in vertices and along an edge without new ones', () => {
    const bay = valueOf(
      reshaped(box, [
        [111, 35],
        [111.05, 35.02],
        [111.1, 35],
      ]),
    );
    expect(bay.coordinates[0]).toHaveLength(6);
    expect(cornersOf(bay.coordinates)).toContain('111.05,35.02');
  });

  it('reshapes a hole and leaves the other rings as they were', () => {
    const holed = polygon(square(111, 35, 0.1), square(111.04, 35.04, 0.02));
    const wider = valueOf(
      reshaped(holed, [
        [111.05, 35.045],
        [111.08, 35.045],
        [111.08, 35.055],
        [111.05, 35.055],
      ]),
    );
    expect(wider.coordinates[0]).toBe(holed.coordinates[0]);
    expect(areaOf(wider)).toBeLessThan(areaOf(holed));
    expect(shapeFaults(wider)).toEqual([]);
  });

  it('never gives a faulty border; what it adds or takes lies beside the drawn line only', () => {
    const bend = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(star(5_000), bend, (site, shares) => {
        const [a, b] = [site.coordinates[0]?.[0], site.coordinates[0]?.[2]] as [Position, Position];
        const drawn = shares.map((share, at): Position => {
          const along = (1.4 * at) / (shares.length - 1) - 0.2;
          const [dx, dy] = [(b[0] ?? 0) - (a[0] ?? 0), (b[1] ?? 0) - (a[1] ?? 0)];
          return [
            (a[0] ?? 0) + along * dx - (share - 0.5) * dy,
            (a[1] ?? 0) + along * dy + (share - 0.5) * dx,
          ];
        });
        const outcome = reshaped(site, drawn);
        if (!outcome.ok) {
          expect(['reshape-not-met', 'reshape-invalid']).toContain(codeOf(outcome));
          return;
        }
        expect(shapeFaults(outcome.value)).toEqual([]);
        const [kept, lost, won] = [
          valueOf(commonArea(site, outcome.value)),
          valueOf(areaWithout(site, outcome.value)),
          valueOf(areaWithout(outcome.value, site)),
        ].map((area) => (area ? areaOf(area) : 0)) as [number, number, number];
        expect(Math.abs(kept + lost - areaOf(site))).toBeLessThan(1e-9 * areaOf(site) + 1e-2);
        expect(Math.abs(kept + won - areaOf(outcome.value))).toBeLessThan(
          1e-9 * areaOf(site) + 1e-2,
        );
      }),
      { seed: 131, numRuns: 60 },
    );
  });

  it('says when the line does not meet a border twice, or the border would cross itself', () => {
    expect(
      codeOf(
        reshaped(box, [
          [112, 35],
          [112, 36],
        ]),
      ),
    ).toBe('reshape-not-met');
    expect(
      codeOf(
        reshaped(box, [
          [110.9, 35.05],
          [111.05, 35.05],
        ]),
      ),
    ).toBe('reshape-not-met');
    const crossed = reshaped(box, [
      [111.05, 35.02],
      [111.15, 35.02],
      [111.15, 35.06],
      [111.12, 35.06],
      [111.12, 35.01],
      [111.2, 35.01],
      [111.2, 35.08],
      [111.05, 35.08],
    ]);
    expect(codeOf(crossed)).toBe('reshape-invalid');
  });
});

describe('reshaped line', () => {
  const road: LineString = line([111, 35], [111.1, 35], [111.2, 35], [111.3, 35]);

  it('takes the drawn way between the first and the last meeting, whichever way that was drawn', () => {
    const drawn: Position[] = [
      [111.1, 35],
      [111.15, 35.05],
      [111.2, 35],
    ];
    const wanted = [
      [111, 35],
      [111.1, 35],
      [111.15, 35.05],
      [111.2, 35],
      [111.3, 35],
    ];
    expect(valueOf(reshaped(road, drawn)).coordinates).toEqual(wanted);
    expect(valueOf(reshaped(road, drawn.toReversed())).coordinates).toEqual(wanted);
  });

  it('cuts off what hangs over', () => {
    const drawn = frozen([
      [111.05, 34.9],
      [111.05, 35.1],
      [111.25, 35.1],
      [111.25, 34.9],
    ]);
    const { coordinates } = valueOf(reshaped(road, drawn));
    expect(coordinates).toHaveLength(6);
    expect(coordinates[0]).toBe(road.coordinates[0]);
    expect(coordinates.slice(2, 4)).toEqual(drawn.slice(1, 3));
  });
});
