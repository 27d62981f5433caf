// cuntu gap and cuntu indicators against the analyses they stand on, villages from Excel, and the engine's own refusals.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { type GapAnalysis, gapAnalysis } from '../../src/analysis/gap';
import { type Indicator, accessIndicator, unitWeights } from '../../src/analysis/indicators';
import { ENGINE_VERSION } from '../../src/app/engine-version';
import { run } from '../../src/cli/run';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { packEngine } from '../analysis/pack-engine';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuntu-gap-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly rows: readonly (readonly string[])[];
  readonly said: string;
}

async function cuntu(...words: readonly string[]): Promise<Ran> {
  let [out, said] = ['', ''];
  const code = await run(words, {
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    say: (line) => {
      said += `${line}\n`;
    },
  });
  return {
    code,
    rows: out
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',')),
    said,
  };
}

async function projectFile(name: string, geometry: Geometry): Promise<string> {
  const feature = { type: 'Feature', properties: { name: '甲线' }, geometry };
  await writeFile(at(name), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  return at(name);
}

const DAYUDU = ['--only', 'dayudu', '--distance', '2km'];

it('gap lists the villages as the gap analysis ranks them, with what would reach them and their cluster', async () => {
  const pack = await packEngine();
  const targets = pack.targets.filter(({ id }) => id === 'dayudu');
  const result = await pack.coverage(targets, 2000);
  const gap = gapAnalysis(pack.index, result, pack.estimate);
  const { code, rows, said } = await cuntu('gap', ...DAYUDU);
  expect(code).toBe(0);
  const villages = [...gap.notCovered.villages, ...gap.possible.villages];
  expect(rows.slice(1).map((row) => row[1])).toEqual(villages.map((each) => each.code));
  const [first] = gap.notCovered.villages;
  if (!first) throw new Error('no village is left out');
  const cluster = gap.notCovered.clusters.find((each) => each.villages.includes(first));
  expect(rows[1]).toEqual([
    '1',
    first.code,
    first.name,
    'not-covered',
    first.poorHouseholds?.toFixed(2),
    first.poorPersons?.toFixed(2),
    first.spreadFrom,
    '大禹渡灌区扩建工程',
    first.distanceMetres?.toFixed(3),
    ((first.distanceMetres ?? 0) - 2000).toFixed(3),
    String(first.accuracyMetres),
    cluster?.id,
    String(cluster?.rank),
  ]);
  expect(said).toContain(
    `未覆盖 ${gap.notCovered.villages.length} 村，${gap.notCovered.clusters.length} 片`,
  );
  await cuntu('gap', ...DAYUDU, '--out', at('gap.json'));
  const listed = JSON.parse(await readFile(at('gap.json'), 'utf8')) as GapAnalysis;
  expect(listed).toEqual(structuredClone(gap));
});

it('indicators say what is missing, and give the shares for a road line of the user', async () => {
  const pack = await packEngine();
  const [target] = pack.targets.filter(({ id }) => id === 'dayudu');
  if (!target) throw new Error('dayudu has no alignment');
  const bare = await cuntu('indicators');
  expect(bare.code).toBe(0);
  expect(bare.rows.slice(1).map((row) => row[3])).toEqual(Array(4).fill('缺数据'));
  const roads = await projectFile('roads.geojson', target.geometry);
  const { code } = await cuntu('indicators', '--roads', roads, '--out', at('indicators.json'));
  expect(code).toBe(0);
  const [listed] = JSON.parse(await readFile(at('indicators.json'), 'utf8')) as Indicator[];
  const result = await pack.coverage([{ ...target, accuracyMetres: 0 }], 2000);
  const weights = unitWeights(pack.index);
  const wanted = accessIndicator('rural-access-index', pack.index, { result, weights }, 2000);
  if (listed?.status !== 'known' || wanted.status !== 'known') throw new Error('no figure');
  expect(listed.shares).toEqual(wanted.shares);
  expect(listed.shares.drawn).toBeGreaterThan(0);
});

it('refuses wrong flags with exit code 2, before any file is opened', async () => {
  const runs = await Promise.all([
    cuntu('gap'),
    cuntu('gap', '--distance', 'far'),
    cuntu('gap', ...DAYUDU, '--out', 'x.xlsx'),
    cuntu('indicators', '--weights', 'toString'),
    cuntu('indicators', '--nonsense'),
  ]);
  expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
  expect(runs[0]?.said).toContain('缺少 --distance');
  expect(runs[3]?.said).toContain('--weights：应为 unit-count、');
});

it('a project that the engine refuses is named in Chinese with its mend, exit code 1', async () => {
  // Simple in the plane of longitude and latitude, once round the pole on the globe.
  const ring = [
    [-180, 70],
    [-90, 60],
    [0, 55],
    [90, 60],
    [-180, 70],
  ];
  const file = await projectFile('pole.geojson', { type: 'Polygon', coordinates: [ring] });
  const words = ['coverage', '--villages', 'pack:yuncheng', '--projects', file];
  for (const command of [words, ['gap', '--projects', file]]) {
    const { code, said } = await cuntu(...command, '--distance', '2km');
    expect(code).toBe(1);
    expect(said).toContain('项目“甲线”无法计算距离：有一条面边界绕极点一周（360°）');
    expect(said).toContain('改法：请改正或重新标绘该项目的位置');
  }
});

it('says the engine version that the page writes on its exports', async () => {
  const { code, rows } = await cuntu('--version');
  expect([code, rows]).toEqual([0, [[`cuntu，计算引擎 ${ENGINE_VERSION}`]]]);
});

it('reads villages from Excel, codes as text or as whole numbers', async () => {
  const text = (value: string) => ({ value, type: String });
  const number = (value: number) => ({ value, type: Number });
  const blob = await writeExcelFile([
    ['行政区划代码', '村名', '经度', '纬度'].map(text),
    [text('100000000002'), text('甲村'), number(111.02), number(35)],
    [number(100_000_000_001), text('乙村'), number(111), number(35)],
  ]).toBlob();
  await writeFile(at('villages.xlsx'), new Uint8Array(await blob.arrayBuffer()));
  const project = await projectFile('point.geojson', { type: 'Point', coordinates: [111, 35] });
  const files = ['--villages', at('villages.xlsx'), '--projects', project];
  const { code, rows } = await cuntu('coverage', ...files, '--distance', '1km');
  expect(code).toBe(0);
  const metres = geodesicDistanceMetres([111, 35], [111.02, 35]);
  expect(rows.slice(1)).toEqual([
    ['100000000001', '乙村', 'covered-certain', '0.000', '甲线'],
    ['100000000002', '甲村', 'not-covered', metres.toFixed(3), '甲线'],
  ]);
});
