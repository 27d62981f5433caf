import { describe, expect, it } from 'vitest';
import {
  amountInput,
  amountText,
  fieldText,
  parseAmount,
  parseField,
} from '../../src/domain/field-text';
import { UNIT_IDS, UNITS } from '../../src/domain/field-units';
import type { FieldValue, PlanObject, PlanObjectKind } from '../../src/domain/plan-object';
import { PLAN_OBJECT_KINDS, listValue, numberValue } from '../../src/domain/plan-object';
import { checkPlanObject, shownFields } from '../../src/domain/plan-object-check';
import type { FieldSpec } from '../../src/domain/plan-object-field';
import { PLAN_OBJECT_FIELDS } from '../../src/domain/plan-object-fields.table';

function made(kind: PlanObjectKind, values: Record<string, FieldValue>): PlanObject {
  return {
    id: 'o1',
    kind,
    name: '甲',
    geometry: null,
    accuracyMetres: 10,
    values: new Map(Object.entries(values)),
    note: '',
    madeAt: '2020-01-01T00:00:00Z',
  };
}

function spec(kind: PlanObjectKind, id: string): FieldSpec {
  const found = PLAN_OBJECT_FIELDS[kind].find((each) => each.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

describe('the table of fields', () => {
  it('has ids once a kind, choices exactly for choices, and conditions on choices that exist', () => {
    for (const kind of PLAN_OBJECT_KINDS) {
      const fields = PLAN_OBJECT_FIELDS[kind];
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      for (const { id, type, choices, when, unit } of fields) {
        expect(choices.length > 0, id).toBe(type === 'choice' || type === 'choices');
        expect(new Set(choices.map(({ label }) => label)).size, id).toBe(choices.length);
        expect(new Set(choices.map((choice) => choice.id)).size, id).toBe(choices.length);
        if (unit !== null) expect(['number', 'integer'], id).toContain(type);
        if (when === null) continue;
        const known = spec(kind, when.field).choices.map((choice) => choice.id);
        for (const value of when.values) expect(known, id).toContain(value);
      }
    }
  });

  it('has the nine industries of the plan', () => {
    expect(spec('zone', 'industry').choices).toHaveLength(9);
  });

  it('shows the fields of a project for its own kind only', () => {
    const ids = (kind: string) =>
      shownFields(made('project', { projectKind: kind })).map(({ id }) => id);
    expect(ids('water')).toContain('irrigatedSquareMetres');
    expect(ids('water')).not.toContain('transformers');
    expect(ids('power')).toContain('transformers');
  });
});

describe('typed amounts', () => {
  it.each([
    ['12', 'mu', 8000],
    ['１２', 'mu', 8000],
    ['12亩', 'mu', 8000],
    ['1.2 公顷', 'mu', 12_000],
    ['8,000平方米', 'mu', 8000],
    ['8000㎡', 'mu', 8000],
    ['3万亩', 'mu', 2e7],
    ['3', 'ten-thousand-mu', 2e7],
    ['3万', 'ten-thousand-mu', 2e7],
    ['17.1亿元', 'ten-thousand-yuan', 1.71e9],
    ['2.5', 'ten-thousand-yuan', 25_000],
    ['2.5万', 'ten-thousand-yuan', 25_000],
    ['25000元', 'ten-thousand-yuan', 25_000],
    ['0.1', 'ten-thousand-yuan', 1000],
    ['5.3万人', 'person', 53_000],
    ['1，234', 'person', 1234],
    ['57.5', 'kilometre', 57_500],
    ['500 m', 'kilometre', 500],
    ['20 m³/s', 'cubic-metre-per-second', 20],
    ['8650kVA', 'kilovolt-ampere', 8650],
    ['-3', 'person', -3],
  ] as const)('%s in %s is %d', (text, unit, value) => {
    expect(parseAmount(text, unit)).toBeCloseTo(value, 6);
  });

  it.each(['', '约3', '3-5', '1,23', '3人', '1e3', '12亩半', '万', 'NaN'])(
    '%s is refused for 亩',
    (text) => {
      expect(parseAmount(text, 'mu')).toBeNull();
    },
  );

  it('come back from the input as they were', () => {
    for (const unit of UNIT_IDS) {
      for (const value of [0, 1, 0.1, 3333.25, 25_000, 1.71e9]) {
        expect(parseAmount(amountInput(value, unit), unit)).toBeCloseTo(value, 3);
      }
    }
  });

  it('are read with their unit', () => {
    expect(amountText(8000, 'mu')).toBe('12 亩');
    expect(amountText(1.71e9, 'hundred-million-yuan')).toBe('17.1 亿元');
  });

  it('have units with one word each in their dimension', () => {
    const words = UNIT_IDS.flatMap((id) => [UNITS[id].word, ...UNITS[id].aliases]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('typed fields', () => {
  const value = (field: FieldSpec, text: string) => {
    const outcome = parseField(field, text);
    return outcome.ok ? outcome.value : outcome.problems[0]?.text;
  };

  it('take labels, lists and codes, and refuse others with the choices', () => {
    expect(value(spec('site', 'siteKind'), '敬老院')).toBe('care-home');
    expect(value(spec('site', 'infrastructure'), '水、电，路')).toEqual(['water', 'power', 'road']);
    expect(value(spec('belt', 'counties'), '140829 140829、140828')).toEqual(['140829', '140828']);
    expect(value(spec('belt', 'counties'), '平陆')).toContain('6 位代码');
    expect(value(spec('zone', 'industry'), '养蜂')).toContain('没有“养蜂”这一项');
    expect(value(spec('site', 'year'), '２０１８年')).toBe(2018);
    expect(value(spec('site', 'year'), '18')).toContain('读不懂');
    expect(value(spec('site', 'persons'), '  ')).toBeNull();
    expect(value(spec('site', 'services'), '无')).toEqual([]);
  });

  it('are written with the words that they are read from', () => {
    expect(fieldText(spec('site', 'infrastructure'), ['water', 'gas'])).toBe('水、气');
    expect(fieldText(spec('site', 'services'), [])).toBe('无');
    expect(fieldText(spec('site', 'year'), 2018)).toBe('2018');
    expect(fieldText(spec('site', 'investmentYuan'), 25_000)).toBe('2.5 万元');
  });
});

describe('checking an object', () => {
  it('lists missing required fields and no problem for them', () => {
    const { problems, missing, isWithoutGeometry } = checkPlanObject(made('site', {}));
    expect(problems).toEqual([]);
    expect(missing.map(({ id }) => id)).toContain('nationalSubsidyYuan');
    expect(isWithoutGeometry).toBe(true);
  });

  it.each<[string, PlanObjectKind, Record<string, FieldValue>, string]>([
    ['a negative count', 'site', { persons: -1 }, '小于 0 人'],
    ['half a person', 'site', { persons: 1.5 }, '不是整数'],
    ['text for a number', 'site', { persons: '多' }, '不是数字'],
    ['not a number', 'site', { persons: Number.NaN }, '不是数字'],
    ['a year of another age', 'site', { year: 1800 }, '小于 1949'],
    ['a choice that is none', 'zone', { industry: 'bees' }, '没有“bees”'],
    ['a code of other length', 'belt', { counties: ['1408'] }, '不认识的“1408”'],
    ['a code twice', 'belt', { counties: ['140829', '140829'] }, '重复'],
    ['a word for a list', 'belt', { counties: '140829' }, '不是名单'],
    ['more poor than people', 'site', { registeredPoorPersons: 9, persons: 8 }, '还多'],
    ['an end before the start', 'project', { startYear: 2018, year: 2017 }, '晚于'],
    ['funds above the investment', 'site', { investmentYuan: 1, nationalSubsidyYuan: 9 }, '合计'],
    ['a field of no kind', 'site', { bees: 1 }, '不认识的字段'],
  ])('names %s', (_, kind, values, words) => {
    const [problem, ...others] = checkPlanObject(made(kind, values)).problems;
    expect(others).toEqual([]);
    expect(problem?.text).toContain(words);
    expect(problem?.mend).not.toBe('');
  });

  it('does not ask that half-known funds add up', () => {
    const object = made('site', { investmentYuan: 9, nationalSubsidyYuan: 1 });
    expect(checkPlanObject(object).problems).toEqual([]);
  });
});

it('values of another type are no value', () => {
  const object = made('site', { persons: '5', services: 'x' });
  expect(numberValue(object, 'persons')).toBeNull();
  expect(listValue(object, 'services')).toBeNull();
});
