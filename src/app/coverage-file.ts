// The kinds of file that the answer on screen can be written to.
import type { CoverageExportKind } from '../features/coverage/coverage-panel-props';
import { writeCsv } from '../io/csv';
import { writeGeoJson } from '../io/geojson';
import { coverageAbout, coverageFeatures } from '../report/coverage-geojson';
import {
  type CoverageTable,
  type CoverageTableOptions,
  UNCOVERED_ONLY,
  coverageTable,
} from '../report/coverage-table';
import { listCsvRows } from '../report/list-csv';
import type { CoverageResult } from '../analysis/coverage-result';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { PackIndex } from '../domain/pack-index';
import { CSV_TYPE, XLSX_TYPE } from './download';
import { runExport } from './run-export';

interface FileKind {
  readonly extension: string;
  readonly type: string;
  readonly bytes: (table: CoverageTable) => Promise<Uint8Array> | Uint8Array;
}

const XLSX: FileKind = {
  extension: 'xlsx',
  type: XLSX_TYPE,
  // About a second for 3,349 villages: not on the page.
  bytes: (table) => runExport({ kind: 'coverage-xlsx', table }),
};

const KINDS: Readonly<Record<CoverageExportKind, FileKind>> = {
  xlsx: XLSX,
  'xlsx-uncovered': XLSX,
  csv: {
    extension: 'csv',
    type: CSV_TYPE,
    bytes: (table) => writeCsv(listCsvRows(table)),
  },
  geojson: {
    extension: 'geojson',
    type: 'application/geo+json',
    bytes: (table) => writeGeoJson(coverageFeatures(table), coverageAbout(table)),
  },
};

interface CoverageFile {
  readonly extension: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly villages: number;
}

/** The same table model as on screen, so the numbers are the same. Rejects when the export worker fails. */
export async function coverageFile(
  kind: CoverageExportKind,
  index: PackIndex,
  result: CoverageResult,
  estimate: PovertyEstimate,
  options: CoverageTableOptions,
): Promise<CoverageFile> {
  const table = coverageTable(index, result, estimate, {
    ...options,
    ...(kind === 'xlsx-uncovered' ? { states: UNCOVERED_ONLY } : {}),
  });
  const { extension, type, bytes } = KINDS[kind];
  return {
    extension,
    type,
    bytes: new Uint8Array(await bytes(table)),
    villages: table.rows.length,
  };
}
