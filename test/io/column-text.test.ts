// Cells as offices write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  plainValue,
  readCode,
  readCoordinate,
  readNumber,
  splitPair,
  tidyText,
} from '../../src/io/column-text';
import type { SourceCell } from '../../src/io/source-layer';

describe('tidyText', () => {
  it.each<[SourceCell, string]>([
    ['１２３ＡＢＣ', '123ABC'],
    ['\u3000 张 村\u00a0', '张 村'],
    ['\uFEFF村名\u200B', '村名'],
    [140829101200, '140829101200'],
    [0.1, '0.1'],
    [null, ''],
    [true, '是'],
  ])('%j is %j', (cell, text) => {
    expect(tidyText(cell)).toBe(text);
  });
});

describe('readNumber', () => {
  it.each<[SourceCell, number, string | null]>([
    ['12 户', 12, 'one'],
    ['１，２３４', 1234, null],
    ['1,234,567.5', 1234567.5, null],
    ['1 234', 1234, null],
    ['35.07%', 35.07, 'percent'],
    ['３５．０７％', 35.07, 'percent'],
    ['7‰', 7, 'permille'],
    ['1.2万人', 1.2, 'ten-thousand'],
    ['-3', -3, null],
    [7, 7, null],
  ])('%j is %d (%s)', (cell, value, unit) => {
    expect(readNumber(cell)).toEqual({ kind: 'number', value, unit });
  });

  it.each(['—', '－', '/', '无', 'N/A', '暂无', '……'])('%j is no figure, not zero', (cell) => {
    expect(readNumber(cell)).toEqual({ kind: 'no-data' });
  });

  it.each<[SourceCell, string]>([
    ['#REF!', '公式出错'],
    ['#N/A', '公式出错'],
    ['2016-03-05', '是日期'],
    ['2016-03-05T00:00:00.000Z', '是日期'],
    ['3月5日', '是日期'],
    ['1,23', '不是千分位'],
    ['十二', '不是数字'],
    ['约12', '不是数字'],
    ['12-15', '不是数字'],
    ['NaN', '不是数字'],
    ['Infinity', '不是数字'],
    [Number.NaN, '不是数字'],
    ['=CMD()', '不是数字'],
  ])('%j is a fault: %s', (cell, what) => {
    const read = readNumber(cell);
    expect(read).toMatchObject({ kind: 'fault' });
    expect(read.kind === 'fault' ? read.what : '').toContain(what);
  });
});

describe('readCoordinate', () => {
  it.each<[SourceCell, number]>([
    ['111°12′36″', 111.21],
    ['111度12分36秒', 111.21],
    ['E111°12′36.0″', 111.21],
    ['东经111°12′36″', 111.21],
    ['34°30′N', 34.5],
    ['111.21E', 111.21],
    ['３４．５', 34.5],
    ['111.5°', 111.5],
    ['3856012.5米', 3856012.5],
  ])('%j is %d', (cell, value) => {
    const read = readCoordinate(cell);
    expect(read.kind === 'number' ? read.value : Number.NaN).toBeCloseTo(value, 10);
  });

  it('refuses minutes beyond 59 and words, passes blanks', () => {
    expect(readCoordinate('111°72′00″').kind).toBe('fault');
    expect(readCoordinate('村口').kind).toBe('fault');
    expect(readCoordinate('—').kind).toBe('blank');
    expect(readCoordinate('').kind).toBe('blank');
  });

  it('splits a pair in one cell', () => {
    expect(splitPair('111.21，34.83')).toEqual(['111.21', '34.83']);
    expect(splitPair('(111.21 34.83)')).toEqual(['111.21', '34.83']);
    expect(splitPair('111.21')).toBeNull();
  });
});

describe('readCode', () => {
  it.each<SourceCell>([
    '140829101200',
    "'140829101200",
    '１４０８２９１０１２００',
    '140829101200.0',
    140829101200,
  ])('%j is a village code', (cell) => {
    expect(readCode(cell)).toEqual({ kind: 'village', code: '140829101200' });
  });

  it.each<[SourceCell, string, string]>([
    ['1.40829E+11', 'fault', '末尾数字已丢失'],
    ['14082910120', 'fault', '可能丢了'],
    ['1408291012000', 'fault', '13 位'],
    ['甲村', 'fault', '不是数字'],
    ['140829', 'area', '县级'],
    ['140829101', 'area', '乡镇级'],
    ['140829000000', 'area', '县级'],
    ['140829101000', 'area', '乡镇级'],
  ])('%j is %s: %s', (cell, kind, what) => {
    const read = readCode(cell);
    expect(read.kind).toBe(kind);
    expect('what' in read ? read.what : '').toContain(what);
  });

  it('passes blanks', () => {
    expect(readCode(null).kind).toBe('blank');
    expect(readCode('—').kind).toBe('blank');
  });
});

describe('plainValue', () => {
  it('is what Number gives for plain decimals of any length', () => {
    const digits = (least: number) => fc.stringMatching(new RegExp(`^\\d{${least},17}$`));
    fc.assert(
      fc.property(digits(1), digits(0), (whole, part) => {
        const text = part === '' ? whole : `${whole}.${part}`;
        expect(plainValue(text)).toBe(Number(text));
      }),
      { numRuns: 2000, seed: 20261122 },
    );
  });

  it.each(['', '.', '.5', '111.', '1.2.3', '-1', '1e3', ' 1', '１', '甲'])(
    'reads %j as no number',
    (text) => {
      expect(plainValue(text)).toBeNaN();
    },
  );
});
