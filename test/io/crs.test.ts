import gcoord from 'gcoord';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crs, parseCrs } from '../../src/io/crs';
import { converterFrom } from '../../src/io/crs-convert';

function crs(text: string): Crs {
  const outcome = parseCrs(text);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.text);
  return outcome.value;
}

const inChina = fc.tuple(
  fc.double({ min: 80, max: 130, noNaN: true }),
  fc.double({ min: 20, max: 50, noNaN: true }),
);

describe('coordinate systems', () => {
  it('undoes the offset of GCJ-02 and BD-09 to a millimetre', () => {
    fc.assert(
      fc.property(inChina, ([lng, lat]) => {
        for (const [name, system] of [
          ['gcj02', gcoord.GCJ02],
          ['bd09', gcoord.BD09],
        ] as const) {
          const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, system) as [number, number];
          const back = converterFrom(crs(name))(x, y);
          if (!back.ok) throw new Error(back.what);
          expect(Math.abs(back.position[0] - lng)).toBeLessThan(1e-8);
          expect(Math.abs(back.position[1] - lat)).toBeLessThan(1e-8);
        }
      }),
      { seed: 20166 },
    );
  });
  it('reads a zone with and without its number, north or east first, by name and EPSG code', () => {
    // Made by PROJ 9 elsewhere is not at hand: the central meridian is exact by definition.
    const convert = converterFrom(crs('cgcs2000:zone37'));
    const ways = [
      convert(500_000, 3_874_000),
      convert(37_500_000, 3_874_000),
      convert(3_874_000, 37_500_000),
      converterFrom(crs('EPSG:4525'))(37_500_000, 3_874_000),
      converterFrom(crs('epsg:4546'))(500_000, 3_874_000),
    ];
    for (const way of ways) {
      if (!way.ok) throw new Error(way.what);
      expect(way.position[0]).toBeCloseTo(111, 10);
      expect(way.position).toEqual(ways[0]?.ok === true ? ways[0].position : null);
    }
    const six = converterFrom(crs('cgcs2000:zone19'))(19_500_000, 3_874_000);
    expect(six.ok && six.position[0]).toBeCloseTo(111, 10);
  });
  it('refuses another zone, degrees in a zone, metres without a system, swapped and far degrees', () => {
    const zone = converterFrom(crs('cgcs2000:zone37'));
    expect(zone(38_500_000, 3_874_000)).toMatchObject({ ok: false });
    expect(zone(111, 35)).toMatchObject({ ok: false });
    const degrees = converterFrom(crs('wgs84'));
    for (const [x, y] of [
      [37_500_000, 3_874_000],
      [35, 111],
      [181, 0],
      [0, 86],
    ] as const) {
      expect(degrees(x, y)).toMatchObject({ ok: false });
    }
    expect(degrees(111, 35)).toEqual({ ok: true, position: [111, 35] });
  });
  it('refuses unknown systems and old datums with a reason', () => {
    for (const text of ['mars', 'cgcs2000:zone24', 'epsg:27700', 'beijing54', 'xian80']) {
      const outcome = parseCrs(text);
      expect(outcome.ok).toBe(false);
      if (!outcome.ok) expect(outcome.problems[0]?.mend).not.toBe('');
    }
  });
});
