// The documents in this browser, and the one of the open pack that is open: opens the last one, makes, opens, copies, renames,
// deletes, and hands the right to write from tab to tab. Calls run one after another, so that two quick clicks cannot
// meet. Without storage there is still one document, in memory.
import type { Outcome, Problem } from '../domain/problem';
import { type Autosave, createAutosave } from './autosave';
import type { DocumentHead } from './database';
import type { DocumentLocks, Hold, Holder } from './document-locks';
import { type DocumentSession, WRITE, createSession } from './document-session';
import type { DocumentStore } from './document-store';
import { renameDocument } from './edits/rename-document';
import { type History, adoptPackVersion, commit, currentDocument, startHistory } from './history';
import { FIRST_TITLE } from './migrations/1-to-2';
import { type PlanDocument, emptyDocument } from './plan-document';
import { isSameDocument } from './same-document';
import type { StoredDocument } from './stored-document';

export interface DocumentLibrary {
  readonly session: DocumentSession;
  /** Documents of all packs, last opened first, deleted ones too (`deletedAt`). */
  readonly list: () => Promise<Outcome<readonly DocumentHead[]>>;
  /** Problems mean that the document open before still is; notes tell of damage. */
  readonly open: (id: string) => Promise<Outcome<PlanDocument>>;
  readonly create: (title: string) => Promise<Outcome<PlanDocument>>;
  /**
   * Keeps a document from elsewhere and opens it: under another id where its own is taken, so that nothing is
   * overwritten; the one that is kept, where it says the very same.
   */
  readonly add: (doc: PlanDocument) => Promise<Outcome<PlanDocument>>;
  /** Keeps a document of another pack without opening it; the id that it has here. */
  readonly keep: (doc: PlanDocument) => Promise<Outcome<string>>;
  /** A document of any pack as it stands, without opening it. */
  readonly look: (id: string) => Promise<Outcome<PlanDocument>>;
  /** Copies what is on the screen, without its undo history, and opens the copy. */
  readonly duplicate: (title: string) => Promise<Outcome<PlanDocument>>;
  /** Null when done; a title must not be blank. */
  readonly rename: (id: string, title: string) => Promise<Problem | null>;
  /** Deletes so that `restore` can bring it back; another one is opened when it was the one open. */
  readonly remove: (id: string) => Promise<Problem | null>;
  readonly restore: (id: string) => Promise<Problem | null>;
  /** The right to write the open document, from the tab that has it. Null when had. */
  readonly takeOver: () => Promise<Problem | null>;
}

export interface LibrarySurroundings {
  readonly packId: string;
  readonly packVersion: string;
  /**
   * Versions of the pack that can be opened beside the one that is: a document of one of them keeps it, and whoever shows
   * the document must bring that version. A document of any other version takes the open one.
   */
  readonly otherVersions: ReadonlySet<string>;
  readonly store: DocumentStore;
  readonly locks: DocumentLocks;
  readonly newId: () => string;
  /** The document that this tab had open, to come back to after a reload. */
  readonly tabMemory: {
    readonly get: () => string | null;
    readonly set: (documentId: string) => void;
  };
}

/** How long a deleted document can be brought back; the list of documents says so. */
const DELETED_DAYS = 30;

function problem(code: string, text: string, mend: string): Problem {
  return { code, severity: 'warning', where: {}, text, mend };
}

function openElsewhere(): Problem {
  return problem(
    'document-open-elsewhere',
    '此方案正在另一个标签页中编辑，本页只读。',
    '如要在本页编辑，请点“接管”；另一页会先保存，再转为只读。',
  );
}

function packChanged(from: string, to: string): Problem {
  return problem(
    'document-pack-version',
    `区域数据包已从版本 ${from} 更新为 ${to}，方案照旧沿用。`,
    '请核对用户标绘和导入的位置是否仍与项目相符。',
  );
}

