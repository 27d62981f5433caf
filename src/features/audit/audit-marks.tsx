import { Check, CircleX, Info, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { AUDIT_SEVERITY_WORDS } from '../../analysis/audit-words';
import type { AuditSeverity } from '../../domain/audit-finding';
import { AUDIT_WAY_WORDS } from '../../domain/wording';
import { AUDIT_STATE_WORDS } from '../../report/audit-words';
import type { FindingRow } from './audit-view';
import styles from './audit.module.css';

const SEVERITY_ICONS: Readonly<Record<AuditSeverity, LucideIcon>> = {
  error: CircleX,
  warning: TriangleAlert,
  note: Info,
};

/** 程度 by icon and word, so that it reads without colour. */
export function SeverityMark({ severity }: { readonly severity: AuditSeverity }): ReactNode {
  const Icon = SEVERITY_ICONS[severity];
  return (
    <span className={styles.mark} data-tone={severity}>
      <Icon size={14} aria-hidden />
      {AUDIT_SEVERITY_WORDS[severity]}
    </span>
  );
}

export function StateMark({ row: { state, treatment } }: { readonly row: FindingRow }): ReactNode {
  if (state === 'open' || treatment === null) {
    return <span className={styles.quiet}>{AUDIT_STATE_WORDS.open}</span>;
  }
  const Icon = state === 'treated' ? Check : RefreshCw;
  return (
    <span className={styles.mark} data-tone={state === 'treated' ? 'good' : 'warning'}>
      <Icon size={14} aria-hidden />
      {state === 'treated' ? AUDIT_WAY_WORDS[treatment.way] : AUDIT_STATE_WORDS.changed}
    </span>
  );
}
