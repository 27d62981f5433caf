import { beforeAll, describe, expect, it } from 'vitest';
import { mergeRuleFacts, packRuleFacts } from '../../src/analysis/rule-facts';
import type { RuleFact, RuleFacts, RuleRow } from '../../src/analysis/rule-facts';
import { checkRules } from '../../src/analysis/rules';
import type { RuleFinding } from '../../src/analysis/rules';
import type { RegionPack } from '../../src/domain/region-pack';
import type { Rule, RuleCheck } from '../../src/domain/rule';
import type { NamedList } from '../../src/domain/statement';
import { yunchengPack } from '../features/yuncheng-pack';

function row(id: string, facts: Record<string, RuleFact['value']>): RuleRow {
  const entries = Object.entries(facts).map(([field, value]) => [
    field,
    { value, year: 2016, note: '' },
  ]);
  return { subject: 'relocation-site', id, name: id, facts: Object.fromEntries(entries) };
}

function rule(check: RuleCheck, when: Rule['when'] = []): Rule {
  return {
    id: 'r',
    name: '甲规则',
    documentId: 'P0',
    documentTitle: '甲规划',
    documentDate: '2016',
    chapter: '一',
    printed: '甲',
    binding: 'binding',
    subject: 'relocation-site',
    when,
    check,
    dueYear: null,
    needs: ['甲数'],
    note: '',
  };
}

function run(one: Rule, rows: readonly RuleRow[], lists: RuleFacts['lists'] = {}): RuleFinding {
  const [finding] = checkRules([one], { rows, lists });
  if (finding === undefined) throw new Error('no finding');
  return finding;
}

const PER_HEAD: RuleCheck = {
  kind: 'limit',
  quantity: { field: 'yuan', per: 'persons' },
  op: '<=',
  limit: 25_000,
  unit: '元/人',
  references: [{ field: 'investment', per: 'persons', note: '口径不同' }],
};

describe('limit', () => {
  it('holds at the limit and breaks above it, broken cases first', () => {
    const finding = run(rule(PER_HEAD), [
      row('a', { yuan: 250_000, persons: 10 }),
      row('b', { yuan: 250_001, persons: 10 }),
    ]);
    expect(finding.result).toBe('broken');
    expect(finding.cases.map(({ id, result }) => [id, result])).toEqual([
      ['b', 'broken'],
      ['a', 'met'],
    ]);
    expect(finding.cases[1]?.value).toBe(25_000);
  });

  it('never passes for want of data, and shows what comes near without deciding', () => {
    const finding = run(rule(PER_HEAD), [
      row('a', { yuan: 1, persons: 10 }),
      row('b', { investment: 90, persons: 10 }),
    ]);
    expect(finding.result).toBe('missing-data');
    expect(finding.text).toBe(
      '缺数据：需要甲数；已核对的 1 个安置点符合；参考：b 9 元/人，口径不同。',
    );
    expect(run(rule(PER_HEAD), []).result).toBe('missing-data');
    expect(run(rule(PER_HEAD), [row('a', { yuan: 1, persons: 0 })]).result).toBe('missing-data');
  });

  it('compares shares as percentages without rounding trouble', () => {
    const quantity = { field: 'share', per: null };
    const two: RuleCheck = {
      kind: 'limit',
      quantity,
      op: '<',
      limit: 7,
      unit: '%',
      references: [],
    };
    expect(run(rule(two), [row('a', { share: 0.07 })]).result).toBe('broken');
    expect(run(rule(two), [row('a', { share: 0.0699 })]).result).toBe('met');
  });
});

describe('flag with conditions', () => {
  const station = rule({ kind: 'flag', field: 'hasStation', expected: true }, [
    { field: 'persons', op: '>=', value: 500 },
  ]);
  it('judges only rows where the condition holds', () => {
    expect(run(station, [row('a', { persons: 499, hasStation: false })]).result).toBe(
      'not-applicable',
    );
    expect(run(station, [row('a', { persons: 500, hasStation: false })]).result).toBe('broken');
    expect(run(station, [row('a', { persons: 500, hasStation: true })]).result).toBe('met');
  });
  it('is undecided where the condition or the flag is unknown', () => {
    expect(run(station, [row('a', { hasStation: true })]).result).toBe('missing-data');
    expect(run(station, [row('a', { persons: 800 })]).result).toBe('missing-data');
  });
});

describe('membership', () => {
  const check = (conflict: 'all' | 'any'): Rule =>
    rule({ kind: 'membership', field: 'served', list: 'leaving', conflict });
  const site = row('a', { served: ['1', '2'] });
  it('breaks when all, or any, of the served villages leave', () => {
    expect(run(check('all'), [site], { leaving: ['1', '2', '3'] }).result).toBe('broken');
    expect(run(check('all'), [site], { leaving: ['1'] }).result).toBe('met');
    expect(run(check('any'), [site], { leaving: ['1'] }).result).toBe('broken');
    expect(run(check('any'), [site], { leaving: [] }).result).toBe('met');
  });
  it('asks for the list', () => {
    expect(run(check('all'), [site]).result).toBe('missing-data');
  });
});

