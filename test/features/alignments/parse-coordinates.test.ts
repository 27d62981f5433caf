import { describe, expect, it } from 'vitest';
import type { BoundingBox } from '../../../src/domain/lng-lat';
import { parseCoordinates } from '../../../src/features/alignments/parse-coordinates';
import type { DrawMode } from '../../../src/map/draw/drawn-shape';

const bbox: BoundingBox = [110, 34, 112, 36];
const parse = (text: string, mode: DrawMode = 'linestring', swapAxes = false) =>
  parseCoordinates(text, { mode, bbox, swapAxes });
const said = (text: string, mode: DrawMode = 'linestring') => {
  const outcome = parse(text, mode);
  return (outcome.ok ? outcome.notes : outcome.problems).map((p) => [p.code, p.where.row]);
};

describe('parseCoordinates', () => {
  it.each([
    ['commas', '111, 35\n111.5,35.5'],
    ['tabs and blanks', '111\t35\n 111.5   35.5 '],
    ['full-width', '１１１，３５\n１１１．５、３５．５'],
    ['Windows line ends and blank lines at the ends', '\r\n111,35\r\n111.5,35.5\r\n\r\n'],
  ])('reads %s', (_name, text) => {
    expect(parse(text)).toEqual({
      ok: true,
      value: {
        type: 'LineString',
        coordinates: [
          [111, 35],
          [111.5, 35.5],
        ],
      },
      notes: [],
    });
  });

  it('begins a new part after an empty line', () => {
    expect(parse('111,35\n111,35.5\n\n111.5,35\n111.5,35.5')).toMatchObject({
      value: { type: 'MultiLineString', coordinates: [{ length: 2 }, { length: 2 }] },
    });
  });

  it('makes a point of one position and many of several', () => {
    expect(parse('111,35', 'point')).toMatchObject({ value: { type: 'Point' } });
    expect(parse('111,35\n\n111,35.1', 'point')).toMatchObject({ value: { type: 'MultiPoint' } });
  });

  it('closes a polygon and takes one that is closed', () => {
    const ring = { value: { type: 'Polygon', coordinates: [{ length: 4 }] } };
    expect(parse('111,35\n111.1,35\n111.1,35.1', 'polygon')).toMatchObject(ring);
    expect(parse('111,35\n111.1,35\n111.1,35.1\n111,35', 'polygon')).toMatchObject(ring);
  });

  it.each([
    ['a word', '111,35\n北京\n111.5,35.5', [['coordinates-line', 2]]],
    ['one number', '111', [['coordinates-line', 1]]],
    ['three numbers', '111,35,400', [['coordinates-line', 1]]],
    ['NaN', 'NaN,35', [['coordinates-line', 1]]],
    ['hexadecimal', '0x6f,35', [['coordinates-line', 1]]],
    ['degrees and minutes', '111°30′,35°', [['coordinates-line', 1]]],
    ['nothing', ' \n ', [['coordinates-empty', 1]]],
    ['a line of one point', '111,35', [['coordinates-too-few', 1]]],
    ['a line that stays on one spot', '111,35\n111,35', [['coordinates-too-few', 1]]],
    ['a second part too short', '111,35\n111,35.5\n\n111,35', [['coordinates-too-few', 4]]],
    ['latitude first', '35,111\n35.5,111.5', [['position-swapped', 1]]],
    ['metres', '111,35\n500000,3870000', [['position-projected', 2]]],
    ['a place elsewhere', '111,35\n120,30', [['position-outside', 2]]],
  ])('meets %s', (_name, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('names at most five bad lines', () => {
    expect(said('甲\n'.repeat(9))).toHaveLength(5);
  });

  it('shows where a polygon crosses itself', () => {
    const text = '111,35\n111.1,35.1\n111.1,35\n111,35.1';
    expect(said(text, 'polygon')).toEqual([['coordinates-crossing', 1]]);
  });

  it('reads latitude first when told so', () => {
    expect(parse('35,111\n35.5,111.5', 'linestring', true)).toEqual(parse('111,35\n111.5,35.5'));
  });
});
