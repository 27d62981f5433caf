import { describe, expect, it } from 'vitest';
import type { KeptPack } from '../../src/app/region-offers';
import { loadVersion, versionWanted } from '../../src/app/version-to-open';
import type { DocumentHead } from '../../src/document/database';
import { startHistory } from '../../src/document/history';
import { emptyDocument } from '../../src/document/plan-document';
import type { Outcome } from '../../src/domain/problem';

const pack = (version: string, origin: KeptPack['origin'] = 'shipped'): KeptPack => ({
  id: 'a',
  name: '甲区',
  planTitle: '规划',
  version,
  date: '2026-11-22',
  origin,
});

const broken: Outcome<string> = {
  ok: false,
  problems: [{ code: 'x', severity: 'error', where: {}, text: '打不开', mend: '' }],
};

describe('the version that is opened', () => {
  const offered = { offer: pack('2'), others: [pack('1')] };

  it('is the one that the document was made with', async () => {
    const opened = await loadVersion({ ...offered, wanted: '1' }, ({ version }) =>
      Promise.resolve({ ok: true, value: version, notes: [] }),
    );
    expect(opened.ok && opened.value).toEqual({ loaded: '1', versions: new Set(['2', '1']) });
  });

  it('is the offered one where that one does not load, which no document can then stay with', async () => {
    const opened = await loadVersion({ ...offered, wanted: '1' }, ({ version }) =>
      Promise.resolve(version === '1' ? broken : { ok: true, value: version, notes: [] }),
    );
    expect(opened.ok && opened.value).toEqual({ loaded: '2', versions: new Set(['2']) });
  });

  const head = (id: string, more: Partial<DocumentHead>): DocumentHead => ({
    id,
    packId: 'a',
    title: id,
    savedAt: '',
    openedAt: '',
    deletedAt: null,
    size: 0,
    owner: '',
    ...more,
  });
  const storeOf = (...heads: readonly DocumentHead[]) => ({
    list: () => Promise.resolve({ ok: true as const, value: heads, notes: [] }),
    load: (id: string) => {
      const doc = emptyDocument({ id, title: id, packId: 'a', packVersion: '0.5' });
      const value = { history: startHistory(doc), position: null };
      return Promise.resolve({ ok: true as const, value: value as never, notes: [] });
    },
  });

  it('is told by the head of the document that this tab had open, else of the last', async () => {
    const store = storeOf(head('x', { packVersion: '1' }), head('y', { packVersion: '2' }));
    expect(await versionWanted(store, 'a', 'y')).toBe('2');
    expect(await versionWanted(store, 'a', null)).toBe('1');
    expect(await versionWanted(storeOf(), 'a', null)).toBeNull();
  });

  it('is told by the document itself where its head is of before there were versions', async () => {
    expect(await versionWanted(storeOf(head('x', {})), 'a', 'x')).toBe('0.5');
  });
});
