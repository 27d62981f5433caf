import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDegrees } from '../../src/io/parse-degrees';

const DEGREES = 111 + 12 / 60 + 30.5 / 3600;

describe('coordinates as text', () => {
  it.each([
    ['111°12′30.5″E', DEGREES, 'longitude'],
    ['E 111° 12′ 30.5″', DEGREES, 'longitude'],
    [`111°12'30.5"`, DEGREES, null],
    [`111º12’30.5’’`, DEGREES, null],
    ['东经111度12分30.5秒', DEGREES, 'longitude'],
    ['１１１°１２′３０．５″', DEGREES, null],
    ['111 12 30.5', DEGREES, null],
    ['111-12-30.5', DEGREES, null],
    ['111:12:30.5', DEGREES, null],
    ['N34°50.25′', 34 + 50.25 / 60, 'latitude'],
    ['34°50′S', -(34 + 50 / 60), 'latitude'],
    ['-34 30', -34.5, null],
  ])('reads %s', (text, value, axis) => {
    const parsed = parseDegrees(text);
    expect(parsed).toMatchObject({ written: 'sexagesimal', axis });
    expect(parsed?.value).toBeCloseTo(value, 12);
  });

  it.each([
    ['111.123', 111.123],
    ['37512345.67', 37_512_345.67],
    ['111.123E', 111.123],
    ['-0.5', -0.5],
  ])('reads the number %s', (text, value) => {
    expect(parseDegrees(text)).toMatchObject({ written: 'plain', value });
  });

  it.each([
    '111.1230.5',
    '111°61′',
    '111 12 61',
    '111.5°12′',
    '111°12.5′30″',
    '-111°E',
    'E111W',
    '200°10′',
    '甲村',
    '',
    '2020-01-01x',
    '1,2',
  ])('does not guess at %s', (text) => {
    expect(parseDegrees(text)).toBeNull();
  });

  it('reads back what is written in degrees, minutes and seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 179 * 36_000 }), (tenths) => {
        const [d, m, s] = [
          Math.floor(tenths / 36_000),
          Math.floor(tenths / 600) % 60,
          (tenths % 600) / 10,
        ];
        expect(parseDegrees(`${d}°${m}′${s}″`)?.value).toBeCloseTo(tenths / 36_000, 10);
      }),
      { seed: 60 },
    );
  });
});
