import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetOwn, forgetPack, keepPack } from '../../src/app/keep-pack';
import { listKept, packSource } from '../../src/app/kept-packs';
import { openPackFile } from '../../src/app/open-pack-file';
import type { KeptPack } from '../../src/app/region-offers';
import { loadPack } from '../../src/packs/load';

const FOLDER = join(import.meta.dirname, '../../geodata/yuncheng');

function packFiles(folder: string, below = ''): Record<string, Uint8Array> {
  return Object.assign(
    {},
    ...readdirSync(folder).map((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory()
        ? packFiles(path, `${below}${name}/`)
        : { [`${below}${name}`]: new Uint8Array(readFileSync(path)) };
    }),
  ) as Record<string, Uint8Array>;
}

/** The shipped pack under another id and version, as an office would make its own. */
function ownPack(id: string, version: string): Record<string, Uint8Array> {
  const files = packFiles(FOLDER);
  const manifest = JSON.parse(new TextDecoder().decode(files['pack.json'])) as object;
  return { ...files, 'pack.json': strToU8(JSON.stringify({ ...manifest, id, version })) };
}

function zipped(files: Record<string, Uint8Array>, folder = ''): Uint8Array {
  const named = Object.entries(files).map(([path, bytes]) => [folder + path, bytes]);
  return zipSync(Object.fromEntries(named) as Record<string, Uint8Array>, { level: 1 });
}

const shipped: KeptPack = {
  id: 'yuncheng',
  name: '运城市',
  planTitle: '规划',
  version: '1.3.1',
  date: '2026-11-22',
  origin: 'shipped',
};
const codes = (outcome: Awaited<ReturnType<typeof openPackFile>>) =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('a pack from a file', () => {
  it('is kept and can be loaded again, from the root of the zip or from a folder in it', async () => {
    for (const folder of ['', 'jiazhou/']) {
      const opened = await openPackFile(zipped(ownPack('jiazhou', '2.0.0'), folder), '甲.zip', []);
      expect(opened).toMatchObject({ ok: true, value: { id: 'jiazhou', origin: 'user' } });
    }
    const kept = await listKept();
    if (!kept.ok || !kept.value[0]) throw new Error('nothing kept');
    expect(kept.value).toHaveLength(1);
    const loaded = await loadPack(packSource(kept.value[0]));
    expect(loaded.ok && [loaded.value.id, loaded.value.villages.length]).toEqual(['jiazhou', 3349]);
    await forgetPack({ id: 'jiazhou', version: '2.0.0' });
    expect(await listKept()).toMatchObject({ ok: true, value: [] });
    expect((await loadPack(packSource(kept.value[0]))).ok).toBe(false);
  });

  it('is refused with all that is wrong, and not kept', async () => {
    const broken = ownPack('jiazhou', '2.0.0');
    delete broken['villages.csv'];
    expect(codes(await openPackFile(zipped(broken), '甲.zip', []))).toContain('pack-missing-file');
    const none = zipSync({ 'a.csv': strToU8('a') });
    expect(codes(await openPackFile(none, '甲.zip', []))).toEqual(['zip-no-marker']);
    const out = zipSync({ '../pack.json': strToU8('{}'), 'pack.json': strToU8('{}') });
    expect(codes(await openPackFile(out, '甲.zip', []))).toEqual(['zip-limit']);
    const bomb = zipSync({ 'pack.json': new Uint8Array(40_000_000) }, { level: 9 });
    expect(codes(await openPackFile(bomb, '甲.zip', []))).toEqual(['zip-limit']);
    const cut = zipped(ownPack('jiazhou', '2.0.0')).subarray(0, 5000);
    expect(codes(await openPackFile(cut, '甲.zip', []))).toEqual(['zip-broken']);
    expect(await listKept()).toMatchObject({ ok: true, value: [] });
  });

  it('takes the place of a shipped one only when it is newer', async () => {
    const same = zipped(ownPack('yuncheng', '1.3.1'));
    expect(codes(await openPackFile(same, '甲.zip', [shipped]))).toEqual(['pack-not-newer']);
    const newer = zipped(ownPack('yuncheng', '1.10.0'));
    expect((await openPackFile(newer, '甲.zip', [shipped])).ok).toBe(true);
  });
});

describe('kept packs', () => {
  it('replace one of the same version whole', async () => {
    const head: KeptPack = { ...shipped, origin: 'user' };
    await keepPack(head, new Map([['a.json', strToU8('1')]]));
    await keepPack(head, new Map([['b.json', strToU8('2')]]));
    await expect(packSource(head).read('a.json')).rejects.toThrow('missing');
    expect(await packSource(head).read('b.json')).toEqual(strToU8('2'));
  });

  it('are a problem, not an exception, where nothing can be kept', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await listKept()).toMatchObject({ ok: false });
    expect(codes(await openPackFile(zipped(ownPack('jiazhou', '1')), '甲.zip', []))).toEqual([
      'storage-unavailable',
    ]);
  });
});

it('a pack that cannot be taken out because there is no storage is told', async () => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await forgetOwn('jiaxian')).toMatchObject({
    ok: false,
    problems: [{ severity: 'warning' }],
  });
});
