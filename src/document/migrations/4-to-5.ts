// Version 5 brought treatments of audit findings and actual values of targets; there were none before.
import type { DocumentRecord4, HistoryRecord4, StepRecord4 } from '../schema.4';
import type { DocumentRecord, HistoryRecord, StepRecord } from '../schema.5';

export function migrateDocument4To5(record: DocumentRecord4): DocumentRecord {
  return { ...record, schemaVersion: 5, treatments: [], actuals: [] };
}

export function migrateStep4To5(step: StepRecord4): StepRecord {
  return { ...step, putTreatments: [], removedTreatments: [], putActuals: [], removedActuals: [] };
}

export function migrateHistory4To5({ first, steps, index }: HistoryRecord4): HistoryRecord {
  return {
    schemaVersion: 5,
    first: migrateDocument4To5(first),
    steps: steps.map(migrateStep4To5),
    index,
  };
}
