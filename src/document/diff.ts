// What changed between two documents, found by comparing references: edits share every record that they do not touch,
// so the cost is the number of records, never their size.
import type { ImportRecord } from '../domain/imported';
import type { PlanDocument, UserAlignment } from './plan-document';

export interface MapDiff<T> {
  readonly added: ReadonlyMap<string, T>;
  readonly updated: ReadonlyMap<string, readonly [from: T, to: T]>;
  readonly removed: ReadonlyMap<string, T>;
}

export interface DocumentDiff {
  readonly alignments: MapDiff<UserAlignment>;
  readonly beltWidths: MapDiff<number>;
  readonly imports: MapDiff<ImportRecord>;
  /** null when it is the same. */
  readonly title: readonly [from: string, to: string] | null;
}

function diffMaps<T>(prev: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): MapDiff<T> {
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

/** Throws when the documents belong to different packs. */
export function diffDocuments(prev: PlanDocument, next: PlanDocument): DocumentDiff {
  if (prev.packId !== next.packId) {
    throw new Error(`documents of different packs: ${prev.packId} and ${next.packId}`);
  }
  return {
    alignments: diffMaps(prev.alignments, next.alignments),
    beltWidths: diffMaps(prev.beltWidths, next.beltWidths),
    imports: diffMaps(prev.imports, next.imports),
    title: prev.title === next.title ? null : [prev.title, next.title],
  };
}
