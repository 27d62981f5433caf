// Shapes of what schema version 3 wrote: what the scenarios hold. Frozen: it is how old data is read, and what version 4 took over. A record that several scenarios share is written
// once and names them in `in`, so a branch costs what it changes.
import type { Geometry } from 'geojson';
import * as z from 'zod/mini';
import { isGeometry } from './geometry-guard';
import { alignment, beltWidth, filled } from './schema.1';
import { importEntry } from './schema.2';

const count = z.int().check(z.gte(0));
const metres = z.number().check(z.gte(0));

export const planObject = z.object({
  id: filled,
  kind: z.enum(['site', 'zone', 'belt', 'project', 'reference']),
  name: z.string(),
  geometry: z.nullable(z.custom<Geometry>(isGeometry)),
  accuracyMetres: metres,
  /** A list, so that no field can meet an object's own keys. */
  values: z.array(z.tuple([filled, z.union([z.number(), z.string(), z.array(z.string())])])),
  note: z.string(),
  madeAt: filled,
});
export type PlanObjectRecord = z.infer<typeof planObject>;

export const assignment = z.object({
  villageCode: filled,
  siteId: filled,
  households: z.nullable(count),
  persons: z.nullable(count),
});

/** Ids of the scenarios that hold a record. */
const holders = { in: z.array(filled).check(z.minLength(1)) };

export const heldAlignment = z.extend(alignment, holders);
export const heldBeltWidth = z.extend(beltWidth, holders);
export const heldObject = z.extend(planObject, holders);
export const heldAssignment = z.extend(assignment, holders);

/** Strict, so that a lone line of a damaged file can be told from other records. */
export const scenarioEntry = z.strictObject({
  id: filled,
  title: z.string(),
  isLocked: z.boolean(),
});
export type ScenarioEntry = z.infer<typeof scenarioEntry>;

/** Lists sorted by id, imports and scenarios in their order: equal documents, equal bytes. */
export const documentRecord3 = z.object({
  schemaVersion: z.literal(3),
  id: filled,
  title: z.string(),
  packId: filled,
  packVersion: filled,
  scenarioId: filled,
  scenarios: z.array(scenarioEntry).check(z.minLength(1)),
  alignments: z.array(heldAlignment),
  beltWidths: z.array(heldBeltWidth),
  objects: z.array(heldObject),
  assignments: z.array(heldAssignment),
  imports: z.array(importEntry),
});
export type DocumentRecord3 = z.infer<typeof documentRecord3>;

/** What one edit put into a scenario and took away. */
const contentStep = z.object({
  putAlignments: z.array(alignment),
  removedAlignments: z.array(filled),
  putBeltWidths: z.array(beltWidth),
  removedBeltWidths: z.array(filled),
  putObjects: z.array(planObject),
  removedObjects: z.array(filled),
  putAssignments: z.array(assignment),
  removedAssignments: z.array(filled),
});
export type ContentStep = z.infer<typeof contentStep>;

const scenarioStep = z.object({
  id: filled,
  /** Present when the scenario is new or its name or lock changed. */
  about: z.optional(scenarioEntry),
  /** Of a new scenario: the one whose content it begins with. */
  from: z.optional(filled),
  content: z.optional(contentStep),
});
export type ScenarioStep = z.infer<typeof scenarioStep>;

export const stepRecord3 = z.object({
  label: z.string(),
  title: z.optional(z.string()),
  scenarioId: z.optional(filled),
  scenarios: z.array(scenarioStep),
  removedScenarios: z.array(filled),
  /** Ids in their new order; only where putting and removing alone would give another. */
  scenarioOrder: z.optional(z.array(filled)),
  putImports: z.array(importEntry),
  removedImports: z.array(filled),
  importOrder: z.optional(z.array(filled)),
});
export type StepRecord3 = z.infer<typeof stepRecord3>;

/** The first document whole, then one step an edit; `index` steps are applied, the rest can be redone. */
export const historyRecord3 = z.object({
  schemaVersion: z.literal(3),
  first: documentRecord3,
  steps: z.array(stepRecord3),
  index: count,
});
export type HistoryRecord3 = z.infer<typeof historyRecord3>;
