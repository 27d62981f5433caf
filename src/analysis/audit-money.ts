// Money per head: relocation programmes against limits per head of the rules, the rule's own quantity or one that comes near;
// and sums, persons and a sum per head that one passage gives for the same thing.
import type { AuditFinding } from '../domain/audit-finding';
import type { RelocationProgramme } from '../domain/relocation';
import type { Rule, RuleQuantity } from '../domain/rule';
import type { Statement } from '../domain/statement';
import { MEND_TEXT, finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import {
  cutOrRounded,
  figureText,
  isAbove,
  meets,
  quotientOf,
  rounded,
  statedFigure,
} from './audit-number';

type Facts = Readonly<Record<string, number | null>>;

function factsOf({ persons, registeredPoorPersons, investmentYuan }: RelocationProgramme): Facts {
  return { persons, registeredPoorPersons, investmentYuan };
}

function perHead(
  facts: Facts,
  { field, per }: RuleQuantity,
): { sum: number; heads: number; each: number } | null {
  const [sum, heads] = [facts[field], per === null ? undefined : facts[per]];
  if (!sum || !heads) return null;
  return { sum, heads, each: sum / heads };
}

function exceeds(each: number, op: string, limit: number): boolean {
  return op.startsWith('<') ? each > limit : each < limit;
}

function ruleFindings(programme: RelocationProgramme, rule: Rule): AuditFinding[] {
  const { check } = rule;
  if (
    check.kind !== 'limit' ||
    rule.subject !== 'relocation-programme' ||
    !check.unit.startsWith('元')
  )
    return [];
  const quantities = [{ ...check.quantity, note: null }, ...check.references];
  return quantities.flatMap(({ note, ...quantity }) => {
    const money = perHead(factsOf(programme), quantity);
    if (money === null || !exceeds(money.each, check.op, check.limit)) return [];
    const [each, limit] = [rounded(money.each, 0), check.limit].map(figureText);
    return finding({
      kind: 'money-per-head',
      severity: note === null ? 'error' : 'note',
      where: { layer: 'relocations', code: programme.id, chapter: programme.chapter },
      against: [],
      stated: rounded(money.each, 0),
      computed: check.limit,
      unit: check.unit,
      arithmetic: `${figureText(money.sum)}元÷${figureText(money.heads)}人＝${each}元；标准${limit}${check.unit}`,
      cause: note ?? '投资、人数或补助标准之一有误，或含有其他资金。',
      text: `${programme.name}按投资和人数计算，人均${each}元，${money.each > check.limit ? '高于' : '低于'}《${rule.documentTitle}》的${limit}${check.unit}（“${rule.printed}”）。`,
      mend: note === null ? MEND_TEXT : '请写明各项资金的来源和补助标准，以便核对。',
      canUseComputed: false,
      mark: rule.id,
    });
  });
}

const SUM = /Yuan$/;
const PER_HEAD = /Yuan(Per|Each)(Person|Household)/;

/** Statements that speak of one thing: chapter, units, scope and year alike. */
function sameThing(a: Statement, b: Statement): boolean {
  return (
    a.chapter === b.chapter &&
    a.scope === b.scope &&
    a.scope !== '' &&
    a.year === b.year &&
    (a.areaCodes ?? []).join() === (b.areaCodes ?? []).join()
  );
}

function textFindings(statements: readonly Statement[]): AuditFinding[] {
  const valued = statements.flatMap((each) =>
    each.value === null ? [] : [{ ...each, value: each.value }],
  );
  const standards = valued.filter(({ measure }) => PER_HEAD.test(measure));
  return standards.flatMap((standard) => {
    const heads = /Household/.test(standard.measure) ? '户' : '人';
    const sums = valued.filter((each) => SUM.test(each.measure) && sameThing(each, standard));
    const counts = valued.filter((each) => each.unit === heads && sameThing(each, standard));
    const [sum, count] = [sums[0], counts[0]];
    if (sum === undefined || count === undefined || sums.length > 1 || counts.length > 1) return [];
    const [stated, money, people] = [standard, sum, count].map(statedFigure);
    if (!stated || !money || !people) return [];
    const each = quotientOf(money, people, 1);
    if (each === null || meets(cutOrRounded(stated), each)) return [];
    const value = figureText(rounded(each.value, 2));
    return finding({
      kind: 'money-per-head',
      severity: 'warning',
      where: { text: standard.id, chapter: standard.chapter },
      against: [sum, count].map(({ id, chapter }) => ({ text: id, chapter })),
      stated: standard.value,
      computed: rounded(each.value, 2),
      unit: standard.unit,
      arithmetic: `${figureText(sum.value)}元÷${figureText(count.value)}${heads}＝${value}元`,
      cause: '资金、人数或标准之一有误，或资金另有用途。',
      text: `${standard.chapter}“${standard.subject}”为${figureText(standard.value)}${standard.unit}，按同处的${figureText(sum.value)}元和${figureText(count.value)}${heads}计算为${value}元，${isAbove(each, stated) ? '高于' : '低于'}所写标准。`,
      mend: MEND_TEXT,
      canUseComputed: false,
    });
  });
}

export function moneyFindings({
  relocations,
  rules,
  statements,
}: AuditInput): readonly AuditFinding[] {
  return [
    ...relocations.flatMap((programme) => rules.flatMap((rule) => ruleFindings(programme, rule))),
    ...textFindings(statements),
  ];
}
