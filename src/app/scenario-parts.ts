import { objectChanges } from '../analysis/object-changes';
import type { PlanContent } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import { type ChangedPart, changedParts } from '../features/plan/compare-parts';

/** What differs between two scenarios beside villages, with names of the pack. */
export function scenarioParts(
  { pack, projectById }: PackIndex,
  before: PlanContent,
  after: PlanContent,
): readonly ChangedPart[] {
  const changes = objectChanges([...before.objects.values()], [...after.objects.values()]);
  return changedParts(before, after, changes, {
    project: (id) => projectById.get(id)?.name ?? id,
    belt: (id) => pack.belts.find((belt) => belt.id === id)?.name ?? id,
  });
}
