import type { AuditTreatment, AuditWay } from '../../domain/audit-finding';
import type { Edit } from '../edit';

/** Chinese words for the ways to treat a finding. */
export const AUDIT_WAY_WORDS: Readonly<Record<AuditWay, string>> = {
  accept: '按原文',
  'use-computed': '采用计算值',
  exclude: '不计入',
};

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
