import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { County } from '../../domain/administrative';
import type { Claim } from '../../domain/claim';
import { NO_ITEMS, amountInput, parseField } from '../../domain/field-text';
import { UNITS } from '../../domain/field-units';
import type { FieldSpec } from '../../domain/plan-object-field';
import type { FieldValue } from '../../domain/plan-object';
import type { Problem } from '../../domain/problem';
import styles from './plan.module.css';

export interface FieldLists {
  readonly counties: readonly County[];
  readonly claims: readonly Claim[];
}

interface Props {
  readonly id: string;
  readonly spec: FieldSpec;
  readonly value: FieldValue | null;
  readonly lists: FieldLists;
  readonly disabled: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string;
  /** Once the value is finished; null empties the field. */
  readonly onValue: (value: FieldValue | null) => void;
  /** What was typed can not be read; null once it can. */
  readonly onProblem: (problem: Problem | null) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Stands for the empty list, which says that there is none; no choice has this id. */
const NONE = '';

/** What a list of choices becomes when its ticks change: 无 goes with nothing else, and nothing ticked is not filled in. */
function listAfter(before: FieldValue | null, next: readonly string[]): readonly string[] | null {
  const wasNone = typeof before === 'object' && before !== null && before.length === 0;
  if (next.includes(NONE) && !wasNone) return [];
  const ticked = next.filter((id) => id !== NONE);
  if (ticked.length > 0) return ticked;
  return next.includes(NONE) ? [] : null;
}

function listShown(value: readonly string[]): string[] {
  return value.length === 0 ? [NONE] : [...value];
}

function optionsOf(spec: FieldSpec, { counties, claims }: FieldLists): Option[] {
  if (spec.type === 'counties') {
    return counties.map(({ code, name }) => ({ value: code, label: name }));
  }
  if (spec.type === 'claims') {
    return claims.map(({ id, chapter, printed }) => ({
      value: id,
      label: `${chapter} ${printed}`,
    }));
  }
  return spec.choices.map(({ id, label }) => ({ value: id, label }));
}

/** A value as it is typed: numbers in the field's unit, lists with 、 between. */
function typedText(spec: FieldSpec, value: FieldValue | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    return spec.type === 'year' ? String(value) : amountInput(value, spec.unit);
  }
  return typeof value === 'string' ? value : value.join('、');
}

function TypedInput(props: Props): ReactNode {
  const { spec, value } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = typedText(spec, value);
  const finish = (): void => {
    if (draft === null) return;
    const parsed = parseField(spec, draft);
    if (!parsed.ok) return props.onProblem(parsed.problems[0] ?? null);
    setDraft(null);
    props.onProblem(null);
    if (draft.trim() !== shown) props.onValue(parsed.value);
  };
  return (
    <div className={styles.input} data-wrong={props.isWrong}>
      <input
        id={props.id}
        value={draft ?? shown}
        disabled={props.disabled}
        aria-invalid={props.isWrong}
        aria-describedby={props.describedBy}
        {...(spec.type === 'text' ? {} : { inputMode: 'decimal' as const })}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          setDraft(null);
          props.onProblem(null);
        }}
      />
      {spec.unit !== null && <span>{UNITS[spec.unit].word}</span>}
      {spec.type === 'year' && <span>年</span>}
    </div>
  );
}

/** One field of an object by its type: chosen from a list, or typed with any unit of its kind. */
export function FieldControl(props: Props): ReactNode {
  const { spec, value, onValue } = props;
  const common = {
    id: props.id,
    size: 'small' as const,
    style: { width: '100%' },
    'aria-label': spec.label,
    'aria-describedby': props.describedBy,
    disabled: props.disabled,
    allowClear: true,
    placeholder: '未填',
    optionFilterProp: 'label',
    options: optionsOf(spec, props.lists),
    ...(props.isWrong && { status: 'error' as const }),
  };
  switch (spec.type) {
    case 'choice':
      return (
        <Select<string>
          {...common}
          value={typeof value === 'string' ? value : null}
          // Cleared, the list gives undefined.
          onChange={(next: string | undefined) => onValue(next ?? null)}
        />
      );
    case 'choices':
      return (
        <Select<string[]>
          {...common}
          mode="multiple"
          placeholder="未填（确实没有请选“无”）"
          options={[{ value: NONE, label: NO_ITEMS }, ...common.options]}
          value={typeof value === 'object' && value !== null ? listShown(value) : []}
          onChange={(next) => onValue(listAfter(value, next))}
        />
      );
    case 'counties':
    case 'claims':
      return (
        <Select<string[]>
          {...common}
          mode="multiple"
          value={typeof value === 'object' && value !== null ? [...value] : []}
          onChange={(next) => onValue(next.length === 0 ? null : next)}
        />
      );
    default:
      return <TypedInput {...props} />;
  }
}
