// Documents and histories to plain records and back. A history is written as its first document and one patch an edit,
// so a large alignment is stored once however many steps keep it; contents of imports are named, not held.
import type { ImportContent, ImportRecord } from '../domain/imported';
import { diffDocuments } from './diff';
import { type History, type HistoryEntry, endDrag } from './history';
import { DOCUMENT_SCHEMA_VERSION, type PlanDocument } from './plan-document';
import type { DocumentRecord, HistoryRecord, ImportEntry, StepRecord } from './schema.2';

/** Where an import's content is kept; equal names mean the same content. */
export type NameContent = (record: ImportRecord) => string;

/** What reading needs: the contents by name, and where to say that one is missing. */
export interface ContentSource {
  readonly contents: ReadonlyMap<string, ImportContent>;
  /** Filled by reading: titles of imports left out for want of their content, by import id. */
  readonly lost: Map<string, string>;
}

function byId<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function importEntry(record: ImportRecord, nameContent: NameContent): ImportEntry {
  const { id, title, provenance } = record;
  return { id, title, provenance: { ...provenance }, content: nameContent(record) };
}

function widthEntry([beltId, widthMetres]: readonly [string, number]) {
  return { beltId, widthMetres };
}

export function documentToRecord(doc: PlanDocument, nameContent: NameContent): DocumentRecord {
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    id: doc.id,
    title: doc.title,
    packId: doc.packId,
    packVersion: doc.packVersion,
    alignments: byId(doc.alignments).map(([, alignment]) => ({ ...alignment })),
    beltWidths: byId(doc.beltWidths).map(widthEntry),
    imports: [...doc.imports.values()].map((record) => importEntry(record, nameContent)),
  };
}

function putImports(
  imports: Map<string, ImportRecord>,
  entries: readonly ImportEntry[],
  { contents, lost }: ContentSource,
): void {
  for (const { content: name, ...about } of entries) {
    const content = contents.get(name);
    if (content) imports.set(about.id, { ...about, content });
    else lost.set(about.id, about.title);
  }
}

export function documentFromRecord(record: DocumentRecord, source: ContentSource): PlanDocument {
  const imports = new Map<string, ImportRecord>();
  putImports(imports, record.imports, source);
  return {
    schemaVersion: record.schemaVersion,
    id: record.id,
    title: record.title,
    packId: record.packId,
    packVersion: record.packVersion,
    alignments: new Map(record.alignments.map((alignment) => [alignment.projectId, alignment])),
    beltWidths: new Map(record.beltWidths.map((belt) => [belt.beltId, belt.widthMetres])),
    imports,
  };
}

/** The new order of ids when putting and removing alone would give another; undefined otherwise. */
function importOrder(from: PlanDocument, to: PlanDocument): { importOrder?: string[] } {
  if (from.imports === to.imports) return {};
  const kept = [...from.imports.keys()].filter((id) => to.imports.has(id));
  const added = [...to.imports.keys()].filter((id) => !from.imports.has(id));
  const order = [...to.imports.keys()];
  const isPlain = [...kept, ...added].every((id, i) => id === order[i]);
  return isPlain ? {} : { importOrder: order };
}

export function stepBetween(
  from: PlanDocument,
  to: HistoryEntry,
  nameContent: NameContent,
): StepRecord {
  const { alignments, beltWidths, imports, title } = diffDocuments(from, to.doc);
  const updatedWidths = [...beltWidths.updated].map(([id, [, width]]) => [id, width] as const);
  const puts = <T>(diff: {
    readonly added: ReadonlyMap<string, T>;
    readonly updated: ReadonlyMap<string, readonly [T, T]>;
  }): T[] => [...diff.added.values(), ...[...diff.updated.values()].map(([, now]) => now)];
  return {
    label: to.label,
    ...(title ? { title: title[1] } : {}),
    putAlignments: puts(alignments),
    removedAlignments: [...alignments.removed.keys()],
    putBeltWidths: [...beltWidths.added, ...updatedWidths].map(widthEntry),
    removedBeltWidths: [...beltWidths.removed.keys()],
    putImports: puts(imports).map((record) => importEntry(record, nameContent)),
    removedImports: [...imports.removed.keys()],
    ...importOrder(from, to.doc),
  };
}

function stepImports(doc: PlanDocument, step: StepRecord, source: ContentSource) {
  if (step.putImports.length + step.removedImports.length === 0 && !step.importOrder) {
    return doc.imports;
  }
  const imports = new Map(doc.imports);
  for (const id of step.removedImports) imports.delete(id);
  putImports(imports, step.putImports, source);
  if (!step.importOrder) return imports;
  const inOrder = new Map<string, ImportRecord>();
  for (const id of step.importOrder) {
    const record = imports.get(id);
    if (record) inOrder.set(id, record);
  }
  return inOrder;
}

export function applyStep(
  doc: PlanDocument,
  step: StepRecord,
  source: ContentSource,
): PlanDocument {
  const alignments = new Map(doc.alignments);
  for (const id of step.removedAlignments) alignments.delete(id);
  for (const alignment of step.putAlignments) alignments.set(alignment.projectId, alignment);
  const beltWidths = new Map(doc.beltWidths);
  for (const id of step.removedBeltWidths) beltWidths.delete(id);
  for (const belt of step.putBeltWidths) beltWidths.set(belt.beltId, belt.widthMetres);
  const imports = stepImports(doc, step, source);
  return { ...doc, title: step.title ?? doc.title, alignments, beltWidths, imports };
}

/** Plain data for storage; a running drag is written as if it had ended. */
export function historyToRecord(history: History, nameContent: NameContent): HistoryRecord {
  const { entries, index } = endDrag(history);
  const [first, ...later] = entries;
  if (!first) throw new RangeError('a history has at least one entry, got 0');
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    first: documentToRecord(first.doc, nameContent),
    steps: later.map((entry, i) => stepBetween((entries[i] ?? first).doc, entry, nameContent)),
    index,
  };
}

/** Throws RangeError when the record's index is beyond its steps. */
export function historyFromRecord(record: HistoryRecord, source: ContentSource): History {
  const { first, steps, index } = record;
  if (index > steps.length) {
    throw new RangeError(`history index ${index} of ${steps.length} steps`);
  }
  let doc = documentFromRecord(first, source);
  const entries: HistoryEntry[] = [{ doc, label: '' }];
  for (const step of steps) {
    doc = applyStep(doc, step, source);
    entries.push({ doc, label: step.label });
  }
  return { entries, index, drag: null };
}
