// Version 3 put what the plan holds into scenarios: all that there was is the first one's.
import { BASE_SCENARIO_ID, BASE_SCENARIO_TITLE } from '../plan-document';
import type { DocumentRecord2, HistoryRecord2, StepRecord2 } from '../schema.2';
import type { DocumentRecord3, HistoryRecord3, StepRecord3 } from '../schema.3';

const held = { in: [BASE_SCENARIO_ID] };

export function migrateDocument2To3(record: DocumentRecord2): DocumentRecord3 {
  return {
    ...record,
    schemaVersion: 3,
    scenarioId: BASE_SCENARIO_ID,
    scenarios: [{ id: BASE_SCENARIO_ID, title: BASE_SCENARIO_TITLE, isLocked: false }],
    alignments: record.alignments.map((alignment) => ({ ...alignment, ...held })),
    beltWidths: record.beltWidths.map((width) => ({ ...width, ...held })),
    objects: [],
    assignments: [],
  };
}

export function migrateStep2To3(step: StepRecord2): StepRecord3 {
  const { putAlignments, removedAlignments, putBeltWidths, removedBeltWidths, ...rest } = step;
  const content = {
    putAlignments,
    removedAlignments,
    putBeltWidths,
    removedBeltWidths,
    putObjects: [],
    removedObjects: [],
    putAssignments: [],
    removedAssignments: [],
  };
  const isChanged = Object.values(content).some((list) => list.length > 0);
  return {
    ...rest,
    scenarios: isChanged ? [{ id: BASE_SCENARIO_ID, content }] : [],
    removedScenarios: [],
  };
}

export function migrateHistory2To3({ first, steps, index }: HistoryRecord2): HistoryRecord3 {
  return {
    schemaVersion: 3,
    first: migrateDocument2To3(first),
    steps: steps.map(migrateStep2To3),
    index,
  };
}
