// The command line end to end, on plainly synthetic inputs and on the shipped pack.
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import proj4 from 'proj4';
import { zipSync, strToU8 } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COVERAGE_STATES } from '../../src/analysis/coverage-result';
import { type NearestProjects, nearestProjects } from '../../src/analysis/nearest';
import { type NearestWork, nearestByThreads } from '../../src/cli/nearest-threads';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { packEngine } from '../analysis/pack-engine';
import { builtEntry, buildCuntu, cuntu } from './cuntu-process';

let folder: string;
const at = (name: string): string => join(folder, name);

const CODES = ['100000000003', '100000000001', '100000000002'];
/** 0, 0.01 and 0.02 degrees east of the project's meridian, in file order. */
const POINTS = [
  [111, 35],
  [111.01, 35],
  [111.02, 35],
] as const;
const CSV = [
  'code,name,lng,lat',
  ...POINTS.map(([lng, lat], k) => `${CODES[k]},甲${k}村,${lng},${lat}`),
].join('\n');
const PROJECT = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '甲线' },
      geometry: { type: 'Point', coordinates: [111, 35] },
    },
  ],
};

function expected(): string {
  const metres = POINTS.map((point) => geodesicDistanceMetres([111, 35], [...point]));
  const row = (k: number, state: string): string =>
    `${CODES[k]},甲${k}村,${state},${metres[k]!.toFixed(3)},甲线\r\n`;
  return (
    'code,name,state,distance_m,nearest_project\r\n' +
    row(1, 'covered-certain') +
    row(2, 'not-covered') +
    row(0, 'covered-certain')
  );
}

