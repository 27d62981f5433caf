import { describe, expect, it } from 'vitest';
import type { KnownIndicator } from '../../../src/analysis/indicators';
import { indicatorView } from '../../../src/features/claims/indicators-view';

const KNOWN: KnownIndicator = {
  status: 'known',
  id: 'clinic-access',
  distanceMetres: 3000,
  weights: { basis: 'unit-count', source: '甲市村级单位名录' },
  shares: { certain: 0.25, drawn: 0.5, most: 0.875 },
  total: 1000,
  units: 1010,
  counts: { certain: 250, asDrawn: 250, possible: 380, notCovered: 130, total: 1010 },
  targetIds: ['gone'],
  unitsWithoutWeight: 10,
  flags: ['甲'],
};

describe('indicatorView', () => {
  it('gives the share as drawn, its range and parts that add up to the best case', () => {
    const view = indicatorView(KNOWN, []);
    expect(view).toMatchObject({
      status: 'known',
      share: '50.0%',
      range: '确定 25.0%，最多 87.5%',
      parts: { certain: 0.25, asDrawn: 0.25, possible: 0.375 },
      flags: ['甲'],
      identity: '单位数：确定 250 + 按标绘 250 + 可能 380 + 未达 130 = 全部 1,010',
    });
    const wrong = { ...KNOWN, counts: { ...KNOWN.counts, possible: 1 } };
    expect(() => indicatorView(wrong, [])).toThrow('add up to 631');
    expect(view.title).toMatch(/^卫生服务可达率 · 3\s公里以内$/);
    expect(view.status === 'known' && view.basis).toContain('1,000 / 1,010 个单位有数');
  });

  it('says what is needed where the data lacks it', () => {
    const missing = {
      status: 'missing',
      id: 'rural-access-index',
      distanceMetres: 2000,
      needs: ['甲', '乙'],
    } as const;
    expect(indicatorView(missing, [])).toMatchObject({ status: 'missing', needs: ['甲', '乙'] });
  });
});
