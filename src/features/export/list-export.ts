// A list that a report already makes (coverage, claims), as an export table: the same columns, words and numbers.
import type { Geometry } from 'geojson';
import type { ExportCellKind, ExportTable } from '../../io/export-table';
import type { ListColumn, ListRow, ListTable } from '../../report/list-table';

function kindOf<Key extends string>(
  { key, type, decimals }: ListColumn<Key>,
  rows: readonly ListRow<Key>[],
): ExportCellKind {
  if (type !== 'number') return type;
  const isWhole = rows.every((row) => row[key] === null || Number.isInteger(row[key]));
  return decimals === 0 && isWhole ? 'integer' : 'number';
}

export interface ListExportOptions<Key extends string> {
  /** Longitude and latitude columns, which become the row's point. */
  readonly position: readonly [lng: Key, lat: Key] | null;
  readonly label: Key;
  readonly layer: Key | null;
}

export function listExport<Key extends string>(
  list: ListTable<Key>,
  { position, label, layer }: ListExportOptions<Key>,
): ExportTable {
  const columns = list.columns.filter(({ key }) => position === null || !position.includes(key));
  const geometryOf = (row: ListRow<Key>): Geometry | null => {
    const [lng, lat] = position === null ? [null, null] : position.map((key) => row[key]);
    return typeof lng === 'number' && typeof lat === 'number'
      ? { type: 'Point', coordinates: [lng, lat] }
      : null;
  };
  const placeOf = (key: Key): number => columns.findIndex((column) => column.key === key);
  return {
    title: list.title,
    columns: columns.map((column) => ({
      heading: column.heading,
      kind: kindOf(column, list.rows),
    })),
    rows: list.rows.map((row) => ({
      cells: columns.map(({ key }) => row[key]),
      geometry: geometryOf(row),
    })),
    labelColumn: placeOf(label),
    layerColumn: layer === null ? null : placeOf(layer),
    about: [...list.header.map(({ label: word, value }) => `${word}：${value}`), ...list.footer],
  };
}
