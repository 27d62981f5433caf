// Units by headings and by the figures themselves.
import { describe, expect, it } from 'vitest';
import { exchangedColumns, guessUnit } from '../../src/io/column-units';
import type { ColumnRole } from '../../src/io/import-choices';

const figures = (columns: Partial<Record<ColumnRole, number[]>>): Map<ColumnRole, Float64Array> =>
  new Map(
    Object.entries(columns).map(([role, values]) => [
      role as ColumnRole,
      Float64Array.from(values),
    ]),
  );
const unit = (heading: string, columns: Partial<Record<ColumnRole, number[]>>, remark = '') =>
  guessUnit('povertyIncidence', heading, remark, figures(columns));

const POOR = { poorPersons: [10, 20, 30], persons: [100, 100, 100] };

describe('unit of the incidence', () => {
  it.each([
    ['one', [0.1, 0.2, 0.3]],
    ['percent', [10, 20, 30]],
    ['permille', [100, 200, 300]],
  ])('%s by 贫困人口 ÷ 总人口', (expected, povertyIncidence) => {
    const guess = unit('贫困发生率', { ...POOR, povertyIncidence });
    expect(guess).toMatchObject({ unit: expected, doubt: null });
    expect(guess.evidence).toContain('核对 3 行');
  });

  it('believes the heading and tells when the figures contradict it', () => {
    const guess = unit('贫困发生率（%）', { ...POOR, povertyIncidence: [100, 200, 300] });
    expect(guess.unit).toBe('percent');
    expect(guess.doubt).toContain('千分数');
  });

  it('falls back on the size of the figures', () => {
    expect(unit('贫困发生率', { povertyIncidence: [0.1, 0.3] }).unit).toBe('one');
    expect(unit('贫困发生率', { povertyIncidence: [1.5, 35] }).unit).toBe('percent');
    expect(unit('贫困发生率', { povertyIncidence: [15, 350] }).unit).toBe('permille');
  });
});

describe('unit of counts', () => {
  const count = (heading: string, values: number[], remark = '') =>
    guessUnit('persons', heading, remark, figures({ persons: values })).unit;
  it('reads 万 from heading, unit line and decimals', () => {
    expect(count('总人口（万人）', [1, 2, 3])).toBe('ten-thousand');
    expect(count('总人口', [1, 2, 3], '单位：万人')).toBe('ten-thousand');
    expect(count('总人口', [0.12, 0.15, 0.2])).toBe('ten-thousand');
    expect(count('总人口', [1, 2, 3])).toBe('one');
    expect(count('总人口', [1, 2, 3], '单位：户、人、%')).toBe('one');
  });

  it('sees households and persons exchanged', () => {
    expect(
      exchangedColumns(figures({ poorHouseholds: [9, 8, 7], poorPersons: [3, 2, 1] })),
    ).toContain('3 行贫困户数大于贫困人口');
    expect(
      exchangedColumns(figures({ poorHouseholds: [3, 2, 1], poorPersons: [9, 8, 7] })),
    ).toBeNull();
  });
});
