// A document read back from its snapshot and journal. Steps: the newest snapshot that is whole; every journal record
// after it, in order, up to the first that is damaged, missing or does not fit; what cannot be used is set aside as it
// is with the next save. Reading writes nothing: another tab may own the document. Imports whose content is damaged are left out and named.
import type { ImportContent } from '../domain/imported';
import type { Outcome, Problem } from '../domain/problem';
import { breathe } from './breathe';
import { contentFromParts } from './content-text';
import type { Database, KeptText } from './database';
import type { ContentSource } from './document-record';
import type { History } from './history';
import { applyJournal } from './journal';
import { damaged, lostImports, parseHistory } from './parse-record';
import type { JournalPosition, KeptJournal, StoredDocument } from './stored-document';
import { textChecksum } from './text-checksum';

/** Every key that begins with this document's id. */
export function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** The value that a kept text stands for; undefined when it is damaged. */
function readKept(kept: unknown): unknown {
  const { text, checksum } = (kept ?? {}) as Partial<KeptText>;
  if (typeof text !== 'string' || textChecksum(text) !== checksum) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

interface Kept<Key> {
  readonly key: Key;
  readonly kept: KeptText;
}

interface KeptDocument {
  readonly snapshots: readonly Kept<[string, number]>[];
  readonly journal: readonly KeptJournal[];
  readonly contents: readonly Kept<[string, string, number]>[];
}

function pair<Key>(keys: readonly Key[], values: readonly KeptText[]): Kept<Key>[] {
  return keys.flatMap((key, i) => {
    const kept = values[i];
    return kept === undefined ? [] : [{ key, kept }];
  });
}

async function readAll(database: Database, id: string): Promise<KeptDocument | null> {
  const transaction = database.transaction(['heads', 'snapshots', 'journal', 'contents']);
  const range = allOf(id);
  const snapshots = transaction.objectStore('snapshots');
  const journal = transaction.objectStore('journal');
  const contents = transaction.objectStore('contents');
  const [head, ...rest] = await Promise.all([
    transaction.objectStore('heads').get(id),
    snapshots.getAllKeys(range),
    snapshots.getAll(range),
    journal.getAllKeys(range),
    journal.getAll(range),
    contents.getAllKeys(range),
    contents.getAll(range),
    transaction.done,
  ]);
  if (!head) return null;
  return {
    snapshots: pair(rest[0], rest[1]),
    journal: pair(rest[2], rest[3]),
    contents: pair(rest[4], rest[5]),
  };
}

interface NamedContent {
  readonly content: ImportContent;
  readonly size: number;
}

/** Contents by name; those with a damaged or missing slice are left out. */
async function readContents(kept: KeptDocument['contents']): Promise<Map<string, NamedContent>> {
  const parts = new Map<string, { values: unknown[]; size: number }>();
  for (const { key, kept: slice } of kept) {
    const [, name, part] = key;
    const one = parts.get(name) ?? { values: [], size: 0 };
    parts.set(name, one);
    one.values[part] = readKept(slice);
    one.size += slice.text.length;
    // One slice a turn, so that the page can draw while a large import is read.
    await breathe();
  }
  const contents = new Map<string, NamedContent>();
  for (const [name, { values, size }] of parts) {
    const content = contentFromParts(Array.from(values));
    if (content) contents.set(name, { content, size });
  }
  return contents;
}

interface Base {
  readonly history: History;
  readonly generation: number;
  readonly size: number;
}

/** The newest snapshot that can be read; a newer schema ends the search, since its document must not be touched. */
function readBase(kept: KeptDocument, source: ContentSource): Outcome<Base> {
  const problems: Problem[] = [];
  for (const { key, kept: snapshot } of [...kept.snapshots].reverse()) {
    const value = readKept(snapshot);
    const history = value === undefined ? null : parseHistory(value, source);
    if (history?.ok) {
      const size = snapshot.text.length;
      return { ok: true, value: { history: history.value, generation: key[1], size }, notes: [] };
    }
    const [problem] = history?.problems ?? [damaged('校验和不符')];
    if (problem?.code === 'document-newer') return { ok: false, problems: [problem] };
    if (problem) problems.push(problem);
  }
  return { ok: false, problems: problems.length > 0 ? problems : [damaged('没有内容')] };
}

interface Replayed {
  readonly history: History;
  readonly generation: number;
  readonly sequence: number;
  readonly journalSize: number;
  /** Journal records that could not be used: the first damaged one and all after it. */
  readonly unused: KeptDocument['journal'];
}

function replayJournal(base: Base, kept: KeptDocument, source: ContentSource): Replayed {
  const journal = kept.journal.filter(({ key }) => key[1] >= base.generation);
  let { history, generation } = base;
  let [sequence, journalSize] = [0, 0];
  for (const [i, { key, kept: slice }] of journal.entries()) {
    const [, ofGeneration, ofSequence] = key;
    if (ofGeneration === generation + 1 && ofSequence === 0)
      [generation, sequence] = [ofGeneration, 0];
    const value = readKept(slice);
    const isNext = ofGeneration === generation && ofSequence === sequence;
    const next = isNext && value !== undefined ? applyJournal(history, value, source) : null;
    if (!next?.ok) {
      return { history, generation, sequence, journalSize, unused: journal.slice(i) };
    }
    history = next.value;
    sequence++;
    journalSize += slice.text.length;
  }
  return { history, generation, sequence, journalSize, unused: [] };
}

function stepsLost(count: number): Problem {
  return {
    code: 'document-journal-damaged',
    severity: 'warning',
    where: {},
    text: `自动保存的记录有损坏，已恢复到损坏之前；其后 ${count} 次保存的修改未能恢复。`,
    mend: '请核对最后的修改，需要时重做；损坏的记录已另存备查。',
  };
}

function positionAfter(
  kept: KeptDocument,
  base: Base,
  replayed: Replayed,
  contents: ReadonlyMap<string, NamedContent>,
): JournalPosition {
  const { unused: unusable } = replayed;
  const newest = kept.snapshots.at(-1)?.key[1] ?? base.generation;
  const isWhole = newest === base.generation && replayed.generation === base.generation;
  return {
    generation: Math.max(newest, replayed.generation),
    sequence: replayed.sequence,
    contents: new Map([...contents].map(([name, { content, size }]) => [content, { name, size }])),
    snapshotSize: base.size,
    journalSize: replayed.journalSize,
    damage: isWhole && unusable.length === 0 ? null : { unusable },
  };
}

/** Reads a document back; null when there is none. The notes tell of what was damaged. */
export async function replay(
  database: Database,
  id: string,
): Promise<Outcome<StoredDocument | null>> {
  const kept = await readAll(database, id);
  if (!kept) return { ok: true, value: null, notes: [] };
  const named = await readContents(kept.contents);
  const lost = new Map<string, string>();
  const contents = new Map([...named].map(([name, { content }]) => [name, content]));
  const base = readBase(kept, { contents, lost });
  if (!base.ok) return base;
  const replayed = replayJournal(base.value, kept, { contents, lost });
  const { history, unused } = replayed;
  const notes = [...(unused.length > 0 ? [stepsLost(unused.length)] : []), ...lostImports(lost)];
  const position = positionAfter(kept, base.value, replayed, named);
  return { ok: true, value: { history, position }, notes };
}
