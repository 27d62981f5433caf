// 规划对象: what a planner draws. Plain data; what a value means is said by plan-object-fields.table.ts.
import type { Geometry } from 'geojson';

/** 安置点 / 产业区 / 产业带 / 项目 / 参照区. */
export type PlanObjectKind = 'site' | 'zone' | 'belt' | 'project' | 'reference';

export const PLAN_OBJECT_KINDS: readonly PlanObjectKind[] = [
  'site',
  'zone',
  'belt',
  'project',
  'reference',
];

/** `id` of a FieldSpec. A document may hold ids of a later version; they are kept and named. */
export type FieldId = string;

/** Numbers in the base unit of the field's dimension (元, m², m …); choices by id; lists of choices or codes. */
export type FieldValue = number | string | readonly string[];

export interface PlanObject {
  /** Unique in its document. */
  readonly id: string;
  readonly kind: PlanObjectKind;
  readonly name: string;
  /** WGS84, RFC 7946; null while it is only listed. */
  readonly geometry: Geometry | null;
  /** The true place lies within this many metres of `geometry`. */
  readonly accuracyMetres: number;
  readonly values: ReadonlyMap<FieldId, FieldValue>;
  readonly note: string;
  /** ISO 8601 instant, given by the caller. */
  readonly madeAt: string;
}

/** Null where the field is empty or holds no finite number. */
export function numberValue({ values }: PlanObject, field: FieldId): number | null {
  const value = values.get(field);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Null where the field is empty or no text. */
export function textValue({ values }: PlanObject, field: FieldId): string | null {
  const value = values.get(field);
  return typeof value === 'string' ? value : null;
}

/** Null where the field is empty or no list: an empty list says "none", null says "not known". */
export function listValue({ values }: PlanObject, field: FieldId): readonly string[] | null {
  const value = values.get(field);
  return typeof value === 'object' ? value : null;
}
