import { describe, expect, it } from 'vitest';
import { readPrintedNumber } from '../../src/packs/printed-number';

describe('readPrintedNumber', () => {
  it.each([
    ['4891', '户', 4891],
    ['４，８９１', '户', 4891],
    ['1,234,567', '人', 1234567],
    ['10.49%', '%', 0.1049],
    ['10.49％', '%', 0.1049],
    ['2.9', '‰', 0.0029],
    [' 12 ', '个', 12],
    ['12户', '户', 12],
    ['0', '户', 0],
    ['1.94', '万人', 19400],
  ])('reads %j in %s', (cell, unit, value) => {
    expect(readPrintedNumber(cell, unit)).toEqual({ kind: 'number', value });
  });

  it.each(['', '  ', '—', '——', '-', '/'])('takes %j for a blank', (cell) => {
    expect(readPrintedNumber(cell, '户')).toEqual({ kind: 'blank' });
  });

  it.each(['12a', '1.2.3', '1,23', '约100', '-5', '1e3', 'NaN', '3 4', '一百'])(
    'refuses %j',
    (cell) => {
      expect(readPrintedNumber(cell, '户')).toEqual({ kind: 'not-a-number' });
    },
  );

  it('does not convert a cell that prints another unit than its column', () => {
    expect(readPrintedNumber('8%', '‰')).toEqual({ kind: 'other-unit', unit: '%' });
  });
});
