// 规则: checks that documents state, run over facts. Three kinds of check (limit, flag, membership), rules are data.
//
// A row is judged only where every condition holds. Anything unknown — a condition, a quantity, a list, or that there are
// no rows at all — is 缺数据 and never a pass: a rule is met only when every row that it may speak of was checked.
import type { Rule, RuleCondition, RuleQuantity, RuleResult } from '../domain/rule';
import { UNIT_SPACE } from '../domain/units';
import { RULE_COMPARISON_WORDS, RULE_SUBJECT_WORDS } from '../domain/wording';
import { numberText } from './number-text';
import type { RuleFact, RuleFacts, RuleRow } from './rule-facts';

export interface RuleCase {
  readonly id: string;
  readonly name: string;
  readonly result: 'met' | 'broken';
  /** The compared quantity in the rule's unit; null for flags and lists. */
  readonly value: number | null;
  readonly year: number | null;
  readonly text: string;
}

/** A quantity that comes near the limited one; shown, never decides. In the rule's unit. */
export interface RuleReference {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly note: string;
}

export interface RuleFinding {
  readonly rule: Rule;
  readonly result: RuleResult;
  readonly counts: Readonly<Record<RuleResult, number>>;
  /** Judged rows: broken first, each part in fact order. */
  readonly cases: readonly RuleCase[];
  readonly references: readonly RuleReference[];
  /** One Chinese sentence, or a few. */
  readonly text: string;
}

type Judged = RuleCase | 'missing-data' | 'not-applicable';
type Holds = boolean | null;

function compare(value: number, op: string, limit: number): boolean {
  // Shares become percentages by multiplication: 0.07 × 100 must not be above 7.
  const gap = Math.round((value - limit) * 1e9);
  if (op === '<') return gap < 0;
  if (op === '<=') return gap <= 0;
  if (op === '>') return gap > 0;
  return gap >= 0;
}

function holds(row: RuleRow, { field, op, value }: RuleCondition): Holds {
  const known = row.facts[field]?.value;
  if (known === undefined) return null;
  if (op === '=') return known === value;
  if (typeof known !== 'number' || typeof value !== 'number') return null;
  return compare(known, op, value);
}

/** False if any condition fails, unknown if any other is unknown. */
function applies(row: RuleRow, conditions: readonly RuleCondition[]): Holds {
  const all = conditions.map((condition) => holds(row, condition));
  if (all.includes(false)) return false;
  return all.includes(null) ? null : true;
}

interface Measured {
  readonly value: number;
  readonly year: number | null;
  readonly note: string;
}

function numberFact(row: RuleRow, field: string): (RuleFact & { readonly value: number }) | null {
  const fact = row.facts[field];
  return fact !== undefined && typeof fact.value === 'number'
    ? { ...fact, value: fact.value }
    : null;
}

function measured(row: RuleRow, { field, per }: RuleQuantity, unit: string): Measured | null {
  const fact = numberFact(row, field);
  if (fact === null) return null;
  const scale = unit === '%' ? 100 : 1;
  if (per === null) return { value: fact.value * scale, year: fact.year, note: fact.note };
  const divisor = numberFact(row, per);
  if (divisor === null || divisor.value <= 0) return null;
  const note = [fact.note, divisor.note].filter((each) => each !== '').join('；');
  return { value: (fact.value * scale) / divisor.value, year: fact.year ?? divisor.year, note };
}

function judgeLimit(rule: Rule, row: RuleRow): Judged {
  if (rule.check.kind !== 'limit') return 'not-applicable';
  const { quantity, op, limit, unit } = rule.check;
  const found = measured(row, quantity, unit);
  if (found === null) return 'missing-data';
  const isMet = compare(found.value, op, limit);
  const year = found.year === null ? '' : `${found.year}年 `;
  const asked = `要求${RULE_COMPARISON_WORDS[op]} ${numberText(limit)}${UNIT_SPACE}${unit}`;
  const note = found.note === '' ? '' : `（${found.note}）`;
  return {
    id: row.id,
    name: row.name,
    result: isMet ? 'met' : 'broken',
    value: found.value,
    year: found.year,
    text: `${year}${numberText(found.value, 2)}${UNIT_SPACE}${unit}，${asked}${note}`,
  };
}

function judgeFlag(rule: Rule, row: RuleRow): Judged {
  if (rule.check.kind !== 'flag') return 'not-applicable';
  const fact = row.facts[rule.check.field];
  if (fact === undefined || typeof fact.value !== 'boolean') return 'missing-data';
  const isMet = fact.value === rule.check.expected;
  const { id, name } = row;
  const text = isMet ? '已做到' : '没有做到';
  return { id, name, result: isMet ? 'met' : 'broken', value: null, year: fact.year, text };
}

