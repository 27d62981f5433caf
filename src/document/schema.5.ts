// Shapes of what is written, schema version 5: treatments of audit findings and actual values of targets, beside what
// version 4 held.
import * as z from 'zod/mini';
import { filled } from './schema.1';
import { documentRecord4, stepRecord4 } from './schema.4';

const figure = z.nullable(z.union([z.number(), z.string()]));

export const treatmentRecord = z.object({
  findingId: filled,
  way: z.enum(['accept', 'use-computed', 'exclude']),
  note: z.string(),
  cell: z.nullable(
    z.object({
      tableId: filled,
      row: z.int().check(z.gte(1)),
      column: z.string(),
      printed: z.string(),
    }),
  ),
  stated: figure,
  computed: figure,
  unit: z.string(),
  text: z.string(),
  madeAt: filled,
});

export const actualRecord = z.object({
  targetId: filled,
  year: z.int(),
  value: z.number(),
  note: z.string(),
  source: z.string(),
  madeAt: filled,
});

/** Lists sorted by id; imports, scenarios and scenes in their order: equal documents, equal bytes. */
export const documentRecord = z.extend(documentRecord4, {
  schemaVersion: z.literal(5),
  treatments: z.array(treatmentRecord),
  actuals: z.array(actualRecord),
});
export type DocumentRecord = z.infer<typeof documentRecord>;

export const stepRecord = z.extend(stepRecord4, {
  packVersion: z.optional(filled),
  putTreatments: z.array(treatmentRecord),
  removedTreatments: z.array(filled),
  putActuals: z.array(actualRecord),
  removedActuals: z.array(filled),
});
export type StepRecord = z.infer<typeof stepRecord>;

/** The first document whole, then one step an edit; `index` steps are applied, the rest can be redone. */
export const historyRecord = z.object({
  schemaVersion: z.literal(5),
  first: documentRecord,
  steps: z.array(stepRecord),
  index: z.int().check(z.gte(0)),
});
export type HistoryRecord = z.infer<typeof historyRecord>;
