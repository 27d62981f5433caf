// cuntu audit: the findings of 数据体检 for a pack, a document or a table, as text, JSON, CSV or a workbook.
import { extname } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { AUDIT_KIND_WORDS, AUDIT_SEVERITY_WORDS } from '../analysis/audit-words';
import type { AuditFinding, AuditPlace } from '../domain/audit-finding';
import { type Problem, reasonOf } from '../domain/problem';
import { writeCsv } from '../io/csv';
import { type ListTable, textColumn } from '../report/list-table';
import { listXlsx } from '../report/list-sheet';
import { auditSource } from './audit-source';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

export interface AuditFlags {
  readonly json?: boolean | undefined;
  readonly out?: string | undefined;
}

const COLUMNS = [
  textColumn('severity', '程度', 10),
  textColumn('kind', '类别', 24),
  textColumn('place', '位置', 36),
  textColumn('text', '问题', 60),
  textColumn('stated', '原文', 16),
  textColumn('computed', '算得', 16),
  textColumn('unit', '单位', 8),
  textColumn('arithmetic', '算式', 60),
  textColumn('cause', '可能原因', 40),
  textColumn('mend', '建议', 40),
  textColumn('id', '编号', 40),
];
type ColumnKey = (typeof COLUMNS)[number]['key'];

function placeWords({ table, text, layer, row, column, chapter, code }: AuditPlace): string {
  const cell = [row === undefined ? '' : `第${row}行`, column ?? '']
    .filter((word) => word !== '')
    .join(' ');
  return [table ?? text ?? layer ?? '', cell, chapter ?? '', code ?? '']
    .filter((word) => word !== '')
    .join('；');
}

function listTable(source: string, findings: readonly AuditFinding[]): ListTable<ColumnKey> {
  const rows = findings.map((each) => ({
    severity: AUDIT_SEVERITY_WORDS[each.severity],
    kind: AUDIT_KIND_WORDS[each.kind],
    place: placeWords(each.where),
    text: each.text,
    stated: each.stated === null ? '' : String(each.stated),
    computed: each.computed === null ? '' : String(each.computed),
    unit: each.unit,
    arithmetic: each.arithmetic,
    cause: each.cause,
    mend: each.mend,
    id: each.id,
  }));
  return {
    title: '数据体检',
    header: [{ label: '来源', value: source }],
    columns: COLUMNS,
    rows,
    footer: [],
  };
}

const ENDINGS = ['.csv', '.xlsx', '.json'];

function endingOf(out: string | undefined): string | null {
  if (out === undefined) return null;
  const ending = extname(out).toLowerCase();
  if (!ENDINGS.includes(ending)) throw new UsageError('--out：扩展名应为 .csv、.xlsx 或 .json。');
  return ending;
}

async function writeFindings(
  out: string,
  ending: string,
  source: string,
  findings: readonly AuditFinding[],
): Promise<void> {
  const table = listTable(source, findings);
  if (ending === '.json') return writeFile(out, `${JSON.stringify(findings, null, 1)}\n`);
  if (ending === '.xlsx') return writeFile(out, await listXlsx(table, '数据体检'));
  const heading = COLUMNS.map((column) => column.heading);
  return writeFile(
    out,
    writeCsv([heading, ...table.rows.map((row) => COLUMNS.map(({ key }) => row[key]))]),
  );
}

function notWritten(path: string, reason: string): Problem {
  const text = `写入「${path}」失败：${reason}`;
  const mend = '请核对路径、权限和磁盘空间。';
  return { code: 'out', severity: 'error', where: { file: path }, text, mend };
}

async function sayFindings(terminal: Terminal, findings: readonly AuditFinding[]): Promise<void> {
  for (const { severity, kind, text, arithmetic, cause } of findings) {
    await terminal.out(`[${AUDIT_SEVERITY_WORDS[severity]}] ${AUDIT_KIND_WORDS[kind]}：${text}\n`);
    if (arithmetic !== '') await terminal.out(`    算式 ${arithmetic}\n`);
    if (cause !== '') await terminal.out(`    可能 ${cause}\n`);
  }
}

/** Exit 0 whatever is found; 1 when the source, or a part of it, can not be read. Throws UsageError. */
export async function auditCommand(
  sources: readonly string[],
  flags: AuditFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const [source, ...more] = sources;
  if (source === undefined || more.length > 0) {
    throw new UsageError(
      '请写一个要体检的数据包、方案或表格：cuntu audit <pack:包名|文件夹|方案.cuntu|表格>。',
    );
  }
  const ending = endingOf(flags.out);
  const outcome = await auditSource(source);
  sayProblems(terminal, outcome.ok ? outcome.notes : outcome.problems);
  if (!outcome.ok) return DATA_PROBLEM;
  const findings = outcome.value;
  if (flags.out !== undefined && ending !== null) {
    try {
      await writeFindings(flags.out, ending, source, findings);
    } catch (cause) {
      sayProblems(terminal, [notWritten(flags.out, reasonOf(cause))]);
      return DATA_PROBLEM;
    }
  }
  if (flags.json === true) await terminal.out(`${JSON.stringify(findings, null, 1)}\n`);
  else if (flags.out === undefined) await sayFindings(terminal, findings);
  const counts = (['error', 'warning', 'note'] as const).map(
    (severity) =>
      `${AUDIT_SEVERITY_WORDS[severity]} ${findings.filter((each) => each.severity === severity).length}`,
  );
  terminal.say(`体检完成：${counts.join('，')}`);
  return outcome.notes.some(({ severity }) => severity === 'error') ? DATA_PROBLEM : DONE;
}
