import type { AuditTreatment } from '../../domain/audit-finding';
import { AUDIT_WAY_WORDS } from '../../domain/wording';
import type { Edit } from '../edit';

/** Treats a finding; a treatment that it has is replaced. `about` says in a few words which finding. */
export function treatFinding(treatment: AuditTreatment, about: string): Edit {
  return {
    label: `数据体检「${about}」：${AUDIT_WAY_WORDS[treatment.way]}`,
    apply: (doc) =>
      doc.treatments.get(treatment.findingId) === treatment
        ? doc
        : {
            ...doc,
            treatments: new Map(doc.treatments).set(treatment.findingId, treatment),
          },
  };
}

/** The finding is open again. */
export function untreatFinding(findingId: string, about: string): Edit {
  return {
    label: `数据体检「${about}」：撤销处理`,
    apply: (doc) => {
      if (!doc.treatments.has(findingId)) return doc;
      const treatments = new Map(doc.treatments);
      treatments.delete(findingId);
      return { ...doc, treatments };
    },
  };
}
