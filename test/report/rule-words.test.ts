import { beforeAll, describe, expect, it } from 'vitest';
import { packRuleFacts } from '../../src/analysis/rule-facts';
import { type RuleFinding, checkRules } from '../../src/analysis/rules';
import {
  RULE_RESULTS,
  limitText,
  resultCounts,
  resultText,
  valueText,
} from '../../src/report/rule-words';
import { yunchengPack } from '../features/yuncheng-pack';

let findings: readonly RuleFinding[];
beforeAll(async () => {
  const pack = await yunchengPack();
  findings = checkRules(pack.rules, packRuleFacts(pack));
});

function finding(id: string): RuleFinding {
  const found = findings.find(({ rule }) => rule.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}

describe('rules as listed', () => {
  it('write what is asked', () => {
    expect(limitText(finding('exit-incidence-county').rule)).toBe('低于 2 %');
    expect(limitText(finding('water-works-in-relocation-villages').rule)).toBe('不得全部在名单内');
    expect(limitText(finding('site-employment-station').rule)).toBe('应当做到');
  });

  it('show the span of the cases and how many fail', () => {
    const county = finding('exit-incidence-county');
    const values = county.cases.map(({ value }) => Number(value!.toFixed(2)));
    expect(valueText(county)).toBe(`${Math.min(...values)}–${Math.max(...values)} %`);
    expect(resultText(county)).toBe(`不符合 ${county.counts.broken} / ${county.cases.length}`);
  });

  it('never turn missing data into a value or a pass', () => {
    const missing = findings.filter(({ result }) => result === 'missing-data');
    expect(missing.length).toBeGreaterThan(10);
    for (const each of missing) {
      expect(resultText(each)).toBe('缺数据');
      expect(each.text).toContain('缺数据：需要');
    }
  });

  it('count every rule once', () => {
    const counts = resultCounts(findings);
    expect(RULE_RESULTS.reduce((sum, result) => sum + counts[result], 0)).toBe(findings.length);
    expect(counts['missing-data']).toBe(
      findings.filter(({ result }) => result === 'missing-data').length,
    );
  });
});
