// Positions are those of the shipped pack's villages that are known well, put into other systems and shaken by seeded noise.
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegionPack } from '../../src/domain/region-pack';
import { type Crs, parseCrs, zoneCrs } from '../../src/io/crs';
import { converterTo } from '../../src/io/crs-convert';
import { type SampledPosition, weighCrs } from '../../src/io/guess-crs';
import { yunchengPack } from '../features/yuncheng-pack';

function crs(text: string): Crs {
  const outcome = parseCrs(text);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.text);
  return outcome.value;
}

let pack: RegionPack;
beforeAll(async () => {
  pack = await yunchengPack();
});

/** Deterministic noise of about ±`metres`. */
function noise(i: number, metres: number): number {
  const share = Math.sin(i * 12.9898) * 43758.5453;
  return ((share - Math.floor(share)) * 2 - 1) * (metres / 100_000);
}

type Named = 'well' | 'badly' | 'not';

/** Villages of the pack as a file in this system would hold them. */
function file(
  system: Crs,
  named: Named,
  options: { swapped?: boolean; noiseMetres?: number } = {},
): SampledPosition[] {
  const convert = converterTo(system);
  return pack.villages.slice(0, 60).map((village, i) => {
    const [lng, lat] = village.position;
    const shaken = [
      lng + noise(i, options.noiseMetres ?? 200),
      lat + noise(i + 500, options.noiseMetres ?? 200),
    ] as const;
    const to = convert(...shaken);
    if (!to.ok) throw new Error(to.what);
    const [x, y] = options.swapped === true ? [to.position[1], to.position[0]] : to.position;
    const accuracyMetres = named === 'well' ? 300 : 4000;
    return named === 'not'
      ? { x, y }
      : { x, y, village: { position: village.position, accuracyMetres } };
  });
}

function best(positions: readonly SampledPosition[], declared: string | null = null) {
  const stated = declared === null ? null : { crs: declared, printed: declared };
  const weighing = weighCrs(positions, stated, { bbox: pack.bbox });
  const [guess] = weighing.guesses;
  return {
    ...weighing,
    crs: guess?.crs,
    axesSwapped: guess?.axesSwapped,
    evidence: guess?.evidence,
  };
}

describe('guessing the coordinate system', () => {
  it.each(['wgs84', 'gcj02', 'bd09'])(
    'tells %s from its neighbours by villages that are known well',
    (name) => {
      expect(best(file(crs(name), 'well'))).toMatchObject({
        crs: name,
        axesSwapped: false,
        isSure: true,
      });
      expect(best(file(crs(name), 'well', { swapped: true }))).toMatchObject({
        crs: name,
        axesSwapped: true,
        isSure: true,
      });
    },
  );

  it('says that nobody can tell when villages are known by township only, or none is named', () => {
    for (const named of ['badly', 'not'] as const) {
      const guess = best(file(crs('gcj02'), named));
      expect(guess).toMatchObject({ isSure: false });
      expect(guess.reason).toContain('不能判断');
      expect(guess.guesses.map((each) => each.crs)).toEqual(['wgs84', 'gcj02', 'bd09']);
    }
  });

  it('says so too when the scatter is larger than the offset', () => {
    expect(best(file(crs('gcj02'), 'well', { noiseMetres: 20_000 })).isSure).toBe(false);
  });

  it('finds the zone, with and without its number, north first or not', () => {
    for (const prefix of ['with', 'without'] as const) {
      const zone = zoneCrs(37, prefix);
      for (const swapped of [false, true]) {
        expect(best(file(zone, 'not', { swapped }))).toMatchObject({
          crs: zone.name,
          axesSwapped: swapped,
        });
      }
    }
    expect(best(file(zoneCrs(37, 'with'), 'not')).isSure).toBe(true);
    expect(best(file(zoneCrs(19, 'with'), 'not'))).toMatchObject({
      crs: zoneCrs(19, 'with').name,
      isSure: true,
    });
    expect(best(file(crs('web-mercator'), 'not'))).toMatchObject({
      crs: 'web-mercator',
      isSure: true,
    });
  });

  it('takes what the file declares, unless villages that are known well speak against it', () => {
    expect(best(file(crs('wgs84'), 'not'), 'wgs84')).toMatchObject({ crs: 'wgs84', isSure: true });
    expect(best(file(zoneCrs(37, 'without'), 'not'), 'epsg:4546')).toMatchObject({
      crs: 'epsg:4546',
      isSure: true,
    });
    expect(best(file(crs('gcj02'), 'well'), 'wgs84')).toMatchObject({ crs: 'gcj02' });
  });

  it('never decides for positions outside the region', () => {
    const elsewhere = Array.from({ length: 20 }, (_, i) => ({ x: 120 + i / 100, y: 30 }));
    expect(best(elsewhere)).toMatchObject({ isSure: false, guesses: [] });
    expect(best(elsewhere, 'wgs84')).toMatchObject({
      isSure: false,
      guesses: [{ crs: 'wgs84', insideShare: 0 }],
    });
    expect(best([{ x: 111, y: 35 }, ...elsewhere]).isSure).toBe(false);
    expect(best([])).toMatchObject({ isSure: false, guesses: [] });
    expect(best([{ x: Number.NaN, y: 1 }])).toMatchObject({ isSure: false });
  });

  it('gives its evidence in words', () => {
    expect(best(file(crs('gcj02'), 'well')).evidence).toMatch(
      /^作为GCJ-02.*60 点全部落在本区域内，与 60 个位置可靠的同名村中位相距 \d+ 米/,
    );
  });
});
