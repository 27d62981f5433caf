import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipEntry, zipEntries } from '../../src/io/zip-entries';
import { codesOf, gbk } from './source-fixtures';

function unzipFirst(bytes: Uint8Array): string {
  const [entry] = zipEntries(bytes);
  if (!entry) throw new Error('no entry');
  return new TextDecoder().decode(unzipEntry(bytes, entry));
}

/** Changes bytes of the first central directory entry, which begins with PK 1 2. */
function patched(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; ; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + offset, value, true);
    return copy;
  }
}

const text = '甲村,3\n'.repeat(1000);

describe('zip files', () => {
  it('inflates, stores, leaves folders out, takes back slashes and GBK names', () => {
    expect(unzipFirst(zipSync({ 'a.csv': strToU8(text) }))).toBe(text);
    expect(unzipFirst(zipSync({ 'a.csv': [strToU8(text), { level: 0 }] }))).toBe(text);
    const zip = zipSync({ 'x/': new Uint8Array(), 'x\\@@.csv': strToU8('a') });
    const name = gbk('村');
    const bytes = zip.map((byte, i) =>
      byte === 0x40 ? (name[zip[i - 1] === 0x40 ? 1 : 0] ?? 0) : byte,
    );
    expect(zipEntries(bytes).map(({ path }) => path)).toEqual(['x/村.csv']);
  });

  it('inflates what is read in steps, and no byte more than the directory says', async () => {
    // Bytes without a pattern, so that five million stay as many packed.
    const bytes = new Uint8Array(5_000_000);
    for (let at = 0, seed = 1; at < bytes.length; at++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[at] = seed >>> 24;
    }
    const zip = zipSync({ 'a.csv': [bytes, { level: 1 }] });
    const [entry] = zipEntries(zip);
    if (!entry) throw new Error('no entry');
    expect(entry.method).toBe(8);
    expect(entry.packedSize).toBeGreaterThan(4 << 20);
    expect(Buffer.compare(unzipEntry(zip, entry), bytes)).toBe(0);
    expect(await codesOf('a.zip', patched(zip, 24, 4_999_999))).toEqual(['input-unsafe-zip']);
  });

  it.each([
    ['a path that climbs out', zipSync({ '../a.csv': strToU8('a') })],
    ['a path that climbs out of a folder', zipSync({ 'x\\..\\..\\a.csv': strToU8('a') })],
    ['an absolute path', zipSync({ '/etc/a.csv': strToU8('a') })],
    ['a drive', zipSync({ 'C:/a.csv': strToU8('a') })],
    ['a bomb by its ratio', zipSync({ 'a.csv': new Uint8Array(20e6) })],
    ['a bomb by its size', patched(zipSync({ 'a.csv': strToU8(text) }), 24, 0x7fffffff)],
    ['a directory that understates', patched(zipSync({ 'a.csv': strToU8(text) }), 24, 10)],
    [
      'ten thousand files and one',
      zipSync(
        Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()])),
      ),
    ],
  ])('refuses %s', async (_name, bytes) => {
    expect(await codesOf('a.zip', bytes)).toEqual(['input-unsafe-zip']);
  });

  it.each([
    ['a directory that overstates', patched(zipSync({ 'a.csv': strToU8(text) }), 24, 100_000)],
    ['an entry beyond the end', patched(zipSync({ 'a.csv': strToU8(text) }), 42, 1e6)],
    ['a password', patched(zipSync({ 'a.csv': strToU8(text) }), 8, 0x0001 | (8 << 16))],
    ['a rare method', patched(zipSync({ 'a.csv': strToU8(text) }), 8, 14 << 16)],
    ['a cut end', zipSync({ 'a.csv': strToU8(text) }).subarray(0, -30)],
  ])('says that %s is broken', async (_name, bytes) => {
    expect(await codesOf('a.zip', bytes)).toEqual(['input-broken-zip']);
  });
});
