// How a checked rule is written, on screen and in files alike.
import type { RuleFinding } from '../analysis/rules';
import type { Rule, RuleResult } from '../domain/rule';
import { RULE_COMPARISON_WORDS, RULE_RESULT_WORDS } from '../domain/wording';
import { formatInteger } from '../ui/format';

export const RULE_RESULTS: readonly RuleResult[] = [
  'broken',
  'met',
  'missing-data',
  'not-applicable',
];

const NUMBER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** 限值: “不超过 25 平方米”; for lists and yes/no what is forbidden or asked. */
export function limitText({ check }: Rule): string {
  if (check.kind === 'limit') {
    return `${RULE_COMPARISON_WORDS[check.op]} ${NUMBER.format(check.limit)} ${check.unit}`;
  }
  if (check.kind === 'flag') return check.expected ? '应当做到' : '不得出现';
  return check.conflict === 'all' ? '不得全部在名单内' : '不得有在名单内的';
}

/** 现值: least and greatest of the judged cases in the rule's unit; empty where nothing was measured. */
export function valueText({ rule, cases }: RuleFinding): string {
  const values = cases.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0 || rule.check.kind !== 'limit') return '';
  const [least, most] = [Math.min(...values), Math.max(...values)].map((v) => NUMBER.format(v));
  const span = least === most ? least : `${least}–${most}`;
  return `${span} ${rule.check.unit}`;
}

/** “不符合 13 / 26”; the word alone where nothing was judged. */
export function resultText({ result, counts }: RuleFinding): string {
  const word = RULE_RESULT_WORDS[result];
  const judged = counts.met + counts.broken;
  if (result !== 'broken' && result !== 'met') return word;
  return `${word} ${formatInteger(counts[result])} / ${formatInteger(judged)}`;
}

export function resultCounts(
  findings: readonly RuleFinding[],
): Readonly<Record<RuleResult, number>> {
  const counts = { met: 0, broken: 0, 'missing-data': 0, 'not-applicable': 0 };
  for (const { result } of findings) counts[result]++;
  return counts;
}