function judgeMembership(
  rule: Rule,
  row: RuleRow,
  lists: Readonly<Record<string, readonly string[]>>,
): Judged {
  if (rule.check.kind !== 'membership') return 'not-applicable';
  const items = row.facts[rule.check.field];
  const list = lists[rule.check.list];
  if (items === undefined || !Array.isArray(items.value) || list === undefined) {
    return 'missing-data';
  }
  const members = new Set(list);
  const codes: readonly string[] = items.value;
  const listed = codes.filter((code) => members.has(code));
  const isWhole = codes.length > 0 && listed.length === codes.length;
  const isBroken = rule.check.conflict === 'all' ? isWhole : listed.length > 0;
  const { id, name } = row;
  return {
    id,
    name,
    result: isBroken ? 'broken' : 'met',
    value: null,
    year: items.year,
    text: `${codes.length} 个中有 ${listed.length} 个在名单内`,
  };
}

function judge(rule: Rule, row: RuleRow, facts: RuleFacts): Judged {
  const applicable = applies(row, rule.when);
  if (applicable === false) return 'not-applicable';
  if (applicable === null) return 'missing-data';
  if (rule.check.kind === 'limit') return judgeLimit(rule, row);
  if (rule.check.kind === 'flag') return judgeFlag(rule, row);
  return judgeMembership(rule, row, facts.lists);
}

function referencesOf(rule: Rule, rows: readonly RuleRow[]): RuleReference[] {
  const { check } = rule;
  if (check.kind !== 'limit') return [];
  return check.references.flatMap((reference) =>
    rows.flatMap((row) => {
      const found = applies(row, rule.when) === true ? measured(row, reference, check.unit) : null;
      if (found === null) return [];
      return [{ id: row.id, name: row.name, value: found.value, note: reference.note }];
    }),
  );
}

function resultOf(counts: Readonly<Record<RuleResult, number>>, rowCount: number): RuleResult {
  if (counts.broken > 0) return 'broken';
  if (rowCount === 0 || counts['missing-data'] > 0) return 'missing-data';
  return counts.met > 0 ? 'met' : 'not-applicable';
}

function dueText(rule: Rule, cases: readonly RuleCase[]): string {
  const years = cases.flatMap(({ year }) => (year === null ? [] : [year]));
  const newest = Math.max(...years);
  if (rule.dueYear === null || years.length === 0 || newest >= rule.dueYear) return '';
  return `用的是${newest}年的数，期限是${rule.dueYear}年，只说明当时离要求多远`;
}

function findingText(
  rule: Rule,
  result: RuleResult,
  counts: Readonly<Record<RuleResult, number>>,
  cases: readonly RuleCase[],
  references: readonly RuleReference[],
): string {
  const word = RULE_SUBJECT_WORDS[rule.subject];
  const checked = counts.met + counts.broken;
  const needs = `缺数据：需要${rule.needs.join('、')}`;
  const parts: string[] = [];
  if (result === 'broken') parts.push(`已核对 ${checked} 个${word}，${counts.broken} 个不符合`);
  if (result === 'met') parts.push(`已核对 ${checked} 个${word}，全部符合`);
  if (result === 'not-applicable') parts.push(`没有适用的${word}`);
  if (result === 'missing-data') {
    parts.push(needs);
    if (checked > 0) parts.push(`已核对的 ${checked} 个${word}符合`);
  }
  if (result === 'broken' && counts['missing-data'] > 0) {
    parts.push(`另有 ${counts['missing-data']} 个${needs}`);
  }
  const due = dueText(rule, cases);
  if (due !== '') parts.push(due);
  const unit = rule.check.kind === 'limit' ? rule.check.unit : '';
  for (const { name, value, note } of references) {
    parts.push(`参考：${name} ${numberText(value, 0)}${UNIT_SPACE}${unit}，${note}`);
  }
  return `${parts.join('；')}。`;
}

function checkRule(rule: Rule, facts: RuleFacts): RuleFinding {
  const rows = facts.rows.filter(({ subject }) => subject === rule.subject);
  const counts = { met: 0, broken: 0, 'missing-data': 0, 'not-applicable': 0 };
  const judgedCases: RuleCase[] = [];
  for (const row of rows) {
    const judged = judge(rule, row, facts);
    if (typeof judged === 'string') counts[judged]++;
    else {
      counts[judged.result]++;
      judgedCases.push(judged);
    }
  }
  const cases = [
    ...judgedCases.filter(({ result }) => result === 'broken'),
    ...judgedCases.filter(({ result }) => result === 'met'),
  ];
  const result = resultOf(counts, rows.length);
  const references = referencesOf(rule, rows);
  const text = findingText(rule, result, counts, cases, references);
  return { rule, result, counts, cases, references, text };
}

/** One finding a rule, in rule order. Pure; O(rules × rows). */
export function checkRules(rules: readonly Rule[], facts: RuleFacts): readonly RuleFinding[] {
  return rules.map((rule) => checkRule(rule, facts));
}
