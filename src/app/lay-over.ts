// The region with what the document lays over it. Apart: most documents open with nothing to lay.
import { withOwnFigures } from '../analysis/own-figures';
import { estimatePoverty } from '../analysis/poverty-estimate';
import { breathe, inBreaths } from '../document/breathe';
import { effectiveRegionSteps } from '../document/effective-region';
import type { PlanDocument } from '../document/plan-document';
import { indexPackSteps } from '../domain/pack-index';
import { villageFacts } from '../features/villages/villages-table';
import type { Workspace } from './workspace';

export type Laid = Pick<Workspace, 'pack' | 'index' | 'estimate' | 'ownFigures'>;

/** The region with imports and treatments laid over it; the page breathes meanwhile. Null when it is no longer wanted. */
export async function layOver(
  shipped: Workspace,
  { imports, treatments }: Pick<PlanDocument, 'imports' | 'treatments'>,
  isOver: () => boolean,
): Promise<Laid | null> {
  const steps = effectiveRegionSteps(shipped.pack, imports, treatments);
  let step = steps.next();
  while (!step.done) {
    await breathe();
    if (isOver()) return null;
    step = steps.next();
  }
  const { pack, ownFigures } = step.value;
  if (pack === shipped.pack) return shipped;
  await breathe();
  const spread = estimatePoverty(pack);
  await breathe();
  const estimate = withOwnFigures(spread, pack.villages, ownFigures);
  const index = await inBreaths(indexPackSteps(pack));
  await breathe();
  // Kept with the villages: the table finds its columns ready when all is drawn anew.
  villageFacts(index);
  await breathe();
  return isOver() ? null : { pack, index, estimate, ownFigures };
}
