import type { PlanDocument, Scenario } from '../document/plan-document';

/** The two that are asked for, if the document has both: another may have been opened meanwhile, or one undone. */
export function comparedScenarios(
  { scenarios }: Pick<PlanDocument, 'scenarios'>,
  compared: { readonly from: string; readonly to: string } | null,
): { readonly from: Scenario; readonly to: Scenario } | null {
  const from = compared && scenarios.get(compared.from);
  const to = compared && scenarios.get(compared.to);
  return from && to ? { from, to } : null;
}
