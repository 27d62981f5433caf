import type { Geometry, LineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { translated } from '../../src/geo/translate';

const line = (...coordinates: [number, number][]): LineString => ({
  type: 'LineString',
  coordinates,
});

function lengthMetres({ coordinates }: LineString): number {
  return coordinates
    .slice(1)
    .reduce((sum, b, at) => sum + geodesicDistanceMetres(coordinates[at]!, b), 0);
}

describe('translated', () => {
  it('puts the place grabbed where it is let go', () => {
    const moved = translated(line([110, 35], [111, 35.5]), [110, 35], [110.25, 35.125]);
    expect(moved).toMatchObject({ coordinates: [[110.25, 35.125], {}] });
  });

  it('along a parallel only adds to the longitudes, and back again gives the same', () => {
    const start = line([110, 35], [111, 35.5]);
    const there = translated(start, [110.5, 35.2], [112.5, 35.2]);
    expect(there).toEqual(line([112, 35], [113, 35.5]));
    expect(translated(there, [112.5, 35.2], [110.5, 35.2])).toEqual(start);
  });

  it('keeps lengths and areas on the ground to 3 in 10,000 a degree north, where degrees alone err by 1 %', () => {
    const start = line([110, 35], [110.3, 35], [110.3, 35.2]);
    const moved = translated(start, [110, 35], [110, 36]) as LineString;
    const ratio = lengthMetres(moved) / lengthMetres(start);
    expect(Math.abs(ratio - 1)).toBeLessThan(3e-4);
    const byDegrees = line([110, 36], [110.3, 36], [110.3, 36.2]);
    expect(lengthMetres(byDegrees) / lengthMetres(start)).toBeLessThan(0.995);

    const square: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 35],
          [110.1, 35],
          [110.1, 35.1],
          [110, 35.1],
          [110, 35],
        ],
      ],
    };
    const there = translated(square, [110, 35], [110, 36]);
    if (there.type !== 'Polygon') throw new Error();
    const areas = polygonAreaSquareMetres(there) / polygonAreaSquareMetres(square);
    expect(Math.abs(areas - 1)).toBeLessThan(6e-4);
  });

  it('goes on across the antimeridian, both ways', () => {
    const start = line([179.5, 10], [179.75, 10.25]);
    const across = translated(start, [179.5, 10], [-179.75, 10]);
    expect(across).toEqual(line([-179.75, 10], [-179.5, 10.25]));
    expect(translated(across, [-179.75, 10], [179.5, 10])).toEqual(start);
    expect(translated(start, [179.5, 10], [179.875, 10])).toEqual(
      line([179.875, 10], [-179.875, 10.25]),
    );
    const lying = translated(line([179.75, 10], [-179.75, 10]), [179.75, 10], [179.5, 10]);
    expect(lying).toEqual(line([179.5, 10], [180, 10]));
  });

  it('stops at 85 degrees with its farthest end', () => {
    const moved = translated(line([0, 80], [0, 84]), [0, 80], [0, 89]) as LineString;
    expect(moved.coordinates.map(([, lat]) => lat)).toEqual([81, 85]);
    const south = translated(line([0, -80], [0, -84]), [0, -80], [0, -89]) as LineString;
    expect(south.coordinates.map(([, lat]) => lat)).toEqual([-81, -85]);
  });

  it('keeps heights and the type', () => {
    const moved = translated({ type: 'Point', coordinates: [1, 2, 345] }, [0, 2], [1, 2]);
    expect(moved).toEqual({ type: 'Point', coordinates: [2, 2, 345] });
  });
});
