import { beforeAll, describe, expect, it } from 'vitest';
import { type ClaimBullets, claimBullets } from '../../src/analysis/chart-claims';
import { type YunchengChecks, yunchengChecks } from '../features/claims/yuncheng-checks';

let made: YunchengChecks;
let chart: ClaimBullets;

beforeAll(async () => {
  made = await yunchengChecks();
  chart = claimBullets(made.checks);
});

describe('claimBullets', () => {
  it('draws what has a computed value or a ceiling, in pack order, and counts the rest', () => {
    const drawn = made.checks.filter(
      ({ computed, ceiling }) => computed !== null || ceiling !== null,
    );
    expect(chart.bullets.map(({ id }) => id)).toEqual(drawn.map(({ claim }) => claim.id));
    expect(chart.bullets.length + chart.without).toBe(made.checks.length);
    expect(drawn.length).toBeGreaterThan(5);
  });

  it('holds the check’s own figures', () => {
    for (const bullet of chart.bullets) {
      const check = made.checks.find(({ claim }) => claim.id === bullet.id);
      expect(bullet.stated).toBe(check?.claim.value);
      expect(bullet.computed).toBe(check?.computed ?? null);
      expect(bullet.range).toEqual(check?.range ?? null);
      expect(bullet.ceiling).toBe(check?.computed === null ? check.ceiling : null);
    }
  });

  it('has a scale from 0 that holds every figure, unless the range is more than four times as large', () => {
    for (const { stated, computed, ceiling, scaleMost, range, isCut } of chart.bullets) {
      expect(Math.max(stated, computed ?? 0)).toBeLessThanOrEqual(scaleMost);
      const most = Math.max(range?.[1] ?? 0, ceiling ?? 0);
      expect(isCut).toBe(most > scaleMost);
    }
  });
});
