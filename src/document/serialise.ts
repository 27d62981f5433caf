// Documents and histories to plain data and back. A history is written as its first document and one patch an edit, so a
// large alignment is stored once however many steps keep it. Reading checks everything and never throws on bad input.
import type * as z from 'zod/mini';
import type { Outcome, Problem } from '../domain/problem';
import { diffDocuments } from './diff';
import { type History, type HistoryEntry, endDrag } from './history';
import { DOCUMENT_SCHEMA_VERSION, type PlanDocument } from './plan-document';
import {
  type DocumentFile,
  type HistoryRecord,
  type StepRecord,
  documentFile,
  historyRecord,
} from './schema.1';

function byId<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function documentToFile(doc: PlanDocument): DocumentFile {
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    packId: doc.packId,
    packVersion: doc.packVersion,
    alignments: byId(doc.alignments).map(([, alignment]) => ({ ...alignment })),
    beltWidths: byId(doc.beltWidths).map(([beltId, widthMetres]) => ({ beltId, widthMetres })),
  };
}

function documentFromFile(file: DocumentFile): PlanDocument {
  return {
    schemaVersion: file.schemaVersion,
    packId: file.packId,
    packVersion: file.packVersion,
    alignments: new Map(file.alignments.map((alignment) => [alignment.projectId, alignment])),
    beltWidths: new Map(file.beltWidths.map((belt) => [belt.beltId, belt.widthMetres])),
  };
}

/** Equal documents give equal text. */
export function serialiseDocument(doc: PlanDocument): string {
  return JSON.stringify(documentToFile(doc), null, 2);
}

function damaged(what: string): Problem {
  return {
    code: 'document-damaged',
    severity: 'error',
    where: {},
    text: `方案数据已损坏，无法读取：${what}。`,
    mend: '已改用空白方案，损坏的数据另存备查；如有导出的方案文件，请重新打开。',
  };
}

function newer(version: unknown): Problem {
  return {
    code: 'document-newer',
    severity: 'error',
    where: {},
    text: `方案由更新版本的村图保存（格式 ${String(version)}，本版本读 ${DOCUMENT_SCHEMA_VERSION}）。`,
    mend: '请升级村图后再打开；原数据已另存，不会被覆盖。',
  };
}

function parseWith<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Outcome<z.output<Schema>> {
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value
      ? value.schemaVersion
      : undefined;
  if (typeof version === 'number' && version > DOCUMENT_SCHEMA_VERSION) {
    return { ok: false, problems: [newer(version)] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data, notes: [] };
  const paths = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || '根');
  return { ok: false, problems: [damaged(`${paths.join('、')} 不合规定`)] };
}

/** Reads what serialiseDocument wrote. */
export function parseDocument(text: string): Outcome<PlanDocument> {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { ok: false, problems: [damaged('不是 JSON 文本')] };
  }
  const file = parseWith(documentFile, value);
  return file.ok ? { ok: true, value: documentFromFile(file.value), notes: [] } : file;
}

function stepBetween(from: HistoryEntry, to: HistoryEntry): StepRecord {
  const { alignments, beltWidths } = diffDocuments(from.doc, to.doc);
  const updatedWidths = [...beltWidths.updated].map(([id, [, width]]) => [id, width] as const);
  return {
    label: to.label,
    putAlignments: [
      ...alignments.added.values(),
      ...[...alignments.updated.values()].map(([, alignment]) => alignment),
    ],
    removedAlignments: [...alignments.removed.keys()],
    putBeltWidths: [...beltWidths.added, ...updatedWidths].map(([beltId, widthMetres]) => ({
      beltId,
      widthMetres,
    })),
    removedBeltWidths: [...beltWidths.removed.keys()],
  };
}

function applyStep(doc: PlanDocument, step: StepRecord): PlanDocument {
  const alignments = new Map(doc.alignments);
  for (const id of step.removedAlignments) alignments.delete(id);
  for (const alignment of step.putAlignments) alignments.set(alignment.projectId, alignment);
  const beltWidths = new Map(doc.beltWidths);
  for (const id of step.removedBeltWidths) beltWidths.delete(id);
  for (const belt of step.putBeltWidths) beltWidths.set(belt.beltId, belt.widthMetres);
  return { ...doc, alignments, beltWidths };
}

/** Plain data for storage; a running drag is written as if it had ended. */
export function historyToRecord(history: History): HistoryRecord {
  const { entries, index } = endDrag(history);
  const [first, ...later] = entries;
  if (!first) throw new RangeError('a history has at least one entry, got 0');
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    first: documentToFile(first.doc),
    steps: later.map((entry, i) => stepBetween(entries[i] ?? first, entry)),
    index,
  };
}

/** Reads what historyToRecord wrote. */
export function parseHistory(value: unknown): Outcome<History> {
  const record = parseWith(historyRecord, value);
  if (!record.ok) return record;
  const { first, steps, index } = record.value;
  if (index > steps.length) {
    return { ok: false, problems: [damaged(`第 ${index} 步不在 ${steps.length} 步之内`)] };
  }
  let doc = documentFromFile(first);
  const entries: HistoryEntry[] = [{ doc, label: '' }];
  for (const step of steps) {
    doc = applyStep(doc, step);
    entries.push({ doc, label: step.label });
  }
  return { ok: true, value: { entries, index, drag: null }, notes: [] };
}
