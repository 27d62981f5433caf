import { describe, expect, it } from 'vitest';
import { officeColour, paperColour } from '../../src/report/css-colour';
import { cellText, paragraphsOf, strongRuns, xmlText } from '../../src/report/report-text';
import {
  columnWidths,
  fittingSize,
  heightOf,
  linesOf,
  pagedTable,
  paragraphPages,
} from '../../src/report/slide-fit';
import { numberColumn, textColumn } from '../../src/report/list-table';

const COLUMNS = [textColumn('name', '名称', 20), numberColumn('value', '数', 10, 1)];

describe('text that must fit', () => {
  it('breaks lines by width and takes the largest size that holds all', () => {
    // Ten characters an inch at 7.2 points.
    expect(linesOf('一二三四五六七八九十', 1, 7.2)).toBe(1);
    expect(linesOf('一二三四五六七八九十一', 1, 7.2)).toBe(2);
    const text = '字'.repeat(100);
    const size = fittingSize([text], { w: 5, h: 1 }, [40, 20, 12, 8]);
    expect(size).toBe(12);
    expect(heightOf(linesOf(text, 5, 12), 12)).toBeLessThanOrEqual(1);
    expect(heightOf(linesOf(text, 5, 20), 20)).toBeGreaterThan(1);
    expect(fittingSize(['字'.repeat(10_000)], { w: 1, h: 1 }, [12, 8])).toBeNull();
  });

  it('cuts paragraphs into pages without losing a character', () => {
    const paragraphs = ['甲'.repeat(700), '乙', '丙'.repeat(90)];
    const pages = paragraphPages(paragraphs, { w: 3, h: 2 }, 12);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat().join('')).toBe(paragraphs.join(''));
    for (const page of pages) {
      const lines = page.reduce((sum, each) => sum + linesOf(each, 3, 12), 0);
      expect(heightOf(lines, 12)).toBeLessThanOrEqual(2);
    }
  });

  it('pages a table by the height of its rows, and has one page without rows', () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ name: `第${at}行`, value: at }));
    const room = { width: 6, height: 3, points: 12 };
    const { pages, headingHeight } = pagedTable({ columns: COLUMNS, rows }, room);
    expect(pages.flatMap((page) => page.rows.map(([name]) => name))).toEqual(
      rows.map(({ name }) => name),
    );
    for (const { rowHeights } of pages)
      expect(headingHeight + rowHeights.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(
        3,
      );
    expect(pagedTable({ columns: COLUMNS, rows: [] }, room).pages).toHaveLength(1);
  });

  it('lets the widest column give way, so that numbers stay on one line', () => {
    const long = '很长的名称'.repeat(10);
    const [name = 0, value = 0] = columnWidths(COLUMNS, [[long, '1,234,567.8']], 4, 12);
    expect(name + value).toBeCloseTo(4, 9);
    expect(linesOf('1,234,567.8', value, 12)).toBe(1);
  });
});

describe('text and colours of the model', () => {
  it('reads **strong** parts and keeps an unpaired mark', () => {
    expect(strongRuns('甲**乙**丙')).toEqual([
      { text: '甲', isStrong: false },
      { text: '乙', isStrong: true },
      { text: '丙', isStrong: false },
    ]);
    expect(strongRuns('2**3')).toEqual([{ text: '2**3', isStrong: false }]);
    expect(paragraphsOf(' 甲\r\n\n乙 ')).toEqual(['甲', '乙']);
  });

  it('keeps what XML can hold, emoji too, and drops the rest', () => {
    expect(xmlText('a\u0000b\u000Bc\uD800d😀\uFFFE\n')).toBe('abcd😀 ');
  });

  it('writes an unknown cell as a dash and zero as zero', () => {
    expect(cellText({ decimals: 1 }, null)).toBe('—');
    expect(cellText({ decimals: 1 }, 0)).toBe('0.0');
    expect(cellText({ decimals: 0 }, 1234.5000000001)).toBe('1,235');
  });

  it('turns every notation of the palette into Office colours and refuses others', () => {
    expect(officeColour('#0f7b6c')).toEqual({ hex: '0F7B6C', opacity: 1 });
    expect(officeColour('#abc')).toEqual({ hex: 'AABBCC', opacity: 1 });
    expect(officeColour('rgb(15 123 108 / 0.55)')).toEqual({ hex: '0F7B6C', opacity: 0.55 });
    expect(officeColour('#0000007f').opacity).toBeCloseTo(127 / 255, 9);
    expect(paperColour('rgb(0 0 0 / 0.5)')).toBe('808080');
    expect(() => officeColour('red')).toThrow('"red"');
  });
});