const NOT_FOUND = problem('document-not-found', '找不到这个方案。', '它可能已被删除，请重新选择。');
const NOT_GIVEN_UP = problem(
  'document-not-given-up',
  '另一个标签页有尚未保存的修改，未能接管。',
  '请到那个标签页用“另存为”留下修改，再关闭它。',
);
const IN_USE = problem(
  'document-in-use',
  '此方案正在另一个标签页中编辑，不能删除或改名。',
  '请先关闭那个标签页。',
);

type Ok = Extract<Outcome<StoredDocument>, { ok: true }>;

class Library {
  readonly session;
  private hold: Hold | null = null;
  private autosave: Autosave | null = null;
  private readonly owner: string;

  constructor(
    private readonly about: LibrarySurroundings,
    first: PlanDocument,
  ) {
    this.owner = about.newId();
    this.session = createSession(startHistory(first));
  }

  private get currentId(): string {
    return this.session.state.getState().doc.id;
  }

  /** A holder's answers for one document; they concern the session only while that document is open. */
  private holder(id: string): Holder {
    return {
      onAsked: async () => {
        if (this.currentId !== id) return true;
        this.session.setAccess({ kind: 'read-only', problem: openElsewhere() });
        await this.session.flush();
        const isSafe = this.session.state.getState().save.kind === 'saved';
        if (!isSafe) this.session.setAccess(WRITE);
        return isSafe;
      },
      onLost: () => {
        if (this.currentId !== id) return;
        this.hold = null;
        this.session.setAccess({ kind: 'read-only', problem: openElsewhere() });
      },
    };
  }

  /** Shows a document with the right to write it (`hold`), or to read it. What was open is written and let go first. */
  async show(history: History, stored: StoredDocument | null, hold: Hold | null): Promise<void> {
    await this.session.flush();
    if (this.hold !== hold) this.hold?.release();
    this.hold = hold;
    const { id } = currentDocument(history);
    this.about.tabMemory.set(id);
    if (!hold) {
      this.autosave = null;
      const access = { kind: 'read-only', problem: openElsewhere() } as const;
      this.session.show({ history, save: { kind: 'saved' }, access }, null);
      return;
    }
    const save = { kind: stored?.history === history ? 'saved' : 'saving' } as const;
    const autosave = createAutosave({
      store: this.about.store,
      owner: this.owner,
      history,
      stored,
      onState: (state) => {
        if (this.autosave !== autosave) return;
        this.session.setSave(state);
        if (state.kind === 'saved') this.about.locks.tellSaved(id);
        if (state.kind === 'failed' && state.problem.code === 'document-taken') {
          this.session.setAccess({ kind: 'read-only', problem: state.problem });
        }
      },
    });
    this.autosave = autosave;
    this.session.show({ history, save, access: WRITE }, autosave);
  }

  /** Shows a document that nothing keeps, saying why. */
  showUnkept(doc: PlanDocument, reason: Problem): void {
    const save = { kind: 'failed', problem: reason } as const;
    this.session.show({ history: startHistory(doc), save, access: WRITE }, null);
  }

  /** The document as stored; claimed first where it is held, so that nobody writes between. */
  private async read(id: string, hold: Hold | null): Promise<Outcome<StoredDocument>> {
    const { store } = this.about;
    if (hold) {
      const refused = await store.claim(id, this.owner);
      if (refused) return { ok: false, problems: [refused] };
    }
    const loaded = await store.load(id);
    if (!loaded.ok) return loaded;
    if (!loaded.value) return { ok: false, problems: [NOT_FOUND] };
    return { ...loaded, value: loaded.value };
  }

  private isOfPack({ value }: Ok): boolean {
    return currentDocument(value.history).packId === this.about.packId;
  }

  /** The version that a document made with `version` has here. */
  private versionHere(version: string): string {
    const { packVersion, otherVersions } = this.about;
    return otherVersions.has(version) ? version : packVersion;
  }

