// Shapes of what schema version 2 wrote: a document, a step and a history. Frozen: it is how old data is read. What an import holds (up to a million
// rows) is kept apart and written once; a record names it by `content`: the part of a file, or the key in the journal.
import * as z from 'zod/mini';
import { alignment, beltWidth, filled } from './schema.1';

const count = z.int().check(z.gte(0));

const provenance = z.object({
  fileName: z.string(),
  sha256: z.string(),
  format: z.string(),
  encoding: z.nullable(z.string()),
  crs: z.string(),
  crsEvidence: z.string(),
  madeAt: filled,
  rowsRead: count,
  rowsRefused: count,
});

export const importEntry = z.object({ id: filled, title: z.string(), provenance, content: filled });
export type ImportEntry = z.infer<typeof importEntry>;

/** Lists, not objects keyed by id, so that no id can meet an object's own keys. Sorted by id (imports: as imported): equal documents, equal bytes. */
export const documentRecord2 = z.object({
  schemaVersion: z.literal(2),
  id: filled,
  title: z.string(),
  packId: filled,
  packVersion: filled,
  alignments: z.array(alignment),
  beltWidths: z.array(beltWidth),
  imports: z.array(importEntry),
});
export type DocumentRecord2 = z.infer<typeof documentRecord2>;

/** What one edit put and took away. */
export const stepRecord2 = z.object({
  label: z.string(),
  title: z.optional(z.string()),
  putAlignments: z.array(alignment),
  removedAlignments: z.array(filled),
  putBeltWidths: z.array(beltWidth),
  removedBeltWidths: z.array(filled),
  putImports: z.array(importEntry),
  removedImports: z.array(filled),
  /** Ids in their new order; only where putting and removing alone would give another. */
  importOrder: z.optional(z.array(filled)),
});
export type StepRecord2 = z.infer<typeof stepRecord2>;

/** The first document whole, then one step an edit; `index` steps are applied, the rest can be redone. */
export const historyRecord2 = z.object({
  schemaVersion: z.literal(2),
  first: documentRecord2,
  steps: z.array(stepRecord2),
  index: count,
});
export type HistoryRecord2 = z.infer<typeof historyRecord2>;
