// What a field of a plan object is: everything a form, a check and an export need to know of it.
import type { UnitId } from './field-units';
import type { FieldId } from './plan-object';

export type FieldType =
  | 'text'
  | 'number'
  | 'integer'
  | 'year'
  | 'choice'
  | 'choices'
  /** Lists of 6- or 12-digit codes, or of claim ids of the pack. */
  | 'counties'
  | 'villages'
  | 'claims';

export interface FieldChoice {
  readonly id: string;
  readonly label: string;
}

export interface FieldSpec {
  readonly id: FieldId;
  /** Chinese, unique among the fields of its kind that can show together. */
  readonly label: string;
  readonly type: FieldType;
  /** Typed and shown; the value is stored in the base unit of its dimension. null: no unit. */
  readonly unit: UnitId | null;
  /** In the stored unit; null: no limit. A number below 0 is never allowed unless `least` says so. */
  readonly least: number | null;
  readonly most: number | null;
  readonly choices: readonly FieldChoice[];
  /** Missing required fields are 待补: listed, never refused. */
  readonly required: boolean;
  /** Heading in the form. */
  readonly group: string;
  /** The field is there only where this other field holds one of the values. */
  readonly when: { readonly field: FieldId; readonly values: readonly string[] } | null;
  /** Where a plan asks for or prints the figure, e.g. 第五章 四; 晋城 named where it is that plan. Empty: our own. */
  readonly chapter: string;
}
