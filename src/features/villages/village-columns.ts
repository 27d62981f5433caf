// The columns of the village table: heading, width and the text of a cell.
import type { CoverageStateCode } from '../../analysis/coverage-result';
import { COVERAGE_STATE_SHORT } from '../../analysis/coverage-words';
import { formatDistance } from '../../ui/format';
import type { VillageColumn, VillageTableData } from './villages-table';

export interface ColumnLook {
  readonly id: VillageColumn;
  readonly heading: string;
  readonly minPixels: number;
  /** Share of the width that is left over; 0 keeps the column at `minPixels`. */
  readonly grow: number;
  readonly isNumber: boolean;
  /** Only there with a coverage answer, with two projects or more, or while nothing is chosen. */
  readonly needs: 'nothing' | 'answer' | 'overlap' | 'no-answer';
  readonly tip: string;
}

function look(
  id: VillageColumn,
  heading: string,
  width: { readonly minPixels: number; readonly grow: number },
  rest: Partial<Pick<ColumnLook, 'isNumber' | 'needs' | 'tip'>> = {},
): ColumnLook {
  return { id, heading, ...width, isNumber: false, needs: 'nothing', tip: heading, ...rest };
}

const COLUMNS: readonly ColumnLook[] = [
  look('name', '村', { minPixels: 100, grow: 1.5 }),
  look('township', '乡镇', { minPixels: 80, grow: 1 }),
  look('county', '县', { minPixels: 64, grow: 0 }),
  look('code', '代码', { minPixels: 104, grow: 0 }, { tip: '12 位统计用区划代码' }),
  look('state', '状态', { minPixels: 76, grow: 0 }, { needs: 'answer' }),
  look(
    'distance',
    '距离（米）',
    { minPixels: 88, grow: 0 },
    {
      isNumber: true,
      needs: 'answer',
      tip: '标绘位置到最近项目的椭球面测地距离',
    },
  ),
  look(
    'nearest',
    '最近项目',
    { minPixels: 112, grow: 1.5 },
    { needs: 'answer', tip: '所选项目中标绘位置最近的一个' },
  ),
  look(
    'overlap',
    '覆盖项目数',
    { minPixels: 92, grow: 0 },
    {
      isNumber: true,
      needs: 'overlap',
      tip: '所选项目中按标绘位置覆盖本村的个数；“可能覆盖”不计',
    },
  ),
  look(
    'anyDistance',
    '距离（米）',
    { minPixels: 88, grow: 0 },
    { isNumber: true, needs: 'no-answer', tip: '标绘位置到最近项目的椭球面测地距离，不限所选' },
  ),
  look(
    'anyNearest',
    '最近项目（全部）',
    { minPixels: 124, grow: 1.5 },
    { needs: 'no-answer', tip: '全部有线位或地点的项目中最近的一个，不限所选' },
  ),
  look(
    'households',
    '贫困户（估算）',
    { minPixels: 112, grow: 0 },
    {
      isNumber: true,
      tip: '由乡镇或县的数字均摊到村，不是村级实数',
    },
  ),
  look(
    'persons',
    '贫困人口（估算）',
    { minPixels: 124, grow: 0 },
    {
      isNumber: true,
      tip: '由乡镇或县的数字均摊到村，不是村级实数',
    },
  ),
  look(
    'accuracy',
    '位置精度',
    { minPixels: 104, grow: 0 },
    {
      isNumber: true,
      tip: '真实位置与标绘位置相差不超过此数',
    },
  ),
];

/** With imported figures among them the columns are no longer estimates alone: each cell says what it is. */
const MIXED_HEADINGS: Readonly<Partial<Record<VillageColumn, string>>> = {
  households: '贫困户',
  persons: '贫困人口',
};
const MIXED_TIP = '带“≈”的由乡镇或县的数字均摊，是估算；不带的是导入的本村数字';

const NO_FIGURE = '无数据';
const OWN_FIGURE = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });
const ONE_DECIMAL = new Intl.NumberFormat('zh-CN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function visibleColumns(
  data: Pick<VillageTableData, 'answer' | 'overlap' | 'nearestAny' | 'own'>,
): readonly ColumnLook[] {
  const has: Readonly<Record<ColumnLook['needs'], boolean>> = {
    nothing: true,
    answer: data.answer !== null,
    overlap: data.overlap !== null,
    'no-answer': data.answer === null && data.nearestAny !== null,
  };
  const columns = COLUMNS.filter(({ needs }) => has[needs]);
  if (data.own === null) return columns;
  return columns.map((column) => {
    const heading = MIXED_HEADINGS[column.id];
    return heading === undefined ? column : { ...column, heading, tip: MIXED_TIP };
  });
}

/** CSS grid tracks and the width below which the grid scrolls; the same for heading and rows, so that they line up. */
export function gridWidths(columns: readonly ColumnLook[]): {
  readonly tracks: string;
  readonly minPixels: number;
} {
  return {
    tracks: columns
      .map(({ minPixels, grow }) =>
        grow > 0 ? `minmax(${minPixels}px, ${grow}fr)` : `${minPixels}px`,
      )
      .join(' '),
    minPixels: columns.reduce((sum, column) => sum + column.minPixels, 0),
  };
}

function decimal(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? NO_FIGURE : ONE_DECIMAL.format(value);
}

/** Far distances come after the states; until then the cell says so. */
const NOT_YET = '待算';

function distanceText(metres: number | undefined): string {
  return Number.isNaN(metres) ? NOT_YET : decimal(metres);
}

/** State code of a row; 0 where no answer is. */
export function rowState(data: VillageTableData, row: number): CoverageStateCode {
  return (data.answer?.states[row] ?? 0) as CoverageStateCode;
}

/** A spread figure among own ones carries ≈; an own one is shown as it was given. */
function povertyText(
  data: VillageTableData,
  row: number,
  column: 'households' | 'persons',
): string {
  const value = data.poverty[column][row];
  if (data.own === null || value === undefined || !Number.isFinite(value)) return decimal(value);
  return data.own[column][row] === 1 ? OWN_FIGURE.format(value) : `≈${decimal(value)}`;
}

/** Text of one cell; figures that are not known read 无数据. */
export function cellText(data: VillageTableData, row: number, column: VillageColumn): string {
  const { facts, answer } = data;
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
      return answer === null ? '' : distanceText(answer.distances[row]);
    case 'nearest':
      if (answer !== null && Number.isNaN(answer.distances[row])) return NOT_YET;
      return answer?.targetNames[answer.nearest[row] ?? -1] ?? '';
    case 'overlap':
      return data.overlap === null ? '' : String(data.overlap[row] ?? 0);
    case 'anyDistance':
      return data.nearestAny === null ? '' : decimal(data.nearestAny.metres[row]);
    case 'anyNearest':
      return data.nearestAny?.names[data.nearestAny.project[row] ?? -1] ?? '';
    case 'households':
      return povertyText(data, row, 'households');
    case 'persons':
      return povertyText(data, row, 'persons');
    case 'accuracy':
      return `±${formatDistance(facts.accuracyMetres[row] ?? Number.NaN)}`;
  }
}
