import { describe, expect, it } from 'vitest';
import { type PrintedRow, PackFolder } from './read-pack';

const pack = new PackFolder('yuncheng');

const TOWNSHIP_TABLES = ['table3', 'table4', 'table5', 'table6', 'table7'];

const number = (cell: string | undefined): number => Number((cell ?? '').replace('%', ''));
const bodyOf = (rows: readonly PrintedRow[]) => rows.filter(({ role }) => role === 'body');
const totalOf = (rows: readonly PrintedRow[]) => rows.filter(({ role }) => role === 'total');
const sum = (rows: readonly PrintedRow[], column: number): number =>
  rows.reduce((total, { cells }) => total + number(cells[column]), 0);

describe('plan tables as printed', () => {
  it('has as many printed rows as the plan', () => {
    const ids = ['table1', 'table2', ...TOWNSHIP_TABLES, 'table8'];
    expect(ids.map((id) => pack.readTable(id).rows.length)).toEqual([14, 4, 12, 14, 12, 12, 15, 9]);
  });

  it('keeps the mistakes', () => {
    expect(totalOf(pack.readTable('table8').rows)[0]?.cells).toEqual([
      '合计',
      '75613',
      '226703',
      '',
    ]);
    expect(sum(bodyOf(pack.readTable('table8').rows), 1)).toBe(34323);
    expect(sum(bodyOf(pack.readTable('table8').rows), 2)).toBe(97256);
    const names = bodyOf(pack.readTable('table6').rows).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['毛家', '新城', '皋落']);
    expect(pack.readTable('table3').rows[0]?.cells).toEqual([
      '洪池乡',
      '16',
      '5',
      '138',
      '296',
      '2%',
    ]);
    expect(pack.readTable('table4').rows[2]?.name).toBe('凹底镇');
  });

  it('adds up in table 1', () => {
    const { rows } = pack.readTable('table1');
    expect([sum(bodyOf(rows), 1), sum(bodyOf(rows), 2)]).toEqual([75613, 226703]);
  });

  it.each(TOWNSHIP_TABLES)('adds up in %s, incidence apart', (id) => {
    const { rows } = pack.readTable(id);
    const total = totalOf(rows)[0]?.cells.map(number) ?? [];
    for (const column of [1, 2, 3, 4]) expect(sum(bodyOf(rows), column)).toBe(total[column]);
  });

  it('joins 59 of 60 township rows, once each; only 开发区 has no unit', () => {
    const known = new Set(pack.townships().map((f) => f.properties.code));
    const rows = TOWNSHIP_TABLES.flatMap((id) => {
      const { side, rows: printed } = pack.readTable(id);
      return bodyOf(printed).map((row) => ({ ...row, countyCode: side.countyCode }));
    });
    expect(rows.length).toBe(60);
    expect(rows.filter(({ areaCode }) => areaCode === null).map(({ name }) => name)).toEqual([
      '开发区',
    ]);
    const codes = rows.map(({ areaCode }) => areaCode).filter((code) => code !== null);
    expect(new Set(codes).size).toBe(59);
    for (const { areaCode, countyCode } of rows) {
      if (areaCode === null) continue;
      expect(known.has(areaCode)).toBe(true);
      expect(areaCode.slice(0, 6)).toBe(countyCode);
    }
  });

  it('types nothing twice: table 8 repeats table 1 and has no measure', () => {
    const first = new Map(pack.readTable('table1').rows.map(({ name, cells }) => [name, cells]));
    const { side, rows } = pack.readTable('table8');
    for (const { name, cells } of bodyOf(rows)) expect(first.get(name)).toEqual(cells);
    expect(side.columns.every(({ measure }) => measure === null)).toBe(true);
  });
});

describe('行政村 of the tables against 村委会 of the list', () => {
  const committees = pack.villages().filter(({ kind }) => kind === 'village-committee');
  const inCounty = (code: string) => committees.filter((v) => v.countyCode === code).length;
  const inTownship = (code: string) => committees.filter((v) => v.townshipCode === code).length;

  it('agrees in the county totals but for 闻喜 (333 printed, 343 in the list and the text)', () => {
    const printed = TOWNSHIP_TABLES.map((id) =>
      number(totalOf(pack.readTable(id).rows)[0]?.cells[1]),
    );
    const listed = TOWNSHIP_TABLES.map((id) => inCounty(pack.readTable(id).side.countyCode ?? ''));
    expect(printed).toEqual([228, 333, 242, 188, 281]);
    expect(listed).toEqual([228, 343, 242, 188, 281]);
  });

  it('agrees township by township in 夏县, 垣曲 and 万荣', () => {
    for (const id of ['table5', 'table6', 'table7']) {
      for (const { areaCode, cells } of bodyOf(pack.readTable(id).rows)) {
        expect(inTownship(areaCode ?? '')).toBe(number(cells[1]));
      }
    }
  });
});

describe('闻喜: ‰ under a % heading', () => {
  const { side, rows } = pack.readTable('table4');
  const column = side.columns[5];

  it('keeps the printed unit and states the implied one with the numbers that show it', () => {
    expect([column?.printedUnit, column?.impliedUnit]).toEqual(['%', '‰']);
    const body = bodyOf(rows);
    const persons = body.reduce((t, { cells }) => t + number(cells[4]) / number(cells[5]), 0);
    const count = sum(body, 1);
    expect(Math.round(persons * 100)).toBe(18439);
    expect(Math.round((persons * 100) / count)).toBe(55);
    expect(Math.round(persons * 1000)).toBe(184385);
    expect(Math.round((persons * 1000) / count)).toBe(554);
    for (const figure of ['1.84万人', '55人', '18.44万人', '554人', '1448人', '4.59%']) {
      expect(column?.evidence).toContain(figure);
    }
  });

  it('is the only incidence column read otherwise than printed', () => {
    const others = ['table3', 'table5', 'table6', 'table7'].map(
      (id) => pack.readTable(id).side.columns[5],
    );
    expect(others.map((other) => other?.impliedUnit)).toEqual(['%', '%', '%', '%']);
  });

  it('implies between 200 and 4000 inhabitants a village in every row of every table', () => {
    for (const id of TOWNSHIP_TABLES) {
      const { side: table, rows: printed } = pack.readTable(id);
      const scale = table.columns[5]?.impliedUnit === '‰' ? 1000 : 100;
      for (const { name, cells } of bodyOf(printed)) {
        const perVillage = ((number(cells[4]) / number(cells[5])) * scale) / number(cells[1]);
        expect(perVillage, name).toBeGreaterThan(200);
        expect(perVillage, name).toBeLessThan(4000);
      }
    }
  });
});
