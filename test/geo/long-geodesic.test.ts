// The long course against GeographicLib: all ranges, round the poles' neighbourhood, the antimeridian and the antipodes.
import geographiclib from 'geographiclib-geodesic';
import { expect, it } from 'vitest';
import { LONGEST_COURSE_METRES, writeEcef } from '../../src/geo/ellipsoid';
import { writeCourse } from '../../src/geo/long-geodesic';
import { seeded } from '../bench/clustered-villages';

const WGS84 = geographiclib.Geodesic.WGS84;
const RADIANS = Math.PI / 180;
type Place = readonly [lng: number, lat: number];

function ecef([lng, lat]: Place): Float64Array {
  const out = new Float64Array(3);
  writeEcef(lng, lat, out, 0);
  return out;
}

/** Length, and the unit vector at the start, by GeographicLib's azimuth. */
function truth(a: Place, b: Place): readonly [metres: number, ...direction: number[]] {
  const { s12 = Number.NaN, azi1 = Number.NaN } = WGS84.Inverse(a[1], a[0], b[1], b[0]);
  const [lng, lat, azimuth] = [a[0] * RADIANS, a[1] * RADIANS, azi1 * RADIANS];
  const [east, north] = [Math.sin(azimuth), Math.cos(azimuth)];
  return [
    s12,
    -east * Math.sin(lng) - north * Math.sin(lat) * Math.cos(lng),
    east * Math.cos(lng) - north * Math.sin(lat) * Math.sin(lng),
    north * Math.cos(lat),
  ];
}

function expectCourse(a: Place, b: Place): void {
  const out = new Float64Array(4);
  writeCourse(ecef(a), 0, ecef(b), out);
  const [metres = Number.NaN, ...direction] = out;
  const [trueMetres, ...trueDirection] = truth(a, b);
  const words = `${a.join()} → ${b.join()}`;
  if (metres > LONGEST_COURSE_METRES) {
    expect(trueMetres, words).toBeGreaterThan(19.2e6);
    expect(Math.abs(metres - trueMetres) / trueMetres, words).toBeLessThan(5e-3);
    return;
  }
  expect(Math.abs(metres - trueMetres), words).toBeLessThan(1e-6);
  const off = Math.hypot(...direction.map((value, axis) => value - (trueDirection[axis] ?? 0)));
  expect(off, words).toBeLessThan(1e-8);
}

it('is right between any two places of the earth', () => {
  const random = seeded(1);
  let tested = 0;
  for (let k = 0; k < 20_000; k++) {
    const a: Place = [random() * 360 - 180, random() * 170 - 85];
    const b: Place = [random() * 360 - 180, random() * 170 - 85];
    if (truth(a, b)[0] < 1e6) continue;
    expectCourse(a, b);
    tested++;
  }
  expect(tested).toBeGreaterThan(19_000);
});

it('is right along the equator, meridians and the antimeridian, and says so near the antipodes', () => {
  const random = seeded(2);
  for (let k = 0; k < 5_000; k++) {
    const lng = random() * 360 - 180;
    const lat = random() * 170 - 85;
    const away = 10 + random() * 169.9;
    expectCourse([lng, 0], [lng + away, 0]);
    expectCourse([lng, 1e-9], [lng + away, -1e-9]);
    expectCourse([179.9, lat], [-180 + random() * 5, lat > 0 ? lat - 15 : lat + 15]);
    expectCourse([lng, 85], [lng + away, -75 * random()]);
    const other = -lat + (random() - 0.5) * 8;
    if (Math.abs(other) < 85) expectCourse([lng, lat], [lng + 180 + (random() - 0.5) * 8, other]);
    if (Math.abs(lat - 10) < 75) expectCourse([lng, lat], [lng, lat - 15]);
  }
});
