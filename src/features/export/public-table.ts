// 公开版 of any table that can be exported: columns of persons left out, small counts of people suppressed with the rates
// that tell of them, every place and distance on the grid. A column in which something is suppressed becomes text, for “<5” is no number.
import type { ExportCell, ExportTable } from '../../io/export-table';
import { type PublishRule, publicationLines } from '../../report/publish-rule';
import { geometryOnGrid, metresOnGrid } from '../../report/publish-grid';
import { isPeopleHeading, isPersonalHeading } from '../../report/publish-names';
import { suppress, suppressedText } from '../../report/publish-suppress';

const DISTANCE = /^(距离|再延伸|反推)\(米\)$/;

type Column = ExportTable['columns'][number] & { readonly cells: readonly ExportCell[] };

const isNumeric = ({ kind }: Column): boolean => kind === 'integer' || kind === 'number';

/** Counts of an imported table stand as text: “3”, “3户”. */
function counted(column: Column): Column {
  if (column.kind !== 'text' || !isPeopleHeading(column.heading)) return column;
  const cells = column.cells.map((cell): ExportCell => {
    const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*[户人]?\s*$/.exec(String(cell ?? '')) ?? [];
    return digits === undefined ? cell : Number(digits);
  });
  return cells.some((cell) => typeof cell === 'number')
    ? { ...column, kind: 'number', cells }
    : column;
}

/** Figures that all inhabitants are counted in: a rate of them tells of the poor. */
const BASE = /^(总户数|总人口|常住人口|户籍人口)/;
const RATE = /率|占比|比例/;

const numbersOf = ({ cells }: Column): readonly (number | null)[] =>
  cells.map((cell) => (typeof cell === 'number' ? cell : null));

/**
 * Rows to hide of a list of figures whose total may be known: the small ones and others beside them. Rows of one figure go
 * together, for a figure spread over an area is the same in all its villages.
 */
function hiddenRows(values: readonly (number | null)[], n: number): ReadonlySet<number> {
  const one = values.map(() => 0);
  let rows: ReadonlySet<number> = new Set();
  for (;;) {
    const { hidden } = suppress(values, one, one, n, rows);
    const figures = new Set(values.filter((_, at) => (hidden[at] ?? null) !== null));
    const next = new Set(values.flatMap((value, at) => (figures.has(value) ? [at] : [])));
    if (next.size === rows.size) return rows;
    rows = next;
  }
}

/** By column, the rows to hide: what tells of one hidden figure goes with it. */
function hiddenCells(
  columns: readonly Column[],
  n: number,
): ReadonlyMap<Column, ReadonlySet<number>> {
  const numeric = columns.filter(isNumeric);
  const people = numeric.filter(({ heading }) => isPeopleHeading(heading));
  const bases = people.filter(({ heading }) => BASE.test(heading));
  const parts = people.filter((column) => !bases.includes(column));
  const rates = columns.filter(({ heading, kind }) => kind === 'share' || RATE.test(heading));
  const ownRows = new Map(people.map((column) => [column, hiddenRows(numbersOf(column), n)]));
  const rows = new Set([...ownRows.values()].flatMap((each) => [...each]));
  const isSmallShare = (rate: Column, row: number): boolean =>
    bases.some((base) => {
      const [share, all] = [rate.cells[row], base.cells[row]];
      if (typeof share !== 'number' || typeof all !== 'number') return false;
      const counted = (rate.kind === 'share' ? share : share / 100) * all;
      return counted > 0 && counted < n + 1;
    });
  const rateRows = (rate: Column): ReadonlySet<number> =>
    new Set(
      rate.cells.flatMap((_, row) => (rows.has(row) || isSmallShare(rate, row) ? [row] : [])),
    );
  return new Map([
    ...bases.map((column) => [column, ownRows.get(column) ?? rows] as const),
    ...parts.map((column) => [column, rows] as const),
    ...rates.map((column) => [column, rateRows(column)] as const),
  ]);
}

/** Text where something is hidden: “<5” is no number. Zeros and gaps stay. */
function withoutRows(column: Column, rows: ReadonlySet<number>, n: number): Column {
  const isHidden = (cell: ExportCell, row: number): cell is number =>
    rows.has(row) && typeof cell === 'number' && cell !== 0;
  if (!column.cells.some(isHidden)) return column;
  const isCount = isPeopleHeading(column.heading);
  const cells = column.cells.map((cell, row): ExportCell => {
    if (isHidden(cell, row)) return suppressedText(isCount && cell < n ? 'small' : 'other', n);
    return cell === null ? null : String(cell);
  });
  return { ...column, kind: 'text', cells };
}

function publicColumn(column: Column, { grid }: PublishRule): Column {
  if (!isNumeric(column) || !DISTANCE.test(column.heading)) return column;
  const onStep = (cell: ExportCell): ExportCell =>
    typeof cell === 'number' ? metresOnGrid(cell, grid) : cell;
  return { ...column, cells: column.cells.map(onStep) };
}

const SUM_LABELS: ReadonlySet<ExportCell> = new Set(['合计', '总计', '小计', '合计行']);

/** Why there is no public version: figures of people with their sums could be solved for one another, and a rank bounds one. */
export function publicRefusal({ title, columns, rows }: ExportTable): string | null {
  const counts = columns.some(
    ({ heading, kind }) => (kind === 'integer' || kind === 'number') && isPeopleHeading(heading),
  );
  const hasSums = rows.some(({ cells }) => cells.some((cell) => SUM_LABELS.has(cell)));
  if (counts && columns.some(({ heading }) => heading === '排序'))
    return `“${title}”按户数排序，可由名次反推不公布的数字，不提供公开版。请导出内部版，或另选不排序的表。`;
  return counts && hasSums
    ? `“${title}”含户数、人数的分组与合计，可由合计反推小数字，不提供公开版。请导出内部版，或另选不含合计的表。`
    : null;
}

/** Of a table that is not refused. */
export function publicTable(table: ExportTable, rule: PublishRule): ExportTable {
  const places = table.columns.flatMap(({ heading }, at) =>
    isPersonalHeading(heading) ? [] : [at],
  );
  const given = places.map((at): Column => {
    const cells = table.rows.map((row) => row.cells[at] ?? null);
    return counted({ ...table.columns[at]!, cells });
  });
  const hidden = hiddenCells(given, rule.threshold);
  const columns = given.map((column) =>
    withoutRows(publicColumn(column, rule), hidden.get(column) ?? new Set(), rule.threshold),
  );
  const placeOf = (before: number | null): number | null => {
    const at = before === null ? -1 : places.indexOf(before);
    return at < 0 ? null : at;
  };
  return {
    ...table,
    title: `${table.title}（公开版）`,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: table.rows.map(({ geometry }, row) => ({
      cells: columns.map(({ cells }) => cells[row] ?? null),
      geometry: geometry && geometryOnGrid(geometry, rule.grid),
    })),
    labelColumn: placeOf(table.labelColumn),
    layerColumn: placeOf(table.layerColumn),
    about: [...table.about, ...publicationLines(rule)],
  };
}
