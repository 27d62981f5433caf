// cuntu pack: a new pack to fill in, built and checked. `check` loads it as the page does and lists all that is wrong with it.
import type { Problem } from '../domain/problem';
import { openPack } from './open-pack';
import { packBuildCommand } from './pack-build-command';
import { type PackNewFlags, packNewCommand } from './pack-new-command';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

async function checkCommand(folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (folder === undefined) throw new UsageError('用法：cuntu pack check <文件夹或包名>。');
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

/** `words`: new, build or check, then the folder. Exit 1 for any error, also one that only empties a layer. Throws UsageError. */
export function packCommand(
  words: readonly string[],
  flags: PackNewFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const [action, folder, ...rest] = words;
  if (rest.length > 0) throw new UsageError('只写一个文件夹。');
  switch (action) {
    case 'new':
      return packNewCommand(folder, flags, terminal);
    case 'build':
      return packBuildCommand(folder, terminal);
    case 'check':
      return checkCommand(folder, terminal);
    default:
      throw new UsageError('用法：cuntu pack new|build|check <文件夹>。');
  }
}