beforeAll(async () => {
  await buildCuntu('cuntu-test');
  folder = await mkdtemp(join(tmpdir(), 'cuntu-'));
  await writeFile(at('villages.csv'), CSV);
  await writeFile(at('project.geojson'), JSON.stringify(PROJECT));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const job = (villages: string, ...more: string[]): Promise<Awaited<ReturnType<typeof cuntu>>> =>
  cuntu(
    'coverage',
    '--villages',
    at(villages),
    '--projects',
    at('project.geojson'),
    '--distance',
    '1km',
    ...more,
  );

describe('cuntu coverage', () => {
  it('lists in code order with distances to the millimetre', async () => {
    const { code, out, err } = await job('villages.csv');
    expect(err).toContain('覆盖 2 村（确定 2，最多 2）');
    expect(out).toBe(expected());
    expect(code).toBe(0);
  });

  it('reads GB18030, tabs, a BOM, Excel, and projected or shifted coordinates to the same answer', async () => {
    const zone37 =
      '+proj=tmerc +lat_0=0 +lon_0=111 +k=1 +x_0=500000 +ellps=GRS80 +units=m +no_defs';
    const projected = POINTS.map((point) => proj4(zone37).forward([...point]));
    const table = (heading: string, rows: (readonly number[])[]): string =>
      [heading, ...rows.map((row, k) => `${CODES[k]},甲${k}村,${row.join(',')}`)].join('\r\n');
    const northFirst = projected.map(([x = 0, y = 0]) => [y, x + 37e6]);
    await writeFile(at('north.csv'), table('代码,村名,X,Y', northFirst));
    await writeFile(at('tabs.tsv'), `\uFEFF${CSV.replaceAll(',', '\t')}`);
    // 甲 and 村 in GB18030.
    const names = Buffer.from([0xbc, 0xd7, 0xb4, 0xe5]);
    const gb = CSV.split('甲').flatMap((part) =>
      part.split('村').map((piece) => Buffer.from(piece, 'latin1')),
    );
    const pieces = gb.flatMap((piece, k) =>
      k === 0 ? [piece] : [k % 2 === 1 ? names.subarray(0, 2) : names.subarray(2), piece],
    );
    await writeFile(at('gb.csv'), Buffer.concat(pieces));
    const [north, tabs, gbk] = await Promise.all([
      job('north.csv', '--villages-crs', 'cgcs2000:zone37'),
      job('tabs.tsv'),
      job('gb.csv'),
    ]);
    expect(tabs.out).toBe(expected());
    expect(gbk.out).toBe(expected());
    expect(gbk.err).toContain('已按 GB18030（GBK）读取');
    expect(north.out).toBe(expected());
  });

  it('answers a long list by several threads as one thread does', async () => {
    // Enough villages for helpers, far enough that these find blocks left.
    const count = 100_000;
    const lng = Float64Array.from({ length: count }, (_, k) => 80 + (k % 400) / 10);
    const lat = Float64Array.from({ length: count }, (_, k) => 20 + k / 5000);
    const index = villageIndex(lng, lat);
    const coordinates = Array.from({ length: 500 }, (_, k) => [20 + k / 1000, -5 + (k % 9) / 1000]);
    const shapes = [projectShape({ type: 'LineString', coordinates })];
    const wanted = nearestProjects(index, shapes);
    const answer = {
      metres: new Float64Array(new SharedArrayBuffer(8 * count)),
      project: new Int32Array(new SharedArrayBuffer(4 * count)),
    };
    const taken = new Int32Array(new SharedArrayBuffer(4));
    const work: NearestWork = { villages: index.buffer, shapes, answer, taken };
    const helper = new Worker(builtEntry());
    helper.postMessage(work);
    await once(helper, 'message');
    await helper.terminate();
    // No toEqual: telling how 100,000 numbers differ would take minutes.
    const isWanted = ({ metres, project }: NearestProjects): boolean =>
      metres.every((each, k) => each === wanted.metres[k]) &&
      project.every((each, k) => each === wanted.project[k]);
    expect(isWanted(answer)).toBe(true);
    const pace = { breathe: () => Promise.resolve() };
    const nearest = nearestByThreads(builtEntry());
    expect(isWanted(await nearest(index, shapes, pace))).toBe(true);
    // Helpers stay for the next question.
    expect(isWanted(await nearest(index, shapes, pace))).toBe(true);
  });

  it('writes XLSX, GeoJSON and JSON that say the same, and reads its own files back', async () => {
    await Promise.all(
      ['out.xlsx', 'out.geojson', 'out.json', 'out.csv'].map((name) =>
        job('villages.csv', '--out', at(name)),
      ),
    );
    const lines = expected()
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    expect((await readFile(at('out.csv'), 'utf8')).replace(/^\uFEFF/, '')).toBe(expected());
    const sheet = await readSheet(new Blob([new Uint8Array(await readFile(at('out.xlsx')))]));
    expect(
      sheet.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(3) : cell))),
    ).toEqual(lines);
    const json = JSON.parse(await readFile(at('out.json'), 'utf8')) as {
      about: { counts: object };
      villages: Record<string, unknown>[];
    };
    expect(json.villages.map(({ code }) => code)).toEqual(CODES.toSorted());
    expect(json.about.counts).toEqual({
      certain: 2,
      asDrawn: 0,
      possible: 0,
      notCovered: 1,
      total: 3,
    });
    const back = await job('out.geojson');
    expect(back.out).toBe(expected());
  });

  it('reads KML, KMZ and refuses an old datum in a zipped shapefile', async () => {
    const kml =
      '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲线</name>' +
      '<Point><coordinates>111,35,0</coordinates></Point></Placemark></Document></kml>';
    await writeFile(at('p.kml'), kml);
    await writeFile(at('p.kmz'), zipSync({ 'doc.kml': strToU8(kml) }));
    const prj = 'PROJCS["Beijing_1954_3_Degree_GK_Zone_37"]';
    await writeFile(at('p.zip'), zipSync({ 'p.shp': strToU8('x'), 'p.prj': strToU8(prj) }));
    const ask = (file: string) =>
      cuntu(
        'coverage',
        '--villages',
        at('villages.csv'),
        '--projects',
        at(file),
        '--distance',
        '1000',
      );
    const [a, b, c] = await Promise.all([ask('p.kml'), ask('p.kmz'), ask('p.zip')]);
    expect(a.out).toBe(expected());
    expect(b.out).toBe(expected());
    expect(c).toMatchObject({ code: 1, out: '' });
    expect(c.err).toContain('北京54');
  });

  it('lists every faulty row with its mend and exits 1', async () => {
    const rows = [
      'code,name,lng,lat,accuracy_m',
      '1.40829E+11,甲村,111,35,',
      '100000000001,乙村,abc,35,',
      '100000000002,丙村,37500000,3874000,',
      '100000000003,丁村,35,111,',
      '100000000004,戊村,111,35,3米',
      '100000000004,己村,111,35,近',
      '100000000004,庚村,111,35,',
      '100000000005,辛村,11,35,',
      '100000000006,壬村,111,35,',
      '合计,,,,',
    ];
    await writeFile(at('bad.csv'), rows.join('\n'));
    const { code, out, err } = await job('bad.csv');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('第 2 行「code」列：代码「1.40829E+11」被表格软件改成了科学计数');
    expect(err).toContain('第 3 行「lng」列：坐标「abc」不是数字');
    expect(err).toContain('第 4 行：坐标 37500000, 3874000 像是以米为单位的投影坐标');
    expect(err).toContain('--villages-crs 指明，如 wgs84、gcj02、cgcs2000:zone37');
    expect(err).toContain('第 5 行：坐标 35, 111 的经纬度像是写反了');
    expect(err).toContain('第 7 行「accuracy_m」列：位置精度「近」不是 0 或更大的米数');
    expect(err).toContain('第 8 行：代码「100000000004」与第 6 行重复');
    expect(err).toContain('第 9 行：坐标「11, 35」不在中国范围内');
    expect(err.match(/错误 /g)).toHaveLength(7);
  });

  it('takes plain degrees as WGS84 and says so; asks with the evidence where nothing is sure', async () => {
    const degrees = await job('villages.csv');
    expect(degrees.code).toBe(0);
    expect(degrees.err).toContain('没有说明坐标系，按 WGS84');
    const said = await job('villages.csv', '--villages-crs', 'wgs84');
    expect(said.out).toBe(expected());
    expect(said.err).not.toContain('注意');
    const table = (east: number): string =>
      ['code,name,X,Y', ...CODES.map((code, k) => `${code},甲${k}村,${east + k},3874000`)].join(
        '\n',
      );
    await writeFile(at('metres.csv'), table(500000));
    await writeFile(at('elsewhere.csv'), table(20500000));
    const sure = await job('metres.csv');
    expect(sure.code).toBe(0);
    expect(sure.err).toContain('没有用 --villages-crs 指明坐标系，作为CGCS2000');
    const swapped = POINTS.map(([lng, lat], k) => `${CODES[k]},甲${k}村,${lat},${lng}`);
    await writeFile(at('swapped.csv'), ['code,name,lng,lat', ...swapped].join('\n'));
    for (const name of ['elsewhere.csv', 'swapped.csv']) {
      const asked = await job(name);
      expect(asked).toMatchObject({ code: 1, out: '' });
      expect(asked.err).toContain('坐标系不能确定，没有计算。');
      expect(asked.err).toContain('请用 --villages-crs 指明');
    }
  });

  it('reads headings, totals and codes as the importer of the screen does', async () => {
    const rows = [
      '甲县行政村位置表,,,,',
      '行政区划代码,行政村名称,东经,北纬,户数',
      ...POINTS.map(([lng, lat], k) => `'${CODES[k]},甲${k}村,东经${lng}°,${lat}°0′0″,１２`),
      '合计,,,,36',
    ];
    await writeFile(at('office.csv'), rows.join('\n'));
    const { out, err, code } = await job('office.csv', '--villages-crs', 'wgs84');
    expect(err).toContain('第 6 行是合计、小计或重复的表头，已略过');
    expect([out, code]).toEqual([expected(), 0]);
  });

  it('weighs the coordinate system on the villages that the pack knows, and matches rows without a code', async () => {
    const { pack } = (await packEngine()).index;
    const county = pack.counties.find(({ name }) => name === '平陆县');
    const names = new Map(pack.townships.map(({ code, name }) => [code, name]));
    const villages = pack.villages.filter(({ countyCode }) => countyCode === county?.code);
    const lines = villages.map(({ name, townshipCode, position }) =>
      ['平陆县', names.get(townshipCode), name, ...position.map((value) => value.toFixed(6))].join(
        ',',
      ),
    );
    await writeFile(at('named.csv'), ['县,乡镇,村名,经度,纬度', ...lines].join('\n'));
    const { out, code } = await job('named.csv', '--villages-crs', 'wgs84');
    expect(code).toBe(0);
    const codes = out
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(codes).toEqual(villages.map((village) => village.code));
  });

  it('exits 1 for a file that is not there and 2 for wrong usage', async () => {
    const runs = await Promise.all([
      job('none.csv'),
      cuntu(),
      cuntu('coverage', '--villages', 'a.csv'),
      cuntu('coverage', '--nonsense'),
      job('villages.csv', '--out', at('x.doc')),
      job('villages.csv', '--villages-crs', 'mars2000'),
      cuntu('--help'),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([1, 2, 2, 2, 2, 2, 0]);
    expect(runs[0]?.err).toContain('找不到文件');
    expect(runs[6]?.out).toContain('退出码 0 完成；1 数据有问题');
  });

  it('gives the engine’s own answer for 大禹渡 at 2 km over the shipped pack, row by row', async () => {
    const words = [
      '--villages',
      'pack:yuncheng',
      '--projects',
      'pack:yuncheng',
      '--only',
      'dayudu',
    ];
    const { code, out } = await cuntu('coverage', ...words, '--distance', '2公里');
    expect(code).toBe(0);
    const pack = await packEngine();
    const result = await pack.coverage(
      pack.targets.filter(({ id }) => id === 'dayudu'),
      2000,
    );
    const rows = pack.index.pack.villages.map(({ code: village, name }, k) =>
      [
        village,
        name,
        COVERAGE_STATES[result.states[k] as 0 | 1 | 2 | 3],
        result.nearestDistanceMetres[k]!.toFixed(3),
        '大禹渡灌区扩建工程',
      ].join(','),
    );
    expect(out.trim().split('\r\n').slice(1)).toEqual(rows);
  });
});

describe('cuntu claims, rules and pack check', () => {
  it('lists every claim and rule of the pack', async () => {
    const [claims, rules] = await Promise.all([
      cuntu('claims', '--out', at('claims.json')),
      cuntu('rules', '--out', at('rules.json')),
    ]);
    expect([claims.code, rules.code]).toEqual([0, 0]);
    const { pack } = (await packEngine()).index;
    const listed = JSON.parse(await readFile(at('claims.json'), 'utf8')) as {
      claim: { id: string };
    }[];
    expect(listed.map(({ claim }) => claim.id)).toEqual(pack.claims.map(({ id }) => id));
    const found = JSON.parse(await readFile(at('rules.json'), 'utf8')) as {
      rule: { id: string };
    }[];
    expect(found.map(({ rule }) => rule.id)).toEqual(pack.rules.map(({ id }) => id));
  });
  it('checks a pack: the shipped one is sound, an empty folder is not', async () => {
    const [good, bad] = await Promise.all([
      cuntu('pack', 'check', 'yuncheng'),
      cuntu('pack', 'check', folder),
    ]);
    expect(good).toMatchObject({ code: 0 });
    expect(good.out).toContain('3349 村级单位');
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('pack.json');
  });
});
