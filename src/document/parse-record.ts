// Unknown values to documents and histories of the newest schema: choose the schema by version, check, migrate. Never
// throws on bad input.
import type * as z from 'zod/mini';
import type { Outcome, Problem } from '../domain/problem';
import { type ContentSource, documentFromRecord, historyFromRecord } from './document-record';
import type { History } from './history';
import { migrateDocument1To2, migrateHistory1To2 } from './migrations/1-to-2';
import { migrateDocument2To3, migrateHistory2To3 } from './migrations/2-to-3';
import { migrateDocument3To4, migrateHistory3To4 } from './migrations/3-to-4';
import { DOCUMENT_SCHEMA_VERSION, type PlanDocument } from './plan-document';
import { documentRecord1, historyRecord1 } from './schema.1';
import { documentRecord2, historyRecord2 } from './schema.2';
import { documentRecord3, historyRecord3 } from './schema.3';
import { documentRecord, historyRecord } from './schema.4';

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
    Record<1 | 2 | 3 | typeof DOCUMENT_SCHEMA_VERSION, (value: unknown) => Outcome<New>>
  >,
): Outcome<New> {
  const version = schemaVersion(value);
  if (version !== null && version > DOCUMENT_SCHEMA_VERSION) {
    return { ok: false, problems: [newer(version)] };
  }
  const isOld = version === 1 || version === 2 || version === 3;
  return readers[isOld ? version : DOCUMENT_SCHEMA_VERSION](value);
}

/** A document of any version. Imports without content are left out and noted in `source.lost`. */
export function parseDocument(value: unknown, source: ContentSource): Outcome<PlanDocument> {
  const record = readVersions(value, {
    1: (old) => {
      const second = migrated(checkShape(documentRecord1, old), migrateDocument1To2);
      return migrated(migrated(second, migrateDocument2To3), migrateDocument3To4);
    },
    2: (old) => {
      const third = migrated(checkShape(documentRecord2, old), migrateDocument2To3);
      return migrated(third, migrateDocument3To4);
    },
    3: (old) => migrated(checkShape(documentRecord3, old), migrateDocument3To4),
    4: (now) => checkShape(documentRecord, now),
  });
  return record.ok ? fitting(() => documentFromRecord(record.value, source)) : record;
}

/** A history of any version. Imports without content are left out and noted in `source.lost`. */
export function parseHistory(value: unknown, source: ContentSource): Outcome<History> {
  const record = readVersions(value, {
    1: (old) => {
      const second = migrated(checkShape(historyRecord1, old), migrateHistory1To2);
      return migrated(migrated(second, migrateHistory2To3), migrateHistory3To4);
    },
    2: (old) => {
      const third = migrated(checkShape(historyRecord2, old), migrateHistory2To3);
      return migrated(third, migrateHistory3To4);
    },
    3: (old) => migrated(checkShape(historyRecord3, old), migrateHistory3To4),
    4: (now) => checkShape(historyRecord, now),
  });
  if (!record.ok) return record;
  const { steps, index } = record.value;
  if (index > steps.length) {
    return { ok: false, problems: [damaged(`第 ${index} 步不在 ${steps.length} 步之内`)] };
  }
  return fitting(() => historyFromRecord(record.value, source));
}
