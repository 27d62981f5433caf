// cuntu inspect: what the importer makes of files, by the same readers, guesses and preview as the screen.
import type { ImportContext } from '../io/import-choices';
import { type FileReport, reportFiles, reportRefused } from '../io/import-report';
import { ROLE_WORDS } from '../io/column-roles';
import { routeInput } from '../io/recognise';
import type { InputFile } from '../io/source-layer';
import { openPack, packOfZip } from './open-pack';
import { readWithCompanions } from './read-companions';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

export interface InspectFlags {
  readonly json?: boolean | undefined;
  readonly pack?: string | undefined;
}

const STATUS_WORDS: Readonly<Record<FileReport['status'], string>> = {
  ok: '可以导入',
  warn: '可以导入，有注意事项',
  refuse: '不能导入',
};

/** Told in the place of a table's format. */
const PACK_FORMAT = 'pack';

const USE_WORDS = {
  villages: '村',
  relocation: '搬迁名单',
  projects: '项目',
  sites: '安置点',
  zones: '产业区',
  reference: '参考图层',
  terrain: '地形和村的海拔',
  'terrain-only': '地形',
} as const;

function describePack({ file, status, rows }: FileReport): string {
  const words = status === 'refuse' ? '不能打开' : '可以打开';
  return `${file}：区域数据包，${words}${status === 'warn' ? '，有注意事项' : ''}\n  村级单位 ${rows.ok}\n`;
}

/** A zip of a region pack, read as the page does when it is dropped. */
async function inspectPack({ path, bytes }: InputFile): Promise<FileReport> {
  const outcome = await packOfZip(path, bytes);
  const problems = outcome.ok ? outcome.notes : outcome.problems;
  const villages = outcome.ok ? outcome.value.villages.length : 0;
  return {
    ...reportRefused(path, problems),
    status: outcome.ok ? (problems.length === 0 ? 'ok' : 'warn') : 'refuse',
    format: PACK_FORMAT,
    rows: { read: villages, ok: villages, warned: 0, refused: 0 },
  };
}

function describe(report: FileReport): string {
  const { rows, columns, crs } = report;
  if (report.format === PACK_FORMAT) return describePack(report);
  const known = columns.filter(({ role }) => role !== 'attribute' && role !== 'ignore');
  const lines = [
    `${report.file}：${STATUS_WORDS[report.status]}`,
    `  格式 ${report.format ?? '不认识'}${report.encoding === null ? '' : `，编码 ${report.encoding}`}` +
      `${report.use === null ? '' : `，作为${USE_WORDS[report.use]}导入`}`,
    `  行 ${rows.read}：可用 ${rows.ok}，有疑问 ${rows.warned}，不能用 ${rows.refused}`,
  ];
  if (crs !== null) lines.push(`  坐标系 ${crs.isSure ? '' : '（请核对）'}${crs.evidence}`);
  if (known.length > 0) {
    const words = known.map(({ heading, role }) => `${heading}＝${ROLE_WORDS[role]}`).join('，');
    lines.push(`  列 ${words}`);
  }
  return `${lines.join('\n')}\n`;
}

async function regionOf(name: string, terminal: Terminal): Promise<ImportContext | null> {
  const outcome = await openPack(name);
  if (outcome.ok) return outcome.value;
  sayProblems(terminal, outcome.problems);
  return null;
}

/** `paths`: the files. Exit 1 when a file, or a row of one, can not be used. Throws UsageError. */
export async function inspectCommand(
  paths: readonly string[],
  flags: InspectFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('请写要检查的文件：cuntu inspect <文件…>。');
  const context = await regionOf(flags.pack ?? 'yuncheng', terminal);
  if (context === null) return DATA_PROBLEM;
  const { files, missing } = await readWithCompanions(paths);
  const isPack = (file: InputFile): boolean => routeInput(file) === 'pack';
  const data = files.filter((file) => !isPack(file));
  const packs = await Promise.all(files.filter(isPack).map(inspectPack));
  const read = data.length === 0 ? [] : await reportFiles(data, context);
  const lost = missing.map(({ file, problems }) => reportRefused(file, problems));
  const reports = [...packs, ...read, ...lost];
  if (flags.json === true) await terminal.out(`${JSON.stringify(reports, null, 1)}\n`);
  else {
    for (const report of reports) {
      await terminal.out(describe(report));
      sayProblems(
        terminal,
        report.problems.map((each) => ({ ...each, where: {} })),
      );
    }
  }
  const isBad = reports.some(({ problems }) =>
    problems.some(({ severity }) => severity === 'error'),
  );
  return isBad ? DATA_PROBLEM : DONE;
}
