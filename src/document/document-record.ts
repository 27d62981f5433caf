// Documents and histories to plain records and back. A history is written as its first document and one patch an edit,
// so a large alignment is stored once however many steps keep it; contents of imports are named, not held.
import type { ImportContent, ImportRecord } from '../domain/imported';
import type { Scene } from '../domain/scene';
import { actualId } from '../domain/target';
import {
  applyContentStep,
  byId,
  contentStep,
  contentsFromRecords,
  contentsToRecords,
} from './content-record';
import { diffMaps, inOrder, newOrder, putOf } from './diff';
import { type History, type HistoryEntry, endDrag } from './history';
import {
  DOCUMENT_SCHEMA_VERSION,
  EMPTY_CONTENT,
  type PlanDocument,
  type Scenario,
} from './plan-document';
import type { ImportEntry } from './schema.2';
import type { ScenarioStep } from './schema.3';
import type { SceneRecord } from './schema.4';
import type { DocumentRecord, HistoryRecord, StepRecord } from './schema.5';

/** Where an import's content is kept; equal names mean the same content. */
export type NameContent = (record: ImportRecord) => string;

/** What reading needs: the contents by name, and where to say that one is missing. */
export interface ContentSource {
  readonly contents: ReadonlyMap<string, ImportContent>;
  /** Filled by reading: titles of imports left out for want of their content, by import id. */
  readonly lost: Map<string, string>;
}

function importEntry(record: ImportRecord, nameContent: NameContent): ImportEntry {
  const { id, title, provenance } = record;
  return { id, title, provenance: { ...provenance }, content: nameContent(record) };
}

function sceneRecord(scene: Scene): SceneRecord {
  const { highlightCodes, figures } = scene;
  return {
    ...scene,
    highlightCodes: [...highlightCodes],
    figures: figures.map((figure) => ({ ...figure })),
  };
}

function scenarioEntry({ id, title, isLocked }: Scenario) {
  return { id, title, isLocked };
}

/** The values of `entries`, each an object of its own. */
function copies<T extends object>(entries: readonly (readonly [string, T])[]): T[] {
  return entries.map(([, value]) => ({ ...value }));
}

