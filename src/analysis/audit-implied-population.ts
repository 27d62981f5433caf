// 反推人口: poor persons ÷ poverty incidence is the population behind a row. Divided by its villages it is known roughly, for
// any table: the other tables' medians and the other rows say how large a village is here. A whole column or one row that is
// ten times off was printed in another unit (% for ‰); a total row whose rate is not that of its rows was not computed from
// them. Intervals of the printed digits decide, and the ranges compared with are told.
import type { AuditFinding } from '../domain/audit-finding';
import {
  type Interval,
  type PrintedFigure,
  cutOrRounded,
  figureText,
  meets,
  quotientOf,
  rounded,
  sumOf,
} from './audit-number';
import { MEND_TEXT, finding } from './audit-finding-text';
import { medianOf } from './audit-median';
import { type AuditColumn, type AuditTable, cellPlace, columnPlace, rowWords } from './audit-table';
import { columnSum, totalGroups } from './audit-totals';

const SLIP = 10;
/** A village ten times as large or small as the others', give or take this factor, is a slip of the unit. */
const SLIP_BAND = 3;
/** Beyond this many times the usual a village's population is out of range. */
const RANGE_FACTOR = 8;
const LEAST_ROWS = 4;
/** Persons a village where there is nothing to compare with: far beyond what villages of any county have on average. */
const USUAL_VILLAGE = { low: 150, high: 6000 } as const;

interface ImpliedRow {
  readonly row: number;
  readonly population: Interval;
  readonly perVillage: number | null;
}

interface ImpliedTable {
  readonly audited: AuditTable;
  readonly persons: AuditColumn;
  readonly incidence: AuditColumn;
  readonly rows: readonly ImpliedRow[];
  readonly medianPerVillage: number | null;
}

function columnOf({ columns }: AuditTable, quantity: string, heading: RegExp): AuditColumn | null {
  const numbers = columns.filter(({ kind }) => kind !== 'label');
  return (
    numbers.find((column) => column.quantity === quantity) ??
    numbers.find((column) => column.quantity === null && heading.test(column.heading)) ??
    null
  );
}

/** Printed under ‰ or %, or with a sign of its own in the cell. */
function perWhole(incidence: AuditColumn, cell: PrintedFigure): number {
  return (cell.unit || incidence.unit) === '‰' ? 1000 : 100;
}

function impliedPopulation(
  persons: AuditColumn,
  incidence: AuditColumn,
  row: number,
): Interval | null {
  const [people, rate] = [persons.cells[row] ?? null, incidence.cells[row] ?? null];
  if (people === null || rate === null || people.value === 0) return null;
  // A share above the whole is told as such.
  const whole = perWhole(incidence, rate);
  return rate.low > whole ? null : quotientOf(people, rate, whole);
}

function impliedTable(audited: AuditTable): ImpliedTable | null {
  const persons = columnOf(audited, 'poorPersons', /^(建档立卡)?贫困(总)?人(口|数)/);
  const incidence = columnOf(audited, 'povertyIncidence', /贫困发生率/);
  if (persons === null || incidence === null) return null;
  const villages = columnOf(audited, 'administrativeVillages', /^行政村|^村数/);
  const rows = audited.bodyRows.flatMap((row): ImpliedRow[] => {
    const population = impliedPopulation(persons, incidence, row);
    const count = villages?.cells[row]?.value ?? 0;
    const perVillage = population === null || count === 0 ? null : population.value / count;
    return population === null ? [] : [{ row, population, perVillage }];
  });
  if (rows.length < LEAST_ROWS) return null;
  const sizes = rows.flatMap(({ perVillage }) => perVillage ?? []);
  const medianPerVillage = sizes.length < LEAST_ROWS ? null : medianOf(sizes);
  return { audited, persons, incidence, rows, medianPerVillage };
}

/** Factor (10 or a tenth) by which `size` is off `usual`; null when it is not near either. */
function slipFactor(size: number, low: number, high: number): number | null {
  if (size < low && size * SLIP >= low && size * SLIP <= high) return SLIP;
  return size > high && size / SLIP >= low && size / SLIP <= high ? 1 / SLIP : null;
}

interface Usual {
  readonly low: number;
  readonly high: number;
  readonly words: string;
}

function usualOf(others: readonly number[]): Usual {
  if (others.length === 0) {
    return {
      ...USUAL_VILLAGE,
      words: `村均${USUAL_VILLAGE.low}—${USUAL_VILLAGE.high}人的常见范围`,
    };
  }
  const usual = medianOf(others);
  return {
    low: usual / SLIP_BAND,
    high: usual * SLIP_BAND,
    words: `其他表和正文反推的村均${figureText(Math.round(usual))}人（范围取其三分之一至三倍）`,
  };
}

