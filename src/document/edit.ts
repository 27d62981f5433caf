import type { PlanDocument } from './plan-document';

/** One undoable change. `apply` is pure and gives the same document back (by reference) when nothing changes. */
export interface Edit {
  /** Chinese, as shown beside 撤销 / 重做. */
  readonly label: string;
  readonly apply: (doc: PlanDocument) => PlanDocument;
}
