import { describe, expect, it } from 'vitest';
import {
  type InvestmentRecord,
  investmentByYear,
  investmentRecords,
  printedYuan,
} from '../../src/analysis/chart-investment';
import { yunchengPack } from '../features/yuncheng-pack';

const record = (
  year: number | null,
  yuan: number | null,
  origin: InvestmentRecord['origin'] = 'project',
): InvestmentRecord => ({
  origin,
  id: `${year}-${yuan}`,
  name: '甲项目',
  year,
  yearBasis: year === null ? null : 'end',
  yuan,
});

describe('investmentByYear', () => {
  it('adds up by year, with the years between, and counts what has no year or no figure', () => {
    const chart = investmentByYear([
      record(2016, 100),
      record(2018, 50),
      record(2018, 25),
      record(null, 7),
      record(2017, null),
      record(null, null),
    ]);
    expect(chart.years).toEqual([
      { year: 2016, yuan: 100, count: 1 },
      { year: 2017, yuan: 0, count: 0 },
      { year: 2018, yuan: 75, count: 2 },
    ]);
    expect(chart.withoutYear).toEqual({ yuan: 7, count: 1 });
    expect(chart.withoutFigure).toBe(2);
    expect(chart.sums.project).toEqual({ yuan: 182, count: 4 });
  });

  it('never adds a programme to projects or to the objects that it may be made up of', () => {
    const { sums } = investmentByYear([
      record(2016, 100),
      record(null, 70, 'programme'),
      record(2017, 40, 'object'),
      record(2018, 30, 'object'),
    ]);
    expect(sums).toEqual({
      project: { yuan: 100, count: 1 },
      programme: { yuan: 70, count: 1 },
      object: { yuan: 70, count: 2 },
    });
  });

  it('is empty where no record has both', () => {
    expect(investmentByYear([record(2016, null)]).years).toEqual([]);
  });
});

describe('printedYuan', () => {
  it('reads an amount that stands first, and nothing else', () => {
    expect(printedYuan('40.99亿元（估算），2012年7月开工')).toBe(4_099_000_000);
    expect(printedYuan('计划投资17.1亿元')).toBe(1_710_000_000);
    expect(printedYuan('9864.4万元')).toBe(98_644_000);
    expect(printedYuan('约数十亿元')).toBeNull();
    expect(printedYuan('2012年7月开工，40亿元')).toBeNull();
  });
});

describe('investmentRecords of the real pack', () => {
  it('takes the printed investments only, with the project’s own year', async () => {
    const pack = await yunchengPack();
    const records = investmentRecords(pack, []);
    expect(records.length).toBe(pack.projects.length + pack.relocations.length);
    const known = records.filter(({ yuan }) => yuan !== null);
    expect(known.map(({ id, year, yearBasis, yuan }) => [id, year, yearBasis, yuan])).toEqual([
      ['xiaolangdi', 2012, 'start', 4_099_000_000],
      ['relocation-yuncheng', null, null, 1_710_000_000],
    ]);
  });
});
