import type { ClaimCheck } from '../analysis/claim-check';
import type { ClaimSettings } from '../analysis/claim-data';
import type { RegionPack } from '../domain/region-pack';
import type { ClaimsExportKind } from '../features/claims/claims-dialog-props';
import { writeCsv } from '../io/csv';
import { CLAIMS_SHEET, claimsTable } from '../report/claims-table';
import { listCsvRows } from '../report/list-csv';
import { listXlsx } from '../report/list-sheet';
import { audienceWord, internalFile } from '../report/publish-rule';
import { CSV_TYPE, XLSX_TYPE, fileName } from './download';
import { exportStamp } from './export-stamp';

export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The claims page as a file: the same checks as on screen. */
export async function claimsFile(
  kind: ClaimsExportKind,
  pack: RegionPack,
  checks: readonly ClaimCheck[],
  settings: ClaimSettings,
): Promise<MadeFile> {
  const stamp = exportStamp();
  const table = internalFile(claimsTable(pack, checks, { ...stamp, settings }));
  const bytes =
    kind === 'xlsx' ? await listXlsx(table, CLAIMS_SHEET) : writeCsv(listCsvRows(table));
  return {
    name: fileName([pack.name, '规划口径核验', audienceWord(null)], kind),
    type: kind === 'xlsx' ? XLSX_TYPE : CSV_TYPE,
    bytes: new Uint8Array(bytes),
  };
}
