// Documents with their histories in IndexedDB: a snapshot, then one journal record a save, each holding only what is new;
// the content of an import is written once, in slices. Now and then a new snapshot makes the journal short; the one
// before it is kept with its journal, so that a damaged snapshot costs nothing. Storage may be missing (private window),
// refused, full or closed under us: each is a Problem, and the app goes on without.
import type { ImportContent, ImportRecord } from '../domain/imported';
import type { Outcome, Problem } from '../domain/problem';
import { breathe } from './breathe';
import { contentTexts } from './content-text';
import {
  type Database,
  type DocumentHead,
  type KeptText,
  keptText,
  openDatabase,
  storageProblem,
  storageUnavailable,
} from './database';
import { type NameContent, historyToRecord } from './document-record';
import { type History, currentDocument } from './history';
import { journalBetween } from './journal';
import { newId } from './new-id';
import { allOf, replay } from './replay';
import type { JournalPosition, KeptJournal, StoredDocument } from './stored-document';

/** Records after which a snapshot is due; a load replays at most about this many. */
const MAX_JOURNAL_RECORDS = 400;
/** A journal longer than this many characters, and than two snapshots, is due for one too. */
const MIN_JOURNAL_CHARACTERS = 1_000_000;

export interface DocumentStore {
  /** Documents of a pack, or of all (null), deleted ones too, last opened first. */
  readonly list: (packId: string | null) => Promise<Outcome<readonly DocumentHead[]>>;
  /** A document with its undo history; null when there is none. Damage is recovered from and told in the notes. */
  readonly load: (id: string) => Promise<Outcome<StoredDocument | null>>;
  /**
   * Writes what is new since `stored` (null: a document never stored). Fails with "document-taken" when the document has
   * another owner, and then writes nothing.
   */
  readonly save: (
    stored: StoredDocument | null,
    history: History,
    owner: string,
  ) => Promise<Outcome<StoredDocument>>;
  /** Makes `owner` the only one who may save, and notes that it was opened. */
  readonly claim: (id: string, owner: string) => Promise<Problem | null>;
  /** Deletes so that it can be brought back (`deleted` false). */
  readonly setDeleted: (id: string, deleted: boolean) => Promise<Problem | null>;
  /** Forgets documents, of whatever pack, that were deleted more than so many days ago, for good. */
  readonly purge: (days: number) => Promise<Problem | null>;
}

const DAY_MILLISECONDS = 86_400_000;

const NEW_POSITION: JournalPosition = {
  generation: 0,
  sequence: 0,
  contents: new Map(),
  snapshotSize: 0,
  journalSize: 0,
  damage: null,
};

function taken(): Problem {
  return {
    code: 'document-taken',
    severity: 'warning',
    where: {},
    text: '此方案已由另一个标签页接管，本页不再保存。',
    mend: '如有未保存的修改，请用“另存为”或“复制为新方案”留下。',
  };
}

type NamedContents = JournalPosition['contents'];

/** Imports whose content is not yet kept, in the entries that the position does not know. */
function newContents(
  known: NamedContents,
  before: History | null,
  after: History,
): Map<ImportContent, ImportRecord> {
  const found = new Map<ImportContent, ImportRecord>();
  const old = new Set(before?.entries);
  for (const entry of after.entries) {
    if (old.has(entry)) continue;
    for (const record of entry.doc.imports.values()) {
      if (!known.has(record.content)) found.set(record.content, record);
    }
  }
  return found;
}

async function writeContents(
  database: Database,
  id: string,
  position: JournalPosition,
  wanted: Iterable<ImportContent>,
): Promise<JournalPosition> {
  const contents = new Map(position.contents);
  for (const content of wanted) {
    // Random: slices are written before the document is seen to be still ours, and must not meet another tab's.
    const name = newId();
    let part = 0;
    let size = 0;
    for (const text of contentTexts(content)) {
      await database.put('contents', keptText(text), [id, name, part++]);
      size += text.length;
      await breathe();
    }
    contents.set(content, { name, size });
  }
  return { ...position, contents };
}

/** What one save puts: a journal record, or a snapshot, or both; and the position after it. */
interface Write {
  readonly record: KeptJournal | null;
  readonly snapshot: KeptText | null;
  readonly setAside: readonly KeptJournal[];
  readonly position: JournalPosition;
}