function columnSlip(
  { audited, incidence, persons, rows, medianPerVillage }: ImpliedTable,
  usual: Usual,
): AuditFinding | null {
  if (medianPerVillage === null) return null;
  const factor = slipFactor(medianPerVillage, usual.low, usual.high);
  if (factor === null) return null;
  const [stated, computed] = factor === SLIP ? ['%', '‰'] : ['‰', '%'];
  if ((incidence.unit === '‰') !== (stated === '‰')) return null;
  const people = sumOf(rows.map(({ population }) => population)).value;
  const each = figureText(Math.round(medianPerVillage));
  const then = figureText(Math.round(medianPerVillage * factor));
  return finding({
    kind: 'unit-slip',
    severity: 'error',
    where: columnPlace(audited, incidence),
    against: [columnPlace(audited, persons)],
    stated,
    computed,
    unit: '',
    arithmetic:
      `${figureText(rows.length)}行按${stated}反推总人口${figureText(Math.round(people))}人，村均中位数${each}人；` +
      `按${computed}反推${figureText(Math.round(people * factor))}人，村均中位数${then}人；参照${usual.words}`,
    cause: `各行数字以${computed}计，表头和引用它的正文却作${stated}。`,
    text: `${audited.name}「${incidence.heading}」列按表头的${stated}反推，村均只有${each}人，明显不合常情；按${computed}反推村均${then}人，与其他资料相符，单位应为${computed}。`.replace(
      '只有',
      factor === SLIP ? '只有' : '多达',
    ),
    mend: `请把各行改标${computed}，或换算成${stated}后重印，并改正正文中引自本列的数字。`,
    canUseComputed: false,
  });
}

function rowFinding(table: ImpliedTable, { row, perVillage }: ImpliedRow): AuditFinding | null {
  const { audited, incidence, medianPerVillage } = table;
  if (perVillage === null || medianPerVillage === null) return null;
  const factor = slipFactor(perVillage, medianPerVillage / 2, medianPerVillage * 2);
  const times = perVillage / medianPerVillage;
  const isSlip = factor !== null && (times >= 5 || times <= 1 / 5);
  if (!isSlip && times < RANGE_FACTOR && times > 1 / RANGE_FACTOR) return null;
  const cell = incidence.cells[row];
  const [each, usual] = [perVillage, medianPerVillage].map((size) => figureText(Math.round(size)));
  const unit = incidence.unit || '%';
  const wanted = isSlip && cell ? rounded((cell.value * 1) / factor) : null;
  return finding({
    kind: isSlip ? 'unit-slip' : 'implied-population',
    severity: 'warning',
    where: cellPlace(audited, row, incidence),
    against: [cellPlace(audited, row, table.persons)],
    stated: cell?.value ?? null,
    computed: wanted,
    unit,
    arithmetic: `贫困人口÷发生率÷行政村数＝村均${each}人；本表各行中位数${usual}人`,
    cause: isSlip
      ? '像是%与‰混用，或小数点错位。'
      : '发生率、人口或村数之一可能有误；县城、开发区等可能如此。',
    text:
      `${rowWords(audited, row)}按「${incidence.heading}」${figureText(cell?.value ?? 0)}${unit}反推，` +
      `村均${each}人，是本表中位数${usual}人的${figureText(rounded(times, times < 1 ? 2 : 1))}倍，超出合理范围。`,
    mend: MEND_TEXT,
    canUseComputed: wanted !== null,
  });
}

/** The one row that stands apart and, ten or a hundred times less or more, brings rows and total together. */
function slippedRow(
  table: ImpliedTable,
  whole: Interval,
): { readonly row: number; readonly factor: number } | null {
  const { rows } = table;
  const found = [10, 100, 0.1, 0.01].flatMap((factor) =>
    rows.flatMap((each) => {
      const parts = rows.map(({ row, population: { value, low, high } }) =>
        row === each.row
          ? { value: value * factor, low: low * factor, high: high * factor }
          : { value, low, high },
      );
      return isApart(table, each, factor > 1) && meets(sumOf(parts), whole)
        ? [{ row: each.row, factor }]
        : [];
    }),
  );
  const [only, ...more] = found;
  return only === undefined || more.length > 0 ? null : only;
}

const APART = 3;

