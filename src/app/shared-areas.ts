// How much land two areas have in common, cut once a pair of geometries and kept with them. A cut of two borders of hundreds
// of vertices takes tens of milliseconds, and a drawn zone meets dozens of counties and townships: whoever draws the screen
// reads only what is known or quick, and the rest is cut a pair a turn (use-shared-areas.ts).
import type { SharedSquareMetres } from '../analysis/area-shares';
import { breathe } from '../document/breathe';
import type { Problem } from '../domain/problem';
import type { Area } from '../geo/display-buffer';
import { overlapEffort, overlapOf } from '../geo/overlaps';

/** Vertices that take part in a cut of some milliseconds. */
const QUICK_VERTICES = 150;

/** Two areas could not be cut: no number may stand for that. */
export class OverlapFailed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.text);
  }
}

/** Nobody has cut these two yet. */
export class NotCutYet extends Error {
  constructor() {
    super('two areas have not been cut yet');
  }
}

const keptByArea = new WeakMap<Area, WeakMap<Area, number | OverlapFailed>>();

function cut(a: Area, b: Area): number | OverlapFailed {
  const overlap = overlapOf(a, b);
  if (overlap.ok) return overlap.value?.squareMetres ?? 0;
  const [problem] = overlap.problems;
  if (!problem) throw new Error('an overlap failed without a problem');
  return new OverlapFailed(problem);
}

function kept(a: Area, b: Area): number | OverlapFailed | undefined {
  return keptByArea.get(a)?.get(b);
}

function keep(a: Area, b: Area): number | OverlapFailed {
  const known = kept(a, b);
  if (known !== undefined) return known;
  const made = cut(a, b);
  const ofFirst = keptByArea.get(a) ?? new WeakMap<Area, number | OverlapFailed>();
  keptByArea.set(a, ofFirst.set(b, made));
  return made;
}

function orThrow(answer: number | OverlapFailed): number {
  if (answer instanceof OverlapFailed) throw answer;
  return answer;
}

/** Cuts what is not known. Throws OverlapFailed. */
export const sharedNow: SharedSquareMetres = (a, b) => orThrow(keep(a, b));

/** Cuts nothing. Throws OverlapFailed, and NotCutYet for what is not known. */
export const sharedKnown: SharedSquareMetres = (a, b) => {
  const known = kept(a, b);
  if (known === undefined) throw new NotCutYet();
  return orThrow(known);
};

/** Cuts what takes no longer than a hand that drags may wait. Throws OverlapFailed, and NotCutYet for all else. */
export const sharedQuick: SharedSquareMetres = (a, b) =>
  kept(a, b) === undefined && overlapEffort(a, b) <= QUICK_VERTICES
    ? sharedNow(a, b)
    : sharedKnown(a, b);

type Ask = (shared: SharedSquareMetres) => unknown;

/** Pairs that `ask` wants and that nobody has cut: those that hang on their answers are not among them yet. */
function openPairs(ask: Ask): readonly (readonly [Area, Area])[] {
  const open: (readonly [Area, Area])[] = [];
  ask((a, b) => {
    const known = kept(a, b);
    if (known === undefined) open.push([a, b]);
    return typeof known === 'number' ? known : 0;
  });
  return open;
}

/** Cuts all that `ask` wants, a pair a turn. Gives up when told. */
export async function cutAll(ask: Ask, signal: AbortSignal): Promise<void> {
  for (;;) {
    const open = openPairs(ask);
    if (open.length === 0) return;
    for (const [a, b] of open) {
      await breathe();
      if (signal.aborted) return;
      keep(a, b);
    }
  }
}
