import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/report/page-compose';
import { pageLayout } from '../../src/report/page-layout';
import { MAP_PICTURE } from '../../src/report/page-parts';
import { fittingDenominator, middleOf } from '../../src/report/page-scale';
import { pageSvg } from '../../src/report/page-svg';
import type { Orientation, PageSize } from '../../src/report/page-size';
import { PdfFile } from '../../src/report/pdf-file';
import { ONE_PIXEL_JPEG, pdfJpegs, readPdf } from './pdf-text';

const FONT = new Uint8Array(readFileSync('public/fonts/cuntu-print.ttf'));
const BOUNDS = [110, 34, 112, 36] as const;
const SQUARE = [
  [
    [110, 34],
    [112, 34],
    [112, 36],
    [110, 36],
    [110, 34],
  ],
];
const PARTS = { legend: true, locator: true, scaleBar: true, north: true, graticule: true };

function page(size: PageSize, orientation: Orientation) {
  const layout = pageLayout({ size, orientation, parts: PARTS, hasSecrecy: true });
  const denominator = fittingDenominator(BOUNDS, layout.map.width, layout.map.height);
  const frame = { ...layout.map, centre: middleOf(BOUNDS), denominator };
  const content = {
    title: '甲县覆盖图 <示意> & 说明',
    secrecy: '内部资料',
    organisation: '甲单位',
    approval: '',
    date: '2026-11-22',
    sources: '数据包未注明',
    remarks: [],
    legends: [
      {
        title: '覆盖状态',
        items: [
          {
            swatch: { kind: 'symbol', variant: 'ringed', color: 'rgb(15 123 108 / 0.6)' } as const,
            label: '按标绘覆盖',
            count: '113',
          },
        ],
        notes: [],
      },
    ],
    regionOutlines: [SQUARE],
    regionBounds: BOUNDS,
  };
  return composePage(layout, frame, content, true);
}

describe('map page as PDF', () => {
  it('has pages of the asked sizes, one embedded font, the picture, and all its Chinese as text', () => {
    const pdf = new PdfFile(FONT, { title: '甲', author: '乙' }, false);
    const pictures = new Map([[MAP_PICTURE, { jpeg: ONE_PIXEL_JPEG }]]);
    pdf.addPage(page('A4', 'landscape'), pictures);
    pdf.addPage(page('A3', 'portrait'), pictures);
    const seen = readPdf(pdf.bytes());
    expect(seen.pages).toBe(2);
    expect(seen.sizes.map((size) => size.map(Math.round))).toEqual([
      [297, 210],
      [297, 420],
    ]);
    expect(seen.fontFiles).toBe(1);
    expect(seen.pictures).toEqual([
      [1, 1],
      [1, 1],
    ]);
    const { marks } = page('A4', 'landscape');
    const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toContain('按标绘覆盖（113）');
    expect(seen.texts.slice(0, words.length)).toEqual(words);
    expect(seen.texts.join('')).not.toContain('\uFFFD');
  });

  it('is refused where a picture is missing', () => {
    const pdf = new PdfFile(FONT, { title: '甲', author: '乙' }, false);
    expect(() => pdf.addPage(page('A4', 'landscape'), new Map())).toThrow(/picture map, given 0/);
  });
});

describe('map page as SVG', () => {
  it('is the same list of marks: every text once, escaped, and the picture where it is known', () => {
    const sheet = page('A4', 'landscape');
    const svg = pageSvg(sheet, new Map([[MAP_PICTURE, 'blob:here']]));
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts.length).toBe(sheet.marks.filter((mark) => mark.kind === 'text').length);
    expect(texts).toContain('甲县覆盖图 &lt;示意&gt; &amp; 说明');
    expect(svg).toContain('href="blob:here"');
    expect(svg).toContain('viewBox="0 0 297 210"');
    expect(pageSvg(sheet, new Map())).not.toContain('<image');
  });
});

describe('compressed PDF', () => {
  it('reads back the same', () => {
    const pages = [true, false].map((compress) => {
      const pdf = new PdfFile(FONT, { title: '甲', author: '乙' }, compress);
      pdf.addPage(page('A4', 'landscape'), new Map([[MAP_PICTURE, { jpeg: ONE_PIXEL_JPEG }]]));
      return pdf.bytes();
    });
    const [small, plain] = pages.map(readPdf);
    expect(small).toEqual(plain);
    expect(pages[0]!.length).toBeLessThan(pages[1]!.length);
    expect(pdfJpegs(pages[0]!)).toEqual([ONE_PIXEL_JPEG]);
  });
});
