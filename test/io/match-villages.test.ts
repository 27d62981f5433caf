// Matching against the real pack: exact rules, contradictions, candidates.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportContext } from '../../src/io/import-choices';
import { villageStem } from '../../src/io/match-names';
import {
  type MatchInput,
  type RowMatch,
  VillageMatcher,
  countyNamedIn,
} from '../../src/io/match-villages';
import { yunchengContext } from './import-region';

let context: ImportContext;
let matcher: VillageMatcher;
let townships: Map<string, string>;
let counties: Map<string, string>;

beforeAll(async () => {
  context = await yunchengContext();
  matcher = new VillageMatcher(context);
  townships = new Map(context.townships.map(({ code, name }) => [code, name]));
  counties = new Map(context.counties.map(({ code, name }) => [code, name]));
});

const BLANK: MatchInput = { code: null, name: null, township: null, county: null, chosen: null };
const match = (input: Partial<MatchInput>): RowMatch => matcher.match({ ...BLANK, ...input });
const named = (name: string, township = '', county = ''): RowMatch =>
  match({ name, township, county });
const codeOf = (found: RowMatch): string | null =>
  found.kind === 'matched' ? found.village.code : null;

/** 圣人涧镇 of 平陆县: 南坡村委会. */
const NANPO = '140829100200';

describe('by code', () => {
  it('finds every village of the pack by its code alone, text, number and full-width', () => {
    for (const { code } of context.villages) expect(codeOf(match({ code }))).toBe(code);
    expect(codeOf(match({ code: Number(NANPO) }))).toBe(NANPO);
    expect(codeOf(match({ code: '１４０８２９１００２００' }))).toBe(NANPO);
  });

  it('tells when name or township are not those of the code', () => {
    const other = match({ code: NANPO, name: '甲乙丙村' });
    expect(other).toMatchObject({ kind: 'matched', doubts: [{ code: 'match-name-differs' }] });
    const elsewhere = match({ code: NANPO, name: '南坡村', township: '张村镇' });
    expect(elsewhere).toMatchObject({
      kind: 'matched',
      doubts: [{ code: 'match-township-differs' }],
    });
  });

  it('gives up when code and name are two villages of one township', () => {
    const found = match({ code: NANPO, name: '东韩窑村' });
    expect(found.kind).toBe('several');
    expect('candidates' in found && found.candidates.map(({ code }) => code)).toEqual([
      NANPO,
      '140829100201',
    ]);
  });

  it('says which part of an unknown code is not of the region', () => {
    const reason = (code: string): string => {
      const found = match({ code });
      return found.kind === 'none' ? found.reason : '';
    };
    expect(reason('410123001001')).toContain('前 6 位「410123」不是本区域的县');
    expect(reason('140829999001')).toContain('前 9 位「140829999」不是平陆县的乡镇');
    expect(reason('140829100999')).toContain('不在平陆县圣人涧镇的村名单中');
  });

  it('matches an outdated code by township and name, and says so', () => {
    const found = match({ code: '140829100999', name: '南坡村' });
    expect(codeOf(found)).toBe(NANPO);
    expect(found).toMatchObject({ by: 'name', doubts: [{ code: 'match-code-unknown' }] });
  });
});

