import Papa from 'papaparse';

/** Rows of a comma-separated text, cells as they are; the line break at the end of the file makes no row. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows = Papa.parse<string[]>(text, { delimiter: ',' }).data;
  const last = rows.at(-1);
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
}
