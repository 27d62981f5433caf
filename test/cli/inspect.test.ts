// cuntu inspect and convert, in process: words in, exit code and text out.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run';
import type { FileReport } from '../../src/io/import-report';
import { corpus } from '../fixtures/import/make';
import { PINGLU } from '../fixtures/import/villages';

const CORPUS = join(import.meta.dirname, '../fixtures/import');
const fixture = (name: string): string => join(CORPUS, name);
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuntu-inspect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function cuntu(
  ...words: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
      return Promise.resolve();
    },
    say: (text: string) => {
      err += `${text}\n`;
    },
  };
  return { code: await run(words, terminal), out, err };
}

describe('cuntu inspect', () => {
  it('prints the golden report of each file as JSON', async () => {
    const names = ['codes-turned-into-1.4E+11.csv', 'gcj02.csv', 'shapefile-gbk-without-cpg.zip'];
    const { code, out } = await cuntu(
      'inspect',
      ...names.map(fixture),
      '--json',
      '--pack',
      'yuncheng',
    );
    const golden = await Promise.all(
      names.map(
        async (name) =>
          JSON.parse(
            await readFile(join(CORPUS, 'golden', `${name}.json`), 'utf8'),
          ) as FileReport[],
      ),
    );
    expect(JSON.parse(out)).toEqual(golden.flat());
    expect(code).toBe(1);
  });

  it('reads a region pack as the page does: what it holds, or all that is wrong', async () => {
    const pack = join(import.meta.dirname, '../../geodata/yuncheng');
    const paths = (await readdir(pack, { recursive: true })).filter((path) => /\.\w+$/.test(path));
    const files = await Promise.all(
      paths.map(async (path) => [path, new Uint8Array(await readFile(join(pack, path)))] as const),
    );
    await writeFile(at('whole.zip'), zipSync(Object.fromEntries(files), { level: 1 }));
    const cut = files.filter(([path]) => path !== 'villages.csv');
    await writeFile(at('cut.zip'), zipSync(Object.fromEntries(cut), { level: 1 }));
    const { code, out, err } = await cuntu('inspect', at('whole.zip'), at('cut.zip'));
    expect(out).toContain('whole.zip：区域数据包，可以打开\n  村级单位 3349\n');
    expect(out).toContain('cut.zip：区域数据包，不能打开');
    expect(err).toContain('villages.csv：找不到这个文件。');
    expect(code).toBe(1);
    expect((await cuntu('pack', 'check', at('whole.zip'))).out).toContain('合格：运城市');
  });

  it('says it in words for people, problems apart', async () => {
    const { code, out, err } = await cuntu('inspect', fixture('gcj02.csv'));
    expect(code).toBe(0);
    expect(out).toContain('gcj02.csv：可以导入\n');
    expect(out).toContain('行 60：可用 60，有疑问 0，不能用 0');
    expect(out).toContain('坐标系 作为GCJ-02');
    expect(err).toBe('');
    const bad = await cuntu('inspect', fixture('duplicate-codes-synthetic.csv'));
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('错误  duplicate-codes-synthetic.csv 第 2 行');
    expect(bad.err).toContain('改法：');
  });

  it('finds the parts beside a .shp', async () => {
    await writeFile(at('a.shp'), corpus().get('shp-without-dbf.shp')!);
    await writeFile(at('a.dbf'), corpus().get('dbf-without-shp.dbf')!);
    const { out } = await cuntu('inspect', at('a.shp'), '--json');
    const [report] = JSON.parse(out) as FileReport[];
    expect(report?.columns.map(({ heading }) => heading)).toEqual(['名称', '备注']);
  });

  it('ends with 1 for a missing file and pack, with 2 for wrong usage', async () => {
    const missing = await cuntu('inspect', at('none.csv'), '--json');
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject([{ file: 'none.csv', status: 'refuse' }]);
    expect((await cuntu('inspect', fixture('utf-8.csv'), '--pack', 'nowhere')).code).toBe(1);
    expect((await cuntu('inspect')).code).toBe(2);
    expect((await cuntu('inspect', fixture('utf-8.csv'), '--nothing')).code).toBe(2);
  });
});

