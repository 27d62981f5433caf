import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/analysis/audit';
import type { AuditInput } from '../../src/analysis/audit-input';
import { EMPTY_INPUT, nameList, statement, tableOf } from './audit-synthetic';
import { COUNTIES, TOWNSHIPS, village } from './audit-areas';

/** 东岭村 lies in two townships of one county and in the other county, 西岭村 once. */
const VILLAGES = [
  village('990101100001', '东岭村委会'),
  village('990101100002', '西岭村委会'),
  village('990101101001', '东岭村民委员会'),
  village('990102100001', '东岭村'),
  village('990102100002', '大东岭村'),
  village('990101100003', '中心村'),
  village('990102100003', '中心社区'),
];

function found(more: Partial<AuditInput>) {
  const area = { counties: COUNTIES, townships: TOWNSHIPS, villages: VILLAGES };
  return auditPack({ ...EMPTY_INPUT, ...area, ...more })
    .filter(({ kind }) => kind === 'same-name')
    .map(({ where, computed }) => [where.text ?? `${where.table ?? ''}/${where.row}`, computed]);
}

const said = (printed: string, areaCodes: readonly string[] = []) => ({
  statements: [statement('s', 12, { printed, areaCodes, measure: 'dams', unit: '座' })],
});

describe('a village that several units are called', () => {
  it('is no finding for bearing the name', () => {
    expect(found({})).toEqual([]);
  });

  it('is one where a text names it alone: the units are listed', () => {
    expect(found(said('在东岭村建坝12座'))).toEqual([
      ['s', '甲河镇东岭村委会、甲岭乡东岭村民委员会、乙河镇东岭村'],
    ]);
  });

  it('is none with its township, with a township that the figure is of, or as the end of a longer name', () => {
    expect(found(said('在甲岭乡东岭村建坝12座'))).toEqual([]);
    expect(found(said('在东岭村建坝12座', ['990101101']))).toEqual([]);
    expect(found(said('在乙水县东岭村建坝12座'))).toEqual([]);
    expect(found(said('在大东岭村建坝12座'))).toEqual([]);
    expect(found(said('在西岭村建坝12座'))).toEqual([]);
  });

  it('is one with a county in which two bear it: only these', () => {
    expect(found(said('在甲山县东岭村建坝12座'))).toEqual([
      ['s', '甲河镇东岭村委会、甲岭乡东岭村民委员会'],
    ]);
  });

  it('is none where the word is any village’s', () => {
    expect(found(said('每个中心村建坝12座'))).toEqual([]);
  });

  it('is one in a row of a table, but not below the township that is printed once for several rows', () => {
    const rows = [
      ['', '东岭村', '3'],
      ['甲岭乡', '西岭村', '4'],
      ['', '东岭村', '5'],
    ];
    const table = tableOf(rows, ['乡镇', '村名', '坝（座）']);
    expect(found({ tables: [table] })).toEqual([
      ['table1/1', '甲河镇东岭村委会、甲岭乡东岭村民委员会、乙河镇东岭村'],
    ]);
  });

  it('is one in a list without code, with the townships', () => {
    const list = nameList('l', ['东岭村'], { memberKind: 'village' });
    expect(found({ lists: [list] })).toEqual([
      ['l', '甲河镇东岭村委会、甲岭乡东岭村民委员会、乙河镇东岭村'],
    ]);
  });
});
