// What changed between two contents, found by comparing references: edits share every record that they do not touch, so
// the cost is the number of records, never their size.
import type { PlanContent } from './plan-document';

export interface MapDiff<T> {
  readonly added: ReadonlyMap<string, T>;
  readonly updated: ReadonlyMap<string, readonly [from: T, to: T]>;
  readonly removed: ReadonlyMap<string, T>;
}

type ValueOf<M> = M extends ReadonlyMap<string, infer T> ? T : never;

export type ContentDiff = {
  readonly [Part in keyof PlanContent]: MapDiff<ValueOf<PlanContent[Part]>>;
};

export function diffMaps<T>(
  prev: ReadonlyMap<string, T>,
  next: ReadonlyMap<string, T>,
): MapDiff<T> {
  const added = new Map<string, T>();
  const updated = new Map<string, readonly [T, T]>();
  const removed = new Map<string, T>();
  if (prev !== next) {
    for (const [id, to] of next) {
      const from = prev.get(id);
      if (from === undefined) added.set(id, to);
      else if (from !== to) updated.set(id, [from, to]);
    }
    for (const [id, from] of prev) if (!next.has(id)) removed.set(id, from);
  }
  return { added, updated, removed };
}

export function diffContents(prev: PlanContent, next: PlanContent): ContentDiff {
  return {
    alignments: diffMaps(prev.alignments, next.alignments),
    beltWidths: diffMaps(prev.beltWidths, next.beltWidths),
    objects: diffMaps(prev.objects, next.objects),
    assignments: diffMaps(prev.assignments, next.assignments),
  };
}

/** Values that a diff puts, added ones first. */
export function putOf<T>({ added, updated }: MapDiff<T>): readonly (readonly [string, T])[] {
  return [...added, ...[...updated].map(([id, [, to]]) => [id, to] as const)];
}

/**
 * The keys of `next` in order, when adding what is new at the end of what is kept of `prev` would give another order; else
 * undefined.
 */
export function newOrder<T>(
  prev: ReadonlyMap<string, T>,
  next: ReadonlyMap<string, T>,
): string[] | undefined {
  if (prev === next) return undefined;
  const order = [...next.keys()];
  const kept = [...prev.keys()].filter((id) => next.has(id));
  const added = order.filter((id) => !prev.has(id));
  return [...kept, ...added].every((id, i) => id === order[i]) ? undefined : order;
}

/** `map` in the order of `order`; the same map without one. */
export function inOrder<T>(
  map: ReadonlyMap<string, T>,
  order: readonly string[] | undefined,
): ReadonlyMap<string, T> {
  if (!order) return map;
  return new Map(
    order.flatMap((id) => {
      const value = map.get(id);
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}