describe('by county, township and name', () => {
  it('finds every village of the pack by its printed names', () => {
    for (const each of context.villages) {
      const found = named(
        each.name,
        townships.get(each.townshipCode),
        counties.get(each.countyCode),
      );
      expect(codeOf(found), each.name).toBe(each.code);
    }
  });

  it('finds every committee without its office, never another', () => {
    let lost = 0;
    for (const each of context.villages) {
      const stem = villageStem(each.name);
      const printed = stem.endsWith('村') ? stem : `${stem}村`;
      const found = named(printed, townships.get(each.townshipCode), counties.get(each.countyCode));
      if (found.kind === 'matched') {
        // 解州村 is the committee, where a residents' committee has the name too.
        if (each.kind === 'village-committee') expect(codeOf(found), printed).toBe(each.code);
      } else if (each.kind === 'village-committee') lost += 1;
    }
    expect(lost).toBe(0);
  });

  it.each(['南坡', '南坡村', '南坡村委会', '南坡村民委员会', ' 南 坡 村 ', '南坡（行政村）'])(
    '%s',
    (name) => {
      expect(codeOf(named(name, '圣人涧镇', '平陆县'))).toBe(NANPO);
      expect(codeOf(named(name, '圣人涧', '平陆'))).toBe(NANPO);
      expect(codeOf(named(name, '140829100'))).toBe(NANPO);
    },
  );

  it('takes 村 for the committee and 社区 for the residents where both share a name', () => {
    expect(codeOf(named('解州村', '解州镇'))).toBe('140802100216');
    expect(codeOf(named('解州社区', '解州镇'))).toBe('140802100002');
    expect(named('解州', '解州镇')).toMatchObject({ kind: 'several' });
  });

  it('does not choose among villages of one name', () => {
    const found = named('上庄村');
    expect(found.kind).toBe('several');
    expect('reason' in found && found.reason).toContain('可能是「上庄村」');
  });

  it('says that only the name was unique', () => {
    const found = named('东韩窑村', '', '平陆县');
    expect(found).toMatchObject({ kind: 'matched', doubts: [{ code: 'match-name-only' }] });
  });

  it('does not look in another township than the printed one, but names its villages', () => {
    const found = named('南坡村', '张村镇', '平陆县');
    expect(found.kind).toBe('none');
    expect('candidates' in found && found.candidates.map(({ code }) => code)).toContain(NANPO);
    expect(named('南坡村', '甲乙镇', '平陆县')).toMatchObject({ kind: 'none' });
    expect(named('南坡村', '', '甲乙县')).toMatchObject({ kind: 'none' });
  });

  it('only offers similar names', () => {
    const found = named('东韩窖村', '圣人涧镇', '平陆县');
    expect(found.kind).toBe('none');
    expect('candidates' in found && found.candidates[0]?.name).toBe('东韩窑村委会');
  });

  it('uses a code that reaches to county or township only', () => {
    expect(codeOf(match({ code: '140829100', name: '南坡村' }))).toBe(NANPO);
    expect(codeOf(match({ code: '140829000000', name: '东韩窑村' }))).toBe('140829100201');
    expect(match({ code: '140829100' })).toMatchObject({ kind: 'none' });
  });
});

describe('the user chooses', () => {
  it('a village, or the row itself as a new one of a known township', () => {
    expect(match({ name: '甲', chosen: NANPO })).toMatchObject({ kind: 'matched', by: 'choice' });
    const own = '140829100999';
    expect(match({ code: own, chosen: own })).toEqual({
      kind: 'new',
      code: own,
      townshipCode: '140829100',
      countyCode: '140829',
    });
    expect(match({ code: own, chosen: '140829100998' }).kind).toBe('none');
    expect(match({ code: '410123001001', chosen: '410123001001' }).kind).toBe('none');
  });
});

describe('countyNamedIn', () => {
  it('knows 绛县 from 新绛县 and does not choose between two', () => {
    expect(countyNamedIn(['新绛县贫困村.xlsx'], context)?.name).toBe('新绛县');
    expect(countyNamedIn(['绛县贫困村.xlsx'], context)?.name).toBe('绛县');
    expect(countyNamedIn(['平陆县、芮城县'], context)).toBeNull();
    expect(countyNamedIn(['贫困村'], context)).toBeNull();
  });

  it('names of the hinted county come first', () => {
    const hinted = new VillageMatcher(context, countyNamedIn(['平陆县'], context));
    expect(codeOf(hinted.match({ ...BLANK, name: '东韩窑村' }))).toBe('140829100201');
  });
});

describe('any row', () => {
  it('never matches by name another name, and never depends on the rows before', () => {
    const place = fc.integer({ min: 0, max: 3348 });
    fc.assert(
      fc.property(place, place, fc.boolean(), (a, b, withTownship) => {
        const [one, two] = [context.villages[a]!, context.villages[b]!];
        const township = withTownship ? townships.get(two.townshipCode)! : '';
        const input = { ...BLANK, name: one.name, township, county: counties.get(two.countyCode)! };
        const found = matcher.match(input);
        expect(new VillageMatcher(context).match(input)).toEqual(found);
        if (found.kind !== 'matched') return;
        expect(found.village.countyCode).toBe(two.countyCode);
        expect(villageStem(found.village.name)).toBe(villageStem(one.name));
      }),
      { seed: 20161, numRuns: 40 },
    );
  });
});
