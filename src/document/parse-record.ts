// Unknown values to documents and histories of the newest schema: choose the schema by version, check, migrate. Never
// throws on bad input.
import type * as z from 'zod/mini';
import type { Outcome, Problem } from '../domain/problem';
import { type ContentSource, documentFromRecord, historyFromRecord } from './document-record';
import type { History } from './history';
import { migrateDocument1To2, migrateHistory1To2 } from './migrations/1-to-2';
import { migrateDocument2To3, migrateHistory2To3 } from './migrations/2-to-3';
import { migrateDocument3To4, migrateHistory3To4 } from './migrations/3-to-4';
import { migrateDocument4To5, migrateHistory4To5 } from './migrations/4-to-5';
import { DOCUMENT_SCHEMA_VERSION, type PlanDocument } from './plan-document';
import { documentRecord1, historyRecord1 } from './schema.1';
import {
  type DocumentRecord2,
  type HistoryRecord2,
  documentRecord2,
  historyRecord2,
} from './schema.2';
import {
  type DocumentRecord3,
  type HistoryRecord3,
  documentRecord3,
  historyRecord3,
} from './schema.3';
import {
  type DocumentRecord4,
  type HistoryRecord4,
  documentRecord4,
  historyRecord4,
} from './schema.4';
import { documentRecord, historyRecord } from './schema.5';

/** What of a document could not be read. */
export function damaged(what: string): Problem {
  return {
    code: 'document-damaged',
    severity: 'error',
    where: {},
    text: `方案数据已损坏，无法读取：${what}。`,
    mend: '损坏的数据另存备查；如有导出的方案文件，请重新打开。',
  };
}

function newer(version: number): Problem {
  return {
    code: 'document-newer',
    severity: 'error',
    where: {},
    text: `方案由更新版本的村图保存（格式 ${version}，本版本读 ${DOCUMENT_SCHEMA_VERSION}）。`,
    mend: '请升级村图后再打开；原数据不会被覆盖。',
  };
}

/** Imports that could not be read with their document, by id → title. */
export function lostImports(lost: ReadonlyMap<string, string>): readonly Problem[] {
  return [...lost.values()].map((title) => ({
    code: 'document-import-lost',
    severity: 'warning',
    where: {},
    text: `导入「${title}」的数据已损坏，未能恢复。`,
    mend: '请从原文件重新导入。',
  }));
}

/** Checks a value against a schema and names what does not fit. */
export function checkShape<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Outcome<z.output<Schema>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data, notes: [] };
  const paths = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || '根');
  return { ok: false, problems: [damaged(`${paths.join('、')} 不合规定`)] };
}

function schemaVersion(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return null;
  return typeof value.schemaVersion === 'number' ? value.schemaVersion : null;
}

function migrated<Old, New>(read: Outcome<Old>, migrate: (old: Old) => New): Outcome<New> {
  return read.ok ? { ...read, value: migrate(read.value) } : read;
}

/** What `make` gives; a record whose parts do not fit together is damaged. */
export function fitting<Made>(make: () => Made): Outcome<Made> {
  try {
    return { ok: true, value: make(), notes: [] };
  } catch (cause) {
    if (cause instanceof RangeError) return { ok: false, problems: [damaged(cause.message)] };
    throw cause;
  }
}

/** Schemas of one kind of record by version: the old ones lead to the newest. */
function readVersions<New>(
  value: unknown,
  readers: Readonly<
    Record<1 | 2 | 3 | 4 | typeof DOCUMENT_SCHEMA_VERSION, (value: unknown) => Outcome<New>>
  >,
): Outcome<New> {
  const version = schemaVersion(value);
  if (version !== null && version > DOCUMENT_SCHEMA_VERSION) {
    return { ok: false, problems: [newer(version)] };
  }
  const isOld = version === 1 || version === 2 || version === 3 || version === 4;
  return readers[isOld ? version : DOCUMENT_SCHEMA_VERSION](value);
}

/** Records of a version to the newest, one version at a time. */
const DOCUMENT_FROM = {
  2: (old: DocumentRecord2) => DOCUMENT_FROM[3](migrateDocument2To3(old)),
  3: (old: DocumentRecord3) => DOCUMENT_FROM[4](migrateDocument3To4(old)),
  4: (old: DocumentRecord4) => migrateDocument4To5(old),
};
const HISTORY_FROM = {
  2: (old: HistoryRecord2) => HISTORY_FROM[3](migrateHistory2To3(old)),
  3: (old: HistoryRecord3) => HISTORY_FROM[4](migrateHistory3To4(old)),
  4: (old: HistoryRecord4) => migrateHistory4To5(old),
};

/** A document of any version. Imports without content are left out and noted in `source.lost`. */
export function parseDocument(value: unknown, source: ContentSource): Outcome<PlanDocument> {
  const record = readVersions(value, {
    1: (old) =>
      migrated(checkShape(documentRecord1, old), (one) =>
        DOCUMENT_FROM[2](migrateDocument1To2(one)),
      ),
    2: (old) => migrated(checkShape(documentRecord2, old), DOCUMENT_FROM[2]),
    3: (old) => migrated(checkShape(documentRecord3, old), DOCUMENT_FROM[3]),
    4: (old) => migrated(checkShape(documentRecord4, old), DOCUMENT_FROM[4]),
    5: (now) => checkShape(documentRecord, now),
  });
  return record.ok ? fitting(() => documentFromRecord(record.value, source)) : record;
}

/** A history of any version. Imports without content are left out and noted in `source.lost`. */
export function parseHistory(value: unknown, source: ContentSource): Outcome<History> {
  const record = readVersions(value, {
    1: (old) =>
      migrated(checkShape(historyRecord1, old), (one) => HISTORY_FROM[2](migrateHistory1To2(one))),
    2: (old) => migrated(checkShape(historyRecord2, old), HISTORY_FROM[2]),
    3: (old) => migrated(checkShape(historyRecord3, old), HISTORY_FROM[3]),
    4: (old) => migrated(checkShape(historyRecord4, old), HISTORY_FROM[4]),
    5: (now) => checkShape(historyRecord, now),
  });
  if (!record.ok) return record;
  const { steps, index } = record.value;
  if (index > steps.length) {
    return { ok: false, problems: [damaged(`第 ${index} 步不在 ${steps.length} 步之内`)] };
  }
  return fitting(() => historyFromRecord(record.value, source));
}