function isDue({ sequence, journalSize, snapshotSize }: JournalPosition): boolean {
  const limit = Math.max(MIN_JOURNAL_CHARACTERS, 2 * snapshotSize);
  return sequence >= MAX_JOURNAL_RECORDS || journalSize > limit;
}

function planRecord(
  position: JournalPosition,
  before: History | null,
  after: History,
  nameContent: NameContent,
): KeptJournal | null {
  if (!before || position.damage) return null;
  const record = journalBetween(before, after, nameContent);
  if (!record) return null;
  const key: KeptJournal['key'] = [
    currentDocument(after).id,
    position.generation,
    position.sequence,
  ];
  return { key, kept: keptText(JSON.stringify(record)) };
}

/** A due snapshot comes with its journal record, so that the snapshot before it and its journal tell the same. */
function planWrite(position: JournalPosition, before: History | null, after: History): Write {
  const nameContent = ({ content }: ImportRecord): string => {
    const kept = position.contents.get(content);
    if (!kept) throw new Error('the content of an import must be kept before what names it');
    return kept.name;
  };
  const record = planRecord(position, before, after, nameContent);
  if (record && !isDue(position)) {
    const journalSize = position.journalSize + record.kept.text.length;
    const next = { ...position, sequence: position.sequence + 1, journalSize };
    return { record, snapshot: null, setAside: [], position: next };
  }
  const snapshot = keptText(JSON.stringify(historyToRecord(after, nameContent)));
  const used = new Set(after.entries.flatMap(({ doc }) => [...doc.imports.values()]));
  const usedContents = new Set([...used].map(({ content }) => content));
  const next = {
    generation: position.generation + 1,
    sequence: 0,
    contents: new Map([...position.contents].filter(([content]) => usedContents.has(content))),
    snapshotSize: snapshot.text.length,
    journalSize: 0,
    damage: null,
  };
  return { record, snapshot, setAside: position.damage?.unusable ?? [], position: next };
}

function sizeOf(position: JournalPosition): number {
  const contents = [...position.contents.values()].reduce((sum, { size }) => sum + size, 0);
  return contents + position.snapshotSize + position.journalSize;
}

const ALL_STORES = ['heads', 'snapshots', 'journal', 'contents', 'damaged'] as const;

/** Puts a snapshot and clears what only older ones needed: the one before stays, with its journal. */
async function putSnapshot(
  transaction: ReturnType<typeof beginWrite>,
  id: string,
  snapshot: KeptText,
  { setAside, position }: Write,
): Promise<void> {
  const { generation } = position;
  for (const unusable of setAside) {
    await transaction.objectStore('damaged').add(unusable);
    await transaction.objectStore('journal').delete(unusable.key);
  }
  await transaction.objectStore('snapshots').put(snapshot, [id, generation]);
  if (generation > 2) {
    const past = generation - 1;
    await transaction
      .objectStore('snapshots')
      .delete(IDBKeyRange.bound([id], [id, past], false, true));
    await transaction
      .objectStore('journal')
      .delete(IDBKeyRange.bound([id], [id, past], false, true));
  }
  const kept = new Set([...position.contents.values()].map(({ name }) => name));
  const contents = transaction.objectStore('contents');
  const names = new Set((await contents.getAllKeys(allOf(id))).map(([, name]) => name));
  for (const name of names) {
    if (!kept.has(name)) await contents.delete(IDBKeyRange.bound([id, name], [id, name, []]));
  }
}

function beginWrite(database: Database) {
  return database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
}

/** The transaction's outcome; the first failure is the one to tell, whether of a request or of the whole. */
async function whole<T>(transaction: { readonly done: Promise<void> }, work: Promise<T>) {
  const [value] = await Promise.all([work, transaction.done]);
  return value;
}

