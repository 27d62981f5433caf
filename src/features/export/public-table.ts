// 公开版 of any table that can be exported: columns of persons left out, small counts of people suppressed, every place and
// distance on the grid. A column in which something is suppressed becomes text, for “<5” is no number.
import type { ExportCell, ExportTable } from '../../io/export-table';
import { type PublishRule, publicationLines } from '../../report/handout-publish';
import { PUBLISH_GRIDS, geometryOnGrid } from '../../report/publish-grid';
import { isPeopleHeading, isPersonalHeading } from '../../report/publish-names';
import { suppress, suppressedText } from '../../report/publish-suppress';

/** What the export dialog makes public versions by. */
export const PUBLIC_RULE: PublishRule = { threshold: 5, grid: PUBLISH_GRIDS[0]! };

const DISTANCE = /^(距离|再延伸|反推)\(米\)$/;

type Column = ExportTable['columns'][number] & { readonly cells: readonly ExportCell[] };

const isNumeric = ({ kind }: Column): boolean => kind === 'integer' || kind === 'number';

/** As a list whose total may be known: nobody can take the others from it. */
function peopleColumn(column: Column, n: number): Column {
  const values = column.cells.map((cell) => (typeof cell === 'number' ? cell : null));
  const one = values.map(() => 0);
  const { hidden } = suppress(values, one, one, n);
  if (hidden.every((kind) => kind === null)) return column;
  const cells = column.cells.map((cell, at): ExportCell => {
    const kind = hidden[at] ?? null;
    return kind === null ? (cell === null ? null : String(cell)) : suppressedText(kind, n);
  });
  return { ...column, kind: 'text', cells };
}

function publicColumn(column: Column, { threshold, grid }: PublishRule): Column {
  if (!isNumeric(column)) return column;
  if (DISTANCE.test(column.heading)) {
    const onStep = (cell: ExportCell): ExportCell =>
      typeof cell === 'number' ? Math.round(cell / grid.metres) * grid.metres : cell;
    return { ...column, cells: column.cells.map(onStep) };
  }
  return isPeopleHeading(column.heading) ? peopleColumn(column, threshold) : column;
}

export function publicTable(table: ExportTable, rule: PublishRule): ExportTable {
  const places = table.columns.flatMap(({ heading }, at) =>
    isPersonalHeading(heading) ? [] : [at],
  );
  const columns = places.map((at) => {
    const cells = table.rows.map((row) => row.cells[at] ?? null);
    return publicColumn({ ...table.columns[at]!, cells }, rule);
  });
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
