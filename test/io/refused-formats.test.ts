// Formats that look like ones we read: told by name, with what to do, and never read as garbage.
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem';
import { readSources } from '../../src/io/read-sources';

async function problemsOf(path: string, bytes: Uint8Array): Promise<readonly Problem[]> {
  const outcome = await readSources([{ path, bytes }]);
  return outcome.ok ? outcome.notes : outcome.problems;
}

it.each(['村表.ods', '村表.xlsx', '村表.zip'])('an OpenDocument table named %s', async (path) => {
  const mimetype = strToU8('application/vnd.oasis.opendocument.spreadsheet');
  const bytes = zipSync({ mimetype, 'content.xml': strToU8('<x/>') });
  const [problem, ...more] = await problemsOf(path, bytes);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'input-ods', severity: 'error', where: { file: path } });
  expect(problem?.text).toBe(`${path}：是 OpenDocument 表格（.ods）。`);
  expect(problem?.mend).toBe('请另存为 .xlsx 后再导入。');
});

it.each([
  [0x49, 0x49, 43, 0],
  [0x4d, 0x4d, 0, 43],
])('a BigTIFF of either byte order', async (...head) => {
  const [problem] = await problemsOf('高程.tif', Uint8Array.of(...head, 8, 0, 0, 0, 0, 0, 0, 0));
  expect(problem).toMatchObject({ code: 'input-bigtiff', severity: 'error' });
  expect(problem?.text).toBe('高程.tif：是 BigTIFF，不能读。');
});

function drawing(...entities: readonly string[]): Uint8Array {
  const lines = ['0', 'SECTION', '2', 'ENTITIES', ...entities, '0', 'ENDSEC', '0', 'EOF'];
  return strToU8(`${lines.join('\r\n')}\r\n`);
}

const HATCH = ['0', 'HATCH', '8', '填充', '91', '1', '92', '2', '93', '3'];
const LINE = [
  '0',
  'LINE',
  '8',
  '渠',
  '10',
  '500000',
  '20',
  '3874000',
  '11',
  '500100',
  '21',
  '3874000',
];

it('hatches of a drawing: named and left out, or the drawing is refused when there is nothing else', async () => {
  const some = await problemsOf('图.dxf', drawing(...LINE, ...HATCH));
  expect(some.map(({ text }) => text)).toContain('图.dxf：没有读入的图元：HATCH（填充）1 个。');
  const only = await readSources([{ path: '图.dxf', bytes: drawing(...HATCH) }]);
  expect(only.ok).toBe(false);
  const problems = only.ok ? [] : only.problems;
  expect(problems[0]).toMatchObject({ code: 'dxf-empty', severity: 'error' });
  expect(problems.map(({ text }) => text).join()).toContain('HATCH（填充）1 个');
});