describe('cuntu convert', () => {
  it('takes a table through a zone and back to within a millimetre, codes as text', async () => {
    const there = await cuntu(
      'convert',
      fixture('utf-8.csv'),
      '--from-crs',
      'wgs84',
      '--to-crs',
      'cgcs2000:zone37',
      '-o',
      at('zone.csv'),
    );
    expect(there).toMatchObject({ code: 0 });
    expect(there.err).toContain('中央经线 111°');
    const back = await cuntu(
      'convert',
      at('zone.csv'),
      '--from-crs',
      'cgcs2000:zone37',
      '-o',
      at('back.geojson'),
    );
    expect(back.code).toBe(0);
    const { features } = JSON.parse(await readFile(at('back.geojson'), 'utf8')) as {
      features: {
        properties: Record<string, unknown>;
        geometry: { coordinates: [number, number] };
      }[];
    };
    expect(features.map(({ properties }) => properties.行政区划代码)).toEqual(
      PINGLU.slice(0, 5).map(({ code }) => code),
    );
    for (const [row, { geometry }] of features.entries()) {
      // 1e-8 degrees are 1 mm.
      expect(Math.abs(geometry.coordinates[0] - PINGLU[row]!.lng)).toBeLessThan(1e-8);
      expect(Math.abs(geometry.coordinates[1] - PINGLU[row]!.lat)).toBeLessThan(1e-8);
    }
  });

  it.each(['kml', 'zip', 'xlsx', 'geojson'])(
    'writes .%s that inspect reads again',
    async (ending) => {
      const out = at(`out.${ending}`);
      const done = await cuntu(
        'convert',
        fixture('village-points.geojson'),
        '--from-crs',
        'wgs84',
        '-o',
        out,
      );
      expect(done).toMatchObject({ code: 0 });
      const again = await cuntu('inspect', out, '--json');
      const [report] = JSON.parse(again.out) as FileReport[];
      expect(report?.rows).toMatchObject({ ok: 3, refused: 0 });
    },
  );

  it('reads what a .prj declares', async () => {
    const done = await cuntu('convert', fixture('shapefile-zone-37.zip'), '-o', at('line.geojson'));
    expect(done.code).toBe(0);
    const text = await readFile(at('line.geojson'), 'utf8');
    expect(text).toContain('"甲渠"');
    expect(text).toContain(`[[${PINGLU[0]!.lng}`.slice(0, 8));
  });

  it('asks for the system, refuses old ones, lists rows that can not be converted', async () => {
    const unsaid = await cuntu('convert', fixture('utf-8.csv'), '-o', at('x.geojson'));
    expect(unsaid).toMatchObject({ code: 1 });
    expect(unsaid.err).toContain('没有说明坐标系');
    const old = await cuntu('convert', fixture('shapefile-xian-80.zip'), '-o', at('x.geojson'));
    expect(old.code).toBe(1);
    expect(old.err).toContain('西安80');
    const rows = await cuntu(
      'convert',
      fixture('words-for-coordinates.csv'),
      '--from-crs',
      'wgs84',
      '-o',
      at('rows.csv'),
    );
    expect(rows.code).toBe(1);
    expect(rows.err).toContain('第 6 行');
    expect(await readFile(at('rows.csv'), 'utf8')).toContain(PINGLU[0]!.code);
  });

  it('knows its usage', async () => {
    const words = (...more: string[]) => cuntu('convert', fixture('utf-8.csv'), ...more);
    expect((await words()).code).toBe(2);
    expect((await words('-o', at('a.pdf'))).code).toBe(2);
    expect((await words('-o', at('a.csv'), '--from-crs', '某系')).code).toBe(2);
    expect((await words('-o', at('a.csv'), '--to-crs', '某系')).code).toBe(2);
    expect((await words('-o', at('a.dxf'), '--from-crs', 'wgs84')).err).toContain('DXF');
    const sheets = await cuntu(
      'convert',
      fixture('hidden-sheet.xlsx'),
      '--from-crs',
      'wgs84',
      '-o',
      at('s.csv'),
    );
    expect(sheets.code).toBe(1);
    expect(sheets.err).toContain('--layer');
    const one = await cuntu(
      'convert',
      fixture('hidden-sheet.xlsx'),
      '--layer',
      '村',
      '--from-crs',
      'wgs84',
      '-o',
      at('s.csv'),
    );
    expect(one.code).toBe(0);
  });
});
