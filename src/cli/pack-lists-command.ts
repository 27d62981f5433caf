// cuntu claims and cuntu rules: the plan's own figures recomputed, and the documents' rules checked, over one pack.
// Analysis decides (analysis/claims.ts, analysis/rules.ts); this only lists, in pack order.
import { claimAreas, prepareClaims } from '../analysis/claim-data';
import { checkClaims } from '../analysis/claims';
import { packRuleFacts } from '../analysis/rule-facts';
import { checkRules } from '../analysis/rules';
import type { RegionPack } from '../domain/region-pack';
import { CLAIM_VERDICT_WORDS, RULE_RESULT_WORDS } from '../domain/wording';
import { metresOf } from './flag-values';
import { DEFAULT_PACK, openPack } from './open-pack';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal } from './terminal';
import { type CommandList, listPath, writeList } from './write-list';

export interface PackListFlags {
  readonly pack?: string;
  readonly distance?: string;
  readonly out?: string;
}

function claimList(pack: RegionPack, distanceMetres: number | null): CommandList {
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

function ruleList(pack: RegionPack): CommandList {
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

/** Opens the pack, lists its problems, writes what `list` makes of it. */
async function packList(
  flags: PackListFlags,
  terminal: Terminal,
  list: (pack: RegionPack) => CommandList,
): Promise<ExitCode> {
  const path = listPath(flags.out);
  const name = (flags.pack ?? DEFAULT_PACK).replace(/^pack:/, '');
  const outcome = await openPack(name);
  sayProblems(terminal, outcome.ok ? outcome.notes : outcome.problems);
  if (!outcome.ok) return DATA_PROBLEM;
  await writeList(terminal, list(outcome.value), path);
  return DONE;
}

/** Exit 0 whatever the verdicts are: a claim that differs is a finding, not a failure. Throws UsageError. */
export async function claimsCommand(flags: PackListFlags, terminal: Terminal): Promise<ExitCode> {
  const { distance } = flags;
  const metres = distance === undefined ? null : metresOf('--distance', distance);
  return packList(flags, terminal, (pack) => claimList(pack, metres));
}

/** Exit 0 whatever the findings are. Throws UsageError. */
export async function rulesCommand(flags: PackListFlags, terminal: Terminal): Promise<ExitCode> {
  return packList(flags, terminal, ruleList);
}