/** False, and nothing written, when another owns the document. */
async function commitWrite(
  database: Database,
  write: Write,
  about: { readonly history: History; readonly owner: string; readonly now: string },
): Promise<boolean> {
  const { id, packId, packVersion, title } = currentDocument(about.history);
  const { position } = write;
  const transaction = beginWrite(database);
  const heads = transaction.objectStore('heads');
  const work = async (): Promise<boolean> => {
    const head = await heads.get(id);
    if (head && head.owner !== about.owner) return false;
    if (write.record) {
      await transaction.objectStore('journal').put(write.record.kept, write.record.key);
    }
    if (write.snapshot) await putSnapshot(transaction, id, write.snapshot, write);
    const { openedAt, deletedAt } = head ?? { openedAt: about.now, deletedAt: null };
    const times = { savedAt: about.now, openedAt, deletedAt };
    const size = sizeOf(position);
    await heads.put({ id, packId, packVersion, title, ...times, size, owner: about.owner }, id);
    return true;
  };
  return whole(transaction, work());
}

async function saveIn(
  database: Database,
  stored: StoredDocument | null,
  history: History,
  about: { readonly owner: string; readonly now: string },
): Promise<Outcome<StoredDocument>> {
  const { id } = currentDocument(history);
  const before = stored?.history ?? null;
  const start = stored?.position ?? NEW_POSITION;
  const wanted = newContents(start.contents, before, history);
  const position = await writeContents(database, id, start, wanted.keys());
  const write = planWrite(position, before, history);
  const isOurs = await commitWrite(database, write, { history, ...about });
  if (!isOurs) return { ok: false, problems: [taken()] };
  return { ok: true, value: { history, position: write.position }, notes: [] };
}

async function forget(database: Database, id: string): Promise<void> {
  const transaction = beginWrite(database);
  const stores = ['snapshots', 'journal', 'contents'] as const;
  await Promise.all([
    transaction.objectStore('heads').delete(id),
    ...stores.map((name) => transaction.objectStore(name).delete(allOf(id))),
    transaction.done,
  ]);
}

async function patchHead(
  database: Database,
  id: string,
  patch: Partial<DocumentHead>,
): Promise<void> {
  const transaction = database.transaction('heads', 'readwrite', { durability: 'strict' });
  const work = async (): Promise<void> => {
    const head = await transaction.store.get(id);
    if (head) await transaction.store.put({ ...head, ...patch }, id);
  };
  await whole(transaction, work());
}

/** Storage in the browser's IndexedDB. Opens nothing before the first call. */
export function browserStore(now: () => string = () => new Date().toISOString()): DocumentStore {
  let opening: Promise<Database> | null = null;
  const forgetDatabase = (): void => {
    opening = null;
  };
  const attempt = async <T>(work: (database: Database) => Promise<T>): Promise<Outcome<T>> => {
    if (typeof indexedDB === 'undefined') return { ok: false, problems: [storageUnavailable()] };
    try {
      opening ??= openDatabase(forgetDatabase, now).catch((cause: unknown) => {
        forgetDatabase();
        throw cause;
      });
      return { ok: true, value: await work(await opening), notes: [] };
    } catch (cause) {
      return { ok: false, problems: [storageProblem(cause)] };
    }
  };
  const change = async (work: (database: Database) => Promise<void>): Promise<Problem | null> => {
    const done = await attempt(work);
    return done.ok ? null : (done.problems[0] ?? null);
  };
  const listOf = async (database: Database, packId: string | null): Promise<DocumentHead[]> =>
    (await database.getAll('heads')).filter((head) => packId === null || head.packId === packId);

  return {
    list: (packId) =>
      attempt(async (database) =>
        (await listOf(database, packId)).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)),
      ),
    load: async (id) => {
      const loaded = await attempt((database) => replay(database, id));
      return loaded.ok ? loaded.value : loaded;
    },
    save: async (stored, history, owner) => {
      const saved = await attempt((database) =>
        saveIn(database, stored, history, { owner, now: now() }),
      );
      return saved.ok ? saved.value : saved;
    },
    claim: (id, owner) => change((database) => patchHead(database, id, { owner, openedAt: now() })),
    setDeleted: (id, deleted) =>
      change((database) => patchHead(database, id, { deletedAt: deleted ? now() : null })),
    purge: (days) =>
      change(async (database) => {
        const deletedBefore = new Date(Date.parse(now()) - days * DAY_MILLISECONDS).toISOString();
        for (const { id, deletedAt } of await listOf(database, null)) {
          if (deletedAt !== null && deletedAt < deletedBefore) await forget(database, id);
        }
      }),
  };
}
