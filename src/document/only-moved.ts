// Do two states of a document differ in nothing but where things lie? So they do from step to step of a drag, when lists,
// fields and choices all stay.
import type { PlanContent, PlanDocument } from './plan-document';

function sameBut<T extends object>(before: T, now: T, changing: readonly (keyof T)[]): boolean {
  if (before === now) return true;
  const keys = Object.keys(now) as (keyof T)[];
  return (
    keys.length === Object.keys(before).length &&
    keys.every((key) => before[key] === now[key] || changing.includes(key))
  );
}

/** The same things, each alike by the test. */
function sameThings<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  isAlike: (before: T, now: T) => boolean,
): boolean {
  if (before === now) return true;
  return (
    before.size === now.size &&
    [...now].every(([id, each]) => {
      const old = before.get(id);
      return old !== undefined && isAlike(old, each);
    })
  );
}

function isContentOnlyMoved(before: PlanContent, now: PlanContent): boolean {
  return (
    sameBut(before, now, ['alignments', 'objects']) &&
    sameThings(before.alignments, now.alignments, (a, b) =>
      sameBut(a, b, ['geometry', 'madeAt']),
    ) &&
    // A place that is new, or taken away, makes a project or ends one.
    sameThings(
      before.objects,
      now.objects,
      (a, b) => sameBut(a, b, ['geometry']) && (a.geometry === null) === (b.geometry === null),
    )
  );
}

export function isOnlyMoved(before: PlanDocument, now: PlanDocument): boolean {
  return (
    sameBut(before, now, ['scenarios']) &&
    sameThings(
      before.scenarios,
      now.scenarios,
      (a, b) => sameBut(a, b, ['content']) && isContentOnlyMoved(a.content, b.content),
    )
  );
}
