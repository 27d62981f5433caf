import { auditPack } from '../../../src/analysis/audit';
import type { AuditFinding, AuditTreatment } from '../../../src/domain/audit-finding';
import type { RegionPack } from '../../../src/domain/region-pack';
import { yunchengIndex } from '../yuncheng';

export interface Audited {
  readonly pack: RegionPack;
  readonly findings: readonly AuditFinding[];
}

/** The shipped pack and what its audit finds. */
export async function yunchengAudit(): Promise<Audited> {
  const { pack } = await yunchengIndex();
  return { pack, findings: auditPack(pack) };
}

export function treatmentOf(
  { id, stated, computed, unit, text }: AuditFinding,
  parts: Partial<AuditTreatment> = {},
): AuditTreatment {
  return {
    findingId: id,
    way: 'accept',
    note: '已核对底册',
    cell: null,
    stated,
    computed,
    unit,
    text,
    madeAt: '2026-11-22T00:00:00Z',
    ...parts,
  };
}
