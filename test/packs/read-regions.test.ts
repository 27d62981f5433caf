import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { readRegions } from '../../src/packs/read-regions';
import { memorySource } from '../../src/packs/source';

const GEODATA = join(import.meta.dirname, '../../geodata');
const text = (value: string) => memorySource(new Map([['regions.json', Buffer.from(value)]]));

describe('regions.json', () => {
  it('lists the shipped packs as they are', async () => {
    const regions = await readRegions(folderSource(GEODATA));
    if (!regions.ok) throw new Error('no regions');
    expect(regions.value.map(({ id }) => id)).toContain('yuncheng');
    for (const { id, version } of regions.value) {
      const manifest: unknown = JSON.parse(readFileSync(join(GEODATA, id, 'pack.json'), 'utf8'));
      expect(manifest).toMatchObject({ id, version });
      expect((await loadPack(folderSource(join(GEODATA, id)))).ok).toBe(true);
    }
  });

  it('is refused in words when missing or damaged', async () => {
    expect(await readRegions(memorySource(new Map()))).toMatchObject({
      ok: false,
      problems: [{ code: 'pack-missing-file' }],
    });
    expect((await readRegions(text('['))).ok).toBe(false);
    expect((await readRegions(text('[{"id":"a"}]'))).ok).toBe(false);
  });
});
