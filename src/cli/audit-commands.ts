// cuntu claims and cuntu rules: the plan's own figures recomputed, and the documents' rules checked, over one pack.
// Analysis decides (analysis/claims.ts, analysis/rules.ts); this only lists, in pack order.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { claimAreas, prepareClaims } from '../analysis/claim-data';
import { checkClaims } from '../analysis/claims';
import { packRuleFacts } from '../analysis/rule-facts';
import { checkRules } from '../analysis/rules';
import type { RegionPack } from '../domain/region-pack';
import { CLAIM_VERDICT_WORDS, RULE_RESULT_WORDS } from '../domain/wording';
import { parseDistance } from '../features/coverage/parse-distance';
import { type CsvCell, csvText, writeCsv } from '../io/csv';
import { openPack } from './open-pack';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

export interface AuditFlags {
  readonly pack?: string;
  readonly distance?: string;
  readonly out?: string;
}

const DEFAULT_PACK = 'yuncheng';
const MOST_METRES = 1_000_000;

/** A table for CSV and the same records for JSON. */
interface AuditList {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
  readonly records: readonly unknown[];
}

function claimList(pack: RegionPack, distanceMetres: number | null): AuditList {
  const settings = { distanceMetres, beltWidths: new Map<string, number>() };
  const areas = claimAreas(pack, settings);
  const checks = checkClaims({ data: prepareClaims(pack), areas, settings });
  return {
    heading: [
      'id',
      'subject',
      'stated',
      'unit',
      'computed',
      'least',
      'most',
      'verdict',
      'reason',
      'printed',
      'chapter',
    ],
    rows: checks.map(({ claim, computed, range, verdict, reason }) => [
      claim.id,
      claim.subject,
      claim.value,
      claim.unit,
      computed,
      range?.[0] ?? null,
      range?.[1] ?? null,
      CLAIM_VERDICT_WORDS[verdict],
      reason,
      claim.printed,
      claim.chapter,
    ]),
    records: checks,
  };
}

function ruleList(pack: RegionPack): AuditList {
  const findings = checkRules(pack.rules, packRuleFacts(pack));
  return {
    heading: [
      'id',
      'name',
      'result',
      'met',
      'broken',
      'missing',
      'text',
      'printed',
      'document',
      'chapter',
    ],
    rows: findings.map(({ rule, result, counts, text }) => [
      rule.id,
      rule.name,
      RULE_RESULT_WORDS[result],
      counts.met,
      counts.broken,
      counts['missing-data'],
      text,
      rule.printed,
      rule.documentTitle,
      rule.chapter,
    ]),
    records: findings,
  };
}

function outOf({ out }: AuditFlags): string | null {
  if (out === undefined || ['.csv', '.json'].includes(extname(out).toLowerCase()))
    return out ?? null;
  throw new UsageError('--out：扩展名应为 .csv 或 .json。');
}

/** Opens the pack, lists its problems, writes what `list` makes of it. */
async function audit(
  flags: AuditFlags,
  terminal: Terminal,
  list: (pack: RegionPack) => AuditList,
): Promise<ExitCode> {
  const out = outOf(flags);
  const name = (flags.pack ?? DEFAULT_PACK).replace(/^pack:/, '');
  const outcome = await openPack(name);
  sayProblems(terminal, outcome.ok ? outcome.notes : outcome.problems);
  if (!outcome.ok) return DATA_PROBLEM;
  const { heading, rows, records } = list(outcome.value);
  if (out === null) await terminal.out(csvText([heading, ...rows]));
  else if (extname(out).toLowerCase() === '.csv')
    await writeFile(out, writeCsv([heading, ...rows]));
  else await writeFile(out, `${JSON.stringify(records, null, 1)}\n`);
  return DONE;
}

/** Exit 0 whatever the verdicts are: a claim that differs is a finding, not a failure. Throws UsageError. */
export async function claimsCommand(flags: AuditFlags, terminal: Terminal): Promise<ExitCode> {
  let metres: number | null = null;
  if (flags.distance !== undefined) {
    const distance = parseDistance(flags.distance, MOST_METRES);
    if (!distance.ok) throw new UsageError(`--distance：${distance.problem}。`);
    metres = distance.metres;
  }
  return audit(flags, terminal, (pack) => claimList(pack, metres));
}

/** Exit 0 whatever the findings are. Throws UsageError. */
export async function rulesCommand(flags: AuditFlags, terminal: Terminal): Promise<ExitCode> {
  return audit(flags, terminal, ruleList);
}
