import { describe, expect, it } from 'vitest';
import { coverageAbout, coverageFeatures } from '../../src/report/coverage-geojson';
import { listCsvRows } from '../../src/report/list-csv';
import { UNCOVERED_ONLY, countsText } from '../../src/report/coverage-table';
import { sealedSource } from '../packs/synthetic-pack';
import { YUNCHENG, coverageFixture } from './coverage-fixture';

describe('coverageTable', () => {
  it('has one row a village with words and numbers', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a']);
    expect(table().rows[2]).toEqual({
      name: '丙村',
      township: '丑乡',
      county: '甲县',
      code: '990001002001',
      kind: '村委会',
      state: '按标绘覆盖',
      distanceMetres: 20.001,
      nearest: '甲渠',
      overlap: null,
      households: 200,
      persons: null,
      basis: '估算·乡镇均摊',
      accuracyMetres: 9000,
      method: '乡镇范围内均布',
      lng: 110.6,
      lat: 35.1,
      stateCode: 2,
    });
  });

  it('heads the list with projects, parameters, counts with range, pack and versions', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a', 'drawn-1']);
    const made = table({ targetNames: new Map([['drawn-1', '自绘线']]) });
    expect(made.header.map(({ label, value }) => `${label}：${value}`)).toEqual([
      '项目：甲渠（示意线位 ±1,000 米）、自绘线',
      expect.stringMatching(/^参数：服务距离 2\s公里（2,000 米）；所选项目合并计算；d 为/),
      '结果：覆盖 2 村（确定 1，最多 3），可能覆盖 1 村，未覆盖 1 村，合计 4 村',
      '清单：全部单位，共 4 行；贫困户、贫困人口为均摊估算',
      expect.stringMatching(/^估算：估算口径：/),
      '数据：甲市 数据包 1.0.0（2026-11-22）；甲资料',
      '生成：村图 Cuntu，计算引擎 1.0.0，2026-11-22 10:30；示意，不作划界依据',
    ]);
    expect(made.footer).toEqual([
      '资料来源：甲资料',
      '数据包：甲市 jia 1.0.0（2026-11-22）；坐标系 WGS84',
      '生成：村图 Cuntu，计算引擎 1.0.0，2026-11-22 10:30',
      '示意，不作划界依据',
    ]);
  });

  it('lists only the uncovered on request and keeps the sums of the whole answer', async () => {
    const { table, result } = await coverageFixture(YUNCHENG, ['a', 'b']);
    const gap = table({ states: UNCOVERED_ONLY });
    expect(gap.rows).toHaveLength(result.counts.notCovered);
    expect(new Set(gap.rows.map((row) => row.state))).toEqual(new Set(['未覆盖']));
    expect(gap.sums).toEqual(table().sums);
    expect(gap.title).toBe('运城市规划项目未覆盖村清单');
  });

  it('is in code order and its rows add up to the sums', async () => {
    const { table } = await coverageFixture(YUNCHENG, ['a']);
    const { rows, sums } = table();
    const codes = rows.map((row) => row.code);
    expect(codes).toEqual(codes.toSorted());
    expect(rows).toHaveLength(sums.total.villages.total);
    const persons = rows.reduce((sum, row) => sum + (row.persons ?? 0), 0);
    expect(persons).toBeCloseTo(sums.total.persons.total, 6);
  });

  it('has no distance and no nearest project without targets', async () => {
    const { table, result } = await coverageFixture(sealedSource(), ['project-a']);
    result.nearestDistanceMetres.fill(Number.POSITIVE_INFINITY);
    result.nearestTarget.fill(-1);
    expect(table().rows[1]).toMatchObject({ distanceMetres: null, nearest: '' });
  });

  it('writes the headline with its range', () => {
    const counts = { certain: 101, asDrawn: 113, possible: 138, notCovered: 2997, total: 3349 };
    expect(countsText(counts)).toBe(
      '覆盖 214 村（确定 101，最多 352），可能覆盖 138 村，未覆盖 2,997 村，合计 3,349 村',
    );
  });
});

describe('listCsvRows', () => {
  it('puts the heading first and the parameters last', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a']);
    const rows = listCsvRows(table());
    expect(rows[0]?.slice(0, 4)).toEqual(['村名', '乡镇', '县', '行政区划代码']);
    expect(rows[1]?.[3]).toBe('990001001001');
    expect(rows[5]).toEqual([]);
    expect(rows.at(-1)).toEqual(['# 示意，不作划界依据']);
  });
});

describe('coverageFeatures', () => {
  it('gives points with Chinese property names and null where nothing is known', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a']);
    const made = table();
    expect(coverageFeatures(made).features[2]).toMatchObject({
      type: 'Feature',
      id: '990001002001',
      geometry: { type: 'Point', coordinates: [110.6, 35.1] },
      properties: { 村名: '丙村', '距离(米)': 20.001, '贫困人口(估算)': null },
    });
    expect(coverageAbout(made)).toMatchObject({
      title: '甲市规划项目覆盖清单',
      notes: made.footer,
    });
  });
});

describe('overlap in the list', () => {
  const overlap = Uint16Array.of(0, 1, 2, 5);

  it('is a column of every file, behind the nearest project, and a line of the header', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a', 'b', 'c']);
    const made = table({ overlap });
    const headings = made.columns.map(({ heading }) => heading);
    expect(headings[headings.indexOf('最近项目') + 1]).toBe('覆盖项目数');
    expect(made.rows.map((row) => row.overlap)).toEqual([0, 1, 2, 5]);
    const csv = listCsvRows(made);
    expect(csv[4]?.[headings.indexOf('覆盖项目数')]).toBe(5);
    const { features } = coverageFeatures(made);
    expect(features.map(({ properties }) => properties['覆盖项目数'])).toEqual([0, 1, 2, 5]);
    expect(made.header.find(({ label }) => label === '重复覆盖')?.value).toContain(
      '0 个项目 1 村，1 个项目 1 村，2 个项目 1 村，3 个以上项目 1 村',
    );
  });

  it('keeps to the villages listed, while its sums are of all', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a', 'b', 'c']);
    const made = table({ overlap, states: UNCOVERED_ONLY });
    expect(made.rows.map((row) => row.overlap)).toEqual([0]);
    expect(made.byOverlap.reduce((sum, row) => sum + row.villages, 0)).toBe(4);
  });

  it('is not there without', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a']);
    expect(table().columns.map(({ heading }) => heading)).not.toContain('覆盖项目数');
    expect(table().header.map(({ label }) => label)).not.toContain('重复覆盖');
  });
});
