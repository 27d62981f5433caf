import { Fragment, type ReactNode, useState } from 'react';
import { type PlanObjectCheck, shownFields } from '../../domain/plan-object-check';
import type { FieldSpec } from '../../domain/plan-object-field';
import type { FieldValue, PlanObject } from '../../domain/plan-object';
import type { Problem } from '../../domain/problem';
import { FieldControl, type FieldLists } from './field-control';
import styles from './plan.module.css';

interface FormProps {
  readonly object: PlanObject;
  readonly check: PlanObjectCheck;
  readonly lists: FieldLists;
  readonly isLocked: boolean;
  readonly onField: (spec: FieldSpec, value: FieldValue | null) => void;
}

export function controlId(fieldId: string): string {
  return `plan-field-${fieldId}`;
}

function FieldRow(props: FormProps & { readonly spec: FieldSpec }): ReactNode {
  const { object, spec, check } = props;
  const [typed, setTyped] = useState<Problem | null>(null);
  const id = controlId(spec.id);
  const stored = check.problems.find(({ where }) => where.column === spec.label);
  const problem = typed ?? stored;
  const isMissing = check.missing.some((missing) => missing.id === spec.id);
  return (
    <div className={styles.field}>
      <label htmlFor={id} title={spec.chapter}>
        {spec.label}
        {isMissing && <span className={styles.missing}>（待补）</span>}
      </label>
      <FieldControl
        id={id}
        spec={spec}
        value={object.values.get(spec.id) ?? null}
        lists={props.lists}
        disabled={props.isLocked}
        isWrong={problem?.severity === 'error'}
        describedBy={`${id}-note`}
        onValue={(value) => {
          setTyped(null);
          props.onField(spec, value);
        }}
        onProblem={setTyped}
      />
      <p id={`${id}-note`} className={styles.under} aria-live="polite">
        {problem && (
          <span className={problem.severity === 'error' ? styles.broken : styles.missing}>
            {problem.text}
            {problem.mend}
          </span>
        )}
      </p>
    </div>
  );
}

/** The form of an object, from its table of fields: groups in order, only what applies. */
export function ObjectForm(props: FormProps): ReactNode {
  const { object, check } = props;
  // Who moves to a site is kept as assignments, village by village.
  const fields = shownFields(object).filter(({ id }) => id !== 'fromVillages');
  const groups = [...new Set(fields.map(({ group }) => group))];
  return (
    <section className={styles.part} aria-label="字段">
      <h3>字段</h3>
      {check.missing.length > 0 && (
        <p className={styles.note}>
          待补 {check.missing.length} 项：
          {check.missing.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className={styles.link}
              onClick={() => document.getElementById(controlId(id))?.focus()}
            >
              {label}
            </button>
          ))}
        </p>
      )}
      {groups.map((group) => (
        <Fragment key={group}>
          <h4 className={styles.group}>{group}</h4>
          {fields
            .filter((spec) => spec.group === group)
            .map((spec) => (
              <FieldRow key={spec.id} {...props} spec={spec} />
            ))}
        </Fragment>
      ))}
    </section>
  );
}
