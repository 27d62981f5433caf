import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CsvLines, hasPlainLines } from '../../src/io/csv-lines';
import { readSources } from '../../src/io/read-sources';

async function bothWays(text: string) {
  const files = [{ path: 'a.csv', bytes: strToU8(text) }];
  const [kept, listed] = await Promise.all([
    readSources(files),
    readSources(files, { keepsRows: false }),
  ]);
  if (!kept.ok || !listed.ok) return { kept: kept.ok, listed: listed.ok };
  const list = listed.value[0]?.layers[0]?.list;
  const rows = Array.from({ length: list?.length ?? 0 }, (_, at) => list?.at(at));
  return { kept: kept.value[0]?.layers[0]?.rows, listed: rows };
}

describe('lines of a text table', () => {
  it.each([
    ['ragged rows and blank lines', '村名,户数\r\n\r\n甲村,3,多\r\n , \t,\r\n乙村\r\n'],
    ['no line end at the end', '村名\t户数\n甲村\t3'],
    ['guards against formulas', "村名,户数\n'=甲,'+1\n'甲,''=乙\n"],
    ['empty fields', '村名,户数,\n,,\n,3,\n'],
    ['quotes', '村名,户数\n"甲,村",3\n"",\n乙村,4\n'],
  ])('are the same rows listed as kept: %s', async (_name, text) => {
    const { kept, listed } = await bothWays(text);
    expect(listed).toEqual(kept);
    expect(listed).not.toEqual([]);
  });

  it('counts blank lines in the row numbers and cuts a row anew at each call', () => {
    const lines = new CsvLines('甲,1\r\n\r\n\r\n乙,2\r\n', ',');
    expect(lines.length).toBe(2);
    const second = { row: 4, cells: ['乙', '2'], geometry: null };
    expect([lines.at(0)?.cells, lines.at(1), lines.at(1)]).toEqual([['甲', '1'], second, second]);
  });

  it('holds more lines than there was room for at first', () => {
    const lines = new CsvLines(
      Array.from({ length: 5000 }, (_, k) => `甲${k}村,${k}`).join('\n'),
      ',',
    );
    expect(lines.length).toBe(5000);
    expect(lines.at(4999)).toEqual({ row: 5000, cells: ['甲4999村', '4999'], geometry: null });
  });

  it('refuses what the kept rows refuse', async () => {
    expect(await bothWays('a,'.repeat(3000))).toEqual({ kept: false, listed: false });
    expect(await bothWays('\n , \n')).toEqual({ kept: false, listed: false });
  });

  it('leaves quotes and lone carriage returns to the parser', () => {
    expect(['a,b\r\nc', 'a\nb', 'a,"b"\n', 'a\rb'].map(hasPlainLines)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