  private async showRead(read: Ok, hold: Hold | null): Promise<Outcome<PlanDocument>> {
    const stored = read.value;
    const saved = currentDocument(stored.history).packVersion;
    const version = this.versionHere(saved);
    const isCurrent = saved === version;
    const history = isCurrent ? stored.history : adoptPackVersion(stored.history, version);
    await this.show(history, stored, hold);
    const notes = isCurrent ? read.notes : [...read.notes, packChanged(saved, version)];
    return { ok: true, value: currentDocument(history), notes };
  }

  async open(id: string): Promise<Outcome<PlanDocument>> {
    if (id === this.currentId && this.hold) {
      return { ok: true, value: this.session.state.getState().doc, notes: [] };
    }
    const hold = await this.about.locks.take(id, this.holder(id));
    const read = await this.read(id, hold);
    if (read.ok && this.isOfPack(read)) return this.showRead(read, hold);
    hold?.release();
    return read.ok ? { ok: false, problems: [NOT_FOUND] } : read;
  }

  async look(id: string): Promise<Outcome<PlanDocument>> {
    const read = await this.read(id, null);
    return read.ok ? { ...read, value: currentDocument(read.value.history) } : read;
  }

  /** Opens a document that is nowhere stored yet, and stores it. */
  async openNew(doc: PlanDocument): Promise<Outcome<PlanDocument>> {
    const hold = await this.about.locks.take(doc.id, this.holder(doc.id));
    await this.show(startHistory(doc), null, hold ?? { release: () => undefined });
    await this.session.flush();
    return { ok: true, value: doc, notes: [] };
  }

  /** The id for a document from elsewhere, and whether the very same is kept under it already. */
  private async placeOf(doc: PlanDocument): Promise<{ id: string; isThere: boolean }> {
    const { store, newId } = this.about;
    const existing = await store.load(doc.id);
    if (existing.ok && existing.value) {
      const isThere = await isSameDocument(currentDocument(existing.value.history), doc);
      if (isThere) await store.setDeleted(doc.id, false);
      return { id: isThere ? doc.id : newId(), isThere };
    }
    return { id: existing.ok ? doc.id : newId(), isThere: false };
  }

  async add(doc: PlanDocument): Promise<Outcome<PlanDocument>> {
    const { id, isThere } = await this.placeOf(doc);
    if (isThere) return this.open(id);
    const packVersion = this.versionHere(doc.packVersion);
    const opened = await this.openNew({ ...doc, id, packVersion });
    if (!opened.ok || doc.packVersion === packVersion) return opened;
    return { ...opened, notes: [...opened.notes, packChanged(doc.packVersion, packVersion)] };
  }

  async keep(doc: PlanDocument): Promise<Outcome<string>> {
    const { id, isThere } = await this.placeOf(doc);
    if (isThere) return { ok: true, value: id, notes: [] };
    const saved = await this.about.store.save(null, startHistory({ ...doc, id }), this.owner);
    return saved.ok ? { ok: true, value: id, notes: [] } : saved;
  }

  async rename(id: string, title: string): Promise<Problem | null> {
    const edit = renameDocument(title);
    if (id === this.currentId) {
      this.session.commit(edit);
      await this.session.flush();
      return null;
    }
    return this.whileHeld(id, async (hold) => {
      const read = await this.read(id, hold);
      if (!read.ok) return read.problems[0] ?? NOT_FOUND;
      const history = commit(read.value.history, edit);
      const saved = await this.about.store.save(read.value, history, this.owner);
      return saved.ok ? null : (saved.problems[0] ?? NOT_FOUND);
    });
  }

  private async whileHeld(
    id: string,
    work: (hold: Hold) => Promise<Problem | null>,
  ): Promise<Problem | null> {
    const isOpen = id === this.currentId;
    const hold = isOpen ? this.hold : await this.about.locks.take(id, this.holder(id));
    if (!hold) return IN_USE;
    try {
      return await work(hold);
    } finally {
      if (!isOpen) hold.release();
    }
  }