/** Three times from what is usual: the population of a village, or where villages are not given the rate itself. */
function isApart(
  { rows, incidence, medianPerVillage }: ImpliedTable,
  { row, perVillage }: ImpliedRow,
  isRateHigh: boolean,
): boolean {
  if (medianPerVillage !== null && perVillage !== null) {
    return isRateHigh
      ? perVillage * APART < medianPerVillage
      : perVillage > medianPerVillage * APART;
  }
  const rate = incidence.cells[row]?.value ?? 0;
  const others = rows.flatMap((each) =>
    each.row === row ? [] : (incidence.cells[each.row]?.value ?? []),
  );
  return isRateHigh
    ? others.every((other) => rate > APART * other)
    : others.every((other) => rate * APART < other);
}

function totalFinding(table: ImpliedTable, factor: number): AuditFinding | null {
  const { audited, persons, incidence, rows } = table;
  const group = totalGroups(audited).find(({ members }) =>
    rows.every(({ row }) => members.includes(row)),
  );
  if (group === undefined || group.members.length !== rows.length) return null;
  const [total, people] = [
    incidence.cells[group.totalRow] ?? null,
    persons.cells[group.totalRow] ?? null,
  ];
  if (total === null || people === null || total.value === 0) return null;
  // What the sums and ranges of the rows tell already is not told again.
  const summed = columnSum(audited, persons, group.members);
  const rates = rows.flatMap(({ row }) => incidence.cells[row] ?? []);
  const isWithin =
    rates.some(({ low }) => low <= total.high) && rates.some(({ high }) => high >= total.low);
  if (summed === null || !meets(summed.sum, people) || !isWithin) return null;
  const whole = quotientOf(people, cutOrRounded(total), perWhole(incidence, total));
  const sum = sumOf(rows.map(({ population }) => population));
  const parts = { value: sum.value * factor, low: sum.low * factor, high: sum.high * factor };
  if (whole === null || meets(parts, whole) || meets(sum, whole)) return null;
  const unit = incidence.unit || '%';
  const share = rounded((people.value / parts.value) * perWhole(incidence, total), 2);
  const slip = factor === 1 ? slippedRow(table, whole) : null;
  const at = slip === null ? group.totalRow : slip.row;
  const cell = incidence.cells[at]?.value ?? 0;
  const [rowsPeople, totalPeople] = [parts.value, whole.value].map((each) =>
    figureText(Math.round(each)),
  );
  return finding({
    kind: slip === null ? 'implied-population' : 'unit-slip',
    severity: 'warning',
    where: cellPlace(audited, at, incidence),
    against: [columnPlace(audited, incidence), cellPlace(audited, group.totalRow, persons)],
    stated: cell,
    computed: slip === null ? share : rounded(cell / slip.factor),
    unit,
    arithmetic: `各行贫困人口÷发生率，总人口合计${rowsPeople}人；合计行${figureText(people.value)}人÷${figureText(total.value)}${unit}＝${totalPeople}人`,
    cause:
      slip === null
        ? '合计的比率与各行所用的人口口径（总人口、农业人口）可能不同，或合计行抄自别处。'
        : '这一行像是%与‰混用，或小数点错位：改后各行与合计相符。',
    text:
      slip === null
        ? `${rowWords(audited, at)}「${incidence.heading}」印作${figureText(cell)}${unit}，按各行贫困人口和发生率加权应为${figureText(share)}${unit}（各行反推总人口${rowsPeople}人，合计行反推${totalPeople}人）。`
        : `${rowWords(audited, at)}「${incidence.heading}」印作${figureText(cell)}${unit}，如为${figureText(rounded(cell / slip.factor))}${unit}，各行加权才与合计行的${figureText(total.value)}${unit}相符。`,
    mend: MEND_TEXT,
    canUseComputed: true,
  });
}

/** `perVillage`: persons a village that the running text gives, to compare with beside the tables. */
export function impliedPopulationFindings(
  audited: readonly AuditTable[],
  perVillage: readonly number[],
): readonly AuditFinding[] {
  const tables = audited.flatMap((each) => impliedTable(each) ?? []);
  return tables.flatMap((table) => {
    const others = tables.flatMap((each) => (each === table ? [] : (each.medianPerVillage ?? [])));
    const slip = columnSlip(table, usualOf([...others, ...perVillage]));
    const factor = slip === null ? 1 : slip.computed === '‰' ? SLIP : 1 / SLIP;
    const rows = table.rows.flatMap((row) => rowFinding(table, row) ?? []);
    const total = rows.length > 0 ? null : totalFinding(table, factor);
    return [slip, ...rows, total].filter((each) => each !== null);
  });
}
