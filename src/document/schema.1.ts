// Shapes of what schema version 1 wrote: a document and a history. Frozen: it is how old data is read.
import type { Geometry } from 'geojson';
import * as z from 'zod/mini';
import { isGeometry } from './geometry-guard';

// zod otherwise compiles with `new Function`, which a content security policy may forbid.
z.config({ jitless: true });

export const filled = z.string().check(z.regex(/\S/));
const metres = z.number().check(z.gte(0));

export const alignment = z.object({
  projectId: filled,
  geometry: z.custom<Geometry>(isGeometry),
  accuracyMetres: metres,
  origin: z.enum(['drawn', 'typed', 'imported']),
  note: z.string(),
  madeAt: filled,
});

export const beltWidth = z.object({ beltId: filled, widthMetres: metres });

/** Lists, not objects keyed by id, so that no id can meet an object's own keys. Sorted by id: equal documents, equal bytes. */
export const documentRecord1 = z.object({
  schemaVersion: z.literal(1),
  packId: filled,
  packVersion: filled,
  alignments: z.array(alignment),
  beltWidths: z.array(beltWidth),
});
export type DocumentRecord1 = z.infer<typeof documentRecord1>;

/** One step of a history: what the edit put and took away. */
const step = z.object({
  label: z.string(),
  putAlignments: z.array(alignment),
  removedAlignments: z.array(filled),
  putBeltWidths: z.array(beltWidth),
  removedBeltWidths: z.array(filled),
});

/** The first document whole, then one step an edit; `index` steps are applied, the rest can be redone. */
export const historyRecord1 = z.object({
  schemaVersion: z.literal(1),
  first: documentRecord1,
  steps: z.array(step),
  index: z.int().check(z.gte(0)),
});
export type HistoryRecord1 = z.infer<typeof historyRecord1>;
