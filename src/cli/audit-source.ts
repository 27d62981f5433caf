// What `cuntu audit` is given, as the audit's input: a pack, a document with its pack, or a file's tables.
import { existsSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { auditPack, auditTables } from '../analysis/audit';
import type { AuditInput } from '../analysis/audit-input';
import { planTableOf } from '../analysis/audit-plain-table';
import type { AuditFinding } from '../domain/audit-finding';
import type { PlanTable } from '../domain/plan-table';
import type { Outcome } from '../domain/problem';
import { effectiveRegion } from '../document/effective-region';
import { contentOf } from '../document/plan-document';
import { readCuntu } from '../document/read-cuntu';
import { findShape } from '../io/import-table';
import { plainTableOf } from '../io/plain-table';
import { readSources } from '../io/read-sources';
import { sha256Hex } from '../io/sha256';
import type { SourceFile } from '../io/source-layer';
import { DEFAULT_PACK, openPack, PACK_PREFIX } from './open-pack';
import { readInput } from './read-input';
import { readWithCompanions } from './read-companions';

type Findings = Outcome<readonly AuditFinding[]>;

function packFindings(pack: Outcome<AuditInput>): Findings {
  return pack.ok ? { ...pack, value: auditPack(pack.value) } : pack;
}

function tablesOf(file: SourceFile): PlanTable[] {
  return file.layers.map((layer) => planTableOf(plainTableOf(file, layer, findShape(layer))));
}

async function fileFindings(path: string): Promise<Findings> {
  const { files, missing } = await readWithCompanions([path]);
  const unread = missing.flatMap(({ problems }) => problems);
  if (unread.length > 0) return { ok: false, problems: unread };
  const read = await readSources(files);
  if (!read.ok) return read;
  const tables = read.value.flatMap(tablesOf);
  if (tables.some(({ rows }) => rows.length > 0)) return { ...read, value: auditTables(tables) };
  const file = basename(path);
  const text = `${file}：没有读到表格行，无从体检。`;
  const mend = '请给有表头和数据行的表格（.csv、.xlsx）。';
  return {
    ok: false,
    problems: [{ code: 'audit-empty', severity: 'error', where: { file }, text, mend }],
  };
}

async function documentFindings(path: string): Promise<Findings> {
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes;
  const about = { fileName: basename(path), packId: DEFAULT_PACK, digest: sha256Hex };
  const read = await readCuntu(bytes.value, about);
  if (!read.ok) return read;
  const { doc } = read.value;
  const pack = await openPack(doc.packId);
  if (!pack.ok) return pack;
  const region = effectiveRegion(pack.value, doc.imports);
  const { objects } = contentOf(doc);
  const input = { ...region.pack, imports: doc.imports.values(), objects: objects.values() };
  const notes = [...read.notes, ...pack.notes];
  return { ok: true, value: auditPack(input), notes };
}

function isPackFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** `source`: "pack:yuncheng", a pack's folder, a .cuntu document or a file with tables. */
export async function auditSource(source: string): Promise<Findings> {
  if (source.startsWith(PACK_PREFIX))
    return packFindings(await openPack(source.slice(PACK_PREFIX.length)));
  if (isPackFolder(source)) return packFindings(await openPack(join(source, '.')));
  if (extname(source).toLowerCase() === '.cuntu') return documentFindings(source);
  return fileFindings(source);
}
