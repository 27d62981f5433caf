// What CSV and XLSX make of geometry: two columns with the coordinates of points. Lines and areas do not fit in cells, so
// a table with any other geometry keeps its attributes only, and says so.
import type { Problem } from '../domain/problem';
import { type ExportCell, type ExportColumn, dimensionsIn } from './export-table';
import { type PreparedTable, distinctHeadings, exportNote } from './prepare-export';

export interface FlatTable {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Places of the coordinate columns; empty without any. */
  readonly coordinateColumns: readonly number[];
  readonly notes: readonly Problem[];
}

export function flatTable({ columns, rows, crs }: PreparedTable): FlatTable {
  const dimensions = dimensionsIn(rows);
  const isPoints = rows.some(({ geometry }) => geometry?.type === 'Point');
  const cells = rows.map((row) => row.cells);
  const unwritten = exportNote(
    'export-no-geometry',
    '线、面和多点图形写不进表格，只写了属性。',
    '要带图形，请选 GeoJSON、Shapefile、KML 或 DXF。',
  );
  const others = rows.some(({ geometry }) => geometry !== null && geometry.type !== 'Point');
  const notes = dimensions.size > 0 && others ? [unwritten] : [];
  if (!isPoints) return { columns, rows: cells, coordinateColumns: [], notes };
  const headings = distinctHeadings([...columns.map(({ heading }) => heading), ...crs.axes]);
  const all: readonly ExportColumn[] = [
    ...columns,
    ...crs.axes.map((_, at): ExportColumn => ({
      heading: headings[columns.length + at] ?? '',
      kind: 'number',
    })),
  ];
  const coordinates = rows.map(({ geometry }): readonly ExportCell[] =>
    geometry?.type === 'Point'
      ? [geometry.coordinates[0]!, geometry.coordinates[1]!]
      : [null, null],
  );
  return {
    columns: all,
    rows: cells.map((row, at) => [...row, ...(coordinates[at] ?? [])]),
    coordinateColumns: [columns.length, columns.length + 1],
    notes,
  };
}
