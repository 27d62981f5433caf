// Every rule that the documents are asked for is there, with its place in them, and none passes for want of a figure.
import { expect, it } from 'vitest';
import { packRuleFacts } from '../../src/analysis/rule-facts';
import { checkRules } from '../../src/analysis/rules';
import { yunchengPack } from '../features/yuncheng-pack';

/** Words that the rule's sentence must have, by what is asked. */
const NAMED: readonly (readonly [string, RegExp, RegExp])[] = [
  ['no new water works in relocation villages', /不再投资建设新的供水工程/, /四（四）/],
  ['25 m² a person', /25平方米/, /第五章/],
  ['25,000 元 a person', /25000元/, /第五章/],
  ['150 registered persons', /150人以下/, /第五章/],
  ['300 registered persons', /300人以下/, /第五章/],
  ['sites of 500 persons', /500 ?人以上安置点/, /第一章/],
  ['exit below 2 %', /2%/, /第二章/],
  ['deep poverty 20 %', /20%/, /附件2/],
  ['deep poverty 30 %', /30%/, /二（一）/],
  ['5 % and 50 persons', /5%[\s\S]*50人/, /附件3/],
  ['clinic area', /(60|90)m2/, /第七章/],
];

it('has every rule named, with chapter, and none met without its figures', async () => {
  const pack = await yunchengPack();
  const findings = checkRules(pack.rules, packRuleFacts(pack));
  for (const [what, words, chapter] of NAMED) {
    const found = findings.filter(({ rule }) => words.test(rule.printed));
    expect(found.length, what).toBeGreaterThan(0);
    for (const { rule } of found) expect(rule.chapter, what).toMatch(/./);
    expect(
      found.some(({ rule }) => chapter.test(rule.chapter)),
      what,
    ).toBe(true);
  }
  for (const { rule, result, text, counts } of findings) {
    if (counts['missing-data'] > 0) expect(result, rule.id).not.toBe('met');
    if (result === 'missing-data') expect(text, rule.id).toContain('缺数据：需要');
  }
});
