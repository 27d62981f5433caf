import type { ListTable } from './list-table';

/**
 * The list as rows for a CSV writer: heading first, so that programs can read it, then an empty row and the parameters
 * and sources as "# …" rows.
 */
export function listCsvRows<Key extends string>(
  table: ListTable<Key>,
): readonly (readonly (string | number | null)[])[] {
  const remarks = [
    table.title,
    ...table.header.map(({ label, value }) => `${label}：${value}`),
    ...table.footer,
  ];
  return [
    table.columns.map((column) => column.heading),
    ...table.rows.map((row) => table.columns.map((column) => row[column.key])),
    [],
    ...remarks.map((remark) => [`# ${remark}`]),
  ];
}
