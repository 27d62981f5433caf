// 规划对象的核对: every rule of the pack that speaks of the object, run by the one rules engine on the object's own row, and
// three checks of the document's own sums that no rule is needed for (capacity, a village assigned twice, another county).
// An own check has no printed sentence; where a chapter lies behind it, it is named.
import type { LookUp } from '../domain/pack-index';
import type { Village } from '../domain/village';
import type { PlanObject } from '../domain/plan-object';
import { numberValue } from '../domain/plan-object';
import type { Rule, RuleResult } from '../domain/rule';
import { UNIT_SPACE } from '../domain/units';
import type { VillageFlow } from './assign-villages';
import { numberText } from './number-text';
import type { ObjectFacts } from './object-facts';
import { brokenMend, missingMend } from './object-mends';
import { objectRuleRow } from './object-rule-facts';
import { checkRules } from './rules';

export interface ObjectCheck {
  /** The rule's id, or own:capacity, own:assigned-twice, own:other-county. */
  readonly ruleId: string;
  readonly name: string;
  readonly result: Exclude<RuleResult, 'not-applicable'>;
  /** In `unit`; null for yes/no and where it is not known. */
  readonly value: number | null;
  readonly limit: number | null;
  readonly unit: string;
  /** Empty for own checks without a document. */
  readonly documentTitle: string;
  readonly chapter: string;
  /** Word for word; empty for own checks. */
  readonly printed: string;
  readonly binding: Rule['binding'] | 'own';
  /** What was found, one Chinese sentence. */
  readonly text: string;
  /** 如何改, or what to supply; empty when the check is met. */
  readonly mend: string;
  /** The rule's note on how the sentence is read. */
  readonly note: string;
}

/** Who moves where, as far as a check needs to know. */
export interface AssignedFlows {
  readonly flows: readonly Pick<VillageFlow, 'villageCode' | 'siteId' | 'persons'>[];
}

export interface CheckSurroundings {
  readonly rules: readonly Rule[];
  /** The whole document's objects. */
  readonly objects: readonly PlanObject[];
  /** Named lists of codes, e.g. relocationVillages. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** null before anything is assigned. */
  readonly assignment: AssignedFlows | null;
  readonly villageByCode: LookUp<Pick<Village, 'name' | 'countyCode'>>;
}

function ruleChecks(
  object: PlanObject,
  facts: ObjectFacts | null,
  { rules, objects, lists }: CheckSurroundings,
): ObjectCheck[] {
  const row = objectRuleRow(object, facts, objects);
  if (row === null) return [];
  const own = rules.filter(({ subject }) => subject === row.subject);
  return checkRules(own, { rows: [row], lists }).flatMap((finding): ObjectCheck[] => {
    const { rule, result, cases, text } = finding;
    if (result === 'not-applicable') return [];
    const [found] = cases;
    const mend =
      result === 'broken'
        ? brokenMend(object, row, rule, facts)
        : result === 'missing-data'
          ? missingMend(object, row, rule, facts)
          : '';
    return [
      {
        ruleId: rule.id,
        name: rule.name,
        result,
        value: found?.value ?? null,
        limit: rule.check.kind === 'limit' ? rule.check.limit : null,
        unit: rule.check.kind === 'limit' ? rule.check.unit : '',
        documentTitle: rule.documentTitle,
        chapter: rule.chapter,
        printed: rule.printed,
        binding: rule.binding,
        text: found === undefined ? text : `${found.text}。`,
        mend,
        note: rule.note,
      },
    ];
  });
}

const OWN = {
  documentTitle: '',
  chapter: '',
  printed: '',
  binding: 'own',
  note: '',
} as const;

function names(codes: readonly string[], { villageByCode }: CheckSurroundings): string {
  return codes.map((code) => villageByCode.get(code)?.name ?? code).join('、');
}

