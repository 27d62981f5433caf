import { describe, expect, it } from 'vitest';
import { estimateBasis, estimateBasisText } from '../../src/analysis/estimate-basis';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { yunchengPack } from '../features/yuncheng-pack';

const pack = await yunchengPack();
const estimate = estimatePoverty(pack);
const basis = estimateBasis(pack, estimate);

const sum = (values: Float64Array): number =>
  values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);

describe('estimateBasis of 运城', () => {
  it('adds up to what the villages were given', () => {
    expect(basis.spread.households).toBeCloseTo(sum(estimate.households), 6);
    expect(basis.spread.persons).toBeCloseTo(sum(estimate.persons), 6);
  });

  it('counts five counties spread by township and eight by county', () => {
    expect([basis.townshipCounties, basis.countyCounties]).toEqual([5, 8]);
  });

  it('sets the total of table 1 beside it, which is the plan’s own', () => {
    expect(basis.countyTables).toEqual({ households: 75_613, persons: 226_703 });
    expect(basis.spread.households).not.toBe(75_613);
  });

  it('says in words what is spread, what is not, and that the two do not mix', () => {
    const text = estimateBasisText(basis);
    expect(text).toContain('75,613 户、226,703 人');
    expect(text).toContain('「开发区」对不上单位，122 户、355 人未摊');
  });
});
