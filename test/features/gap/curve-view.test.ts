import { beforeAll, describe, expect, it } from 'vitest';
import { type MarginalCurve, marginalCurve } from '../../../src/analysis/marginal-curve';
import { reachThresholds } from '../../../src/analysis/reach-thresholds';
import {
  curvePaths,
  curveRows,
  curveScale,
  metresAt,
  niceTop,
  readCurve,
  readingText,
} from '../../../src/features/gap/curve-view';
import { bestGain, furtherGains, gainHeadline } from '../../../src/features/gap/gains-view';
import { type PackEngine, packEngine } from '../../analysis/pack-engine';

const PLOT = { left: 40, top: 10, width: 280, height: 80 };
let pack: PackEngine;
let curve: MarginalCurve;

beforeAll(async () => {
  pack = await packEngine();
  const thresholds = reachThresholds(pack.villageAccuracies, pack.prepared(pack.targets));
  curve = marginalCurve(thresholds, pack.estimate);
});

/** Corner points of a path of M, H, V, Z. */
function corners(path: string): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, letter, numbers = ''] of path.matchAll(/([MHVZ])([^MHVZ]*)/g)) {
    const values = numbers.trim().split(' ').map(Number);
    if (letter === 'M') [x = 0, y = 0] = values;
    if (letter === 'H') x = values[0]!;
    if (letter === 'V') y = values[0]!;
    points.push([x, y]);
  }
  return points;
}

describe('the chart', () => {
  it('draws the value of the curve at every breakpoint it keeps, climbing only', () => {
    const scale = curveScale(curve, 'villages', PLOT);
    const points = corners(curvePaths(curve, 'villages', PLOT, scale).line);
    expect(points.length).toBeGreaterThan(100);
    expect(points.at(-1)![0]).toBe(320);
    expect(points.at(-1)![1]).toBeCloseTo(scale.y(readCurve(curve, 10_000).drawn.villages), 2);
    points.slice(1).forEach(([x, y], at) => {
      expect(x).toBeGreaterThanOrEqual(points[at]![0]);
      expect(y).toBeLessThanOrEqual(points[at]![1]);
    });
  });

  it('closes the band between certain and possible', () => {
    const scale = curveScale(curve, 'households', PLOT);
    const { band } = curvePaths(curve, 'households', PLOT, scale);
    const points = corners(band);
    const end = readCurve(curve, 10_000);
    const atEnd = points.filter(([x]) => x === 320).map(([, y]) => y);
    expect(Math.min(...atEnd)).toBeCloseTo(scale.y(end.most.households), 1);
    expect(Math.max(...atEnd)).toBeCloseTo(scale.y(end.certain.households), 1);
    expect(points.at(-1)![0]).toBe(40);
    expect(points.at(-1)![1]).toBeCloseTo(scale.y(0), 2);
    expect(band.endsWith('Z')).toBe(true);
    const lower = curvePaths({ ...curve, drawn: curve.certain }, 'households', PLOT, scale).line;
    const onBand = new Set(points.map(String));
    for (const corner of corners(lower)) expect(onBand).toContain(String(corner));
  });

  it('reads a place as whole tens of metres inside the range', () => {
    expect(metresAt(curve, PLOT, 40 + 56.1)).toBe(2000);
    expect(metresAt(curve, PLOT, -5)).toBe(0);
    expect(metresAt(curve, PLOT, 900)).toBe(10_000);
  });

  it.each([
    [0, 1],
    [1, 1],
    [3349, 5000],
    [240, 250],
    [5000, 5000],
    [9_999, 10_000],
  ])('has a round top: %d under %d', (value, top) => expect(niceTop(value)).toBe(top));

  it('reads out the counts of coverage at that distance', async () => {
    const result = await pack.coverage(pack.targets, 3210);
    const { certain, asDrawn, possible } = result.counts;
    const reading = readCurve(curve, 3210);
    expect(reading.drawn.villages).toBe(certain + asDrawn);
    expect(readingText(reading).replaceAll(',', '')).toContain(
      `覆盖 ${certain + asDrawn} 村（${certain}–${certain + asDrawn + possible}）`,
    );
  });
});

describe('the table beside the chart', () => {
  it('has a row every kilometre whose gains add up to the curve', () => {
    const rows = curveRows(curve, 1000);
    expect(rows.map(({ metres }) => metres)).toEqual(
      Array.from({ length: 11 }, (_, k) => k * 1000),
    );
    const gained = rows.reduce((sum, { gain }) => sum + (gain?.villages ?? 0), 0);
    expect(rows[0]!.drawn.villages + gained).toBe(readCurve(curve, 10_000).drawn.villages);
  });
});

describe('what a little more reach pays', () => {
  it('is the difference of two answers of the engine', async () => {
    const before = await pack.coverage(pack.targets, 2000);
    for (const gain of furtherGains(curve, 2000)) {
      const after = await pack.coverage(pack.targets, gain.toMetres);
      const covered = ({ counts }: typeof after): number => counts.certain + counts.asDrawn;
      expect(gain.villages).toBe(covered(after) - covered(before));
    }
  });

  it('stays within the range of the curve', () => {
    expect(furtherGains(curve, 9_200).map(({ toMetres }) => toMetres)).toEqual([9_700]);
    expect(gainHeadline(curve, 9_800)).toMatch(/^已到 10\s公里，再远不再统计。$/);
  });

  it('finds the best 500 m further on, by trying them all', () => {
    const best = bestGain(curve, 2100)!;
    for (let from = 2500; from < 10_000; from += 500) {
      const [a, b] = [readCurve(curve, from), readCurve(curve, from + 500)];
      expect(b.drawn.households - a.drawn.households).toBeLessThanOrEqual(best.households + 1e-9);
    }
    expect(best.fromMetres % 500).toBe(0);
    expect(gainHeadline(curve, 2100)).toContain('服务距离再加 500 米，多覆盖');
  });
});
