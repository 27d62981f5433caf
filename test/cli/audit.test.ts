// cuntu audit, in process: words in, exit code and findings out.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run';
import type { AuditFinding } from '../../src/domain/audit-finding';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuntu-audit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function cuntu(
  ...words: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
      return Promise.resolve();
    },
    say: (text: string) => {
      err += `${text}\n`;
    },
  };
  return { code: await run(words, terminal), out, err };
}

const TABLE = [
  '表1 甲县各村（示例）,,,',
  '村名,户数（户）,人口（人）,贫困人口（人）',
  '甲村,120,400,31',
  '乙村,98,310,22',
  '丙村,143,512,47',
  '合计,361,1222,100',
];

describe('cuntu audit', () => {
  it('finds nothing in a table that is right, and says so', async () => {
    await writeFile(at('right.csv'), TABLE.join('\n'));
    const { code, out, err } = await cuntu('audit', at('right.csv'), '--json');
    expect(JSON.parse(out)).toEqual([]);
    expect([code, err]).toEqual([0, '体检完成：矛盾 0，疑点 0，提示 0\n']);
  });

  it('audits what can be read of a pack with a broken file, and exits 1', async () => {
    const pack = at('broken-pack');
    await cp('geodata/mianchi', pack, { recursive: true });
    await writeFile(join(pack, 'lists.json'), '{');
    const { code, out, err } = await cuntu('audit', pack, '--json');
    const kinds = (JSON.parse(out) as AuditFinding[]).map(({ kind }) => kind);
    expect(code).toBe(1);
    expect(kinds).toContain('text-table');
    expect(kinds).not.toContain('list-length');
    expect(err).toContain('lists.json');
  });

  it('tells a wrong total with its cell, sums and words; 0 is its exit', async () => {
    await writeFile(at('wrong.csv'), TABLE.join('\n').replace('361', '316'));
    const { code, out } = await cuntu('audit', at('wrong.csv'), '--json');
    const [finding, ...more] = JSON.parse(out) as AuditFinding[];
    expect([code, more]).toEqual([0, []]);
    expect(finding).toMatchObject({
      kind: 'row-sum',
      severity: 'error',
      where: { table: 'wrong.csv', row: 6, column: '户数（户）' },
      stated: 316,
      computed: 361,
      arithmetic: '120＋98＋143＝361；合计印316，少45户',
      cause: '合计像是把361的两位数字写颠倒了。',
    });
    expect(finding?.text).toContain('表1「合计」行「户数（户）」印作316户');
    expect(finding?.mend).not.toBe('');
  });

  it('writes .csv, .xlsx and .json', async () => {
    await writeFile(at('wrong.csv'), TABLE.join('\n').replace('361', '316'));
    for (const ending of ['csv', 'xlsx', 'json']) {
      const { code, out } = await cuntu('audit', at('wrong.csv'), '--out', at(`list.${ending}`));
      expect([code, out]).toEqual([0, '']);
    }
    expect(await readFile(at('list.csv'), 'utf8')).toContain('合计不符');
    expect((await readFile(at('list.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse(await readFile(at('list.json'), 'utf8'))).toHaveLength(1);
  });

  it('finds the wrong totals of 运城 table 8 and the unit of its table 4', async () => {
    const { code, out } = await cuntu('audit', 'pack:yuncheng', '--json');
    const findings = JSON.parse(out) as AuditFinding[];
    const cells = findings.map(
      ({ kind, where }) => `${kind} ${where.table ?? ''} ${where.row ?? ''} ${where.column ?? ''}`,
    );
    expect(code).toBe(0);
    expect(cells).toEqual(
      expect.arrayContaining([
        'row-sum table8 9 贫困户',
        'row-sum table8 9 贫困人口',
        'unit-slip table4  贫困发生率（%）',
      ]),
    );
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });

  it('exits 1, in words, where the list can not be written', async () => {
    const { code, err } = await cuntu('audit', 'pack:mianchi', '--out', at('none/list.csv'));
    expect(code).toBe(1);
    expect(err).toContain('写入');
  });

  it('exits 1 where there is nothing to read, 2 where the words are wrong', async () => {
    expect((await cuntu('audit', at('none.csv'))).code).toBe(1);
    expect((await cuntu('audit', 'pack:none')).code).toBe(1);
    expect((await cuntu('audit')).code).toBe(2);
    expect((await cuntu('audit', 'pack:yuncheng', '--out', 'list.txt')).code).toBe(2);
    expect((await cuntu('audit', 'pack:yuncheng', '--sharp')).code).toBe(2);
  });
});
