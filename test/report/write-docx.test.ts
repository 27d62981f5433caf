import type { Element } from '@xmldom/xmldom';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyTable, povertyClassTable } from '../../src/report/coverage-report';
import { countsText } from '../../src/report/coverage-table';
import { regionReport } from '../../src/report/region-report';
import type { ReportDocument, ReportTable } from '../../src/report/report-model';
import { cellText } from '../../src/report/report-text';
import { writeDocx } from '../../src/report/write-docx';
import { type OfficeParts, elements, officeParts, paragraphs, tableRows } from './office-parts';
import { plainPng, regionFacts, reportFixture } from './report-fixture';

let report: ReportDocument;
let parts: OfficeParts;
let texts: readonly string[];

beforeAll(async () => {
  report = await reportFixture();
  parts = officeParts(await writeDocx(report));
  texts = paragraphs(parts.xml('word/document.xml'), 'w');
});

function attribute(node: Element | undefined, name: string): string | null {
  return node?.getAttribute(name) ?? null;
}

function rowsOf(table: ReportTable): readonly (readonly string[])[] {
  return [
    table.columns.map(({ heading }) => heading),
    ...table.rows.map((row) => table.columns.map((column) => cellText(column, row[column.key]))),
  ];
}

describe('writeDocx', () => {
  it('is A4 with the margins of GB/T 9704: 37, 35, 28 and 26 mm', () => {
    const document = parts.xml('word/document.xml');
    const size = elements(document, 'w:pgSz')[0];
    expect([attribute(size, 'w:w'), attribute(size, 'w:h')]).toEqual(['11906', '16838']);
    const margin = elements(document, 'w:pgMar')[0];
    const millimetres = ['top', 'bottom', 'left', 'right'].map((side) =>
      Math.round((Number(attribute(margin, `w:${side}`)) / 1440) * 25.4),
    );
    expect(millimetres).toEqual([37, 35, 28, 26]);
  });

  it('numbers headings 一、（一）1. by the document’s own numbering', () => {
    const numbering = parts.xml('word/numbering.xml');
    const levels = elements(numbering, 'w:lvl').map((level) => [
      attribute(elements(level, 'w:numFmt')[0], 'w:val'),
      attribute(elements(level, 'w:lvlText')[0], 'w:val'),
    ]);
    expect(levels).toEqual(
      expect.arrayContaining([
        ['chineseCounting', '%1、'],
        ['chineseCounting', '（%2）'],
        ['decimal', '%3.'],
      ]),
    );
    const headings = elements(parts.xml('word/document.xml'), 'w:p').flatMap((each) => {
      const style = attribute(elements(each, 'w:pStyle')[0], 'w:val') ?? '';
      const level = attribute(elements(each, 'w:ilvl')[0], 'w:val');
      if (!style.startsWith('Heading')) return [];
      return [
        [
          style,
          level,
          elements(each, 'w:t')
            .map((t) => t.textContent)
            .join(''),
        ],
      ];
    });
    expect(headings.slice(0, 3)).toEqual([
      ['Heading1', '0', '研判结论'],
      ['Heading1', '0', '覆盖情况'],
      ['Heading2', '1', '总体情况'],
    ]);
    expect(headings.map(([, , text]) => text)).toEqual(
      expect.arrayContaining(['缺口分析', '规划口径核验', '规则核验', '易地扶贫搬迁']),
    );
  });

  it('names the fonts of official documents and what may stand in for them', () => {
    const styles = parts.text('word/styles.xml');
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'])
      expect(styles).toContain(`w:eastAsia="${font}"`);
    const fonts = elements(parts.xml('word/fontTable.xml'), 'w:font').map((font) => [
      attribute(font, 'w:name'),
      attribute(elements(font, 'w:altName')[0], 'w:val'),
    ]);
    expect(fonts).toContainEqual(['仿宋_GB2312', '仿宋']);
    expect(fonts).toContainEqual(['方正小标宋简体', '宋体']);
  });

  it('has the tables of the engine, each heading row repeated and no row split', async () => {
    const { coverage } = await regionFacts();
    const tables = elements(parts.xml('word/document.xml'), 'w:tbl');
    for (const table of tables) {
      const rows = elements(table, 'w:tr');
      expect(elements(rows[0]!, 'w:tblHeader')).toHaveLength(1);
      for (const row of rows.slice(1)) expect(elements(row, 'w:tblHeader')).toHaveLength(0);
      for (const row of rows) expect(elements(row, 'w:cantSplit')).toHaveLength(1);
    }
    const { summary } = coverage!;
    expect(tableRows(tables[0]!, 'w')).toEqual(rowsOf(countyTable(summary)));
    expect(tableRows(tables[1]!, 'w')).toEqual(rowsOf(povertyClassTable(summary)));
  });

  it('counts captions of tables and figures through the document', () => {
    const numbers = (sign: string) =>
      texts.flatMap((text) => new RegExp(`^${sign}(\\d+)　`).exec(text)?.[1] ?? []);
    expect(numbers('表')).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(numbers('图')).toEqual(['1', '2', '3']);
  });

  it('has the report’s own map beside its numbers, then one map a scene with what was asked of it', async () => {
    const figures = texts.filter((text) => /^图\d　/.test(text));
    expect([figures[0], figures.at(-1)]).toEqual(['图1　所选项目', '图3　三引六扩覆盖']);
    const place = texts.indexOf('专题图');
    expect(texts.slice(place + 1, place + 3)).toEqual([
      '三引六扩覆盖',
      '所选项目合并计算，按标绘位置判定。',
    ]);
    expect(texts[place + 3]).toMatch(/^所问：情景「情景 2」；.*服务距离/);
    expect(texts[place + 4]).toMatch(/^覆盖村 .*未覆盖村/);
    // The map of the screen stands there once.
    const { scenes } = report;
    const picture = { image: scenes[0]!.image!, title: '甲', legends: [] };
    const options = { organisation: '', date: '', picture };
    const { sections } = regionReport(await regionFacts(), scenes, options);
    expect(sections.map(({ heading }) => heading)).not.toContain('专题图');
  });

  it('names the scenario with what was asked, in the text and in the appendix', () => {
    expect(texts.filter((text) => text.startsWith('情景：情景 2'))).toHaveLength(2);
  });

  it('states the counts of the engine and, in the appendix, sources, parameters and versions', async () => {
    const { coverage, index } = await regionFacts();
    const text = texts.join('\n');
    expect(text).toContain(countsText(coverage!.result.counts));
    const appendix = text.slice(text.indexOf('数据来源与方法'));
    for (const { title } of index.pack.sources) expect(appendix).toContain(title);
    expect(appendix).toMatch(/服务距离：2.公里/);
    expect(appendix).toContain('计算引擎：村图 Cuntu 1.0.0');
    expect(appendix).toContain(index.pack.version);
    expect(appendix).toContain('均摊');
  });

  it('holds the map, a native chart with its workbook, and page numbers on outer sides', () => {
    const media = parts.paths.filter((path) => /^word\/media\/.*\.png$/.test(path));
    const shown = media.map((path) => parts.bytes(path).length);
    const given = [plainPng(800, 500), plainPng(1656, 1120)].map(({ png }) => png.length);
    expect(shown.toSorted()).toEqual(given.toSorted());
    expect(parts.paths.filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(
      1,
    );
    expect(parts.paths.filter((path) => path.endsWith('.xlsx'))).toHaveLength(1);
    const footers = parts.paths.filter((path) => /^word\/footer\d+\.xml$/.test(path));
    const sides = footers.map((path) => attribute(elements(parts.xml(path), 'w:jc')[0], 'w:val'));
    expect(sides.toSorted()).toEqual(['left', 'right']);
    for (const path of footers) expect(parts.text(path)).toContain('PAGE');
    expect(elements(parts.xml('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
  });

  it('writes odd names as text, and no character that XML can not hold', async () => {
    const names = ['=1+1', '<b>甲村</b> & "乙"', '@名', '😀村', '甲\u0001村\uD800'];
    const odd = await reportFixture((made) => ({
      ...made,
      sections: [
        {
          heading: names[1]!,
          blocks: [
            ...names.map((text) => ({ kind: 'paragraph' as const, text })),
            {
              kind: 'table',
              table: {
                title: names[1]!,
                columns: [{ key: 'a', heading: '=A1', type: 'text', decimals: 0, width: 9 }],
                rows: names.map((a) => ({ a })),
                note: names[1]!,
              },
            },
          ],
          sections: [],
        },
      ],
    }));
    const made = officeParts(await writeDocx(odd)).xml('word/document.xml');
    const rows = tableRows(elements(made, 'w:tbl')[0]!, 'w').map(([cell]) => cell);
    expect(rows).toEqual(['=A1', '=1+1', '<b>甲村</b> & "乙"', '@名', '😀村', '甲村']);
    expect(paragraphs(made, 'w')).toEqual(expect.arrayContaining(['=1+1', '😀村', '甲村']));
  });
});
