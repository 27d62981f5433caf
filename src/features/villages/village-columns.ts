// The columns of the village table: heading, width and the text of a cell.
import type { CoverageStateCode } from '../../analysis/coverage-result';
import { COVERAGE_STATE_SHORT } from '../../analysis/coverage-words';
import { formatDistance } from '../../ui/format';
import type { VillageColumn, VillageTableData } from './villages-table';

export interface ColumnLook {
  readonly id: VillageColumn;
  readonly heading: string;
  /** CSS grid track. */
  readonly track: string;
  readonly isNumber: boolean;
  /** Only there when a coverage answer is. */
  readonly needsAnswer: boolean;
  readonly tip: string;
}

function look(
  id: VillageColumn,
  heading: string,
  track: string,
  rest: Partial<Pick<ColumnLook, 'isNumber' | 'needsAnswer' | 'tip'>> = {},
): ColumnLook {
  return { id, heading, track, isNumber: false, needsAnswer: false, tip: heading, ...rest };
}

const COLUMNS: readonly ColumnLook[] = [
  look('name', '村', 'minmax(108px, 1.5fr)'),
  look('township', '乡镇', 'minmax(84px, 1fr)'),
  look('county', '县', '76px'),
  look('code', '代码', '108px', { tip: '12 位统计用区划代码' }),
  look('state', '状态', '88px', { needsAnswer: true }),
  look('distance', '距离（米）', '100px', {
    isNumber: true,
    needsAnswer: true,
    tip: '标绘位置到最近项目的椭球面测地距离',
  }),
  look('nearest', '最近项目', 'minmax(120px, 1.5fr)', { needsAnswer: true }),
  look('households', '贫困户（估算）', '124px', {
    isNumber: true,
    tip: '由乡镇或县的数字均摊到村，不是村级实数',
  }),
  look('persons', '贫困人口（估算）', '132px', {
    isNumber: true,
    tip: '由乡镇或县的数字均摊到村，不是村级实数',
  }),
  look('accuracy', '位置精度', '96px', {
    isNumber: true,
    tip: '真实位置与标绘位置相差不超过此数',
  }),
];

const NO_FIGURE = '无数据';
const ONE_DECIMAL = new Intl.NumberFormat('zh-CN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function visibleColumns(hasAnswer: boolean): readonly ColumnLook[] {
  return hasAnswer ? COLUMNS : COLUMNS.filter((column) => !column.needsAnswer);
}

function decimal(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? NO_FIGURE : ONE_DECIMAL.format(value);
}

/** State code of a row; 0 where no answer is. */
export function rowState(data: VillageTableData, row: number): CoverageStateCode {
  return (data.answer?.states[row] ?? 0) as CoverageStateCode;
}

/** Text of one cell; figures that are not known read 无数据. */
export function cellText(data: VillageTableData, row: number, column: VillageColumn): string {
  const { facts, answer, poverty } = data;
  switch (column) {
    case 'name':
      return facts.names[row] ?? '';
    case 'township':
      return facts.townships[row] ?? '';
    case 'county':
      return facts.counties[row] ?? '';
    case 'code':
      return facts.codes[row] ?? '';
    case 'state':
      return answer === null ? '' : COVERAGE_STATE_SHORT[rowState(data, row)];
    case 'distance':
      return answer === null ? '' : decimal(answer.distances[row]);
    case 'nearest':
      return answer?.targetNames[answer.nearest[row] ?? -1] ?? '';
    case 'households':
      return decimal(poverty.households[row]);
    case 'persons':
      return decimal(poverty.persons[row]);
    case 'accuracy':
      return `±${formatDistance(facts.accuracyMetres[row] ?? Number.NaN)}`;
  }
}
