import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { guessDelimiter } from '../../src/io/read-csv';
import { isoOfSerial } from '../../src/io/xlsx-sheet';
import { codesOf, gbk, readOneFile } from './source-fixtures';

async function cellsOf(path: string, bytes: Uint8Array) {
  const file = await readOneFile(path, bytes);
  return file.layers[0]?.rows.map(({ row, cells }) => [row, ...cells]);
}

describe('text tables', () => {
  it.each([
    ['commas', '村名,户数\n甲村,3\n', ','],
    ['tabs with commas in the cells', '村名\t户数\n甲,乙\t3\n丙,丁,戊\t4\n', '\t'],
    ['semicolons', '村名;户数\r\n甲村;3\r\n', ';'],
    ['full-width commas', '村名，户数\n甲村，3\n', '，'],
    ['commas inside quotes', '"甲,乙,丙";1\n"丁,戊";2\n', ';'],
    ['one column', '村名\n甲村\n', ','],
    ['a title above', '某某县一览表\n村名,户数,人数\n甲村,1,2\n乙村,3,4\n', ','],
  ])('finds the delimiter of %s', (_name, text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it('keeps ragged rows, quoted line ends and a spreadsheet’s row numbers; empty fields are null', async () => {
    const text = '村名,户数,备注\r\n甲村,3\r\n\r\n"乙\n村",,"他说""好""",多\r\n';
    expect(await cellsOf('a.csv', strToU8(text))).toEqual([
      [1, '村名', '户数', '备注'],
      [2, '甲村', '3'],
      [4, '乙\n村', null, '他说"好"', '多'],
    ]);
  });

  it('decodes a BOM, UTF-16, GBK and UTF-8 cut in a character; figures stay text', async () => {
    const rows = [
      [1, '村名', '甲'],
      [2, '乙', '007'],
    ];
    const text = '村名,甲\n乙,007\n';
    expect(await cellsOf('a.csv', strToU8(`\uFEFF${text}`))).toEqual(rows);
    expect(await cellsOf('a.csv', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(
      rows,
    );
    expect(await cellsOf('a.csv', gbk(text))).toEqual(rows);
    expect(await codesOf('a.csv', gbk(text))).toEqual(['csv-gb18030']);
    const cut = strToU8('村名,户数\n甲村');
    expect((await readOneFile('a.csv', cut.subarray(0, -1))).encoding).toBe('utf-8');
  });

  it('tells a quote that is never closed, and honours sep=', async () => {
    expect(await codesOf('a.csv', strToU8('村名,户数\n"甲村,3\n乙村,4\n'))).toEqual([
      'csv-open-quote',
    ]);
    expect(await cellsOf('a.csv', strToU8('sep=|\n甲,1|乙\n'))).toEqual([[1, '甲,1', '乙']]);
  });

  it('refuses blank files and too many columns', async () => {
    expect(await codesOf('a.csv', strToU8('\n , \n'))).toEqual(['csv-empty']);
    expect(await codesOf('a.csv', strToU8('a,'.repeat(3000)))).toEqual(['csv-limit']);
  });
});

const RELS =
  '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const WORKBOOK_RELS =
  '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s1.xml"/>' +
  '<Relationship Id="b" Type="x/worksheet" Target="/xl/worksheets/s2.xml"/>' +
  '<Relationship Id="c" Type="x/sharedStrings" Target="strings.xml"/>' +
  '<Relationship Id="d" Type="x/styles" Target="styles.xml"/></Relationships>';
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>' +
  '<numFmt numFmtId="201" formatCode="0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>';
const STRINGS =
  '<sst><si><t>村名</t></si><si><r><t xml:space="preserve">甲 </t></r><r><t>村</t></r><rPh><t>jia</t></rPh></si>' +
  '<si><t>乡&amp;镇</t></si></sst>';

/** A workbook as other programs write it, sheet XML given. */
function workbook(sheet1: string, sheet2 = '<worksheet/>', date1904 = false): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(RELS),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="m"><x:workbookPr date1904="${date1904 ? 1 : 0}"/><x:sheets><x:sheet name="一" r:id="a"/>` +
        '<x:sheet name="二" state="hidden" r:id="b"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(WORKBOOK_RELS),
    'xl/strings.xml': strToU8(STRINGS),
    'xl/styles.xml': strToU8(STYLES),
    'xl/worksheets/s1.xml': strToU8(sheet1),
    'xl/worksheets/s2.xml': strToU8(sheet2),
  });
}

function sheet(rows: string, after = ''): string {
  return `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

describe('workbooks', () => {
  it('reads numbers, texts, dates, results of formulas and errors as they show', async () => {
    const bytes = workbook(
      sheet(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
          '<row r="5"><c r="A5"><v>140829100200</v></c><c r="B5" s="1"><v>42370</v></c><c r="C5" s="2"><v>42370.5</v></c>' +
          '<c r="D5" s="3"><v>1.5</v></c><c r="E5"><f>SUM(A1)</f><v>7</v></c><c r="F5" t="str"><f>A1</f><v>=x</v></c>' +
          '<c r="G5" t="b"><v>1</v></c><c r="H5" t="e"><v>#N/A</v></c><c r="I5" t="inlineStr"><is><t>内</t></is></c>' +
          '<c r="J5"><f>NOW()</f></c><c r="K5" s="1"/></row>',
      ),
    );
    expect(await cellsOf('a.xlsx', bytes)).toEqual([
      [2, '村名', null, '甲 村'],
      [5, 140829100200, '2016-01-01', '2016-01-01T12:00:00', 1.5, 7, '=x', true, '#N/A', '内'],
    ]);
    expect(await codesOf('a.xlsx', bytes)).toEqual(['xlsx-formula']);
  });

  it('fills merged text, not merged figures nor a title over all columns, and says so', async () => {
    const text = (ref: string, value: string) =>
      `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const bytes = workbook(
      sheet(
        `<row r="1">${text('A1', '一览表')}</row><row r="2">${text('A2', '乡镇')}${text('B2', '人口')}</row>` +
          `<row r="3">${text('A3', '东镇')}<c r="B3"><v>5</v></c><c r="C3"><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c></row>`,
        '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/></mergeCells>',
      ),
    );
    expect(await cellsOf('a.xlsx', bytes)).toEqual([
      [1, '一览表'],
      [2, '乡镇', '人口', '人口'],
      [3, '东镇', 5, 1],
      [4, '东镇', null, 2],
    ]);
    expect(await codesOf('a.xlsx', bytes)).toEqual(['xlsx-merged']);
  });

  it('reads every sheet that holds anything, hidden ones with a note', async () => {
    const one = sheet('<row><c><v>1</v></c><c><v>2</v></c></row>');
    const file = await readOneFile('a.xlsx', workbook(one, one));
    expect(file.layers.map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
      ['一', [1, 2]],
      ['二', [1, 2]],
    ]);
    expect(await codesOf('a.xlsx', workbook(one, one))).toEqual(['xlsx-hidden']);
    expect(await codesOf('a.xlsx', workbook('<worksheet/>'))).toEqual(['xlsx-empty']);
  });

  it('counts days as Excel does', () => {
    expect([1, 59, 61, 25_569, 0.5].map((serial) => isoOfSerial(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '1970-01-01',
      '12:00:00',
    ]);
    expect(isoOfSerial(0, true)).toBe('00:00:00');
    expect(isoOfSerial(1, true)).toBe('1904-01-02');
  });

  it('refuses a DOCTYPE, a place out of the sheet and a broken part', async () => {
    expect(await codesOf('a.xlsx', workbook('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'))).toEqual(
      ['xlsx-limit'],
    );
    expect(await codesOf('a.xlsx', workbook(sheet('<row r="9999999"/>')))).toEqual(['xlsx-limit']);
    expect(
      await codesOf('a.xlsx', workbook(sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))),
    ).toEqual(['xlsx-limit']);
    expect(await codesOf('a.xlsx', workbook('<worksheet><sheetData>'))).toEqual(['xlsx-broken']);
  });

  it('reads what another writer writes', async () => {
    const data = [
      [{ value: '村名' }, { value: '编码' }, { value: '日期' }],
      [
        { value: '甲 <村>&' },
        { value: '140829100200' },
        { value: new Date(Date.UTC(2020, 1, 29)), format: 'yyyy-mm-dd' },
      ],
    ];
    const bytes = new Uint8Array(await writeXlsxFile(data).toBuffer());
    expect(await cellsOf('a.xlsx', bytes)).toEqual([
      [1, '村名', '编码', '日期'],
      [2, '甲 <村>&', '140829100200', '2020-02-29'],
    ]);
  });
});
