import { create } from 'zustand';

/** What planning asks of the screen; never in undo or in a link. */
interface PlanSession {
  /** Site whose villages are picked on the map, one by one or inside a loop; null: none. */
  readonly picking: { readonly siteId: string; readonly way: 'click' | 'lasso' } | null;
  /** 就近分配 is open. */
  readonly assigning: boolean;
  /** Scenarios that are compared; null while they are not. */
  readonly compared: { readonly from: string; readonly to: string } | null;
}

export const usePlanSession = create<PlanSession>(() => ({
  picking: null,
  assigning: false,
  compared: null,
}));

export function patchPlan(part: Partial<PlanSession>): void {
  usePlanSession.setState(part);
}