function capacityCheck(object: PlanObject, assigned: number): ObjectCheck {
  const capacity = numberValue(object, 'persons');
  const base = { ...OWN, ruleId: 'own:capacity', name: '安置人数装得下分来的人', unit: '人' };
  const value = { value: assigned, limit: capacity };
  const shown = `${numberText(assigned)}${UNIT_SPACE}人`;
  if (capacity === null) {
    const text = `已分来 ${shown}，没有填写安置人数。`;
    return { ...base, ...value, result: 'missing-data', text, mend: '填写“安置人数”。' };
  }
  const room = `${numberText(capacity)}${UNIT_SPACE}人`;
  const text = `已分来 ${shown}，安置人数 ${room}。`;
  if (assigned <= capacity) return { ...base, ...value, result: 'met', text, mend: '' };
  const over = `${numberText(assigned - capacity)}${UNIT_SPACE}人`;
  const mend = `把 ${over}改分到别的安置点，或把安置人数加到 ${shown}以上。`;
  return { ...base, ...value, result: 'broken', text, mend };
}

function twiceCheck(
  villageCodes: readonly string[],
  object: PlanObject,
  assignment: AssignedFlows,
  around: CheckSurroundings,
): ObjectCheck {
  const others = assignment.flows.filter(({ siteId }) => siteId !== object.id);
  const elsewhere = new Set(others.map(({ villageCode }) => villageCode));
  const twice = villageCodes.filter((code) => elsewhere.has(code));
  const base = {
    ...OWN,
    ruleId: 'own:assigned-twice',
    name: '一个村只分到一个安置点',
    chapter: '第五章 三',
    note: '规划要求“以自然村落为单元整体迁出”；一个行政村有几个自然村时，可以分到几处。',
    value: twice.length,
    limit: 0,
    unit: '个',
  };
  if (twice.length === 0) {
    return { ...base, result: 'met', text: '分来的村都没有再分到别处。', mend: '' };
  }
  const text = `${names(twice, around)}还分到了别的安置点。`;
  return {
    ...base,
    result: 'broken',
    text,
    mend: '在其中一处去掉这些村，或按自然村分开写明人数。',
  };
}

function countyCheck(
  villageCodes: readonly string[],
  facts: ObjectFacts | null,
  around: CheckSurroundings,
): ObjectCheck {
  const base = {
    ...OWN,
    ruleId: 'own:other-county',
    name: '分来的村和安置点在同一个县',
    chapter: '第五章 五',
    note: '规划以县（市、区）人民政府为搬迁的工作主体，没有禁止跨县集中安置；跨县要两县商定。',
    limit: 0,
    unit: '个',
  };
  const [county] = facts?.counties ?? [];
  if (county === undefined) {
    const text = '不知道安置点在哪个县。';
    return { ...base, value: null, result: 'missing-data', text, mend: '画出安置点的位置。' };
  }
  const outside = villageCodes.filter((code) => {
    const village = around.villageByCode.get(code);
    return village !== undefined && village.countyCode !== county.code;
  });
  if (outside.length === 0) {
    const text = `分来的村都在${county.name}。`;
    return { ...base, value: 0, result: 'met', text, mend: '' };
  }
  const text = `安置点在${county.name}，${names(outside, around)}不在。`;
  const mend = `把这些村改分到本县的安置点。`;
  return { ...base, value: outside.length, result: 'broken', text, mend };
}

function assignmentChecks(
  object: PlanObject,
  facts: ObjectFacts | null,
  around: CheckSurroundings,
): ObjectCheck[] {
  const { assignment } = around;
  if (object.kind !== 'site' || assignment === null) return [];
  const flows = assignment.flows.filter(({ siteId }) => siteId === object.id);
  if (flows.length === 0) return [];
  const codes = [...new Set(flows.map(({ villageCode }) => villageCode))];
  return [
    capacityCheck(
      object,
      flows.reduce((sum, { persons }) => sum + persons, 0),
    ),
    twiceCheck(codes, object, assignment, around),
    countyCheck(codes, facts, around),
  ];
}

const ORDER: readonly RuleResult[] = ['broken', 'missing-data', 'met'];

/**
 * Every check of one object: broken first, then missing data, then met, each part in rule order. `facts`: of objectFacts,
 * null for an object that is not drawn. Quick: no geometry is computed here.
 */
export function checkObject(
  object: PlanObject,
  facts: ObjectFacts | null,
  around: CheckSurroundings,
): readonly ObjectCheck[] {
  const checks = [...ruleChecks(object, facts, around), ...assignmentChecks(object, facts, around)];
  return ORDER.flatMap((result) => checks.filter((check) => check.result === result));
}
