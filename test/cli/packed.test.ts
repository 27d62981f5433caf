// What a user installs: the built command reads formats that need WebAssembly, and the packed package needs no other.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeArrayBuffer } from 'geotiff';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileReport } from '../../src/io/import-report';
import { geopackage } from '../io/source-fixtures';
import { buildCuntu, cuntu } from './cuntu-process';

const ROOT = join(import.meta.dirname, '../..');
const call = promisify(execFile);
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  await buildCuntu('cuntu-packed');
  folder = await mkdtemp(join(tmpdir(), 'cuntu-packed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('reads a GeoPackage and a GeoTIFF, and converts the one', async () => {
  await writeFile(at('a.gpkg'), await geopackage(20));
  const raster = await writeArrayBuffer(new Float32Array(16).fill(300), {
    height: 4,
    width: 4,
    ModelPixelScale: [0.1, 0.1, 0],
    ModelTiepoint: [0, 0, 0, 111, 35, 0],
    GeographicTypeGeoKey: 4326,
    GTModelTypeGeoKey: 2,
    GeogCitationGeoKey: 'WGS 84',
  });
  await writeFile(at('a.tif'), new Uint8Array(raster));
  const { out } = await cuntu('inspect', at('a.gpkg'), at('a.tif'), '--json');
  const reports = JSON.parse(out) as FileReport[];
  expect(reports.map(({ format, rows }) => [format, rows.read])).toEqual([
    ['geopackage', 20],
    ['geotiff', 0],
  ]);
  const convert = await cuntu('convert', at('a.gpkg'), '--to-crs', 'gcj02', '-o', at('a.csv'));
  expect(convert.err).toContain('已写入');
  expect((await cuntu('--version')).out).toMatch(/^cuntu，计算引擎 \d/);
});

it('is packed without dependencies, and the package of the sources comes back as it was', async () => {
  await mkdir(at('.ci'));
  await copyFile(join(ROOT, '.ci/pack.mjs'), at('.ci/pack.mjs'));
  await copyFile(join(ROOT, 'package.json'), at('package.json'));
  const before = await readFile(at('package.json'), 'utf8');
  await call(process.execPath, [at('.ci/pack.mjs'), '--strip']);
  const packed = JSON.parse(await readFile(at('package.json'), 'utf8')) as Record<string, unknown>;
  expect(Object.keys(packed)).not.toContain('dependencies');
  expect(packed).toMatchObject({ bin: { cuntu: 'dist-cli/cuntu.mjs' }, type: 'module' });
  // A run that was interrupted in between: the whole one is what is kept.
  await call(process.execPath, [at('.ci/pack.mjs'), '--strip']);
  await call(process.execPath, [at('.ci/pack.mjs'), '--restore']);
  expect(await readFile(at('package.json'), 'utf8')).toBe(before);
});