describe('rules of 运城', () => {
  let pack: RegionPack;
  let findings: ReadonlyMap<string, RuleFinding>;
  beforeAll(async () => {
    pack = await yunchengPack();
    const all = checkRules(pack.rules, packRuleFacts(pack));
    findings = new Map(all.map((finding) => [finding.rule.id, finding]));
  });

  it('knows no figure that a programme does not give', () => {
    const relocations = pack.relocations.map((one) => ({ ...one, investmentYuan: null }));
    const facts = packRuleFacts({ ...pack, relocations });
    const programme = facts.rows.find(({ subject }) => subject === 'relocation-programme');
    expect(Object.keys(programme?.facts ?? {})).toEqual([
      'siteCount',
      'persons',
      'registeredPoorPersons',
    ]);
  });

  it('knows from a list which villages stand in it', () => {
    const [first, second] = pack.villages;
    if (first === undefined || second === undefined) throw new Error('no villages');
    const list: NamedList = {
      id: 'listed',
      title: '甲名单',
      documentId: 'P0',
      chapter: '附件',
      memberKind: 'village',
      year: null,
      stated: null,
      fact: 'isListed',
      excludes: [],
      members: [{ printed: '甲村', code: second.code, withinCode: null, note: '' }],
    };
    const { rows } = packRuleFacts({ ...pack, lists: [list, { ...list, fact: undefined }] });
    const factOf = (code: string) => rows.find(({ id }) => id === code)?.facts['isListed'];
    expect(factOf(second.code)).toEqual({ value: true, year: null, note: '按《甲名单》' });
    expect(factOf(first.code)?.value).toBe(false);
    expect(packRuleFacts(pack).rows.some(({ facts }) => 'isListed' in facts)).toBe(false);
  });

  it('finds 45 without the needed data and none passed', () => {
    const results = [...findings.values()].map(({ result }) => result);
    expect(results.filter((result) => result === 'missing-data')).toHaveLength(45);
    expect(results).not.toContain('met');
    for (const { text, result } of findings.values()) {
      if (result === 'missing-data') expect(text).toContain('缺数据：需要');
    }
  });

  it('counts townships of 2 % and more by the tables themselves', () => {
    const shares = pack.figures.filter(
      ({ measure, resolution }) => measure === 'povertyIncidence' && resolution === 'township',
    );
    const over = shares.filter(({ value }) => value >= 0.02).length;
    const finding = findings.get('exit-incidence-township');
    expect(finding?.counts).toMatchObject({ broken: over, met: shares.length - over });
    expect(over).toBe(52);
    expect(finding?.counts['missing-data']).toBe(157 - shares.length);
    expect(finding?.text).toContain('用的是2016年的数，期限是2019年');
  });

  it('reads the incidence of five counties from the total rows', () => {
    const cases = findings.get('exit-incidence-county')?.cases ?? [];
    expect(cases.map(({ name, value }) => [name, Number(value?.toFixed(2))])).toEqual([
      ['万荣县', 7],
      ['闻喜县', 4.6],
      ['垣曲县', 13.97],
      ['夏县', 7.35],
      ['平陆县', 13.6],
    ]);
  });

  it('does not judge the subsidy by the whole investment', () => {
    const finding = findings.get('relocation-subsidy');
    expect(finding?.result).toBe('missing-data');
    expect(finding?.references[0]?.value).toBeCloseTo(1.71e9 / 53_000, 9);
    expect(finding?.text).toContain('口径不同');
  });

  it('judges what a user adds', () => {
    const base = packRuleFacts(pack);
    const fact = (value: RuleFact['value']): RuleFact => ({ value, year: null, note: '' });
    const [first = '', second = ''] = pack.villages.map(({ code }) => code);
    const facts = mergeRuleFacts(base, {
      rows: [
        {
          subject: 'project',
          id: 'xiaolangdi',
          name: '',
          facts: { isNewWaterSupply: fact(true), servedVillages: fact([first, second]) },
        },
        { subject: 'relocation-site', id: 's', name: '甲点', facts: { persons: fact(499) } },
      ],
      lists: { relocationVillages: [first, second] },
    });
    const results = new Map(checkRules(pack.rules, facts).map((each) => [each.rule.id, each]));
    const water = results.get('water-works-in-relocation-villages');
    expect(water?.cases.map(({ name, result }) => [name, result])).toEqual([
      ['黄河小浪底水库引水工程', 'broken'],
    ]);
    expect(results.get('site-employment-station')?.result).toBe('not-applicable');
  });
});
