import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { treatFinding, untreatFinding } from '../document/edits/treatment-edits';
import { isInForce, isReadCell } from '../document/treated-tables';
import type { AuditFinding, AuditPlace, AuditTreatment, AuditWay } from '../domain/audit-finding';
import { reasonOf } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { CellReference } from '../domain/source';
import { AuditDialog } from '../features/audit/audit-dialog';
import type { AuditFormat, AuditTab } from '../features/audit/audit-dialog-props';
import type { Inspected } from '../features/inspect/inspected';
import { auditReport } from '../report/audit-report';
import { auditPlaceText } from '../report/audit-words';
import { audienceWord, internalFile } from '../report/publish-rule';
import type { ReportDocument } from '../report/report-model';
import { useMessages } from '../ui/messages';
import { closeDialog } from './asked-dialog';
import { placesOnMap, placesWord } from './audit-places';
import { useAudited } from './audit-store';
import { download, fileName, localStamp } from './download';
import { exportStamp } from './export-stamp';
import { rememberedPrint } from './print-memory';
import { runExport } from './run-export';
import { TargetsHost } from './targets-host';
import type { Analysis } from './use-analysis';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (things: readonly Inspected[]) => void;
  readonly onOpenCell: (cell: CellReference) => void;
}

function cellOf({ table, row = 1, column }: AuditPlace): CellReference | null {
  return table === undefined ? null : { tableId: table, row, column: column ?? '' };
}

/** The cell that a finding is about, with what is printed there; null where it is about no single cell. */
function treatedCell({ tables }: RegionPack, where: AuditPlace): AuditTreatment['cell'] {
  const cell = where.row === undefined || where.column === undefined ? null : cellOf(where);
  const table = tables.find(({ id }) => id === cell?.tableId);
  if (!cell || !table) return null;
  const at = table.columns.findIndex(({ heading }) => heading === cell.column);
  const printed = table.rows[cell.row - 1]?.cells[at];
  return printed === undefined ? null : { ...cell, printed };
}

const TYPES: Readonly<Record<AuditFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function exportReport(
  format: AuditFormat,
  report: ReportDocument,
  packName: string,
): Promise<void> {
  const bytes = await runExport({ kind: 'report', format, report: internalFile(report) });
  const day = localStamp(new Date()).slice(0, 10).replaceAll('-', '');
  const name = fileName([packName, '数据体检报告', audienceWord(null), day], format);
  download(name, TYPES[format], new Uint8Array(bytes));
}

/** 数据体检 over the open region and document. */
export default function AuditHost({ analysis, onInspect, onZoomTo, onOpenCell }: Props) {
  const { documents } = useWorkspace();
  const message = useMessages();
  const { index, content } = analysis;
  const { pack } = index;
  const { findings, isRunning, problem } = useAudited();
  const { treatments, imports } = analysis.doc;
  const isReadOnly = useStore(documents.state, ({ access }) => access.kind === 'read-only');
  const [tab, setTab] = useState<AuditTab>('findings');
  const [stamp] = useState(exportStamp);
  const [exporting, setExporting] = useState<AuditFormat | null>(null);
  const names = useMemo(() => ({ pack, imports }), [pack, imports]);
  const own = useMemo(() => ({ imports, objects: content.objects }), [imports, content.objects]);
  const report = useMemo(() => {
    if (tab !== 'report' || findings === null) return null;
    const { organisation } = rememberedPrint(localStorage);
    return auditReport({ names, findings, treatments, organisation, stamp });
  }, [tab, names, findings, treatments, stamp]);

  const treat = (finding: AuditFinding, way: AuditWay, note: string): void => {
    const { id, stated, computed, unit, text, where } = finding;
    const cell = treatedCell(pack, where);
    const madeAt = new Date().toISOString();
    const treatment = { findingId: id, way, note, cell, stated, computed, unit, text, madeAt };
    documents.commit(treatFinding(treatment, auditPlaceText(names, where)));
  };
  const openMap = (place: AuditPlace): void => {
    const things = placesOnMap(index, own, place);
    const [first] = things;
    if (!first) return;
    closeDialog();
    onInspect(first);
    onZoomTo(things);
  };
  const exportAs = (format: AuditFormat): void => {
    if (!report) return;
    setExporting(format);
    exportReport(format, report, pack.name)
      .catch((error: unknown) => {
        void message.error(`导出没有完成：${reasonOf(error)}。数据没有改动，请重试。`);
      })
      .finally(() => setExporting(null));
  };

  return (
    <AuditDialog
      tab={tab}
      names={names}
      findings={findings}
      isRunning={isRunning}
      problem={problem}
      treatments={treatments}
      isReadOnly={isReadOnly}
      isRead={(place) => {
        const cell = cellOf(place);
        return cell !== null && isReadCell(pack.tables, cell);
      }}
      isInForce={(treatment) =>
        treatment.cell !== null &&
        isReadCell(pack.tables, treatment.cell) &&
        isInForce(pack.tables, treatment)
      }
      mapWord={(place) => placesWord(index, placesOnMap(index, own, place))}
      report={report}
      exporting={exporting}
      targets={<TargetsHost />}
      onTab={setTab}
      onOpenCell={(place) => {
        const cell = cellOf(place);
        if (cell) onOpenCell(cell);
      }}
      onOpenMap={openMap}
      onTreat={treat}
      onUntreat={({ findingId, text }) => {
        const finding = findings?.find(({ id }) => id === findingId);
        const about = finding ? auditPlaceText(names, finding.where) : text;
        documents.commit(untreatFinding(findingId, about));
      }}
      onExport={exportAs}
      onClose={closeDialog}
    />
  );
}
