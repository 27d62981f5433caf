import { App as Messages } from 'antd';
import { useState } from 'react';
import type { CoverageExportKind } from '../features/coverage/coverage-panel-props';
import { writeCsv } from '../io/csv';
import { writeGeoJson } from '../io/geojson';
import { listCsvRows } from '../report/list-csv';
import { coverageAbout, coverageFeatures } from '../report/coverage-geojson';
import { type CoverageTable, UNCOVERED_ONLY, coverageTable } from '../report/coverage-table';
import { CSV_TYPE, XLSX_TYPE, download, fileName, localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { runExport } from './run-export';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import type { ChosenOverlap } from './use-overlap';
import { useWorkspace } from './workspace';

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

export interface Exporter {
  readonly exporting: CoverageExportKind | null;
  readonly exportAs: (kind: CoverageExportKind) => void;
}

/** Writes the answer on screen to a file: the same table model as on screen, so the numbers are the same. */
export function useExport({ index, coverage }: Analysis, overlap: ChosenOverlap | null): Exporter {
  const { estimate } = useWorkspace();
  const { message } = Messages.useApp();
  const mode = useSession((state) => state.coverageMode);
  const [exporting, setExporting] = useState<CoverageExportKind | null>(null);

  const write = async (kind: CoverageExportKind): Promise<void> => {
    const result = await coverage.whole();
    if (!result) return;
    const uncovered = kind === 'xlsx-uncovered';
    const table = coverageTable(index, result, estimate, {
      mode,
      madeAt: localStamp(new Date()),
      engineVersion: ENGINE_VERSION,
      // One project looked at alone has nothing to share; counts of another distance would not match.
      ...(mode === 'union' && overlap?.distanceMetres === result.distanceMetres
        ? { overlap: overlap.counts }
        : {}),
      ...(uncovered ? { states: UNCOVERED_ONLY } : {}),
    });
    const { extension, type, bytes } = KINDS[kind];
    const names = result.targetIds.map((id) => index.projectById.get(id)?.name ?? id);
    const subject = names.length === 1 ? (names[0] ?? '') : `${names.length}个项目`;
    const list = uncovered ? '未覆盖清单' : '覆盖清单';
    const name = fileName(
      [index.pack.name, subject, `${result.distanceMetres}米`, list],
      extension,
    );
    download(name, type, new Uint8Array(await bytes(table)));
    void message.success(`已导出 ${name}，共 ${table.rows.length} 村`);
  };

  const exportAs = (kind: CoverageExportKind): void => {
    setExporting(kind);
    write(kind)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        void message.error(`导出没有完成：${reason}。数据没有改动，请重试。`);
      })
      .finally(() => setExporting(null));
  };
  return { exporting, exportAs };
}
