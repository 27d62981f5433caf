import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUTOSAVE_DELAY_MILLISECONDS, createAutosave } from '../../src/document/autosave';
import { createSession } from '../../src/document/document-session';
import { browserStore } from '../../src/document/document-store';
import { addImport } from '../../src/document/edits/add-import';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { type History, currentDocument, startHistory } from '../../src/document/history';
import { type PlanDocument, contentOf } from '../../src/document/plan-document';
import { browser } from './documents-in-memory';
import { allKeys, overwrite } from './raw-database';
import { sampleAlignment } from './sample-alignment';
import { emptySample, sampleImport } from './sample-document';

const width = (widthMetres: number) => setBeltWidth({ beltId: 'b', beltName: '甲带', widthMetres });
const align = setAlignment({ alignment: sampleAlignment('p1'), projectName: '甲渠' });

let user = browser();
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  user = browser();
});
afterEach(() => {
  user.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The tab is gone without a word: its locks fall, nothing is flushed. */
function restart(): void {
  user.close();
  user = browser();
}

const widthIn = (session: { state: { getState: () => { doc: PlanDocument } } }) =>
  contentOf(session.state.getState().doc).beltWidths.get('b');

describe('autosave', () => {
  it('saves by itself within a second, and goes on saving during a drag', async () => {
    const saved: { at: number; metres: number | undefined }[] = [];
    vi.useFakeTimers();
    const history = startHistory(emptySample());
    const position = {
      generation: 1,
      sequence: 0,
      contents: new Map(),
      snapshotSize: 0,
      journalSize: 0,
      damage: null,
    };
    const session = createSession(history);
    const autosave = createAutosave({
      store: {
        save: (_stored, newest: History) => {
          const metres = contentOf(currentDocument(newest)).beltWidths.get('b');
          saved.push({ at: Date.now(), metres });
          return Promise.resolve({ ok: true, value: { history: newest, position }, notes: [] });
        },
      },
      owner: 'me',
      history,
      stored: { history, position },
      onState: session.setSave,
    });
    const { access, save } = session.state.getState();
    session.show({ history, access, save }, autosave);
    session.beginDrag();
    for (let metres = 1; metres <= 300; metres++) {
      session.commit(width(metres));
      await vi.advanceTimersByTimeAsync(10);
    }
    session.endDrag();
    expect(session.state.getState().save).toEqual({ kind: 'saving' });
    const gaps = saved.slice(1).map(({ at }, i) => at - (saved[i]?.at ?? 0));
    expect(saved.length).toBeGreaterThan(3);
    expect(Math.max(...gaps)).toBeLessThan(1000);
    await vi.advanceTimersByTimeAsync(999);
    expect(saved.at(-1)?.metres).toBe(300);
    expect(session.state.getState().save).toEqual({ kind: 'saved' });
    const before = saved.length;
    session.beginDrag();
    session.endDrag();
    await vi.advanceTimersByTimeAsync(999);
    expect(saved).toHaveLength(before);
  });

  it('never lets two writes overlap', async () => {
    const { library } = await user.tab();
    let [running, most] = [0, 0];
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const begun = transaction.apply(this, args);
      if (begun.objectStoreNames.contains('snapshots')) {
        most = Math.max(most, ++running);
        begun.addEventListener('complete', () => running--);
      }
      return begun;
    });
    library.session.commit(width(1));
    const first = library.session.flush();
    library.session.commit(width(2));
    await Promise.all([first, library.session.flush(), library.session.flush()]);
    expect(most).toBe(1);
  });

  it('says that storage is full, and saves all again once there is room', async () => {
    const { library } = await user.tab();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    library.session.commit(width(5));
    await library.session.flush();
    expect(library.session.state.getState().save).toMatchObject({
      kind: 'failed',
      problem: { code: 'storage-quota' },
    });
    put.mockRestore();
    library.session.commit(addImport(sampleImport('i1')));
    await library.session.flush();
    expect(library.session.state.getState().save).toEqual({ kind: 'saved' });
    restart();
    const { doc } = (await user.tab()).library.session.state.getState();
    expect([contentOf(doc).beltWidths.get('b'), doc.imports.size]).toEqual([5, 1]);
  });
});

