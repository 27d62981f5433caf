// The engine against distances computed independently by brute force (make-oracle.ts): no wrong decision, < 1 mm.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/analysis/coverage';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, NOT_COVERED } from '../../src/analysis/coverage-result';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances, villagesWithinInto } from '../../src/geo/villages-distances';

interface OracleCase {
  readonly name: string;
  readonly geometry: Geometry;
  readonly villages: readonly (readonly [number, number])[];
  readonly distances: readonly number[];
}

const oracle = JSON.parse(
  readFileSync(join(import.meta.dirname, 'golden', 'oracle.json'), 'utf8'),
) as {
  readonly thresholds: readonly number[];
  readonly cases: readonly OracleCase[];
};

describe('oracle', () => {
  it('has at least twenty geometries with villages at both sides of each threshold', () => {
    expect(oracle.cases.length).toBeGreaterThanOrEqual(20);
    for (const threshold of oracle.thresholds) {
      const near = oracle.cases.flatMap((each) =>
        each.distances.map((d) => d - threshold).filter((d) => Math.abs(d) < 5.1),
      );
      expect(near.filter((d) => d > 0).length).toBeGreaterThan(20);
      expect(near.filter((d) => d < 0).length).toBeGreaterThan(20);
      expect(near.filter((d) => Math.abs(d) < 0.03).length).toBeGreaterThan(20);
    }
  });

  it.each(oracle.cases)('$name: distances within 1 mm, decisions all right', (each) => {
    const lng = Float64Array.from(each.villages, ([x]) => x);
    const lat = Float64Array.from(each.villages, ([, y]) => y);
    const index = villageIndex(lng, lat);
    const shape = projectShape(each.geometry);
    const distances = villageDistances(index, shape);
    each.distances.forEach((truth, at) => {
      expect(Math.abs((distances.metres[at] ?? Number.NaN) - truth), `village ${at}`).toBeLessThan(
        1e-3,
      );
    });
    for (const threshold of oracle.thresholds) {
      const wanted = each.distances.flatMap((d, at) => (d <= threshold ? [at] : []));
      const out = new Uint32Array(lng.length);
      const count = villagesWithinInto(index, shape, threshold, out);
      expect([...out.subarray(0, count)].toSorted((a, b) => a - b)).toEqual(wanted);
      const target = { id: 'case', accuracyMetres: 0, distances };
      const { states } = coverage(new Float64Array(lng.length), [target], threshold);
      expect([...states]).toEqual(
        each.distances.map((d) => (d <= threshold ? COVERED_CERTAIN : NOT_COVERED)),
      );
      const uncertain = coverage(new Float64Array(lng.length).fill(1), [target], threshold);
      expect(uncertain.counts.certain).toBe(
        each.distances.filter((d) => d + 1 <= threshold).length,
      );
      expect([...uncertain.states].filter((s) => s === COVERED_AS_DRAWN).length).toBe(
        wanted.length - uncertain.counts.certain,
      );
    }
  });
});
