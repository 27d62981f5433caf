// The command line without a process: words in, exit code out. `main.ts` gives it the real streams.
import { parseArgs } from 'node:util';
import { ENGINE_VERSION } from '../app/engine-version';
import { auditCommand } from './audit-command';
import { claimsCommand, rulesCommand } from './pack-lists-command';
import { coverageCommand } from './coverage-command';
import { convertCommand } from './convert-command';
import { gapCommand } from './gap-command';
import { HELP } from './help';
import { indicatorsCommand } from './indicators-command';
import { inspectCommand } from './inspect-command';
import { packCommand } from './pack-command';
import { DONE, type ExitCode, type Terminal, UsageError, WRONG_USAGE } from './terminal';

const TEXT = { type: 'string' } as const;

const COVERAGE_FLAGS = {
  villages: TEXT,
  projects: TEXT,
  distance: TEXT,
  only: TEXT,
  out: TEXT,
  'villages-crs': TEXT,
  'projects-crs': TEXT,
  'villages-accuracy': TEXT,
  'projects-accuracy': TEXT,
};
const GAP_FLAGS = {
  pack: TEXT,
  projects: TEXT,
  only: TEXT,
  distance: TEXT,
  'projects-crs': TEXT,
  'projects-accuracy': TEXT,
  out: TEXT,
};
const INDICATOR_FLAGS = {
  pack: TEXT,
  roads: TEXT,
  clinics: TEXT,
  schools: TEXT,
  sites: TEXT,
  distance: TEXT,
  weights: TEXT,
  out: TEXT,
};
const CLAIMS_FLAGS = { pack: TEXT, distance: TEXT, out: TEXT };
const RULES_FLAGS = { pack: TEXT, out: TEXT };

const FLAG = { type: 'boolean' } as const;
const INSPECT_FLAGS = { json: FLAG, pack: TEXT };
const AUDIT_FLAGS = { json: FLAG, out: TEXT };
const PACK_FLAGS = { name: TEXT, counties: TEXT, 'counties-crs': TEXT, villages: TEXT };
const CONVERT_FLAGS = {
  'from-crs': TEXT,
  'to-crs': TEXT,
  out: { ...TEXT, short: 'o' },
  layer: TEXT,
};

/** Node's own refusals of unknown or incomplete flags. */
function isParseError(cause: unknown): cause is Error {
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    cause.code.startsWith('ERR_PARSE_ARGS')
  );
}

function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [command, ...args] = words;
  switch (command) {
    case 'coverage':
      return coverageCommand(parseArgs({ args, options: COVERAGE_FLAGS }).values, terminal);
    case 'gap':
      return gapCommand(parseArgs({ args, options: GAP_FLAGS }).values, terminal);
    case 'indicators':
      return indicatorsCommand(parseArgs({ args, options: INDICATOR_FLAGS }).values, terminal);
    case 'claims':
      return claimsCommand(parseArgs({ args, options: CLAIMS_FLAGS }).values, terminal);
    case 'rules':
      return rulesCommand(parseArgs({ args, options: RULES_FLAGS }).values, terminal);
    case 'audit': {
      const parsed = parseArgs({ args, options: AUDIT_FLAGS, allowPositionals: true });
      return auditCommand(parsed.positionals, parsed.values, terminal);
    }
    case 'inspect': {
      const parsed = parseArgs({ args, options: INSPECT_FLAGS, allowPositionals: true });
      return inspectCommand(parsed.positionals, parsed.values, terminal);
    }
    case 'convert': {
      const parsed = parseArgs({ args, options: CONVERT_FLAGS, allowPositionals: true });
      return convertCommand(parsed.positionals, parsed.values, terminal);
    }
    case 'pack': {
      const parsed = parseArgs({ args, options: PACK_FLAGS, allowPositionals: true });
      return packCommand(parsed.positionals, parsed.values, terminal);
    }
    case undefined:
      throw new UsageError('没有写命令。');
    default:
      throw new UsageError(`不认识命令「${command}」。`);
  }
}

/** Runs one command line (without node and script name). */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (words.includes('--help') || words.includes('-h') || words[0] === 'help') {
    await terminal.out(HELP);
    return DONE;
  }
  if (words.includes('--version')) {
    await terminal.out(`cuntu，计算引擎 ${ENGINE_VERSION}\n`);
    return DONE;
  }
  try {
    return await dispatch(words, terminal);
  } catch (cause) {
    if (!(cause instanceof UsageError) && !isParseError(cause)) throw cause;
    const what = cause instanceof UsageError ? cause.message : `选项不对：${cause.message}`;
    terminal.say(`用法不对：${what}`);
    terminal.say('      查看全部用法：cuntu --help');
    return WRONG_USAGE;
  }
}
