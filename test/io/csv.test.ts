import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, writeCsv } from '../../src/io/csv';

describe('csv', () => {
  it('writes a BOM, CRLF and quotes where needed', () => {
    expect(Array.from(writeCsv([['村']]).slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(
      csvText([
        ['a', 'b,c', 'd"e', 'f\ng', ' h'],
        [1, null, 0.5, Number.NaN],
      ]),
    ).toBe('a,"b,c","d""e","f\ng"," h"\r\n1,,0.5,\r\n');
  });

  it.each(['=1+1', '+8613', '-2', '@x', '\t=1', '\r=1', '＝1'])('makes %j harmless', (cell) => {
    const [row] = Papa.parse<string[]>(csvText([[cell]])).data;
    expect(row?.[0]).toBe(`'${cell}`);
  });

  it('leaves negative numbers and codes alone', () => {
    expect(csvText([[-5, '140802001001', '001']])).toBe('-5,140802001001,001\r\n');
  });

  it('is read back as written, for any text that begins harmlessly', () => {
    const cell = fc.string({ unit: 'binary' }).map((tail) => `村${tail}`);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (written) => {
        const read = Papa.parse<string[]>(csvText(written), {
          delimiter: ',',
          newline: '\r\n',
        }).data;
        expect(read.slice(0, -1)).toEqual(written);
      }),
      { seed: 3349 },
    );
  });
});
