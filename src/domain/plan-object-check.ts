// Are an object's values what its fields ask for? Missing required fields are 待补, never an error; a value of the wrong
// type or out of range is a Problem that names object, field and mend. Sums that must agree are looked at too.
import { amountText } from './field-text';
import type { FieldId, FieldValue, PlanObject } from './plan-object';
import { numberValue } from './plan-object';
import type { FieldSpec } from './plan-object-field';
import { PLAN_OBJECT_FIELDS } from './plan-object-fields.table';
import type { Problem, ProblemSeverity } from './problem';

export interface PlanObjectCheck {
  readonly problems: readonly Problem[];
  /** 待补: required fields without a value, in form order. */
  readonly missing: readonly FieldSpec[];
  /** 待补 too: nothing is drawn. */
  readonly isWithoutGeometry: boolean;
}

/** Is the field asked for, given the other values? */
export function isFieldShown({ when }: FieldSpec, values: PlanObject['values']): boolean {
  if (when === null) return true;
  const held = values.get(when.field);
  return typeof held === 'string' && when.values.includes(held);
}

/** The fields that this object's form shows, in form order. */
export function shownFields(object: PlanObject): readonly FieldSpec[] {
  return PLAN_OBJECT_FIELDS[object.kind].filter((spec) => isFieldShown(spec, object.values));
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

function numberFault(spec: FieldSpec, value: FieldValue): readonly [string, string] | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return ['不是数字', '写一个数字。'];
  const isWhole = spec.type === 'number' || Number.isInteger(value);
  const shown = spec.type === 'year' ? String(value) : amountText(value, spec.unit);
  if (!isWhole) return [`是 ${shown}，不是整数`, '写整数。'];
  const edge = (limit: number): string =>
    spec.type === 'year' ? String(limit) : amountText(limit, spec.unit);
  if (spec.least !== null && value < spec.least) {
    return [`是 ${shown}，小于 ${edge(spec.least)}`, `不得小于 ${edge(spec.least)}。`];
  }
  if (spec.most !== null && value > spec.most) {
    return [`是 ${shown}，大于 ${edge(spec.most)}`, `不得大于 ${edge(spec.most)}。`];
  }
  return null;
}

function listFault(spec: FieldSpec, value: FieldValue): readonly [string, string] | null {
  if (typeof value !== 'object') return ['不是名单', '重新填写这一项。'];
  if (new Set(value).size < value.length) return ['有重复的项', '删去重复的项。'];
  const digits = spec.type === 'counties' ? 6 : spec.type === 'villages' ? 12 : null;
  const isWrong = (item: string): boolean => {
    if (spec.type === 'choices') return !spec.choices.some(({ id }) => id === item);
    return digits === null ? item.trim() === '' : !new RegExp(`^\\d{${digits}}$`).test(item);
  };
  const wrong = value.filter(isWrong);
  if (wrong.length === 0) return null;
  const mend = digits === null ? '从选项中选。' : `应为 ${digits} 位区划代码。`;
  return [`含有不认识的“${wrong.slice(0, 3).join('”“')}”`, mend];
}

function fault(spec: FieldSpec, value: FieldValue): readonly [string, string] | null {
  switch (spec.type) {
    case 'number':
    case 'integer':
    case 'year':
      return numberFault(spec, value);
    case 'text':
      return typeof value === 'string' ? null : ['不是文字', '重新填写这一项。'];
    case 'choice':
      if (spec.choices.some(({ id }) => id === value)) return null;
      return [`没有“${String(value)}”这一项`, '从选项中选一项。'];
    case 'choices':
    case 'counties':
    case 'villages':
    case 'claims':
      return listFault(spec, value);
  }
}

function problem(
  object: PlanObject,
  column: string,
  text: string,
  mend: string,
  severity: ProblemSeverity = 'error',
): Problem {
  const name = object.name === '' ? '未命名对象' : object.name;
  return {
    code: 'plan-object-field',
    severity,
    where: { column },
    text: `${name}：“${column}”${text}。`,
    mend,
  };
}

/** Parts that can not be more than their whole, and funds that must add up to the investment. */
function sumProblems(object: PlanObject): Problem[] {
  const problems: Problem[] = [];
  const [poor, persons] = [
    numberValue(object, 'registeredPoorPersons'),
    numberValue(object, 'persons'),
  ];
  if (poor !== null && persons !== null && poor > persons) {
    const text = `是 ${poor} 人，比安置的 ${persons} 人还多`;
    problems.push(problem(object, '其中建档立卡人数', text, '核对两个数字。'));
  }
  const [start, end] = [numberValue(object, 'startYear'), numberValue(object, 'year')];
  if (start !== null && end !== null && start > end) {
    const text = `是 ${start} 年，晚于完成的 ${end} 年`;
    problems.push(problem(object, '开工年份', text, '核对两个年份。'));
  }
  const funds = FUND_FIELDS.map((id) => numberValue(object, id));
  const investment = numberValue(object, 'investmentYuan');
  if (object.kind !== 'site' || investment === null) return problems;
  const sum = funds.reduce<number>((total, each) => total + (each ?? 0), 0);
  const isWhole = funds.every((each) => each !== null);
  if (sum - investment > 0.5 || (isWhole && investment - sum > 0.5)) {
    const shown = (yuan: number): string => amountText(yuan, 'ten-thousand-yuan', 4);
    const text = `是 ${shown(investment)}，各来源合计 ${shown(sum)}`;
    problems.push(problem(object, '投资', text, '改投资或各项资金，使两者相等。', 'warning'));
  }
  return problems;
}

const FUND_FIELDS: readonly FieldId[] = [
  'nationalSubsidyYuan',
  'localFundsYuan',
  'householdFundsYuan',
  'enterpriseFundsYuan',
];

function unknownProblems(object: PlanObject): Problem[] {
  const known = new Set(PLAN_OBJECT_FIELDS[object.kind].map(({ id }) => id));
  const unknown = [...object.values.keys()].filter((id) => !known.has(id));
  return unknown.map((id) =>
    problem(
      object,
      id,
      '是本版本不认识的字段，已原样保留',
      '用制作它的版本打开可以看到。',
      'warning',
    ),
  );
}

/** Checks every value of the fields that show; values of fields that do not show are kept and not looked at. */
export function checkPlanObject(object: PlanObject): PlanObjectCheck {
  const shown = shownFields(object);
  const filled = shown.flatMap((spec) => {
    const value = object.values.get(spec.id);
    return value === undefined || isEmpty(value) ? [] : [{ spec, value }];
  });
  const problems = filled.flatMap(({ spec, value }) => {
    const found = fault(spec, value);
    return found === null ? [] : [problem(object, spec.label, found[0], found[1])];
  });
  if (!(object.accuracyMetres >= 0) || !Number.isFinite(object.accuracyMetres)) {
    const text = `是 ${object.accuracyMetres}`;
    problems.push(problem(object, '位置精度', text, '写 0 或更大的米数。'));
  }
  if (object.name.trim() === '') problems.push(problem(object, '名称', '没有填写', '写一个名称。'));
  return {
    problems: [...problems, ...sumProblems(object), ...unknownProblems(object)],
    missing: shown.filter(({ id, required }) => required && isEmpty(object.values.get(id))),
    isWithoutGeometry: object.geometry === null,
  };
}
