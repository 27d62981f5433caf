import { describe, expect, it } from 'vitest';
import { priceIndexFindings } from '../../src/analysis/audit-price-index';
import type { Statement } from '../../src/domain/statement';

function line(scope: string, year: number, value: number, constant: boolean): Statement {
  return {
    id: `${scope}-${year}`,
    documentId: 'P0',
    subject: `${scope}标准`,
    areaCodes: null,
    measure: 'povertyLineYuan',
    scope,
    value,
    most: null,
    qualifier: 'exact',
    unit: '元',
    year,
    chapter: '一',
    printed: constant ? `以${year}年的${value}元为不变价` : `${year}年为${value}元`,
  };
}

const pair = (scope: string, base: number, end: number): Statement[] => [
  line(scope, 2010, base, true),
  line(scope, 2015, end, false),
];

describe('one price index for a pair of years', () => {
  it('finds the line that implies another index than the rest', () => {
    const found = priceIndexFindings([
      ...pair('甲', 1000, 1300),
      ...pair('乙', 2000, 2200),
      ...pair('丙', 3000, 3300),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      id: 'relation:甲-2015:index',
      kind: 'relation',
      where: { text: '甲-2015', chapter: '一' },
      stated: 1300,
      computed: 1100,
      unit: '元',
      arithmetic: '1,300÷1,000＝1.3；2,200÷2,000＝1.1；3,300÷3,000＝1.1',
    });
    expect(found[0]?.against.map(({ text }) => text)).toEqual([
      '甲-2010',
      '乙-2010',
      '乙-2015',
      '丙-2010',
      '丙-2015',
    ]);
  });

  it('lets indices pass that rounding explains', () => {
    expect(priceIndexFindings([...pair('甲', 1000, 1124), ...pair('乙', 3120, 3507)])).toEqual([]);
  });

  it('says nothing without the words 不变价, of other years, or of a lone line', () => {
    const plain = (scope: string, end: number) => [
      line(scope, 2010, 1000, false),
      line(scope, 2015, end, false),
    ];
    expect(priceIndexFindings([...plain('甲', 1100), ...plain('乙', 1300)])).toEqual([]);
    expect(priceIndexFindings(pair('甲', 1000, 1300))).toEqual([]);
    const later = [line('乙', 2010, 2000, true), line('乙', 2018, 2600, false)];
    expect(priceIndexFindings([...pair('甲', 1000, 1100), ...later])).toEqual([]);
  });
});
