import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserStore } from '../../src/document/document-store';
import type { Edit } from '../../src/document/edit';
import { addImport } from '../../src/document/edits/add-import';
import { removeImport } from '../../src/document/edits/remove-import';
import { setBeltWidth } from '../../src/document/edits/set-belt-width';
import {
  type History,
  beginDrag,
  cancelDrag,
  commit,
  currentDocument,
  endDrag,
  redo,
  startHistory,
  undo,
} from '../../src/document/history';
import { contentOf } from '../../src/document/plan-document';
import type { StoredDocument } from '../../src/document/stored-document';
import { anyEdit, historyText } from './any-edit';
import { allKeys, allValues, erase, overwrite, settle, writeVersion1 } from './raw-database';
import { emptySample, sampleImport } from './sample-document';

const width = (widthMetres: number) => setBeltWidth({ beltId: 'b', beltName: '甲带', widthMetres });
const begun = () => startHistory(emptySample());
const widthOf = (history: History) => contentOf(currentDocument(history)).beltWidths.get('b');

async function saved(
  store: ReturnType<typeof browserStore>,
  stored: StoredDocument | null,
  history: History,
): Promise<StoredDocument> {
  const outcome = await store.save(stored, history, 'me');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

async function loaded(id = 'doc-1') {
  const outcome = await browserStore().load(id);
  if (!outcome.ok || !outcome.value) throw new Error(JSON.stringify(outcome));
  return { ...outcome.value, notes: outcome.notes.map(({ code }) => code) };
}

/** `count` saves of a width each: one snapshot, then journal records. */
async function journalOf(count: number): Promise<StoredDocument> {
  const store = browserStore();
  let stored = await saved(store, null, begun());
  for (let metres = 1; metres <= count; metres++) {
    stored = await saved(store, stored, commit(stored.history, width(metres)));
  }
  return stored;
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Action =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'undo' | 'redo' | 'begin' | 'end' | 'cancel' | 'save' | 'reload' };

const PLAIN = { undo, redo, begin: beginDrag, end: endDrag, cancel: cancelDrag } as const;

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: anyEdit.map((edit) => ({ kind: 'edit' as const, edit })) },
  { weight: 2, arbitrary: fc.constantFrom<Action>({ kind: 'undo' }, { kind: 'redo' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Action>({ kind: 'begin' }, { kind: 'end' }, { kind: 'cancel' }),
  },
  { weight: 5, arbitrary: fc.constantFrom<Action>({ kind: 'save' }, { kind: 'reload' }) },
);

async function expectSameAfterReload(actions: readonly Action[]): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const store = browserStore();
  let stored = await saved(store, null, begun());
  let { history } = stored;
  for (const action of actions) {
    if (action.kind === 'edit') history = commit(history, action.edit, 8);
    else if (action.kind === 'save') stored = await saved(store, stored, history);
    else if (action.kind === 'reload') {
      stored = await saved(store, stored, history);
      stored = await loaded();
      ({ history } = stored);
    } else history = PLAIN[action.kind](history);
  }
  await saved(store, stored, history);
  const again = await loaded();
  expect(again.notes).toEqual([]);
  expect(historyText(again.history)).toBe(historyText(history));
}

