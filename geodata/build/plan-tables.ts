// Plan tables as printed, with sidecars. The CSV text under facts/ is the transcription; this file only joins area
// codes to rows: by the crosswalk, else by the very name of the county or township. Rows named 合计, 总计, 全市, 全县 or as the
// region are totals.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PlanColumn, PlanRowRole, PlanTable } from '../../src/domain/plan-table';
import { field, readCsv, readFact } from './facts';
import { type PackFile, csvFile, jsonFile } from '../../src/packs/make/pack-writer';

interface SidecarFacts extends Omit<PlanTable, 'rows' | 'documentId'> {
  /** Absent: the region's own plan. */
  readonly documentId?: string;
  /** Areas of the printed rows, in order, where the table prints no names; absent: rows are joined by their first cell. */
  readonly rowAreaCodes?: readonly string[];
}

const TOTAL_NAMES = ['合计', '总计', '全市', '全县'];

const rowKey = (countyCode: string | null, name: string): string => `${countyCode ?? ''} ${name}`;

interface RowSide {
  readonly role: PlanRowRole;
  readonly areaCode: string | null;
}

function rowSide(
  name: string,
  table: SidecarFacts,
  totalNames: ReadonlySet<string>,
  codes: ReadonlyMap<string, string>,
): RowSide {
  if (table.level === 'none') return { role: 'body', areaCode: null };
  if (totalNames.has(name)) return { role: 'total', areaCode: null };
  const code = codes.get(rowKey(table.countyCode, name));
  if (code === undefined) {
    throw new Error(`${table.id}: no area for row ${name}; township-crosswalk.csv can name it`);
  }
  return { role: 'body', areaCode: code === '' ? null : code };
}

function checkHeading(table: SidecarFacts, heading: readonly string[]): void {
  const expected = table.columns.map((column: PlanColumn) => column.heading);
  if (expected.join('|') !== heading.join('|')) {
    throw new Error(`${table.id}: sidecar ${expected.join('|')} but table ${heading.join('|')}`);
  }
}

interface NamedAreas {
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  readonly townships: readonly {
    readonly code: string;
    readonly name: string;
    readonly countyCode: string;
  }[];
}

/** Code by county (empty for county tables) and name as printed; the crosswalk's word is the last. */
function codesByName(
  folder: string,
  { counties, townships }: NamedAreas,
): ReadonlyMap<string, string> {
  const path = join(folder, 'township-crosswalk.csv');
  return new Map([
    ...counties.map(({ code, name }) => [rowKey(null, name), code] as const),
    ...townships.map(({ code, name, countyCode }) => [rowKey(countyCode, name), code] as const),
    ...(existsSync(path) ? readCsv(path) : []).map(
      (row) =>
        [
          rowKey(field(row, 'county_code'), field(row, 'name_in_plan')),
          field(row, 'code'),
        ] as const,
    ),
  ]);
}

/** CSV and sidecar of every plan table in `folder`. */
export function planTableFiles(
  folder: string,
  region: { readonly name: string; readonly mainDocumentId: string },
  areas: NamedAreas,
): PackFile[] {
  const codes = codesByName(folder, areas);
  const totalNames = new Set([...TOTAL_NAMES, region.name]);
  return readFact<SidecarFacts[]>(folder, 'plan-tables.json', []).flatMap((table) => {
    const printed = readFileSync(join(folder, 'tables', `${table.id}.csv`), 'utf8');
    const [heading, ...body] = Papa.parse<string[]>(printed, { skipEmptyLines: true }).data;
    if (heading === undefined) throw new Error(`${table.id} is empty`);
    checkHeading(table, heading);
    const rows = body.map(([name = ''], index): RowSide => {
      const areaCode = table.rowAreaCodes?.[index];
      return areaCode === undefined
        ? rowSide(name, table, totalNames, codes)
        : { role: 'body', areaCode };
    });
    const { id, title, chapter, year, level, countyCode, columns, notes } = table;
    const documentId = table.documentId ?? region.mainDocumentId;
    const side = { id, title, chapter, documentId, year, level, countyCode, columns, rows, notes };
    return [csvFile(`tables/${id}.csv`, heading, body), jsonFile(`tables/${id}.json`, side)];
  });
}