it('an import that cannot be saved stays, and that it is not saved is told', async () => {
  const { library } = await user.tab();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  library.session.commit(addImport(sampleImport('i1')));
  await library.session.flush();
  const { doc, save } = library.session.state.getState();
  put.mockRestore();
  expect([...doc.imports.keys()]).toEqual(['i1']);
  expect(save).toMatchObject({ kind: 'failed', problem: { code: 'storage-quota' } });
});

describe('openLibrary', () => {
  it('keeps document and history through a restart', async () => {
    const { library, notes } = await user.tab();
    expect(notes).toEqual([]);
    const { session } = library;
    session.commit(align);
    session.commit(width(5));
    session.undo();
    await session.flush();
    restart();
    const again = (await user.tab()).library.session;
    expect(again.state.getState().save).toEqual({ kind: 'saved' });
    expect(contentOf(again.state.getState().doc).alignments.size).toBe(1);
    again.redo();
    expect(widthIn(again)).toBe(5);
    again.undo();
    again.undo();
    expect(contentOf(again.state.getState().doc).alignments.size).toBe(0);
  });

  it('does not overwrite a document that it could not see', async () => {
    const { session } = (await user.tab()).library;
    session.commit(width(5));
    await session.flush();
    restart();
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'UnknownError');
    });
    const blind = await user.tab();
    refused.mockRestore();
    expect(blind.notes.map((note) => note.code)).toEqual(['storage-failed']);
    blind.library.session.commit(width(9));
    await blind.library.session.flush();
    expect(blind.library.session.state.getState().save.kind).toBe('failed');
    restart();
    expect(widthIn((await user.tab()).library.session)).toBe(5);
  });

  it('tells of a new pack version once, undo cannot leave it', async () => {
    const { session } = (await user.tab()).library;
    session.commit(width(5));
    await session.flush();
    restart();
    const updated = await user.tab({ packVersion: '2' });
    expect(updated.notes.map((note) => note.code)).toEqual(['document-pack-version']);
    const { state } = updated.library.session;
    await vi.waitFor(() => expect(state.getState().save).toEqual({ kind: 'saved' }));
    restart();
    const again = await user.tab({ packVersion: '2' });
    expect(again.notes).toEqual([]);
    again.library.session.undo();
    expect(again.library.session.state.getState().doc.packVersion).toBe('2');
  });

  it('writes what is flushed by whoever hears of the change', async () => {
    const { session } = (await user.tab()).library;
    const flushed = new Promise<void>((resolve) => {
      session.state.subscribe(({ doc }) => {
        if (contentOf(doc).beltWidths.size > 0) resolve(session.flush());
      });
    });
    session.commit(width(5));
    await flushed;
    restart();
    expect(widthIn((await user.tab()).library.session)).toBe(5);
  });

  it('leaves a document at a version of the pack that can still be opened', async () => {
    const { session } = (await user.tab()).library;
    session.commit(width(5));
    await session.flush();
    restart();
    const kept = await user.tab({ packVersion: '2', otherVersions: new Set(['1']) });
    expect(kept.notes).toEqual([]);
    expect(kept.library.session.state.getState().doc.packVersion).toBe('1');
    const added = await kept.library.add(width(6).apply(emptySample('pack', '1', 'from a file')));
    expect(added).toMatchObject({ ok: true, value: { packVersion: '1' }, notes: [] });
    const list = await kept.library.list();
    expect(list.ok && list.value.map(({ packVersion }) => packVersion)).toEqual(['1', '1']);
  });

  it('begins a new document where the last is damaged, and says so', async () => {
    const { session } = (await user.tab()).library;
    session.commit(width(5));
    await session.flush();
    const [key] = await allKeys('snapshots');
    await overwrite('snapshots', key ?? '', { text: '', checksum: 0 });
    restart();
    const { library, notes } = await user.tab();
    expect(notes.map(({ code }) => code)).toEqual(['document-damaged']);
    expect(widthIn(library.session)).toBeUndefined();
    library.session.commit(width(6));
    await library.session.flush();
    const list = await library.list();
    expect(list.ok && list.value).toHaveLength(2);
  });
});

