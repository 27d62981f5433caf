import { create } from 'zustand';
import type { AuditFinding } from '../domain/audit-finding';
import type { Problem } from '../domain/problem';
import type { AuditedData } from '../engine/protocol';

interface Audited {
  /** Of the newest audit that came back; null before the first. */
  readonly findings: readonly AuditFinding[] | null;
  /** What they are of. */
  readonly of: AuditedData | null;
  /** Another is on its way: the data have changed since. */
  readonly isRunning: boolean;
  readonly problem: Problem | null;
}

const NONE: Audited = { findings: null, of: null, isRunning: true, problem: null };

/** What the 数据体检 has found, for its count in the header and its page alike. */
export const useAudited = create<Audited>(() => NONE);

/** Another region: nothing is known of it. */
export function forgetAudit(): void {
  useAudited.setState(NONE);
}
