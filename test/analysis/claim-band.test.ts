import { describe, expect, it } from 'vitest';
import { bandSide, claimBand } from '../../src/analysis/claim-band';
import type { Claim } from '../../src/domain/claim';

function claim(value: number, qualifier: Claim['qualifier'], printed: string): Claim {
  const fixed = { id: 'c', subject: '甲', objectIds: [], measure: 'm', unit: '个', chapter: '一' };
  return { ...fixed, value, qualifier, printed, year: null };
}

describe('claimBand', () => {
  it.each([
    [169, 'exact', '覆盖贫困村169个', 168.5, 169.5],
    [53_000, 'exact', '搬迁5.3万人', 52_500, 53_500],
    [1.71e9, 'exact', '投资17.1亿元', 1.705e9, 1.715e9],
    [30_000, 'exact', '带动3万人', 25_000, 35_000],
    [70_000, 'exact', '带动70000人', 69_999.5, 70_000.5],
    [20_000, 'atLeast', '2万余人', 20_000, 30_000],
    [10_000, 'atLeast', '10000余人', 10_000, 20_000],
    [2500, 'atLeast', '2500余人', 2500, 2600],
    [30, 'atLeast', '30余个', 30, 40],
    [3_000_000, 'atLeast', '300余万亩', 3e6, 4e6],
    [6000, 'atLeast', '6000人以上', 6000, Infinity],
    [25, 'atMost', '不超过25平方米', -Infinity, 25],
    [50, 'about', '约占全市1/2的面积', 45, 55],
  ] as const)('%s %s “%s” → %s … %s', (value, qualifier, printed, least, most) => {
    const band = claimBand(claim(value, qualifier, printed));
    expect(band.least).toBeCloseTo(least, 6);
    expect(band.most).toBeCloseTo(most, 6);
    expect(bandSide(band, value)).toBe(0);
  });

  it('finds the claim among other numbers of the sentence', () => {
    const band = claimBand(claim(40_000, 'exact', '2017年9人中4万人'));
    expect([band.least, band.most]).toEqual([35_000, 45_000]);
  });

  it('leaves the end of 余 outside, of 约 inside', () => {
    expect(bandSide(claimBand(claim(30, 'atLeast', '30余个')), 40)).toBe(1);
    expect(bandSide(claimBand(claim(100, 'about', '约100个')), 110)).toBe(0);
    expect(bandSide(claimBand(claim(100, 'about', '约100个')), 89.9)).toBe(-1);
  });
});
