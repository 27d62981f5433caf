import { useState, type ReactNode } from 'react';
import type { RuleFinding } from '../../analysis/rules';
import type { RuleResult, RuleSubject } from '../../domain/rule';
import { RULE_RESULT_WORDS, RULE_SUBJECT_WORDS } from '../../domain/wording';
import { EmptyState } from '../../ui/empty-state';
import { formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import { ToggleBar } from '../../ui/toggle-bar';
import {
  RULE_RESULTS,
  limitText,
  resultCounts,
  resultText,
  valueText,
} from '../../report/rule-words';
import { ResultMark } from './word-mark';
import styles from './claims.module.css';

/** Things that the map can show. */
const PLACED: ReadonlySet<RuleSubject> = new Set([
  'county',
  'township',
  'village',
  'project',
  'relocation-programme',
]);

export interface RulesTabProps {
  readonly findings: readonly RuleFinding[];
  readonly onOpenCase: (subject: RuleSubject, id: string) => void;
}

function Cases(props: RulesTabProps & { readonly finding: RuleFinding }): ReactNode {
  const { rule, cases } = props.finding;
  if (cases.length === 0) return null;
  const { subject } = rule;
  return (
    <details className={styles.cases}>
      <summary>
        逐个看 {formatInteger(cases.length)} 个{RULE_SUBJECT_WORDS[subject]}
      </summary>
      <ul role="region" tabIndex={0} aria-label={`${rule.name}逐个结果`}>
        {cases.map((each) => (
          <li key={each.id}>
            <ResultMark result={each.result} word={RULE_RESULT_WORDS[each.result]} />{' '}
            {PLACED.has(subject) ? (
              <button
                type="button"
                className={tables.link}
                onClick={() => props.onOpenCase(subject, each.id)}
              >
                {each.name}
              </button>
            ) : (
              each.name
            )}{' '}
            {each.text}
          </li>
        ))}
      </ul>
    </details>
  );
}

function RuleRow(props: RulesTabProps & { readonly finding: RuleFinding }): ReactNode {
  const { finding } = props;
  const { rule } = finding;
  return (
    <tr>
      <th scope="row">
        {rule.name}
        <span className={styles.small}>
          {RULE_SUBJECT_WORDS[rule.subject]}
          {rule.binding === 'reference' && ' · 外地文件，仅供参照'}
        </span>
      </th>
      <td>
        <span className={styles.quote}>“{rule.printed}”</span>
        <span className={styles.small}>
          《{rule.documentTitle}》{rule.chapter} · {rule.documentDate}
        </span>
      </td>
      <td>
        {limitText(rule)}
        {rule.dueYear !== null && <span className={styles.small}>期限 {rule.dueYear}年</span>}
      </td>
      <td className={tables.number}>{valueText(finding) || '—'}</td>
      <td>
        <ResultMark result={finding.result} word={resultText(finding)} />
      </td>
      <td className={styles.reason}>
        {finding.text}
        {rule.note !== '' && <span className={styles.small}>{rule.note}</span>}
        <Cases {...props} />
      </td>
    </tr>
  );
}

const HEADINGS = ['规则', '出处', '要求', '现值', '结果', '说明'];

/** 规则: what documents ask, checked where the data allows, otherwise what is needed. */
export function RulesTab(props: RulesTabProps): ReactNode {
  const [result, setResult] = useState<RuleResult | null>(null);
  const { findings } = props;
  if (findings.length === 0) {
    return (
      <EmptyState title="这个数据包没有规则" hint="数据包的 rules.json 写有规则时在这里核对。" />
    );
  }
  const counts = resultCounts(findings);
  const rows = findings.filter((finding) => result === null || finding.result === result);
  return (
    <>
      <div className={styles.bar}>
        <ToggleBar
          label="按结果筛选"
          options={RULE_RESULTS.map((each) => [each, RULE_RESULT_WORDS[each], counts[each]])}
          allCount={findings.length}
          chosen={result}
          onChoose={setResult}
        />
      </div>
      <div className={styles.scroll} role="region" tabIndex={0} aria-label="规则核对">
        <table className={`${tables.table} ${tables.sticky} ${styles.page}`}>
          <caption className={styles.caption}>
            只有每一个适用对象都核对过，才算符合；缺一个数就是缺数据，不当作符合。
          </caption>
          <thead>
            <tr>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((finding) => (
              <RuleRow key={finding.rule.id} {...props} finding={finding} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <EmptyState title="没有这一结果的规则" hint="点“全部”看所有规则。" />}
      </div>
    </>
  );
}