describe('journal', () => {
  it('gives back the same document and history after any edits, drags, undos, saves and reloads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAction, { maxLength: 40 }), expectSameAfterReload),
      { numRuns: 60 },
    );
  });

  // Kept because they found a fault once, or nearly.
  it.each([
    ['a drag cancelled after it was saved', 'edit edit begin edit save cancel'],
    ['redo forgotten by an edit', 'edit edit save undo save edit reload undo'],
    [
      'the cap reached between saves',
      'edit save edit edit edit edit edit edit edit edit edit edit',
    ],
    ['a drag through a reload', 'begin edit reload edit end'],
  ])('%s', async (_name, script) => {
    let metres = 0;
    await expectSameAfterReload(
      script
        .split(' ')
        .map((kind) =>
          kind === 'edit' ? { kind, edit: width(++metres) } : { kind: kind as 'undo' },
        ),
    );
  });

  it('keeps the order of imports through a step that takes one away and adds it anew', async () => {
    const store = browserStore();
    let history = commit(begun(), addImport(sampleImport('i1')));
    history = commit(history, addImport(sampleImport('i2')));
    const stored = await saved(store, null, history);
    history = commit(beginDrag(history), removeImport({ importId: 'i1', title: '' }));
    history = endDrag(commit(history, addImport(sampleImport('i1', 1))));
    await saved(store, stored, history);
    const again = await loaded();
    expect([...currentDocument(again.history).imports.keys()]).toEqual(['i2', 'i1']);
    expect(historyText(again.history)).toBe(historyText(history));
  });

  it('writes one small record an edit, and an import once', async () => {
    const store = browserStore();
    let stored = await saved(store, null, begun());
    stored = await saved(
      store,
      stored,
      commit(stored.history, addImport(sampleImport('i1', 5000))),
    );
    const slices = await allKeys('contents');
    expect(slices).toHaveLength(4);
    stored = await saved(store, stored, commit(stored.history, width(5)));
    stored = await saved(store, stored, undo(stored.history));
    expect(await allKeys('contents')).toEqual(slices);
    const journal = (await allValues('journal')) as { text: string }[];
    expect(journal).toHaveLength(3);
    expect(Math.max(...journal.map(({ text }) => text.length))).toBeLessThan(1000);
    expect(await allKeys('snapshots')).toHaveLength(1);
    const again = await loaded();
    expect(currentDocument(again.history).imports.get('i1')).toEqual(sampleImport('i1', 5000));
  });

  it('makes a new snapshot when the journal is long, keeps the one before, forgets unused imports', async () => {
    const store = browserStore();
    let stored = await saved(store, null, begun());
    stored = await saved(store, stored, commit(stored.history, addImport(sampleImport('i1'))));
    for (let metres = 1; metres <= 1300; metres++) {
      stored = await saved(store, stored, commit(stored.history, width(metres)));
    }
    stored = await saved(store, stored, startHistory(emptySample()));
    expect((await allKeys('snapshots')).map((key) => (key as [string, number])[1])).toEqual([4, 5]);
    expect(await allKeys('contents')).toEqual([]);
    expect((await allKeys('journal')).length).toBeLessThan(405);
    expect(historyText((await loaded()).history)).toBe(historyText(stored.history));
  });
});

describe('damage', () => {
  it.each(['text', 'checksum', 'gone'] as const)(
    'of a journal record (%s): everything before it is there, told, and set aside with the next save',
    async (how) => {
      await journalOf(10);
      const key = ['doc-1', 1, 6];
      const values = (await allValues('journal')) as { text: string; checksum: number }[];
      const [good] = values.slice(6);
      if (how === 'gone') await erase('journal', key);
      else {
        const broken = { text: '{"schemaVersion":2', checksum: 1 };
        await overwrite('journal', key, { ...good, [how]: broken[how] });
      }
      const { history, position, notes } = await loaded();
      expect(widthOf(history)).toBe(6);
      expect(widthOf(undo(history))).toBe(5);
      expect(notes).toEqual(['document-journal-damaged']);
      const before = await allKeys('journal');
      const next = await saved(browserStore(), { history, position }, commit(history, width(99)));
      expect(before).toHaveLength(how === 'gone' ? 9 : 10);
      expect(await allValues('damaged')).toHaveLength(how === 'gone' ? 3 : 4);
      const again = await loaded();
      expect(again.notes).toEqual([]);
      expect(historyText(again.history)).toBe(historyText(next.history));
    },
  );

  it('of the newest snapshot costs nothing', async () => {
    const { history } = await journalOf(420);
    const keys = await allKeys('snapshots');
    expect(keys).toHaveLength(2);
    await overwrite('snapshots', keys[1] ?? '', { text: 'x', checksum: 0 });
    const again = await loaded();
    expect(again.notes).toEqual([]);
    expect(historyText(again.history)).toBe(historyText(history));
    await saved(browserStore(), again, commit(again.history, width(0)));
    expect(widthOf((await loaded()).history)).toBe(0);
  });

  it('of an import leaves it out and names it', async () => {
    const store = browserStore();
    let stored = await saved(store, null, begun());
    for (const record of [sampleImport('i1'), sampleImport('i2')]) {
      stored = await saved(store, stored, commit(stored.history, addImport(record)));
    }
    const [, rows] = await allKeys('contents');
    await overwrite('contents', rows ?? '', { text: '[]', checksum: 0 });
    const outcome = await browserStore().load('doc-1');
    if (!outcome.ok || !outcome.value) throw new Error('not loaded');
    expect(currentDocument(outcome.value.history).imports.size).toBe(1);
    expect(outcome.notes).toMatchObject([{ code: 'document-import-lost' }]);
  });

  it('of everything is told, and nothing is touched', async () => {
    await journalOf(2);
    await overwrite('snapshots', ['doc-1', 1], { schemaVersion: 7 });
    expect(await browserStore().load('doc-1')).toMatchObject({
      ok: false,
      problems: [{ code: 'document-damaged' }],
    });
    expect(await allKeys('journal')).toHaveLength(2);
  });
});

