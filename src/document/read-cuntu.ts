// A document from the bytes of a .cuntu file. Whole files are checked against their manifest; of a damaged one all that
// can still be proven true is kept, and what was lost is listed: record lines by their checksums, imports by their
// parts. Nothing unproven is taken.
import type { ImportContent } from '../domain/imported';
import type { Outcome, Problem } from '../domain/problem';
import { breathe } from './breathe';
import { contentFromParts } from './content-text';
import {
  CUNTU_FORMAT_VERSION,
  DOCUMENT_PATH,
  type Digest,
  IMPORT_PATH,
  MANIFEST_PATH,
  type Manifest,
  manifestFile,
} from './cuntu-format';
import { lostImports, parseDocument } from './parse-record';
import {
  BASE_SCENARIO_ID,
  BASE_SCENARIO_TITLE,
  DOCUMENT_SCHEMA_VERSION,
  type PlanDocument,
} from './plan-document';
import { alignment, beltWidth } from './schema.1';
import { type ImportEntry, importEntry } from './schema.2';
import {
  type ScenarioEntry,
  heldAlignment,
  heldAssignment,
  heldBeltWidth,
  heldObject,
  scenarioEntry,
} from './schema.3';
import { sceneRecord } from './schema.4';
import { type DocumentRecord, actualRecord, treatmentRecord } from './schema.5';
import { textChecksum } from './text-checksum';
import { type ReadPart, readZip } from './zip-read';

export const CUNTU_LIMITS = { maxBytes: 200_000_000, maxParts: 1000 };

export interface CuntuContent {
  readonly doc: PlanDocument;
  /** False: a damaged file, of which `doc` is what could be recovered; the notes list what was lost. */
  readonly isWhole: boolean;
}

function problemIn(fileName: string) {
  return (code: string, severity: Problem['severity'], text: string, mend: string): Problem => ({
    code,
    severity,
    where: { file: fileName },
    text,
    mend,
  });
}
type MakeProblem = ReturnType<typeof problemIn>;

const MEND_CHECK = '请核对恢复出的内容，缺少的请从备份或原文件补上；原文件没有改动。';

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Items of a part's list; line by line as we write it, so that the page breathes; else whole. */
async function listOf(bytes: Uint8Array): Promise<readonly unknown[] | null> {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
  if (lines[0] === '[' && lines.at(-1) === ']') {
    const items: unknown[] = [];
    for (const line of lines.slice(1, -1)) {
      const item = jsonLine(line);
      if (item === undefined) break;
      items.push(item);
      await breathe();
    }
    if (items.length === lines.length - 2) return items;
  }
  const whole = jsonOf(bytes);
  return Array.isArray(whole) ? (whole as unknown[]) : null;
}

