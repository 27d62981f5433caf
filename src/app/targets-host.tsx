import { useState } from 'react';
import { useStore } from 'zustand';
import { targetProgress } from '../analysis/target-progress';
import { putActual, removeActual } from '../document/edits/actual-edits';
import type { PlanDocument } from '../document/plan-document';
import { reasonOf } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { TargetsPanel } from '../features/targets/targets-panel';
import type { TargetsFormat } from '../features/targets/targets-panel-props';
import { writeCsv } from '../io/csv';
import { listCsvRows } from '../report/list-csv';
import { listXlsx } from '../report/list-sheet';
import { audienceWord, internalFile } from '../report/publish-rule';
import { TARGETS_SHEET, targetTable } from '../report/target-table';
import { useMessages } from '../ui/messages';
import { CSV_TYPE, XLSX_TYPE, download, fileName } from './download';
import { exportStamp } from './export-stamp';
import { useWorkspace } from './workspace';

async function exportTargets(
  format: TargetsFormat,
  pack: RegionPack,
  { actuals }: PlanDocument,
  year: number,
): Promise<void> {
  const stamp = exportStamp();
  const rows = targetProgress(pack.targets, actuals.values(), year);
  const table = internalFile(targetTable(pack, rows, year, stamp));
  const bytes =
    format === 'xlsx' ? await listXlsx(table, TARGETS_SHEET) : writeCsv(listCsvRows(table));
  const name = fileName([pack.name, '规划指标', `${year}`, audienceWord(null)], format);
  download(name, format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, new Uint8Array(bytes));
}

/** 规划指标 of the open region with the document's actual values. */
export function TargetsHost() {
  const { pack, documents } = useWorkspace();
  const message = useMessages();
  const doc = useStore(documents.state, (state) => state.doc);
  const isReadOnly = useStore(documents.state, ({ access }) => access.kind === 'read-only');
  const [year, setYear] = useState(pack.years[1]);
  const [exporting, setExporting] = useState<TargetsFormat | null>(null);
  const exportAs = (format: TargetsFormat): void => {
    setExporting(format);
    exportTargets(format, pack, doc, year)
      .catch((error: unknown) => {
        void message.error(`导出没有完成：${reasonOf(error)}。数据没有改动，请重试。`);
      })
      .finally(() => setExporting(null));
  };
  return (
    <TargetsPanel
      pack={pack}
      actuals={doc.actuals}
      isReadOnly={isReadOnly}
      year={year}
      exporting={exporting}
      onYear={setYear}
      onPut={(target, entered) => {
        const madeAt = new Date().toISOString();
        documents.commit(putActual({ ...entered, targetId: target.id, madeAt }, target.name));
      }}
      onRemove={(target, at) =>
        documents.commit(removeActual({ targetId: target.id, year: at }, target.name))
      }
      onExport={exportAs}
    />
  );
}
