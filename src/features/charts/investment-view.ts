import {
  type InvestmentByYear,
  type InvestmentOrigin,
  type InvestmentRecord,
  investmentByYear,
} from '../../analysis/chart-investment';
import { formatYuan } from '../../ui/format';
import type { ChartWords } from './chart-model';

export interface InvestmentView extends ChartWords {
  readonly data: InvestmentByYear;
}

const BASIS_WORDS = { end: '完成年', start: '开工年' } as const;

const ORIGIN_WORDS: Readonly<Record<InvestmentOrigin, string>> = {
  project: '规划项目',
  programme: '搬迁规划',
  object: '规划对象',
};

function placeText({ year, yearBasis }: InvestmentRecord): string {
  return year === null || yearBasis === null ? '无年份' : `${year}年（${BASIS_WORDS[yearBasis]}）`;
}

/** The records with an investment are the table: there are few, and a year's sum says nothing of which. */
export function investmentView(records: readonly InvestmentRecord[]): InvestmentView {
  const data = investmentByYear(records);
  const known = records
    .filter(({ yuan }) => yuan !== null)
    .toSorted(
      (a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY),
    );
  const { years, withoutYear, withoutFigure } = data;
  const origins = (Object.keys(ORIGIN_WORDS) as InvestmentOrigin[]).filter(
    (origin) => data.sums[origin].count > 0,
  );
  const totals = origins.map((origin) => {
    const { count, yuan } = data.sums[origin];
    return `${ORIGIN_WORDS[origin]} ${count} 个，${formatYuan(yuan)}`;
  });
  const sums = years.filter(({ count }) => count > 0);
  const placed = sums.map(({ year, yuan }) => `${year}年 ${formatYuan(yuan)}`).join('，');
  return {
    data,
    title: '分年投资',
    summary:
      totals.length === 0
        ? '没有项目写明投资'
        : `写明投资的：${totals.join('；')}${placed === '' ? '' : `。分年：${placed}`}`,
    table: {
      headings: ['项目', '年份', '投资'],
      rows: [
        ...known.map((record) => [record.name, placeText(record), formatYuan(record.yuan ?? 0)]),
        ...origins.map((origin) => [
          `${ORIGIN_WORDS[origin]}小计`,
          '',
          formatYuan(data.sums[origin].yuan),
        ]),
      ],
    },
    notes: [
      ...(origins.length > 1
        ? [
            '搬迁规划的资金包含其安置点，规划对象可能就是规划里的项目，所以各自小计，不相加；同一年的柱含当年写明的各类，也可能有重复。',
          ]
        : []),
      '投资和年份取自项目记录和规划对象本身；有完成年的按完成年，只有开工年的按开工年，不按年度分摊。',
      ...(withoutYear.count > 0
        ? [
            `${withoutYear.count} 个项目有投资（${formatYuan(withoutYear.yuan)}）但没有年份，不在图内。`,
          ]
        : []),
      ...(withoutFigure > 0 ? [`${withoutFigure} 个项目没有写明投资，不在图内。`] : []),
    ],
  };
}
