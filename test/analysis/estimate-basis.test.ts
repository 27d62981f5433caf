import { describe, expect, it } from 'vitest';
import { estimateBasis, estimateBasisText } from '../../src/analysis/estimate-basis';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { NO_FIGURES } from '../features/imports/synthetic-imports';
import { withOwnFigures } from '../../src/analysis/own-figures';
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

  it('says how many villages use their own figures, and nothing of it while none does', () => {
    expect(estimateBasisText(basis)).not.toContain('本村数字');
    const code = pack.villages[0]?.code ?? '';
    const own = withOwnFigures(
      estimate,
      pack.villages,
      new Map([[code, { figures: { ...NO_FIGURES, poorHouseholds: 7 } }]]),
    );
    expect(estimateBasisText(estimateBasis(pack, own))).toContain('1 村以本村数字（导入）代替均摊');
  });
});