function jsonLine(line: string): unknown {
  try {
    return JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

interface Parts {
  readonly manifest: Manifest | null;
  readonly document: ReadPart | null;
  /** Imports whose part is proven whole, by path. */
  readonly imports: ReadonlyMap<
    string,
    { readonly entry: ImportEntry; readonly content: ImportContent }
  >;
  readonly isDocumentProven: boolean;
  readonly unknownPaths: readonly string[];
}

async function readImports(
  parts: readonly ReadPart[],
  isProven: (part: ReadPart) => Promise<boolean>,
) {
  const imports = new Map<string, { entry: ImportEntry; content: ImportContent }>();
  for (const part of parts) {
    if (!IMPORT_PATH.test(part.path) || !(await isProven(part))) continue;
    const [about, ...rest] = (await listOf(part.bytes)) ?? [];
    const entry = importEntry.safeParse(about);
    const content = contentFromParts(rest);
    if (entry.success && content) imports.set(part.path, { entry: entry.data, content });
  }
  return imports;
}

async function sortParts(parts: readonly ReadPart[], digest: Digest): Promise<Parts> {
  const find = (path: string): ReadPart | null => parts.find((part) => part.path === path) ?? null;
  const manifestPart = find(MANIFEST_PATH);
  const parsed = manifestPart?.isWhole ? manifestFile.safeParse(jsonOf(manifestPart.bytes)) : null;
  const manifest = parsed?.success ? parsed.data : null;
  const sums = new Map(manifest?.parts.map(({ path, sha256 }) => [path, sha256]));
  const isProven = async (part: ReadPart): Promise<boolean> =>
    part.isWhole && (!manifest || sums.get(part.path) === (await digest(part.bytes)));
  const document = find(DOCUMENT_PATH);
  const known = (path: string): boolean =>
    [MANIFEST_PATH, DOCUMENT_PATH].includes(path) || IMPORT_PATH.test(path);
  return {
    manifest,
    document,
    imports: await readImports(parts, isProven),
    isDocumentProven: document !== null && (await isProven(document)),
    unknownPaths: parts.map(({ path }) => path).filter((path) => !known(path)),
  };
}

/** Record lines of a damaged document.json that the manifest vouches for. */
function provenLines({ manifest, document }: Parts): { found: string[]; expected: number } {
  const sums = new Set(manifest?.lineChecksums);
  const text = document ? new TextDecoder().decode(document.bytes) : '';
  const lines = text.split('\n').map((line) => (line.endsWith(',') ? line.slice(0, -1) : line));
  const found = lines.filter((line) => line !== '' && sums.delete(textChecksum(line)));
  return { found, expected: manifest?.lineChecksums.length ?? 0 };
}

/** Scenarios by their own lines; one whose line is lost but whose records are not comes back under another name. */
function salvagedScenarios(
  items: readonly unknown[],
  lists: readonly (readonly { readonly in: readonly string[] }[])[],
): ScenarioEntry[] {
  const found = new Map(
    items.flatMap((item) => {
      const { data } = scenarioEntry.safeParse(item);
      return data ? [[data.id, data] as const] : [];
    }),
  );
  const add = (id: string): void => {
    if (found.has(id)) return;
    const title = id === BASE_SCENARIO_ID ? BASE_SCENARIO_TITLE : '恢复的情景';
    found.set(id, { id, title, isLocked: false });
  };
  for (const record of lists.flat()) record.in.forEach(add);
  if (found.size === 0) add(BASE_SCENARIO_ID);
  return [...found.values()];
}

/** A document record from proven lines and whole imports; the manifest, or failing it the open pack, says whose it is. */
function salvaged(parts: Parts, here: { readonly packId: string }): DocumentRecord {
  const items = provenLines(parts).found.map(jsonLine);
  const { manifest, imports } = parts;
  const inBase = { in: [BASE_SCENARIO_ID] };
  const lists = {
    // Version 2 and earlier had no scenarios.
    alignments: items.flatMap((item) => {
      const { data } = alignment.safeParse(item);
      return heldAlignment.safeParse(item).data ?? (data ? { ...data, ...inBase } : []);
    }),
    beltWidths: items.flatMap((item) => {
      const { data } = beltWidth.safeParse(item);
      return heldBeltWidth.safeParse(item).data ?? (data ? { ...data, ...inBase } : []);
    }),
    objects: items.flatMap((item) => heldObject.safeParse(item).data ?? []),
    assignments: items.flatMap((item) => heldAssignment.safeParse(item).data ?? []),
  };
  const scenarios = salvagedScenarios(items, Object.values(lists));
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    id: manifest?.id ?? 'recovered',
    title: manifest?.title ?? '恢复的方案',
    packId: manifest?.packId ?? here.packId,
    packVersion: manifest?.packVersion ?? '?',
    scenarioId: scenarios[0]?.id ?? BASE_SCENARIO_ID,
    scenarios,
    ...lists,
    scenes: items.flatMap((item) => sceneRecord.safeParse(item).data ?? []),
    treatments: items.flatMap((item) => treatmentRecord.safeParse(item).data ?? []),
    actuals: items.flatMap((item) => actualRecord.safeParse(item).data ?? []),
    imports: [...imports].map(([path, { entry }]) => ({ ...entry, content: path })),
  };
}

function partNotes(parts: Parts, make: MakeProblem): readonly Problem[] {
  const notes: Problem[] = [];
  if (!parts.manifest) {
    notes.push(
      make('cuntu-manifest-lost', 'warning', '文件的清单（manifest.json）缺失或损坏。', MEND_CHECK),
    );
  }
  for (const { path } of parts.manifest?.parts ?? []) {
    if (path === DOCUMENT_PATH ? parts.isDocumentProven : parts.imports.has(path)) continue;
    const text = `文件中的 ${path} 缺失或损坏（校验和不符）。`;
    notes.push(make('cuntu-part-damaged', 'warning', text, MEND_CHECK));
  }
  return notes;
}

function linesNote(parts: Parts, make: MakeProblem): readonly Problem[] {
  if (parts.isDocumentProven) return [];
  const { found, expected } = provenLines(parts);
  const text = parts.manifest
    ? `方案正文已损坏：${expected} 条记录中恢复了 ${found.length} 条。`
    : '方案正文与清单都已损坏，正文中的标绘、带宽和场景未能恢复。';
  return [make('cuntu-document-damaged', 'warning', text, MEND_CHECK)];
}

/** A version that only a newer product can read. */
function newerFormat(parts: readonly ReadPart[], make: MakeProblem): Problem | null {
  const manifest = parts.find(({ path }) => path === MANIFEST_PATH);
  const value = manifest ? jsonOf(manifest.bytes) : null;
  const version =
    typeof value === 'object' && value !== null && 'formatVersion' in value
      ? value.formatVersion
      : null;
  if (typeof version !== 'number' || version <= CUNTU_FORMAT_VERSION) return null;
  const text = `文件由更新版本的村图保存（文件格式 ${version}，本版本读 ${CUNTU_FORMAT_VERSION}）。`;
  return make('cuntu-newer', 'error', text, '请升级村图后再打开。');
}

/**
 * Reads a .cuntu file, of whatever pack; `packId`, of the open one, is taken where a damaged file does not say its own.
 * Fails, with reasons, where nothing of it can be opened.
 */
export async function readCuntu(
  bytes: Uint8Array,
  about: { readonly fileName: string; readonly packId: string; readonly digest: Digest },
): Promise<Outcome<CuntuContent>> {
  const make = problemIn(about.fileName);
  const fail = (problem: Problem): Outcome<CuntuContent> => ({ ok: false, problems: [problem] });
  const zip = await readZip(bytes, CUNTU_LIMITS);
  if (!zip.ok) {
    return {
      ok: false,
      problems: zip.problems.map((one) => ({ ...one, where: { file: about.fileName } })),
    };
  }
  const newer = newerFormat(zip.value, make);
  if (newer) return fail(newer);
  const parts = await sortParts(zip.value, about.digest);
  if (!parts.manifest && !parts.document && parts.imports.size === 0) {
    const text = '不是村图方案文件（.cuntu），或已损坏到无法辨认。';
    return fail(make('cuntu-unreadable', 'error', text, '请选择由村图保存的文件，或改用备份。'));
  }
  const record = parts.isDocumentProven
    ? jsonOf(parts.document?.bytes ?? new Uint8Array())
    : salvaged(parts, about);
  const contents = new Map([...parts.imports].map(([path, { content }]) => [path, content]));
  const lost = new Map<string, string>();
  const read = parseDocument(record, { contents, lost });
  if (!read.ok) {
    return {
      ok: false,
      problems: read.problems.map((one) => ({ ...one, where: { file: about.fileName } })),
    };
  }
  const doc = read.value;
  const damage = [...partNotes(parts, make), ...linesNote(parts, make), ...lostImports(lost)];
  // In a damaged file an unknown path is but a known one misread.
  const unknownPaths = damage.length === 0 ? parts.unknownPaths : [];
  const unknown = unknownPaths.map((path) =>
    make(
      'cuntu-unknown-part',
      'warning',
      `文件中有不认识的部分 ${path}，已忽略。`,
      '一般无须处理。',
    ),
  );
  return { ok: true, value: { doc, isWhole: damage.length === 0 }, notes: [...damage, ...unknown] };
}
