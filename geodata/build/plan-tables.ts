// Plan tables as printed, with sidecars. The CSV text under facts/ is the transcription; this file only joins area
// codes to rows: county tables by county name, township tables through the crosswalk. Rows named 合计 or 运城市 are totals.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PlanColumn, PlanRowRole, PlanTable } from '../../src/domain/plan-table';
import { field, readCsv, readJson } from './facts';
import { type PackFile, csvFile, jsonFile } from './pack-writer';

type SidecarFacts = Omit<PlanTable, 'rows' | 'documentId'>;

const TOTAL_NAMES = new Set(['合计', '运城市']);

interface RowSide {
  readonly role: PlanRowRole;
  readonly areaCode: string | null;
}

function rowSide(
  name: string,
  table: SidecarFacts,
  countyCodes: ReadonlyMap<string, string>,
  crosswalk: ReadonlyMap<string, string>,
): RowSide {
  if (table.level === 'none') return { role: 'body', areaCode: null };
  if (TOTAL_NAMES.has(name)) return { role: 'total', areaCode: null };
  const code =
    table.level === 'county'
      ? countyCodes.get(name)
      : crosswalk.get(`${table.countyCode ?? ''} ${name}`);
  if (code === undefined) throw new Error(`${table.id}: no area for row ${name}`);
  return { role: 'body', areaCode: code === '' ? null : code };
}

function checkHeading(table: SidecarFacts, heading: readonly string[]): void {
  const expected = table.columns.map((column: PlanColumn) => column.heading);
  if (expected.join('|') !== heading.join('|')) {
    throw new Error(`${table.id}: sidecar ${expected.join('|')} but table ${heading.join('|')}`);
  }
}

/** CSV and sidecar of every plan table in `folder`. `countyCodes`: code by county name. */
export function planTableFiles(
  folder: string,
  documentId: string,
  countyCodes: ReadonlyMap<string, string>,
): PackFile[] {
  const crosswalk = new Map(
    readCsv(join(folder, 'township-crosswalk.csv')).map((row) => [
      `${field(row, 'county_code')} ${field(row, 'name_in_plan')}`,
      field(row, 'code'),
    ]),
  );
  return readJson<SidecarFacts[]>(join(folder, 'plan-tables.json')).flatMap((table) => {
    const printed = readFileSync(join(folder, 'tables', `${table.id}.csv`), 'utf8');
    const [heading, ...body] = Papa.parse<string[]>(printed, { skipEmptyLines: true }).data;
    if (heading === undefined) throw new Error(`${table.id} is empty`);
    checkHeading(table, heading);
    const rows = body.map(([name = '']) => rowSide(name, table, countyCodes, crosswalk));
    const { id, title, chapter, year, level, countyCode, columns, notes } = table;
    const side = { id, title, chapter, documentId, year, level, countyCode, columns, rows, notes };
    return [csvFile(`tables/${id}.csv`, heading, body), jsonFile(`tables/${id}.json`, side)];
  });
}
