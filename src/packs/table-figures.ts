// Typed figures from a plan table (SPEC "Typed figures"): one for each body row with an area and each column with a
// measure. The printed cell stays beside the value; a cell that cannot be read gives a warning and no figure.
import type { Figure, FigureUnit, Measure, Resolution } from '../domain/figure';
import type { PlanColumn, PlanTable } from '../domain/plan-table';
import type { Problem } from '../domain/problem';
import { type Parsed, problemAt } from './pack-problem';
import { readPrintedNumber } from './printed-number';

const MEASURE_UNITS: Readonly<Record<Measure, FigureUnit>> = {
  administrativeVillages: 'villages',
  povertyVillages: 'villages',
  poorHouseholds: 'households',
  poorPersons: 'persons',
  povertyIncidence: 'share',
  exitedVillages: 'villages',
  exitedHouseholds: 'households',
  exitedPersons: 'persons',
};

const COUNTY_CODE_LENGTH = 6;
const TOWNSHIP_CODE_LENGTH = 9;

function resolutionOf(areaCode: string): Resolution {
  if (areaCode.length === COUNTY_CODE_LENGTH) return 'county';
  return areaCode.length === TOWNSHIP_CODE_LENGTH ? 'township' : 'village';
}

function impossible(value: number, unit: FigureUnit): string | null {
  if (unit === 'share') return value > 1 ? '超过 100%' : null;
  return Number.isInteger(value) ? null : '不是整数';
}

/** What is wrong with a cell, in Chinese, or the value; null for a blank cell. */
function readCell(printed: string, column: PlanColumn, unit: FigureUnit): number | string | null {
  const read = readPrintedNumber(printed, column.impliedUnit);
  switch (read.kind) {
    case 'blank':
      return null;
    case 'not-a-number':
      return `「${printed}」不是数字，不计入统计。`;
    case 'other-unit':
      return `「${printed}」的单位「${read.unit}」与本列单位「${column.impliedUnit}」不同，不计入统计。`;
    case 'number': {
      const reason = impossible(read.value, unit);
      return reason === null
        ? read.value
        : `「${printed}」按「${column.impliedUnit}」读${reason}，不计入统计。`;
    }
  }
}

function noteOf(column: PlanColumn): string | null {
  if (column.impliedUnit === column.printedUnit) return null;
  const heading = column.printedUnit === '' ? '' : `表头单位印作「${column.printedUnit}」，`;
  const reading = `${heading}按「${column.impliedUnit}」读取`;
  return column.evidence === null ? `${reading}。` : `${reading}：${column.evidence}`;
}

/** Figures of one table in row, then column order. A table without a year gives none. */
export function tableFigures(file: string, table: PlanTable): Parsed<readonly Figure[]> {
  const { year } = table;
  if (year === null) return { value: [], problems: [] };
  const value: Figure[] = [];
  const problems: Problem[] = [];
  table.rows.forEach((row, rowIndex) => {
    const { areaCode } = row;
    if (row.role !== 'body' || areaCode === null) return;
    table.columns.forEach((column, columnIndex) => {
      const { measure, heading } = column;
      if (measure === null) return;
      const printed = row.cells[columnIndex] ?? '';
      const unit = MEASURE_UNITS[measure];
      const read = readCell(printed, column, unit);
      if (read === null) return;
      if (typeof read === 'string') {
        const where = { file, row: rowIndex + 2, column: heading };
        const mend = '原表如此则不必处理；若是录入错误，请改正后重新生成数据包。';
        problems.push(problemAt('warning', 'pack-cell-not-number', where, read, mend));
        return;
      }
      value.push({
        measure,
        value: read,
        unit,
        resolution: resolutionOf(areaCode),
        areaCode,
        year,
        printed,
        cell: { tableId: table.id, row: rowIndex + 1, column: heading },
        note: noteOf(column),
      });
    });
  });
  return { value, problems };
}
