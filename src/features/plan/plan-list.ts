// The list of 规划对象 as the panel shows it: one row an object with what filters and badges need. Pure.
import { checkPlanObject } from '../../domain/plan-object-check';
import type { FieldSpec } from '../../domain/plan-object-field';
import { PLAN_OBJECT_FIELDS } from '../../domain/plan-object-fields.table';
import {
  type FieldValue,
  PLAN_OBJECT_KINDS,
  type PlanObject,
  type PlanObjectKind,
  numberValue,
  textValue,
} from '../../domain/plan-object';

/** broken: a rule or a field is not met. missing: something is 待补. whole: neither. */
export type CheckState = 'broken' | 'missing' | 'whole';

export const CHECK_STATE_WORDS: Readonly<Record<CheckState, string>> = {
  broken: '有不符合',
  missing: '有待补',
  whole: '齐全',
};

export interface PlanRow {
  readonly object: PlanObject;
  /** Largest share first; empty without a place. */
  readonly countyCodes: readonly string[];
  readonly year: number | null;
  readonly stage: string | null;
  /** Problems of fields and rules that are not met. */
  readonly brokenCount: number;
  /** 待补, the place among them. */
  readonly missingCount: number;
  readonly state: CheckState;
}

export interface PlanFilter {
  readonly text: string;
  /** null shows all. */
  readonly kind: PlanObjectKind | null;
  readonly countyCode: string | null;
  /** 'none': without a year. */
  readonly year: number | 'none' | null;
  readonly stage: string | null;
  readonly state: CheckState | null;
}

export const NO_PLAN_FILTER: PlanFilter = {
  text: '',
  kind: null,
  countyCode: null,
  year: null,
  stage: null,
  state: null,
};

/** `brokenRules`: rules that the object does not meet; 0 while they are being checked. */
export function planRow(
  object: PlanObject,
  countyCodes: readonly string[],
  brokenRules: number,
): PlanRow {
  const { problems, missing, isWithoutGeometry } = checkPlanObject(object);
  const brokenCount = problems.length + brokenRules;
  const missingCount = missing.length + (isWithoutGeometry ? 1 : 0);
  return {
    object,
    countyCodes,
    year: numberValue(object, 'year'),
    stage: textValue(object, 'stage'),
    brokenCount,
    missingCount,
    state: brokenCount > 0 ? 'broken' : missingCount > 0 ? 'missing' : 'whole',
  };
}

export function isFiltered(filter: PlanFilter): boolean {
  return Object.entries(filter).some(([key, value]) =>
    key === 'text' ? String(value).trim() !== '' : value !== null,
  );
}

export function matchesPlan(row: PlanRow, filter: PlanFilter): boolean {
  const { object, countyCodes, year, stage, state } = row;
  const text = filter.text.normalize('NFKC').trim().toLowerCase();
  return (
    (text === '' || object.name.toLowerCase().includes(text)) &&
    (filter.kind === null || object.kind === filter.kind) &&
    (filter.countyCode === null || countyCodes.includes(filter.countyCode)) &&
    (filter.year === null || (filter.year === 'none' ? year === null : year === filter.year)) &&
    (filter.stage === null || stage === filter.stage) &&
    (filter.state === null || state === filter.state)
  );
}

/** Kinds in the order of the buttons, then as they were made. */
export function sortedRows(rows: readonly PlanRow[]): readonly PlanRow[] {
  const place = ({ object }: PlanRow): number => PLAN_OBJECT_KINDS.indexOf(object.kind);
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** Fields that every one of the objects has under the same id and label: those that can be set for all at once. */
export function commonFields(objects: readonly PlanObject[]): readonly FieldSpec[] {
  const [first, ...others] = [...new Set(objects.map(({ kind }) => kind))];
  if (first === undefined) return [];
  return PLAN_OBJECT_FIELDS[first].filter(
    (spec) =>
      spec.id !== 'fromVillages' &&
      others.every((kind) =>
        PLAN_OBJECT_FIELDS[kind].some(
          ({ id, label, type }) => id === spec.id && label === spec.label && type === spec.type,
        ),
      ),
  );
}

/** "安置点 3": the first number that no object of the plan has. */
export function freeName(word: string, objects: Iterable<PlanObject>): string {
  const taken = new Set(Array.from(objects, ({ name }) => name));
  let number = 1;
  while (taken.has(`${word} ${number}`)) number += 1;
  return `${word} ${number}`;
}

/** The object with a field set, or emptied with null; the same object when nothing changes. */
export function withValue(
  object: PlanObject,
  fieldId: string,
  value: FieldValue | null,
): PlanObject {
  const before = object.values.get(fieldId);
  if (value === null && before === undefined) return object;
  if (value !== null && JSON.stringify(before) === JSON.stringify(value)) return object;
  const values = new Map(object.values);
  if (value === null) values.delete(fieldId);
  else values.set(fieldId, value);
  return { ...object, values };
}
