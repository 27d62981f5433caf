import { describe, expect, test } from 'vitest';
import { parseDistance } from '../../../src/features/coverage/parse-distance';

describe('parseDistance reads what an engineer types', () => {
  test.each([
    ['1500', 1500],
    ['2km', 2000],
    ['2 KM', 2000],
    ['2.5 km', 2500],
    ['2公里', 2000],
    ['2 公里', 2000],
    ['2 千米', 2000],
    ['1500米', 1500],
    ['１５００米', 1500],
    ['２．５公里', 2500],
    ['1,500 m', 1500],
    ['1，500米', 1500],
    [' 500 m ', 500],
    ['.5km', 500],
    ['0', 0],
    ['10公里', 10000],
    ['1000.25米', 1000.25],
  ])('%s', (text, metres) => {
    expect(parseDistance(text)).toEqual({ ok: true, metres });
  });

  test('decimal kilometres give the metres one expects, not a float tail', () => {
    expect(parseDistance('1.005km')).toEqual({ ok: true, metres: 1005 });
    expect(parseDistance('4.35公里')).toEqual({ ok: true, metres: 4350 });
  });
});

describe('parseDistance says in Chinese what is wrong', () => {
  test.each([
    ['', '请输入距离'],
    ['   ', '请输入距离'],
    ['很远', '看不懂“很远”'],
    ['2 里', '不认识单位“里”'],
    ['3 miles', '不认识单位“miles”'],
    ['2 constructor', '不认识单位“constructor”'],
    ['1.2.3', '看不懂“1.2.3”'],
    ['-5', '距离不能为负'],
    ['－5米', '距离不能为负'],
    ['11km', '距离最多 10 公里'],
    ['10000.5', '距离最多 10 公里'],
    ['1,50', '看不懂“1,50”'],
  ])('%s', (text, start) => {
    const parsed = parseDistance(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem.replaceAll(' ', ' ')).toContain(start);
  });
});