describe('ownership', () => {
  it('lets only the owner write, and says who does not', async () => {
    const store = browserStore();
    const mine = await saved(store, null, begun());
    expect(await store.claim('doc-1', 'other')).toBeNull();
    const refused = await store.save(mine, commit(mine.history, width(1)), 'me');
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'document-taken' }] });
    expect(widthOf((await loaded()).history)).toBeUndefined();
    const theirs = await store.save(await loaded(), commit(mine.history, width(2)), 'other');
    expect(theirs.ok).toBe(true);
  });
});

describe('list', () => {
  it('tells title, time and size, last opened first; deleted ones are forgotten after their time', async () => {
    let day = 0;
    const store = browserStore(() => new Date(Date.UTC(2026, 0, ++day)).toISOString());
    for (const id of ['a', 'b']) {
      await store.save(null, startHistory(emptySample('pack', '1', id)), 'me');
    }
    await store.save(null, startHistory(emptySample('other', '1', 'c')), 'me');
    await store.claim('a', 'me');
    const list = await store.list('pack');
    expect(list.ok && list.value.map(({ id, title, savedAt }) => [id, title, savedAt])).toEqual([
      ['a', '测试方案', '2026-01-01T00:00:00.000Z'],
      ['b', '测试方案', '2026-01-02T00:00:00.000Z'],
    ]);
    expect(list.ok && list.value.every(({ size }) => size > 50)).toBe(true);
    await store.setDeleted('a', true);
    await store.setDeleted('c', true);
    await store.purge(30);
    expect((await store.load('a')).ok).toBe(true);
    day += 30;
    await store.purge(30);
    expect(await store.load('a')).toMatchObject({ ok: true, value: null });
    // Of a region that nobody opens.
    expect(await store.load('c')).toMatchObject({ ok: true, value: null });
    const keys = await Promise.all(['heads', 'snapshots', 'journal', 'contents'].map(allKeys));
    expect(JSON.stringify(keys)).not.toContain('"a"');
  });
});

describe('the database of version 1', () => {
  const golden: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, 'golden/history.1.json'), 'utf8'),
  );

  it('is moved without loss, undo and redo included', async () => {
    await writeVersion1({ yuncheng: golden, jincheng: { nonsense: true } });
    const list = await browserStore().list('yuncheng');
    expect(list.ok && list.value).toMatchObject([{ id: 'first-yuncheng', title: '我的方案' }]);
    const { history, notes } = await loaded('first-yuncheng');
    expect(notes).toEqual([]);
    const latest = readFileSync(join(import.meta.dirname, 'golden/history.1.latest.json'), 'utf8');
    expect(historyText(history)).toBe(JSON.stringify(JSON.parse(latest)));
    expect(await browserStore().load('first-jincheng')).toMatchObject({ ok: false });
    const texts = (await allValues('snapshots')) as { text: string }[];
    expect(texts.map(({ text }) => JSON.parse(text) as unknown)).toContainEqual({ nonsense: true });
  });
});

describe('storage that is not to be had', () => {
  it('is a problem, not an exception, without IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const refused = { ok: false, problems: [{ code: 'storage-unavailable' }] };
    expect(await browserStore().load('doc-1')).toMatchObject(refused);
    expect(await browserStore().list('pack')).toMatchObject(refused);
    expect(await browserStore().save(null, begun(), 'me')).toMatchObject(refused);
    expect(await browserStore().setDeleted('doc-1', true)).toMatchObject(refused.problems[0] ?? {});
  });

  it.each([
    ['SecurityError', 'storage-unavailable'],
    ['VersionError', 'storage-newer'],
    ['UnknownError', 'storage-failed'],
  ])('%s on opening is %s', async (name, code) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', name);
    });
    expect(await browserStore().load('doc-1')).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('is told when the browser’s data are newer than we are', async () => {
    (await settle(indexedDB.open('cuntu', 99))).close();
    expect(await browserStore().load('doc-1')).toMatchObject({
      ok: false,
      problems: [{ code: 'storage-newer' }],
    });
  });

  it('full: a failed save leaves what was saved, and the next one saves all', async () => {
    const store = browserStore();
    const stored = await saved(store, null, begun());
    const changed = commit(stored.history, addImport(sampleImport('i1')));
    for (const failing of [1, 3]) {
      let puts = 0;
      const { put } = IDBObjectStore.prototype;
      const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...args
      ) {
        if (++puts === failing) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, args);
      });
      expect(await store.save(stored, changed, 'me')).toMatchObject({
        ok: false,
        problems: [{ code: 'storage-quota' }],
      });
      full.mockRestore();
      expect(currentDocument((await loaded()).history).imports.size).toBe(0);
    }
    await saved(store, stored, changed);
    expect(currentDocument((await loaded()).history).imports.size).toBe(1);
  });
});
