import { Buffer } from 'node:buffer';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyTable, coverageFigures } from '../../src/report/coverage-report';
import type { ReportDocument, ReportScene } from '../../src/report/report-model';
import { cellText } from '../../src/report/report-text';
import { writePptx } from '../../src/report/write-pptx';
import { type OfficeParts, elements, officeParts, paragraphs, tableRows } from './office-parts';
import { LEGENDS, plainPng, regionFacts, reportFixture } from './report-fixture';

const ODD_NAMES = ['=1+1', '<b>甲村</b> & "乙"', '+86', '@名', '😀村', '甲\u0001村\uD800'];

let report: ReportDocument;
let parts: OfficeParts;

function slides(of: OfficeParts): readonly string[] {
  return of.paths
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .toSorted((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)));
}

function textsOf(of: OfficeParts, path: string): readonly string[] {
  return paragraphs(of.xml(path), 'a').filter((text) => text !== '');
}

/** Slides whose title begins so. */
function titled(of: OfficeParts, title: string): readonly string[] {
  return slides(of).filter((path) => textsOf(of, path)[0]?.startsWith(title));
}

function slideAt(of: OfficeParts, title: string): string {
  const [path] = titled(of, title);
  if (path === undefined) throw new Error(`no slide ${title}`);
  return path;
}

beforeAll(async () => {
  report = await reportFixture();
  parts = officeParts(await writePptx(report));
});

