// Shapes of what is written, schema version 4: scenes, in their order, beside what version 3 held.
import * as z from 'zod/mini';
import { filled } from './schema.1';
import { documentRecord3, stepRecord3 } from './schema.3';

export const sceneRecord = z.object({
  id: filled,
  title: z.string(),
  caption: z.string(),
  notes: z.string(),
  isHidden: z.boolean(),
  view: z.string(),
  hasLegend: z.boolean(),
  highlightCodes: z.array(filled),
  figures: z.array(z.object({ label: z.string(), text: z.string() })),
  madeAt: filled,
});
export type SceneRecord = z.infer<typeof sceneRecord>;

/** Lists sorted by id; imports, scenarios and scenes in their order: equal documents, equal bytes. */
export const documentRecord4 = z.extend(documentRecord3, {
  schemaVersion: z.literal(4),
  scenes: z.array(sceneRecord),
});
export type DocumentRecord4 = z.infer<typeof documentRecord4>;

export const stepRecord4 = z.extend(stepRecord3, {
  putScenes: z.array(sceneRecord),
  removedScenes: z.array(filled),
  /** Ids in their new order; only where putting and removing alone would give another. */
  sceneOrder: z.optional(z.array(filled)),
});
export type StepRecord4 = z.infer<typeof stepRecord4>;

/** The first document whole, then one step an edit; `index` steps are applied, the rest can be redone. */
export const historyRecord4 = z.object({
  schemaVersion: z.literal(4),
  first: documentRecord4,
  steps: z.array(stepRecord4),
  index: z.int().check(z.gte(0)),
});
export type HistoryRecord4 = z.infer<typeof historyRecord4>;
