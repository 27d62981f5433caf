import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CoverageSummary, summariseCoverage } from '../../src/analysis/coverage-summary';
import { type AtlasArea, atlasAreas } from '../../src/report/atlas-areas';
import {
  atlasFrame,
  atlasLayout,
  atlasSheets,
  type AtlasContent,
  composeAtlasSheet,
} from '../../src/report/atlas-sheets';
import { UNCOVERED_ONLY } from '../../src/report/coverage-table';
import { MAP_PICTURE } from '../../src/report/page-parts';
import { frameExtent } from '../../src/report/page-scale';
import { tableRoom } from '../../src/report/page-table';
import { PdfFile } from '../../src/report/pdf-file';
import { type Fixture, YUNCHENG, coverageFixture } from './coverage-fixture';
import { ONE_PIXEL_JPEG, readPdf } from './pdf-text';

const LAYOUT = atlasLayout('A4');
const CREDITS = {
  organisation: '',
  approval: '',
  date: '2026-11-22',
  sources: '数据包未注明',
  remarks: [],
};

let fixture: Fixture;
let summary: CoverageSummary;
let counties: readonly AtlasArea[];

beforeAll(async () => {
  fixture = await coverageFixture(YUNCHENG, ['xiaolangdi']);
  const { index, result, estimate } = fixture;
  summary = summariseCoverage(result, index, estimate);
  counties = atlasAreas(index, summary, fixture.table({ states: UNCOVERED_ONLY }), 'county').areas;
});

describe('atlas', () => {
  it('has each county with the sums of the answer, and lists as many villages as the sums say', () => {
    expect(counties.map(({ code }) => code)).toEqual(
      fixture.index.pack.counties.map(({ code }) => code),
    );
    for (const { code, uncovered } of counties)
      expect(uncovered.length).toBe(
        summary.byCounty.find((own) => own.code === code)?.villages.notCovered,
      );
    const listed = counties.reduce((sum, { uncovered }) => sum + uncovered.length, 0);
    expect(listed).toBe(fixture.result.counts.notCovered);
    const households = counties
      .flatMap(({ uncovered }) => uncovered)
      .reduce((sum, row) => sum + Number(row.households ?? 0), 0);
    expect(households).toBeCloseTo(summary.total.households.notCovered, 6);
  });

  it('by township too; those without an area of their own are named, none is lost', () => {
    const table = fixture.table({ states: UNCOVERED_ONLY });
    const { areas, withoutArea } = atlasAreas(fixture.index, summary, table, 'township');
    expect(areas.length + withoutArea.length).toBe(fixture.index.pack.townships.length);
    for (const { code, uncovered } of areas)
      expect(uncovered.length).toBe(
        summary.byTownship.find((own) => own.code === code)?.villages.notCovered,
      );
  });

  it('one sheet an area and as many more as its list needs; every row on exactly one', () => {
    const sheets = atlasSheets(counties, LAYOUT);
    const [first, next] = [LAYOUT.firstList, LAYOUT.nextList].map(({ height }) =>
      tableRoom(height, 1),
    ) as [number, number];
    const wanted = counties.reduce(
      (sum, { uncovered }) => sum + 1 + Math.ceil(Math.max(0, uncovered.length - first) / next),
      0,
    );
    expect(sheets.length).toBe(wanted);
    expect(sheets.map(({ page }) => page)).toEqual(sheets.map((_, at) => at + 1));
    for (const [at, { uncovered }] of counties.entries()) {
      const own = sheets.filter(({ areaAt }) => areaAt === at);
      expect(own[0]?.isFirst).toBe(true);
      expect(own.flatMap(({ fromRow, toRow }) => uncovered.slice(fromRow, toRow))).toEqual(
        uncovered,
      );
    }
    expect(atlasSheets([{ uncovered: [] }], LAYOUT)).toHaveLength(1);
  });

  it('the map of a sheet holds its whole county', () => {
    for (const area of counties) {
      const [west, south, east, north] = frameExtent(atlasFrame(area, LAYOUT));
      expect(area.bounds[0]).toBeGreaterThan(west);
      expect(area.bounds[1]).toBeGreaterThan(south);
      expect(area.bounds[2]).toBeLessThan(east);
      expect(area.bounds[3]).toBeLessThan(north);
    }
  });

  it('as PDF: headings again on each sheet, the villages by name, the headline of the county', () => {
    const area = counties[5] as AtlasArea;
    const sheets = atlasSheets([area], LAYOUT);
    const font = new Uint8Array(readFileSync('public/fonts/cuntu-print.ttf'));
    const pdf = new PdfFile(font, { title: '图册', author: '' }, false);
    const content: AtlasContent = {
      ...CREDITS,
      title: '未覆盖村图册',
      distanceMetres: 2000,
      kilometreDecimals: 0,
      legends: [],
    };
    for (const sheet of sheets) {
      const frame = sheet.isFirst ? atlasFrame(area, LAYOUT) : null;
      const page = composeAtlasSheet(LAYOUT, sheet, area, frame, content);
      for (const mark of page.marks)
        if (mark.kind === 'text') expect(mark.y).toBeLessThan(page.height - 9);
      pdf.addPage(page, new Map([[MAP_PICTURE, { jpeg: ONE_PIXEL_JPEG }]]));
    }
    const seen = readPdf(pdf.bytes());
    expect(sheets.length).toBeGreaterThan(1);
    expect(seen.pages).toBe(sheets.length);
    expect(seen.pictures).toHaveLength(1);
    for (const heading of ['村名', '距离(公里)', '贫困人口(估算)'])
      expect(seen.texts.filter((text) => text === heading)).toHaveLength(sheets.length);
    expect(seen.texts).toContain(`未覆盖村图册　第 1 页，共 ${sheets.length} 页`);
    for (const { distanceMetres } of area.uncovered)
      expect(seen.texts).toContain(((distanceMetres ?? Number.NaN) / 1000).toFixed(0));
    expect(seen.texts.filter((text) => /^\d+\.\d\d$/.test(text))).toEqual([]);
    for (const { name } of area.uncovered)
      expect(seen.texts.some((text) => text.startsWith(name.slice(0, 4)))).toBe(true);
  });
});