describe('writePptx', () => {
  it('is 16:9 with cover, scene, chart, tables and method', () => {
    const size = elements(parts.xml('ppt/presentation.xml'), 'p:sldSz')[0];
    const [cx, cy] = ['cx', 'cy'].map((name) => Number(size?.getAttribute(name)));
    expect((cx ?? 0) / (cy ?? 1)).toBeCloseTo(16 / 9, 3);
    const titles = slides(parts).map((path) => textsOf(parts, path)[0]);
    expect(titles[0]).toBe(report.title);
    expect(titles[1]).toBe('三引六扩覆盖');
    expect(titles[2]).toBe('各县村数按覆盖状态');
    expect(titles[3]).toBe('各县覆盖情况');
    expect(titles.filter((title) => title?.startsWith('未覆盖村'))).toHaveLength(2);
    expect(titles.at(-1)).toContain('数据来源与方法');
  });

  it('says under each title of a scene’s slides what was asked', async () => {
    const { coverage } = await regionFacts();
    const asked = `情景「情景 2」；${coverage!.targetNames.join('、')}；服务距离 `;
    const method = titled(parts, '数据来源与方法');
    const told = slides(parts).filter((path) => textsOf(parts, path)[1]?.startsWith(asked));
    expect(told).toEqual(slides(parts).filter((path, at) => at > 0 && !method.includes(path)));
    expect(textsOf(parts, told[0]!)[1]).toContain('（所选项目合并计算）');
    // At the end once more would be the screen's own question, which may be no slide's.
    const closing = method.flatMap((path) => textsOf(parts, path)).join();
    expect(closing).toContain('覆盖判定');
    expect(closing).not.toContain('所选项目合并计算');
  });

  it('says the headline numbers of the engine, with ranges', async () => {
    const { coverage } = await regionFacts();
    const texts = textsOf(parts, slideAt(parts, '三引六扩覆盖'));
    for (const { label, value, range } of coverageFigures(coverage!.summary))
      expect(texts).toEqual(expect.arrayContaining([label, value, range]));
    expect(texts.join()).toContain('示意，不作划界依据');
    expect(texts.join()).toContain('资料来源：');
  });

  it('has the county table as native cells equal to the engine', async () => {
    const { coverage, index } = await regionFacts();
    const table = countyTable(coverage!.summary);
    const [made] = elements(parts.xml(slideAt(parts, '各县覆盖情况')), 'a:tbl');
    const rows = tableRows(made!, 'a');
    expect(rows[0]).toEqual(table.columns.map(({ heading }) => heading));
    expect(rows.slice(1)).toEqual(
      table.rows.map((row) => table.columns.map((column) => cellText(column, row[column.key]))),
    );
    expect(rows).toHaveLength(index.pack.counties.length + 2);
  });

  it('repeats the heading row on each slide of a long table and loses no row', () => {
    const pages = titled(parts, '未覆盖村').map((path) =>
      tableRows(elements(parts.xml(path), 'a:tbl')[0]!, 'a'),
    );
    const table = report.scenes[0]?.tables[1];
    const headings = table?.columns.map(({ heading }) => heading);
    for (const rows of pages) expect(rows[0]).toEqual(headings);
    const ranks = pages.flatMap((rows) => rows.slice(1).map(([rank]) => rank));
    expect(ranks).toEqual(table?.rows.map((_, at) => String(at + 1)));
  });

  it('has a native chart with its data in the file', async () => {
    const { coverage } = await regionFacts();
    const chart = parts.paths.find((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))!;
    const series = elements(parts.xml(chart), 'c:ser');
    const values = series.map((each) =>
      elements(elements(each, 'c:val')[0]!, 'c:v').map(({ textContent }) => Number(textContent)),
    );
    const { byCounty } = coverage!.summary;
    expect(values).toEqual(
      (['certain', 'asDrawn', 'possible', 'notCovered'] as const).map((state) =>
        byCounty.map(({ villages }) => villages[state]),
      ),
    );
    expect(elements(parts.xml(chart), 'a:ea').length).toBeGreaterThan(0);
    const book = parts.paths.find((path) => path.endsWith('.xlsx'))!;
    const [sheet] = await readExcelFile(Buffer.from(parts.bytes(book)));
    expect(sheet?.data.slice(1).map((row) => row[0])).toEqual(byCounty.map(({ name }) => name));
  });

  it('keeps the notes as paragraphs, with what was asked', () => {
    const notes = parts.paths
      .filter((path) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path))
      .map((path) => paragraphs(parts.xml(path), 'a'));
    const ours = notes.find((texts) => texts.includes('先说结论。'));
    expect(ours).toEqual(expect.arrayContaining(['先说结论。', '再说缺口。']));
    expect(ours?.join()).toMatch(/服务距离：2.公里/);
  });

  it('draws each legend item as shapes of its own that carry its name', () => {
    const names = elements(parts.xml(slideAt(parts, '三引六扩覆盖')), 'p:cNvPr').map((each) =>
      each.getAttribute('name'),
    );
    for (const { items } of LEGENDS)
      for (const { label } of items)
        expect(names.filter((name) => name === `图例 ${label}`).length).toBeGreaterThanOrEqual(2);
  });

  it('holds the map picture unchanged, in its own proportions', () => {
    const image = report.scenes[0]?.image;
    const media = parts.paths.filter((path) => /^ppt\/media\/.*\.png$/.test(path));
    expect(media.map((path) => parts.bytes(path))).toEqual([image?.png]);
    const [picture] = elements(parts.xml(slideAt(parts, '三引六扩覆盖')), 'p:pic');
    const extent = elements(picture!, 'a:ext').find((each) => each.getAttribute('cx'));
    const ratio = Number(extent?.getAttribute('cx')) / Number(extent?.getAttribute('cy'));
    expect(ratio).toBeCloseTo((image?.widthPx ?? 0) / (image?.heightPx ?? 1), 2);
  });

  it('gives every shape of a slide another id and keeps all within the page', () => {
    for (const path of slides(parts)) {
      const ids = elements(parts.xml(path), 'p:cNvPr').map((each) => each.getAttribute('id'));
      expect(new Set(ids).size, path).toBe(ids.length);
      for (const transform of [
        ...elements(parts.xml(path), 'a:xfrm'),
        ...elements(parts.xml(path), 'p:xfrm'),
      ]) {
        const of = (name: string, key: string): number =>
          Number(elements(transform, name)[0]?.getAttribute(key) ?? 0);
        expect(of('a:off', 'x') + of('a:ext', 'cx'), path).toBeLessThanOrEqual(12192000);
        expect(of('a:off', 'y') + of('a:ext', 'cy'), path).toBeLessThanOrEqual(6858000);
      }
    }
  });

  it('writes odd names as text everywhere, and no character that XML can not hold', async () => {
    const odd = await reportFixture((made) => ({
      ...made,
      title: ODD_NAMES.join(''),
      organisation: ODD_NAMES[1]!,
      scenes: made.scenes.map((scene) => ({
        ...scene,
        title: ODD_NAMES[1]!,
        caption: ODD_NAMES.join('\n'),
        notes: ODD_NAMES.join('\n'),
        legends: [
          {
            title: ODD_NAMES[1]!,
            items: LEGENDS[0]!.items.map((item, at) => ({ ...item, label: ODD_NAMES[at]! })),
            notes: [],
          },
        ],
        charts: scene.charts.map((chart) => ({
          ...chart,
          title: ODD_NAMES[1]!,
          categories: ODD_NAMES,
          series: chart.series.map((each, at) => ({
            ...each,
            name: ODD_NAMES[at]!,
            values: [1, null, 3, 4, 5, 6],
          })),
        })),
        tables: [
          {
            title: '表',
            columns: [
              { key: 'name', heading: '=A1', type: 'text' as const, decimals: 0, width: 9 },
            ],
            rows: ODD_NAMES.map((name) => ({ name })),
            note: '',
          },
        ],
      })),
    }));
    const made = officeParts(await writePptx(odd));
    const rows = tableRows(elements(made.xml(slideAt(made, '表')), 'a:tbl')[0]!, 'a');
    expect(rows.map(([name]) => name)).toEqual([
      '=A1',
      '=1+1',
      '<b>甲村</b> & "乙"',
      '+86',
      '@名',
      '😀村',
      '甲村',
    ]);
    const chart = made.xml(made.paths.find((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))!);
    const points = elements(elements(chart, 'c:val')[0]!, 'c:pt');
    expect(points.map((point) => point.getAttribute('idx'))).toEqual(['0', '2', '3', '4', '5']);
  });

  it('puts a long caption of a scene without figures at the right of its map', async () => {
    const caption = '囍'.repeat(300);
    const beside = async (figures: ReportScene['figures']) => {
      const changed = await reportFixture((made) => ({
        ...made,
        scenes: made.scenes.map((scene) => ({ ...scene, caption, figures, tables: [] })),
      }));
      const made = officeParts(await writePptx(changed));
      return {
        hasSlideOfItsOwn: titled(made, '三引六扩覆盖·说明').length > 0,
        isOnScene: textsOf(made, slideAt(made, '三引六扩覆盖')).includes(caption),
      };
    };
    expect(await beside([])).toEqual({ hasSlideOfItsOwn: false, isOnScene: true });
    const { figures } = report.scenes[0]!;
    expect(await beside(figures)).toEqual({ hasSlideOfItsOwn: true, isOnScene: false });
  });

  it('continues what finds no room on further slides', async () => {
    const long = await reportFixture((made) => ({
      ...made,
      scenes: made.scenes.map((scene) => ({
        ...scene,
        caption: '囍'.repeat(1600),
        image: plainPng(40, 30),
        legends: [
          {
            title: '很多',
            items: Array.from({ length: 150 }, (_, at) => ({
              ...LEGENDS[0]!.items[0]!,
              label: `第${at}项`,
            })),
            notes: [],
          },
        ],
      })),
    }));
    const made = officeParts(await writePptx(long));
    const all = slides(made)
      .flatMap((path) => textsOf(made, path))
      .join('\n');
    expect(all.match(/囍/g)).toHaveLength(1600);
    for (let at = 0; at < 150; at++) expect(all).toContain(`第${at}项`);
    expect(titled(made, '三引六扩覆盖·说明').length).toBeGreaterThan(0);
    expect(titled(made, '三引六扩覆盖·图例').length).toBeGreaterThan(0);
  });
});
