import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/analysis/audit';
import type { AuditInput } from '../../src/analysis/audit-input';
import type { County } from '../../src/domain/administrative';
import type { Relation } from '../../src/domain/statement';
import { EMPTY_INPUT, nameList, statement, sumRelation, tableOf, target } from './audit-synthetic';

function county(code: string, name: string, west: number): County {
  const [east, south, north] = [west + 0.5, 35, 35.5];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    code,
    name,
    povertyClass: 'scattered',
    labelPoint: [west + 0.25, 35.25],
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

const COUNTIES = [county('990101', '甲山县', 111), county('990102', '乙水县', 111.5)];

/** "kind severity place" of every finding. */
function found(more: Partial<AuditInput>): string[] {
  return auditPack({ ...EMPTY_INPUT, counties: COUNTIES, ...more }).map(
    ({ kind, severity, where }) => `${kind} ${severity} ${where.text ?? where.table ?? ''}`,
  );
}

function ratio(a: string, b: string): Relation {
  return {
    id: 'r',
    chapter: '第一章',
    printed: '占',
    kind: 'ratio',
    ratio: 'statement:c',
    numerator: a,
    denominator: b,
  };
}

describe('figures of the text', () => {
  it('that are equal, or rounded, or only bounds, contradict nothing', () => {
    expect(
      found({
        statements: [
          statement('a', 75_613),
          statement('b', 75_613),
          statement('c', 76_000, { printed: '7.6万人' }),
          statement('d', 70_000, { qualifier: 'atLeast', printed: '7万余人' }),
          statement('e', 80_000, { qualifier: 'atMost', printed: '不超过8万人' }),
          statement('f', 75_000, { qualifier: 'about', printed: '约7.5万人' }),
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    ['another number', statement('b', 75_631)],
    ['a rounded number that does not meet', statement('b', 77_000, { printed: '7.7万人' })],
    [
      '余 beyond the next unit',
      statement('b', 60_000, { qualifier: 'atLeast', printed: '6万余人' }),
    ],
    ['at most', statement('b', 70_000, { qualifier: 'atMost', printed: '7万人以内' })],
  ])('contradict each other: %s', (_, other) => {
    expect(found({ statements: [statement('a', 75_613), statement('c', 75_613), other] })).toEqual([
      'text-text error b',
    ]);
  });

  it('of another year, scope, unit of areas or measure are another thing', () => {
    expect(
      found({
        statements: [
          statement('a', 500),
          statement('b', 400, { year: 2017 }),
          statement('c', 300, { scope: '五保户' }),
          statement('d', 200, { areaCodes: ['990101'] }),
          statement('e', 100, { measure: 'registeredPersons' }),
        ],
      }),
    ).toEqual([]);
  });

  it('are compared with a table that names all its counties', () => {
    const printed = [
      ['甲山县', '120'],
      ['乙水县', '140'],
      ['合计', '260'],
    ];
    const plain = tableOf(printed, ['县名', '贫困人口（人）']);
    const codes = ['990101', '990102', null];
    const rows = plain.rows.map((row, at) => ({ ...row, areaCode: codes[at] ?? null }));
    const table = { ...plain, year: 2016, level: 'county' as const, rows };
    expect(found({ tables: [table], statements: [statement('a', 260)] })).toEqual([]);
    expect(found({ tables: [table], statements: [statement('a', 270)] })).toEqual([
      'text-table error a',
    ]);
  });

  it('with the same unround number for two years: the year', () => {
    expect(
      found({ statements: [statement('a', 6389), statement('b', 6389, { year: 2015 })] }),
    ).toEqual(['year warning a']);
    expect(
      found({ statements: [statement('a', 6000), statement('b', 6000, { year: 2015 })] }),
    ).toEqual([]);
  });

  it('over 100 %: a share, not a growth', () => {
    const share = { unit: '%', measure: 'forestShare', subject: '森林覆盖率' };
    expect(found({ statements: [statement('a', 120, share)] })).toEqual(['share-over-100 error a']);
    const growth = { unit: '%', measure: 'incomeGrowth', subject: '收入增长', printed: '增长120%' };
    expect(found({ statements: [statement('a', 120, growth)] })).toEqual([]);
  });

  it('restricted and larger than the whole: the part', () => {
    const part = statement('b', 700, { scope: '五保户' });
    expect(found({ statements: [statement('a', 500), part] })).toEqual([
      'part-over-whole warning b',
    ]);
  });

  it('of households counted in persons: the unit', () => {
    const households = { measure: 'poorHouseholds', unit: '人' };
    expect(found({ statements: [statement('a', 500, households)] })).toEqual([
      'unit-slip warning a',
    ]);
  });

  it('left out: a blank, told once', () => {
    const gap = { printed: '带动万户', chapter: '第三章' };
    expect(found({ statements: [statement('a', null, gap), statement('b', null, gap)] })).toEqual([
      'blank note a',
    ]);
  });
});

describe('relations', () => {
  const parts = [
    statement('a', 53_000, { measure: 'x', printed: '5.3万人' }),
    statement('b', 40_000, { measure: 'y', printed: '4万人' }),
    statement('c', 13_000, { measure: 'z', printed: '1.3万人' }),
  ];
  const refs = ['statement:b', 'statement:c'];

  it('that hold give nothing', () => {
    expect(found({ statements: parts, relations: [sumRelation('statement:a', refs)] })).toEqual([]);
  });

  it('sum: the total; a doubt where roundings might just explain it', () => {
    const far = [statement('a', 65_000, { measure: 'x', printed: '6.5万人' }), ...parts.slice(1)];
    expect(found({ statements: far, relations: [sumRelation('statement:a', refs)] })).toEqual([
      'relation error a',
    ]);
    const wrong = [statement('a', 59_000, { measure: 'x', printed: '5.9万人' }), ...parts.slice(1)];
    expect(found({ statements: wrong, relations: [sumRelation('statement:a', refs)] })).toEqual([
      'relation warning a',
    ]);
  });

  it('sum that only all roundings the same way would save: a doubt', () => {
    const rounded = [
      statement('a', 226_703, { measure: 'x' }),
      ...[120_000, 40_000, 25_000, 3000, 49_000].map((value, at) =>
        statement(`p${at}`, value, { measure: `p${at}`, printed: `${value / 10_000}万人` }),
      ),
    ];
    const relation = sumRelation(
      'statement:a',
      rounded.slice(1).map(({ id }) => `statement:${id}`),
    );
    expect(found({ statements: rounded, relations: [relation] })).toEqual(['relation warning a']);
  });

  it('ratio: rounded and cut off are right, else the ratio', () => {
    const two = [statement('a', 63, { measure: 'x' }), statement('b', 333, { measure: 'y' })];
    const share = (value: number) => statement('c', value, { measure: 'zShare', unit: '%' });
    const relations = [ratio('statement:a', 'statement:b')];
    for (const value of [18.9, 18.91, 18.92, 19]) {
      expect(found({ statements: [...two, share(value)], relations })).toEqual([]);
    }
    expect(found({ statements: [...two, share(19.8)], relations })).toEqual(['relation error c']);
  });

  it('growth: a year in years', () => {
    const statements = [
      statement('a', 6079, { measure: 'x', unit: '元', year: 2013 }),
      statement('b', 12_588, { measure: 'x', unit: '元', year: 2020 }),
      statement('c', 11.6, { measure: 'xGrowth', unit: '%', printed: '年均增长11.6%' }),
    ];
    const growth = {
      id: 'r',
      chapter: '一',
      printed: '年均增长',
      kind: 'growth',
      rate: 'statement:c',
      base: 'statement:a',
      end: 'statement:b',
    } as const;
    expect(found({ statements, relations: [{ ...growth, years: 7 }] })).toEqual([
      'relation error c',
    ]);
    expect(
      found({
        statements: [
          ...statements.slice(0, 2),
          statement('c', 11, { measure: 'xGrowth', unit: '%', printed: '年均增长11%' }),
        ],
        relations: [{ ...growth, years: 7 }],
      }),
    ).toEqual([]);
  });

  it('order: the part that is larger', () => {
    const statements = [
      statement('a', 1000, { measure: 'x', unit: '个' }),
      statement('b', 550, { measure: 'y', unit: '个' }),
    ];
    const order = { id: 'r', chapter: '一', printed: '带动', kind: 'atMost' } as const;
    expect(
      found({
        statements,
        relations: [{ ...order, lesser: 'statement:a', greater: 'statement:b' }],
      }),
    ).toEqual(['part-over-whole error a']);
    expect(
      found({
        statements,
        relations: [{ ...order, lesser: 'statement:b', greater: 'statement:a' }],
      }),
    ).toEqual([]);
  });
});

describe('lists', () => {
  const stated = { count: 3, chapter: '第一章', printed: '3个' };

  it('as long as stated, without a name twice, give nothing', () => {
    expect(found({ lists: [nameList('a', ['子', '丑', '寅'], { stated })] })).toEqual([]);
    const some = { count: 9, chapter: '第一章', printed: '子、丑等9个' };
    expect(found({ lists: [nameList('a', ['子', '丑'], { stated: some })] })).toEqual([]);
  });

  it('too short, twice, or in a list that excludes it', () => {
    expect(found({ lists: [nameList('a', ['子', '丑'], { stated })] })).toEqual([
      'list-length error a',
    ]);
    expect(found({ lists: [nameList('a', ['子', '丑', '子'], { stated })] })).toEqual([
      'list-duplicate error a',
    ]);
    const both = [nameList('a', ['子', '丑'], { excludes: ['b'] }), nameList('b', ['寅', '丑'])];
    expect(found({ lists: both })).toEqual(['exclusive-lists error b']);
    expect(found({ lists: [nameList('a', ['子']), nameList('b', ['子'])] })).toEqual([]);
  });

  it('of counties: one under another ending is named once', () => {
    const list = nameList('a', ['甲山市'], { memberKind: 'county' });
    const findings = auditPack({ ...EMPTY_INPUT, counties: COUNTIES, lists: [list] });
    expect(findings.map(({ computed }) => computed)).toEqual(['甲山县']);
  });

  it('of counties: one that the region does not have, and one with a character changed', () => {
    const list = nameList('a', ['丙原县'], { memberKind: 'county' });
    expect(found({ lists: [list] })).toEqual(['foreign-area warning a']);
    const quoted = statement('s', 1, { printed: '实现甲水县脱贫，共1人' });
    expect(found({ statements: [quoted] })).toEqual(['foreign-area warning s']);
    expect(
      found({ statements: [statement('s', 1, { printed: '实现甲山县脱贫，共1人' })] }),
    ).toEqual([]);
  });
});

describe('targets', () => {
  const base = { year: 2015, value: 60 };

  it('better than base and text give nothing', () => {
    expect(found({ targets: [target('t', 90, { base })] })).toEqual([]);
  });

  it.each([
    ['passed by the base', target('t', 50, { base }), 'target-exceeded warning t'],
    ['over 100 %', target('t', 130), 'target-impossible error t'],
    ['before its base', target('t', 90, { base: { year: 2020, value: 60 } }), 'year error t'],
    ['before the plan', target('t', 90, { year: 2014 }), 'year warning t'],
    ['after the plan', target('t', 90, { year: 2030 }), 'year warning t'],
  ])('%s', (_, wrong, expected) => {
    expect(found({ targets: [wrong] })).toEqual([expected]);
  });

  it('for a year after the plan that the words name are an outlook', () => {
    expect(
      found({ targets: [target('t', 90, { year: 2035, printed: '到2035年达到90%' })] }),
    ).toEqual([]);
  });

  it('passed by what the text says of an earlier year', () => {
    const reached = statement('s', 93, { measure: 'tapWaterShare', unit: '%', year: 2017 });
    expect(found({ statements: [reached], targets: [target('t', 90)] })).toEqual([
      'target-exceeded warning t',
    ]);
    const fallen = target('u', 80, { year: 2020 });
    expect(found({ targets: [target('t', 90, { year: 2018 }), fallen] })).toEqual([
      'target-impossible warning u',
    ]);
  });

  it('promised whole for two years', () => {
    const two = [
      target('t', 100, { year: 2018 }),
      target('u', 100, { year: 2020, name: '自来水普及' }),
    ];
    expect(found({ targets: two })).toEqual(['year warning u']);
  });
});

it('the order of findings is by severity and does not change', () => {
  const input = {
    ...EMPTY_INPUT,
    statements: [statement('a', null), statement('b', 5), statement('c', 9)],
    lists: [nameList('l', ['子', '子'])],
  };
  const findings = auditPack(input);
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'note']);
  expect(auditPack(input)).toEqual(findings);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(3);
});