describe('several documents', () => {
  it('makes, opens, copies and renames them; each keeps its own history', async () => {
    const { library } = await user.tab();
    const { session } = library;
    const firstId = session.state.getState().doc.id;
    session.commit(width(1));
    await library.create('乙方案');
    expect(session.state.getState().history.index).toBe(0);
    session.commit(width(2));
    await library.duplicate('乙方案 副本');
    session.commit(width(3));
    await library.open(firstId);
    expect(widthIn(session)).toBe(1);
    session.undo();
    expect(widthIn(session)).toBeUndefined();
    session.redo();
    const before = await library.list();
    const copy = before.ok ? before.value.find(({ title }) => title.endsWith('副本')) : undefined;
    expect(await library.rename(copy?.id ?? '', '丙方案')).toBeNull();
    expect(await library.rename(firstId, '甲方案')).toBeNull();
    const list = await library.list();
    expect(list.ok && list.value.map(({ title }) => title).sort()).toEqual([
      '丙方案',
      '乙方案',
      '甲方案',
    ]);
    await library.open(copy?.id ?? '');
    expect([widthIn(session), session.state.getState().doc.title]).toEqual([3, '丙方案']);
    restart();
    const again = (await user.tab()).library;
    expect(again.session.state.getState().doc.title).toBe('丙方案');
  });

  it('adds a document from elsewhere without overwriting one of the same id', async () => {
    const { library } = await user.tab();
    const doc = width(7).apply(emptySample('pack', '0', 'same'));
    await library.add(doc);
    const again = await library.add(width(8).apply(doc));
    expect(again.ok && again.notes.map(({ code }) => code)).toEqual(['document-pack-version']);
    expect(library.session.state.getState().doc.packVersion).toBe('1');
    await library.add(width(7).apply(emptySample('pack', '1', 'same')));
    expect(library.session.state.getState().doc.id).toBe('same');
    await library.open('same');
    expect(widthIn(library.session)).toBe(7);
    const list = await library.list();
    expect(list.ok && list.value).toHaveLength(3);
  });

  it('lists and keeps documents of another pack, to be looked at and not to be opened', async () => {
    const { library } = await user.tab();
    const own = library.session.state.getState().doc.id;
    const doc = width(7).apply(emptySample('other', '3', 'far'));
    expect(await library.keep(doc)).toMatchObject({ ok: true, value: 'far' });
    expect(await library.keep(doc)).toMatchObject({ ok: true, value: 'far' });
    const second = await library.keep(width(8).apply(doc));
    expect(second.ok && second.value !== 'far').toBe(true);
    const list = await library.list();
    expect(list.ok && list.value.map(({ packId }) => packId).sort()).toEqual([
      'other',
      'other',
      'pack',
    ]);
    expect(await library.look('far')).toMatchObject({ ok: true, value: doc });
    expect(await library.open('far')).toMatchObject({ ok: false });
    expect(await library.rename('far', '远方案')).toBeNull();
    expect(library.session.state.getState().doc.id).toBe(own);
    restart();
    const there = (await user.tab({ packId: 'other', packVersion: '3' })).library;
    expect((await there.open('far')).ok).toBe(true);
    expect([widthIn(there.session), there.session.state.getState().doc.title]).toEqual([
      7,
      '远方案',
    ]);
  });

  it('deletes so that it can be brought back, and opens another', async () => {
    const { library } = await user.tab();
    const { session } = library;
    const firstId = session.state.getState().doc.id;
    session.commit(width(1));
    await library.create('乙方案');
    expect(await library.remove(session.state.getState().doc.id)).toBeNull();
    expect(session.state.getState().doc.id).toBe(firstId);
    expect(await library.remove(firstId)).toBeNull();
    const fresh = session.state.getState().doc;
    expect(contentOf(fresh).beltWidths.size).toBe(0);
    expect(await library.restore(firstId)).toBeNull();
    await library.open(firstId);
    expect(widthIn(session)).toBe(1);
  });

  it('says when there is none of that id, and stays where it is', async () => {
    const { library } = await user.tab();
    library.session.commit(width(1));
    expect(await library.open('none')).toMatchObject({
      ok: false,
      problems: [{ code: 'document-not-found' }],
    });
    expect(widthIn(library.session)).toBe(1);
    library.session.commit(width(2));
    expect(widthIn(library.session)).toBe(2);
  });
});

