import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { numberText } from '../../analysis/number-text';
import type { ObjectCheck } from '../../analysis/object-checks';
import { UNIT_SPACE } from '../../domain/units';
import { RULE_RESULT_WORDS } from '../../domain/wording';
import styles from './plan.module.css';

const LOOKS = {
  broken: { Icon: CircleAlert, className: styles.broken },
  'missing-data': { Icon: CircleDashed, className: styles.missing },
  met: { Icon: CircleCheck, className: styles.good },
} as const;

const BINDING = {
  binding: '',
  reference: '（参照，不是本市规定）',
  own: '（方案自身核对）',
} as const;

function Numbers({ value, limit, unit }: ObjectCheck): ReactNode {
  if (value === null || limit === null) return null;
  const shown = (number: number): string => `${numberText(number, 2)}${UNIT_SPACE}${unit}`;
  return (
    <p>
      现为 <strong>{shown(value)}</strong>，限值 {shown(limit)}
    </p>
  );
}

function CheckItem({ check }: { readonly check: ObjectCheck }): ReactNode {
  const { Icon, className } = LOOKS[check.result];
  return (
    <li className={styles.check} data-result={check.result} data-rule={check.ruleId}>
      <p>
        <span className={`${styles.verdict} ${className}`}>
          <Icon size={14} aria-hidden /> {RULE_RESULT_WORDS[check.result]}
        </span>{' '}
        {check.name}
        {BINDING[check.binding]}
      </p>
      <Numbers {...check} />
      <p>{check.text}</p>
      {check.printed !== '' && (
        <p className={styles.quote}>
          {check.documentTitle} {check.chapter}：“{check.printed}”
        </p>
      )}
      {check.printed === '' && check.chapter !== '' && (
        <p className={styles.quote}>依据：{check.chapter}</p>
      )}
      {check.note !== '' && <p className={styles.quote}>{check.note}</p>}
      {check.mend !== '' && (
        <p>
          <strong>如何改：</strong>
          {check.mend}
        </p>
      )}
    </li>
  );
}

/** 核对: every rule that speaks of the object, broken first. */
export function ChecksSection({ checks }: { readonly checks: readonly ObjectCheck[] }): ReactNode {
  const count = (result: ObjectCheck['result']): number =>
    checks.filter((check) => check.result === result).length;
  return (
    <section className={styles.part} aria-label="核对">
      <h3>核对</h3>
      {checks.length === 0 ? (
        <p className={styles.note}>规划没有可以逐个核对这类对象的规定。</p>
      ) : (
        <p className={styles.note} role="status">
          不符合 {count('broken')} 项，缺数据 {count('missing-data')} 项，符合 {count('met')} 项
        </p>
      )}
      <ul className={styles.checks}>
        {checks.map((check) => (
          <CheckItem key={check.ruleId} check={check} />
        ))}
      </ul>
    </section>
  );
}
