// Version 4 brought scenes; there were none before.
import type { DocumentRecord3, HistoryRecord3, StepRecord3 } from '../schema.3';
import type { DocumentRecord4, HistoryRecord4, StepRecord4 } from '../schema.4';

export function migrateDocument3To4(record: DocumentRecord3): DocumentRecord4 {
  return { ...record, schemaVersion: 4, scenes: [] };
}

export function migrateStep3To4(step: StepRecord3): StepRecord4 {
  return { ...step, putScenes: [], removedScenes: [] };
}

export function migrateHistory3To4({ first, steps, index }: HistoryRecord3): HistoryRecord4 {
  return {
    schemaVersion: 4,
    first: migrateDocument3To4(first),
    steps: steps.map(migrateStep3To4),
    index,
  };
}
