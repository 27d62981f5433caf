import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDocument } from '../../src/document/document-session';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import { setAlignment } from '../../src/document/edits/set-alignment';
import { commit, startHistory, undo } from '../../src/document/history';
import { browserStorage } from '../../src/document/storage';
import { sampleAlignment } from './sample-alignment';
import { emptySample } from './sample-document';

const width = (widthMetres: number) => setBeltWidth({ beltId: 'b', beltName: '甲带', widthMetres });
const align = setAlignment({ alignment: sampleAlignment('p1'), projectName: '甲渠' });
const open = (packVersion = '1') =>
  openDocument({ packId: 'pack', packVersion, storage: browserStorage() });

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('browserStorage', () => {
  it('loads what was saved, with undo and redo', async () => {
    const history = undo(commit(commit(startHistory(emptySample()), align), width(5)));
    expect(await browserStorage().save('pack', history)).toBeNull();
    expect(await browserStorage().load('pack')).toEqual({ ok: true, value: history, notes: [] });
    expect(await browserStorage().load('other')).toEqual({ ok: true, value: null, notes: [] });
  });

  it('moves an unreadable record aside and says so', async () => {
    const storage = browserStorage();
    await storage.save('pack', startHistory(emptySample()));
    const record = { schemaVersion: 1, nonsense: true };
    await writeRaw(record);
    const loaded = await storage.load('pack');
    expect(loaded).toMatchObject({ ok: true, value: null, notes: [{ code: 'document-damaged' }] });
    expect(await readDamaged()).toEqual([record]);
  });

  it('is a problem, not an exception, without IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const storage = browserStorage();
    expect(await storage.load('pack')).toMatchObject({
      ok: false,
      problems: [{ code: 'storage-unavailable' }],
    });
    const history = startHistory(emptySample());
    expect(await storage.save('pack', history)).toMatchObject({ code: 'storage-unavailable' });
  });

  it.each([
    ['SecurityError', 'storage-unavailable'],
    ['VersionError', 'storage-newer'],
    ['UnknownError', 'storage-failed'],
  ])('%s on opening is %s', async (name, code) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', name);
    });
    expect(await browserStorage().load('pack')).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('says that storage is full, and saves again once there is room', async () => {
    const { session } = await open();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    session.commit(width(5));
    await session.flush();
    expect(session.state.getState().save).toMatchObject({
      kind: 'failed',
      problem: { code: 'storage-quota' },
    });
    put.mockRestore();
    session.commit(width(6));
    await session.flush();
    expect(session.state.getState().save).toEqual({ kind: 'saved' });
    expect((await open()).session.state.getState().doc.beltWidths.get('b')).toBe(6);
  });
});

describe('openDocument', () => {
  it('keeps document and history through a restart', async () => {
    const { session, notes } = await open();
    expect(notes).toEqual([]);
    session.commit(align);
    session.commit(width(5));
    session.undo();
    await session.flush();
    const again = (await open()).session;
    expect(again.state.getState().doc.alignments.size).toBe(1);
    again.redo();
    expect(again.state.getState().doc.beltWidths.get('b')).toBe(5);
    again.undo();
    again.undo();
    expect(again.state.getState().doc.alignments.size).toBe(0);
  });

  it('saves by itself within a second, and goes on saving during a drag', async () => {
    const saved: number[] = [];
    const storage = {
      load: () => Promise.resolve({ ok: true, value: null, notes: [] } as const),
      save: (_packId: string, history: ReturnType<typeof startHistory>) => {
        saved.push(history.entries[history.index]?.doc.beltWidths.get('b') ?? -1);
        return Promise.resolve(null);
      },
    };
    const { session } = await openDocument({ packId: 'pack', packVersion: '1', storage });
    vi.useFakeTimers();
    session.beginDrag();
    for (let metres = 1; metres <= 100; metres++) {
      session.commit(width(metres));
      await vi.advanceTimersByTimeAsync(10);
    }
    session.endDrag();
    expect(session.state.getState().save).toEqual({ kind: 'saving' });
    await vi.advanceTimersByTimeAsync(999);
    expect(saved.length).toBeGreaterThan(3);
    expect(saved.at(-1)).toBe(100);
    expect(session.state.getState().save).toEqual({ kind: 'saved' });
  });

  it('never lets two writes overlap', async () => {
    let running = 0;
    let most = 0;
    const storage = {
      load: () => Promise.resolve({ ok: true, value: null, notes: [] } as const),
      save: async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        await Promise.resolve();
        running--;
        return null;
      },
    };
    const { session } = await openDocument({ packId: 'pack', packVersion: '1', storage });
    session.commit(width(1));
    const first = session.flush();
    session.commit(width(2));
    await Promise.all([first, session.flush(), session.flush()]);
    expect(most).toBe(1);
  });

  it('does not overwrite a document that it could not see', async () => {
    const { session } = await open();
    session.commit(width(5));
    await session.flush();
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'UnknownError');
    });
    const blind = await open();
    refused.mockRestore();
    expect(blind.notes.map((note) => note.code)).toEqual(['storage-failed']);
    blind.session.commit(width(9));
    await blind.session.flush();
    expect(blind.session.state.getState().save.kind).toBe('failed');
    expect((await open()).session.state.getState().doc.beltWidths.get('b')).toBe(5);
  });

  it('tells of a new pack version once', async () => {
    const { session } = await open('1');
    session.commit(width(5));
    await session.flush();
    const updated = await open('2');
    expect(updated.notes.map((note) => note.code)).toEqual(['document-pack-version']);
    const { state } = updated.session;
    await vi.waitFor(() => expect(state.getState().save).toEqual({ kind: 'saved' }));
    expect((await open('2')).notes).toEqual([]);
  });
});

function database(): Promise<IDBDatabase> {
  return settle(indexedDB.open('cuntu'));
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request failed'));
  });
}

async function writeRaw(record: unknown): Promise<void> {
  const store = (await database()).transaction('documents', 'readwrite').objectStore('documents');
  await settle(store.put(record, 'pack'));
}

async function readDamaged(): Promise<unknown[]> {
  return settle((await database()).transaction('damaged').objectStore('damaged').getAll());
}
