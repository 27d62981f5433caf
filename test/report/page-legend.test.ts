import { describe, expect, it } from 'vitest';
import { legendSheet, placeLegend } from '../../src/report/page-legend';
import type { PageMark } from '../../src/report/page-marks';
import { brokenLines, shortened, textWidth } from '../../src/report/page-text';
import type { ReportLegend } from '../../src/report/report-model';

const ROWS = 12;
const LEGENDS: readonly ReportLegend[] = ['甲层', '乙层'].map((title) => ({
  title,
  items: Array.from({ length: ROWS }, (_, at) => ({
    swatch: { kind: 'fill', color: '#aabbcc' } as const,
    label: `${title}第${at}类`,
    count: at === 0 ? '7 村' : '',
  })),
  notes: ['说明文字一条'],
}));

function texts(marks: readonly PageMark[]): readonly string[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

describe('legend on paper', () => {
  it('holds every row with its count, in order, inside its box', () => {
    const box = { x: 10, y: 20, width: 60, height: 150 };
    const { marks, leftOut } = placeLegend(LEGENDS, box, 1);
    expect(leftOut).toBe(0);
    const words = texts(marks);
    expect(words[0]).toBe('图例');
    expect(words).toContain('甲层第0类（7 村）');
    expect(words.indexOf('乙层第11类')).toBeGreaterThan(words.indexOf('甲层第11类'));
    for (const mark of marks) {
      if (mark.kind !== 'text') continue;
      expect(mark.y).toBeLessThanOrEqual(170);
      expect(mark.x + textWidth(mark.text, mark.size)).toBeLessThanOrEqual(70);
    }
  });

  it('shrinks before it leaves out, and says how much it left out', () => {
    const roomy = placeLegend(LEGENDS, { x: 0, y: 0, width: 60, height: 200 }, 1);
    const tight = placeLegend(LEGENDS, { x: 0, y: 0, width: 60, height: 105 }, 1);
    const tiny = placeLegend(LEGENDS, { x: 0, y: 0, width: 60, height: 30 }, 1);
    const sizes = ({ marks }: typeof roomy) =>
      Math.min(...marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : [])));
    expect(tight.leftOut).toBe(0);
    expect(sizes(tight)).toBeLessThan(sizes(roomy));
    expect(tiny.leftOut).toBeGreaterThan(0);
    const items = 2 * (1 + ROWS + 1);
    expect(texts(tiny.marks).length - 1 + tiny.leftOut).toBe(items);
  });

  it('uses the columns of a broad box', () => {
    const { marks, leftOut } = placeLegend(LEGENDS, { x: 0, y: 0, width: 130, height: 80 }, 1);
    expect(leftOut).toBe(0);
    const lefts = new Set(
      marks.flatMap((mark) => (mark.kind === 'text' ? [Math.round(mark.x)] : [])),
    );
    expect([...lefts].some((x) => x > 60)).toBe(true);
  });

  it('a sheet of its own is as high as it needs to be', () => {
    const { height, marks } = legendSheet(LEGENDS);
    const lowest = Math.max(...marks.flatMap((mark) => (mark.kind === 'text' ? [mark.y] : [])));
    expect(height).toBeGreaterThan(lowest);
    expect(height).toBeLessThan(lowest + 8);
  });
});

describe('lines of text', () => {
  it('are no wider than asked, lose nothing, and do not begin with a full stop', () => {
    const text = '资料来源：国家统计局区划代码2020；OpenStreetMap（ODbL 1.0），以规划文本为准。';
    const lines = brokenLines(text, 3, 40);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) {
      expect(textWidth(line, 3)).toBeLessThanOrEqual(40 + 3);
      expect(line).not.toMatch(/^[，。；）]/);
    }
  });

  it('a text too wide ends in …', () => {
    expect(shortened('未覆盖的村很多很多', 3, 18)).toBe('未覆盖的村…');
    expect(shortened('未覆盖', 3, 18)).toBe('未覆盖');
  });
});