  async remove(id: string): Promise<Problem | null> {
    const wasOpen = id === this.currentId;
    const refused = await this.whileHeld(id, async () => {
      if (wasOpen) await this.session.flush();
      return this.about.store.setDeleted(id, true);
    });
    if (refused || !wasOpen) return refused;
    await this.openLast(null);
    return null;
  }

  /** The document this tab had open, else the one opened last that can be read, else a new one. Notes say what failed. */
  async openLast(wanted: string | null): Promise<readonly Problem[]> {
    const { store, packId } = this.about;
    const listed = await store.list(packId);
    if (!listed.ok) {
      const [reason = NOT_FOUND] = listed.problems;
      this.showUnkept(this.newDocument(FIRST_TITLE), reason);
      return listed.problems;
    }
    const ids = listed.value.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
    const order = wanted !== null && ids.includes(wanted) ? [wanted, ...ids] : ids;
    const notes: Problem[] = [];
    for (const id of new Set(order)) {
      const opened = await this.open(id);
      if (opened.ok) return [...notes, ...opened.notes];
      notes.push(...opened.problems);
    }
    await this.openNew(this.newDocument(FIRST_TITLE));
    return notes;
  }

  newDocument(title: string): PlanDocument {
    const { newId, packId, packVersion } = this.about;
    return emptyDocument({ id: newId(), title, packId, packVersion });
  }

  private isReading(id: string): boolean {
    return id === this.currentId && this.session.state.getState().access.kind === 'read-only';
  }

  /** A tab that reads shows what the writer has written; what it cannot read now comes with the next save. */
  async follow(id: string): Promise<void> {
    if (!this.isReading(id)) return;
    const read = await this.read(id, null);
    if (read.ok && this.isReading(id)) await this.showRead(read, null);
  }

  async takeOver(): Promise<Problem | null> {
    const id = this.currentId;
    if (this.session.state.getState().access.kind === 'write') return null;
    const hold = await this.about.locks.takeOver(id, this.holder(id));
    if (!hold) return NOT_GIVEN_UP;
    const read = await this.read(id, hold);
    if (read.ok) {
      await this.showRead(read, hold);
      return null;
    }
    hold.release();
    return read.problems[0] ?? NOT_FOUND;
  }
}

/** Opens the documents of a pack and one of them. Never rejects for lack of storage; the notes tell the user what was. */
export async function openLibrary(
  about: LibrarySurroundings,
): Promise<{ readonly library: DocumentLibrary; readonly notes: readonly Problem[] }> {
  const { newId, packId, packVersion } = about;
  const title = FIRST_TITLE;
  const library = new Library(about, emptyDocument({ id: newId(), title, packId, packVersion }));
  const notes = await library.openLast(about.tabMemory.get());
  void about.store.purge(DELETED_DAYS);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
  let isFollowing = false;
  about.locks.onSaved((id) => {
    // Many saves while one is read are read once.
    if (isFollowing) return;
    isFollowing = true;
    void inTurn(() => {
      isFollowing = false;
      return library.follow(id);
    });
  });
  return {
    notes,
    library: {
      session: library.session,
      list: () => about.store.list(null),
      open: (id) => inTurn(() => library.open(id)),
      create: (name) => inTurn(() => library.openNew(library.newDocument(name))),
      add: (doc) => inTurn(() => library.add(doc)),
      keep: (doc) => inTurn(() => library.keep(doc)),
      look: (id) => inTurn(() => library.look(id)),
      duplicate: (name) =>
        inTurn(() => {
          const { doc } = library.session.state.getState();
          return library.openNew({ ...doc, id: newId(), title: name });
        }),
      rename: (id, name) => inTurn(() => library.rename(id, name)),
      remove: (id) => inTurn(() => library.remove(id)),
      restore: (id) => inTurn(() => about.store.setDeleted(id, false)),
      takeOver: () => inTurn(() => library.takeOver()),
    },
  };
}
