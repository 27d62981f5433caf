// Version 2 gave the document an id and a title, for several documents a pack, and imports.
import type { DocumentRecord1, HistoryRecord1 } from '../schema.1';
import type { DocumentRecord2, HistoryRecord2 } from '../schema.2';

export const FIRST_TITLE = '我的方案';

/** Version 1 had one document a pack, so the pack's id tells it apart; whoever opens it elsewhere gives it another. */
export function firstDocumentId(packId: string): string {
  return `first-${packId}`;
}

export function migrateDocument1To2(record: DocumentRecord1): DocumentRecord2 {
  return {
    ...record,
    schemaVersion: 2,
    id: firstDocumentId(record.packId),
    title: FIRST_TITLE,
    imports: [],
  };
}

export function migrateHistory1To2(record: HistoryRecord1): HistoryRecord2 {
  return {
    schemaVersion: 2,
    first: migrateDocument1To2(record.first),
    steps: record.steps.map((step) => ({ ...step, putImports: [], removedImports: [] })),
    index: record.index,
  };
}