describe.each([true, false])('two tabs on one document (Web Locks: %s)', (webLocks) => {
  beforeEach(() => {
    user.close();
    user = browser({ webLocks });
  });
  const access = (tab: Awaited<ReturnType<typeof user.tab>>) =>
    tab.library.session.state.getState().access.kind;

  it('the second shows what the first has written, and nothing of another document', async () => {
    const [first, second] = [await user.tab(), await user.tab()];
    const [one, two] = [first.library, second.library];
    expect(access(second)).toBe('read-only');
    const shown = () => contentOf(two.session.state.getState().doc).beltWidths.get('b');
    one.session.commit(width(7));
    await one.session.flush();
    await vi.waitFor(() => expect(shown()).toBe(7));
    expect(access(second)).toBe('read-only');
    one.session.undo();
    await one.session.flush();
    await vi.waitFor(() => expect(shown()).toBeUndefined());
    await two.create('乙');
    one.session.commit(width(8));
    await one.session.flush();
    expect(two.session.state.getState().doc.title).toBe('乙');
    expect(shown()).toBeUndefined();
  });

  it('the second is read-only and refuses edits; taking over loses nothing and makes the first read-only', async () => {
    const one = await user.tab();
    one.library.session.commit(width(1));
    await one.library.session.flush();
    const two = await user.tab();
    expect([access(one), access(two)]).toEqual(['write', 'read-only']);
    two.library.session.commit(width(9));
    expect(widthIn(two.library.session)).toBe(1);
    expect(two.library.session.state.getState().refusals).toBe(1);

    one.library.session.beginDrag();
    one.library.session.commit(width(2));
    const taking = two.library.takeOver();
    await vi.waitFor(() => expect(access(one)).toBe('read-only'));
    one.library.session.commit(width(3));
    expect(await taking).toBeNull();
    expect([access(one), access(two)]).toEqual(['read-only', 'write']);
    expect(widthIn(two.library.session)).toBe(2);
    two.library.session.commit(width(4));
    await two.library.session.flush();
    expect(two.library.session.state.getState().save).toEqual({ kind: 'saved' });

    expect(await one.library.takeOver()).toBeNull();
    expect([access(one), access(two)]).toEqual(['write', 'read-only']);
    expect(widthIn(one.library.session)).toBe(4);
  });

  it('a tab that cannot save its changes keeps them and the right to write', async () => {
    const one = await user.tab();
    await one.library.session.flush();
    const two = await user.tab();
    one.library.session.commit(width(1));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await two.library.takeOver()).toMatchObject({ code: 'document-not-given-up' });
    expect([access(one), access(two)]).toEqual(['write', 'read-only']);
    expect(widthIn(one.library.session)).toBe(1);
  });

  it('opens another document freely, and lets its own go', async () => {
    const one = await user.tab();
    const two = await user.tab();
    const { id } = one.library.session.state.getState().doc;
    expect(await two.library.remove(id)).toMatchObject({ code: 'document-in-use' });
    await two.library.create('乙方案');
    expect(access(two)).toBe('write');
    await one.library.create('丙方案');
    expect((await two.library.open(id)).ok).toBe(true);
    expect(access(two)).toBe('write');
  });
});

describe('a tab that does not answer', () => {
  it('is passed over, and whatever it still writes is refused, not lost', async () => {
    const one = await user.tab();
    await one.library.session.flush();
    const store = browserStore();
    const { id } = one.library.session.state.getState().doc;
    await store.claim(id, 'another');
    one.library.session.commit(width(1));
    await one.library.session.flush();
    const { access, save } = one.library.session.state.getState();
    expect(access).toMatchObject({ kind: 'read-only', problem: { code: 'document-taken' } });
    expect(save.kind).toBe('failed');
    await one.library.duplicate('留下的修改');
    expect(widthIn(one.library.session)).toBe(1);
    expect(one.library.session.state.getState()).toMatchObject({
      access: { kind: 'write' },
      save: { kind: 'saved' },
    });
  });
});

it('autosave is well under the promised second', () => {
  expect(AUTOSAVE_DELAY_MILLISECONDS).toBeLessThan(500);
});
