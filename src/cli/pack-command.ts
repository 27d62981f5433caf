// cuntu pack check: loads a pack as the page does and lists everything that is wrong with it.
import type { Problem } from '../domain/problem';
import { openPack } from './open-pack';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

/** `words`: "check", folder. Exit 1 for any error, also one that only empties a layer. Throws UsageError. */
export async function packCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [action, folder, ...rest] = words;
  if (action !== 'check' || folder === undefined || rest.length > 0) {
    throw new UsageError('用法：cuntu pack check <文件夹或包名>。');
  }
  const outcome = await openPack(folder);
  const problems: readonly Problem[] = outcome.ok ? outcome.notes : outcome.problems;
  sayProblems(terminal, problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (!outcome.ok || errors > 0) {
    await terminal.out(`不合格：${errors} 处错误，${problems.length - errors} 处注意\n`);
    return DATA_PROBLEM;
  }
  const { name, version, counties, townships, villages, projects, tables } = outcome.value;
  await terminal.out(
    `合格：${name} ${version}，${counties.length} 县 ${townships.length} 乡镇 ${villages.length} 村级单位，` +
      `${projects.length} 个项目，${tables.length} 张规划表\n`,
  );
  return DONE;
}
