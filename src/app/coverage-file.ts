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
import { audienceWord, internalFile } from '../report/publish-rule';
import { CSV_TYPE, XLSX_TYPE, fileName } from './download';
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
  readonly name: string;
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
  const isUncovered = kind === 'xlsx-uncovered';
  const states = isUncovered ? { states: UNCOVERED_ONLY } : {};
  const table = internalFile(coverageTable(index, result, estimate, { ...options, ...states }));
  const { extension, type, bytes } = KINDS[kind];
  const names = result.targetIds.map((id) => index.projectById.get(id)?.name ?? id);
  const parts = [
    index.pack.name,
    names.length === 1 ? (names[0] ?? '') : `${names.length}个项目`,
    `${result.distanceMetres}米`,
    isUncovered ? '未覆盖清单' : '覆盖清单',
    audienceWord(null),
  ];
  return {
    name: fileName(parts, extension),
    type,
    bytes: new Uint8Array(await bytes(table)),
    villages: table.rows.length,
  };
}
