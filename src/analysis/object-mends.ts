// 如何改: what would make a broken rule hold, or what is missing to judge it, in one Chinese sentence with the figures.
import { amountText } from '../domain/field-text';
import { MU_SQUARE_METRES } from '../domain/field-units';
import { type PlanObject, listValue } from '../domain/plan-object';
import type { FieldSpec } from '../domain/plan-object-field';
import { PLAN_OBJECT_FIELDS } from '../domain/plan-object-fields.table';
import type { Rule, RuleCheck } from '../domain/rule';
import { UNIT_SPACE } from '../domain/units';
import { numberText } from './number-text';
import type { ObjectFacts } from './object-facts';
import type { Protection } from './object-overlaps';
import { PROTECTION_FACTS, PUBLIC_SERVICES } from './object-rule-facts';
import type { RuleRow } from './rule-facts';

const PROTECTION_WORDS: Readonly<Record<Protection, string>> = {
  redline: '生态红线',
  'basic-farmland': '永久基本农田',
  'protected-core': '自然保护区核心保护区',
  'water-source': '饮用水水源一级保护区',
};

const PROTECTION_OF_FACT: ReadonlyMap<string, Protection> = new Map(
  (Object.keys(PROTECTION_FACTS) as readonly Protection[]).map((each) => [
    PROTECTION_FACTS[each],
    each,
  ]),
);

/** The typed field that a fact of another name comes from. */
const FIELD_OF_FACT: Readonly<Record<string, string>> = {
  hasPublicServices: 'services',
  hasEmploymentStation: 'services',
  hasWelfareJobStation: 'services',
  hasInfrastructure: 'infrastructure',
  growsApple: 'crops',
  growsTreesOrFish: 'crops',
  raisesAnimals: 'crops',
  kind: 'projectKind',
};

const TERRAIN_FACTS: ReadonlySet<string> = new Set([
  'elevationLeastMetres',
  'elevationMostMetres',
  'steepestSlopeDegrees',
]);

/** Which choices of the list a flag asks for. */
const ASKED: Readonly<Record<string, readonly string[] | null>> = {
  hasPublicServices: PUBLIC_SERVICES,
  hasEmploymentStation: ['employment-station'],
  hasWelfareJobStation: ['welfare-job-station'],
  hasInfrastructure: null,
};

function fieldOf(object: PlanObject, factName: string): FieldSpec | null {
  const id = FIELD_OF_FACT[factName] ?? factName;
  return PLAN_OBJECT_FIELDS[object.kind].find((spec) => spec.id === id) ?? null;
}

function areaWords(squareMetres: number): string {
  const mu = squareMetres / MU_SQUARE_METRES;
  return mu < 0.1
    ? `${numberText(squareMetres, 0)}${UNIT_SPACE}平方米`
    : `${numberText(mu)}${UNIT_SPACE}亩`;
}

function numberOf(row: RuleRow, name: string): number | null {
  const value = row.facts[name]?.value;
  return typeof value === 'number' ? value : null;
}

type Limit = Extract<RuleCheck, { readonly kind: 'limit' }>;

/** Two typed fields, one per the other: how far either must go. */
function quotientMend(object: PlanObject, row: RuleRow, check: Limit): string | null {
  const { field, per } = check.quantity;
  const [over, under] = [fieldOf(object, field), per === null ? null : fieldOf(object, per)];
  const [value, divisor] = [numberOf(row, field), per === null ? null : numberOf(row, per)];
  if (over === null || under === null || value === null || divisor === null) return null;
  if (check.op !== '<=' || check.limit <= 0) return null;
  const most = amountText(Math.floor(check.limit * divisor * 100) / 100, over.unit, 6);
  const least = amountText(Math.ceil(value / check.limit), under.unit, 0);
  return `把${over.label}减到 ${most}以内；如果${under.label}填少了，应为 ${least}以上。`;
}

function overlapMend(protection: Protection, facts: ObjectFacts | null): string {
  const own = (facts?.overlaps ?? []).filter((overlap) => overlap.protection === protection);
  const sum = own.reduce((total, { squareMetres }) => total + (squareMetres ?? 0), 0);
  const names = own.map(({ name }) => name).join('、');
  return `缩小或移开范围，让出与${names}重叠的 ${areaWords(sum)}${PROTECTION_WORDS[protection]}。`;
}

