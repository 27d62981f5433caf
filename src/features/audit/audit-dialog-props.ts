import type { ReactNode } from 'react';
import type {
  AuditFinding,
  AuditPlace,
  AuditTreatment,
  AuditWay,
} from '../../domain/audit-finding';
import type { Problem } from '../../domain/problem';
import type { AuditNames } from '../../report/audit-words';
import type { ReportDocument } from '../../report/report-model';

export type AuditTab = 'findings' | 'log' | 'report' | 'targets';

export type AuditFormat = 'docx' | 'xlsx';

export interface AuditDialogProps {
  readonly tab: AuditTab;
  readonly names: AuditNames;
  /** Null before the first audit has come back. */
  readonly findings: readonly AuditFinding[] | null;
  /** A newer audit is on its way; `findings` are of the data before. */
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  readonly treatments: ReadonlyMap<string, AuditTreatment>;
  /** Another tab writes the document. */
  readonly isReadOnly: boolean;
  /** Whether analyses read the cell that a finding is about. */
  readonly isRead: (place: AuditPlace) => boolean;
  /** Whether a treatment changes what is read today. */
  readonly isInForce: (treatment: AuditTreatment) => boolean;
  /** Null where the map has nothing to show of a place. */
  readonly mapWord: (place: AuditPlace) => string | null;
  readonly report: ReportDocument | null;
  readonly exporting: AuditFormat | null;
  /** 规划指标: a panel of its own. */
  readonly targets: ReactNode;
  readonly onTab: (tab: AuditTab) => void;
  readonly onOpenCell: (place: AuditPlace) => void;
  readonly onOpenMap: (place: AuditPlace) => void;
  readonly onTreat: (finding: AuditFinding, way: AuditWay, note: string) => void;
  readonly onUntreat: (treatment: AuditTreatment) => void;
  readonly onExport: (format: AuditFormat) => void;
  readonly onClose: () => void;
}