export function documentToRecord(doc: PlanDocument, nameContent: NameContent): DocumentRecord {
  const scenarios = [...doc.scenarios.values()];
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    id: doc.id,
    title: doc.title,
    packId: doc.packId,
    packVersion: doc.packVersion,
    scenarioId: doc.scenarioId,
    scenes: [...doc.scenes.values()].map(sceneRecord),
    treatments: copies(byId(doc.treatments)),
    actuals: copies(byId(doc.actuals)),
    scenarios: scenarios.map(scenarioEntry),
    ...contentsToRecords(scenarios),
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

/** Throws RangeError when the open scenario is none of the record's. */
export function documentFromRecord(record: DocumentRecord, source: ContentSource): PlanDocument {
  const imports = new Map<string, ImportRecord>();
  putImports(imports, record.imports, source);
  const contents = contentsFromRecords(record);
  const scenarios = new Map(
    record.scenarios.map((entry) => [
      entry.id,
      { ...entry, content: contents.get(entry.id) ?? EMPTY_CONTENT },
    ]),
  );
  const scenes = new Map(record.scenes.map((scene) => [scene.id, scene]));
  const treatments = new Map(record.treatments.map((one) => [one.findingId, one]));
  const actuals = new Map(record.actuals.map((one) => [actualId(one), one]));
  const { schemaVersion, id, title, packId, packVersion, scenarioId } = record;
  if (!scenarios.has(scenarioId)) throw new RangeError(`no scenario ${scenarioId}`);
  const about = { schemaVersion, id, title, packId, packVersion, scenarioId };
  return { ...about, imports, scenes, treatments, actuals, scenarios };
}

function isRenamed(from: Scenario | undefined, to: Scenario): boolean {
  return from?.title !== to.title || from.isLocked !== to.isLocked;
}

function scenarioSteps(from: PlanDocument, to: PlanDocument): ScenarioStep[] {
  return putOf(diffMaps(from.scenarios, to.scenarios)).map(([id, scenario]) => {
    const before = from.scenarios.get(id);
    // A branch begins as another scenario's content: found by reference, so that it is not written again.
    const origin =
      before ?? [...from.scenarios.values()].find(({ content }) => content === scenario.content);
    const content = contentStep(origin?.content ?? EMPTY_CONTENT, scenario.content);
    return {
      id,
      ...(isRenamed(before, scenario) ? { about: scenarioEntry(scenario) } : {}),
      ...(!before && origin ? { from: origin.id } : {}),
      ...(content ? { content } : {}),
    };
  });
}

export function stepBetween(
  from: PlanDocument,
  to: HistoryEntry,
  nameContent: NameContent,
): StepRecord {
  const { doc, label } = to;
  const imports = diffMaps(from.imports, doc.imports);
  const scenarioOrder = newOrder(from.scenarios, doc.scenarios);
  const importOrder = newOrder(from.imports, doc.imports);
  const scenes = diffMaps(from.scenes, doc.scenes);
  const sceneOrder = newOrder(from.scenes, doc.scenes);
  const treatments = diffMaps(from.treatments, doc.treatments);
  const actuals = diffMaps(from.actuals, doc.actuals);
  return {
    label,
    ...(from.title === doc.title ? {} : { title: doc.title }),
    ...(from.packVersion === doc.packVersion ? {} : { packVersion: doc.packVersion }),
    ...(from.scenarioId === doc.scenarioId ? {} : { scenarioId: doc.scenarioId }),
    scenarios: scenarioSteps(from, doc),
    removedScenarios: [...diffMaps(from.scenarios, doc.scenarios).removed.keys()],
    ...(scenarioOrder ? { scenarioOrder } : {}),
    putImports: putOf(imports).map(([, record]) => importEntry(record, nameContent)),
    removedImports: [...imports.removed.keys()],
    ...(importOrder ? { importOrder } : {}),
    putScenes: putOf(scenes).map(([, scene]) => sceneRecord(scene)),
    removedScenes: [...scenes.removed.keys()],
    ...(sceneOrder ? { sceneOrder } : {}),
    putTreatments: copies(putOf(treatments)),
    removedTreatments: [...treatments.removed.keys()],
    putActuals: copies(putOf(actuals)),
    removedActuals: [...actuals.removed.keys()],
  };
}

function stepImports(doc: PlanDocument, step: StepRecord, source: ContentSource) {
  if (step.putImports.length + step.removedImports.length === 0 && !step.importOrder) {
    return doc.imports;
  }
  const imports = new Map(doc.imports);
  for (const id of step.removedImports) imports.delete(id);
  putImports(imports, step.putImports, source);
  return inOrder(imports, step.importOrder);
}

/** `before` with records put and removed; the same map where there are none. */
function stepMap<T>(
  before: ReadonlyMap<string, T>,
  put: readonly T[],
  removed: readonly string[],
  idOf: (value: T) => string,
): ReadonlyMap<string, T> {
  if (put.length + removed.length === 0) return before;
  const after = new Map(before);
  for (const id of removed) after.delete(id);
  for (const value of put) after.set(idOf(value), value);
  return after;
}

function stepScenes(doc: PlanDocument, step: StepRecord): ReadonlyMap<string, Scene> {
  const scenes = stepMap(doc.scenes, step.putScenes, step.removedScenes, ({ id }) => id);
  return inOrder(scenes, step.sceneOrder);
}

function stepScenarios(doc: PlanDocument, step: StepRecord): ReadonlyMap<string, Scenario> {
  const isSame = step.scenarios.length + step.removedScenarios.length === 0 && !step.scenarioOrder;
  if (isSame) return doc.scenarios;
  const scenarios = new Map(doc.scenarios);
  for (const id of step.removedScenarios) scenarios.delete(id);
  for (const { id, about, from, content } of step.scenarios) {
    const before = doc.scenarios.get(from ?? id);
    const entry = about ?? doc.scenarios.get(id);
    if (!entry || (from !== undefined && !before))
      throw new RangeError(`no scenario ${from ?? id}`);
    const begin = before?.content ?? EMPTY_CONTENT;
    const { title, isLocked } = entry;
    scenarios.set(id, {
      id,
      title,
      isLocked,
      content: content ? applyContentStep(begin, content) : begin,
    });
  }
  return inOrder(scenarios, step.scenarioOrder);
}

/** Throws RangeError when the step speaks of a scenario that the document does not have. */
export function applyStep(
  doc: PlanDocument,
  step: StepRecord,
  source: ContentSource,
): PlanDocument {
  const next = {
    ...doc,
    title: step.title ?? doc.title,
    packVersion: step.packVersion ?? doc.packVersion,
    scenarios: stepScenarios(doc, step),
    scenarioId: step.scenarioId ?? doc.scenarioId,
    imports: stepImports(doc, step, source),
    scenes: stepScenes(doc, step),
    treatments: stepMap(
      doc.treatments,
      step.putTreatments,
      step.removedTreatments,
      ({ findingId }) => findingId,
    ),
    actuals: stepMap(doc.actuals, step.putActuals, step.removedActuals, actualId),
  };
  if (!next.scenarios.has(next.scenarioId)) throw new RangeError(`no scenario ${next.scenarioId}`);
  return next;
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

/** Throws RangeError when the record's index is beyond its steps or a step does not fit. */
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