function terrainMend({ quantity: { field }, limit }: Limit): string {
  if (field === 'steepestSlopeDegrees') {
    return `把 ${limit} 度以上的部分退出范围，安排退耕还林；如果不是耕地，改正地类。`;
  }
  const side = field === 'elevationLeastMetres' ? '以下' : '以上';
  return `把海拔 ${limit} 米${side}的部分移出范围，或在那里改种别的作物。`;
}

function limitMend(
  object: PlanObject,
  row: RuleRow,
  check: Limit,
  facts: ObjectFacts | null,
): string {
  const { field } = check.quantity;
  const protection = PROTECTION_OF_FACT.get(field);
  if (protection !== undefined) return overlapMend(protection, facts);
  if (TERRAIN_FACTS.has(field)) return terrainMend(check);
  const label = fieldOf(object, field)?.label ?? field;
  return quotientMend(object, row, check) ?? `改${label}，使之符合限值。`;
}

function flagMend(object: PlanObject, field: string): string {
  const spec = fieldOf(object, field);
  const asked = ASKED[field] ?? null;
  const held = spec === null ? null : listValue(object, spec.id);
  if (spec === null || held === null) return '补上所要求的内容。';
  const lacking = spec.choices.filter(
    ({ id }) => !held.includes(id) && (asked === null || asked.includes(id)),
  );
  return `在“${spec.label}”里补上${lacking.map(({ label }) => label).join('、')}。`;
}

/** How a broken rule can be made to hold. */
export function brokenMend(
  object: PlanObject,
  row: RuleRow,
  { check }: Rule,
  facts: ObjectFacts | null,
): string {
  if (check.kind === 'limit') return limitMend(object, row, check, facts);
  if (check.kind === 'flag') return flagMend(object, check.field);
  const label = fieldOf(object, check.field)?.label ?? check.field;
  return `从“${label}”里去掉列入搬迁规划的村，或改为改造已有工程。`;
}

/** What is missing: facts that the rule names and the row lacks, each as what the user can do about it. */
export function missingMend(
  object: PlanObject,
  row: RuleRow,
  { check, when, needs }: Rule,
  facts: ObjectFacts | null,
): string {
  const names = [
    ...when.map(({ field }) => field),
    ...(check.kind === 'limit'
      ? [check.quantity.field, ...(check.quantity.per === null ? [] : [check.quantity.per])]
      : [check.field]),
  ];
  const steps = names
    .filter((name) => row.facts[name] === undefined)
    .map((name) => {
      const protection = PROTECTION_OF_FACT.get(name);
      if (protection !== undefined) return protectionStep(object, protection, facts);
      if (TERRAIN_FACTS.has(name)) {
        if (object.geometry === null) return '画出范围';
        if (facts?.terrain === 'later') return '稍候，正在取高程';
        return facts?.terrain === null ? '导入高程数据' : '导入能盖住整个范围的高程数据';
      }
      const spec = fieldOf(object, name);
      return spec === null ? null : `填写“${spec.label}”`;
    });
  const known = [...new Set(steps.filter((step) => step !== null))];
  return known.length > 0 ? `${known.join('；')}。` : `需要${needs.join('、')}。`;
}

/** A point or line has no surface to compare; if it lies in a protected area that is said at once. */
function protectionStep(
  object: PlanObject,
  protection: Protection,
  facts: ObjectFacts | null,
): string {
  if (facts === null || object.geometry === null) return '画出范围';
  const met = facts.overlaps.filter((overlap) => overlap.protection === protection);
  if (met.length > 0) {
    return `标绘的点线已在${met.map(({ name }) => name).join('、')}内，画出范围再核对`;
  }
  const { type } = object.geometry;
  const isSurface = type === 'Polygon' || type === 'MultiPolygon';
  return isSurface ? `导入${PROTECTION_WORDS[protection]}范围` : '把点线改画成范围';
}
