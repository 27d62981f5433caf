// What headings say, in Chinese, English and pinyin.
import { describe, expect, it } from 'vitest';
import { headingKey, roleOfHeading, unitOfText } from '../../src/io/column-headings';

describe('roleOfHeading', () => {
  it.each([
    ['行政区划代码', 'code'],
    ['统计用区划代码（12位）', 'code'],
    ['XZQDM', 'code'],
    ['村名', 'name'],
    ['行政村（社区）', 'name'],
    ['CUNMING', 'name'],
    ['县（市、区）', 'county'],
    ['乡（镇）', 'township'],
    ['乡镇名称', 'township'],
    ['经度', 'x'],
    ['X坐标', 'x'],
    ['坐标|经度', 'x'],
    ['WGS84纬度', 'y'],
    ['lat', 'y'],
    ['总户数（户）', 'households'],
    ['总人口', 'persons'],
    ['人口情况|人数', 'persons'],
    ['贫困户', 'poorHouseholds'],
    ['贫困户|户数', 'poorHouseholds'],
    ['贫困人口|户数', 'poorHouseholds'],
    ['2016年建档立卡贫困人口数（人）', 'poorPersons'],
    ['贫困户|人数', 'poorPersons'],
    ['贫困（人）', 'poorPersons'],
    ['pinkunhu', 'poorHouseholds'],
    ['PKRK', 'poorPersons'],
    ['贫困发生率（%）', 'povertyIncidence'],
    ['2016年底贫困发生率', 'povertyIncidence'],
    ['序号', 'ignore'],
  ])('%s is %s', (heading, role) => {
    expect(roleOfHeading(heading)?.role).toBe(role);
  });

  it.each([
    '脱贫户数',
    '脱贫人口',
    '贫困村数',
    '搬迁户数',
    '低保人口',
    '投资（万元）',
    '备注',
    '张村村委会',
    '常乐镇',
  ])('%s is none of ours', (heading) => {
    expect(roleOfHeading(heading)).toBeNull();
  });
});

describe('unitOfText', () => {
  it.each([
    ['贫困发生率（％）', 'percent'],
    ['发生率‰', 'permille'],
    ['人口（万人）', 'ten-thousand'],
    ['贫困户(户)', 'one'],
    ['单位：万人、%', 'percent'],
    ['总人口', null],
  ])('%s: %s', (text, unit) => {
    expect(unitOfText(text)).toBe(unit);
  });
});

describe('headingKey', () => {
  it('does not depend on order, case, blanks or full-width letters', () => {
    expect(headingKey(['村名', 'ＣＯＤＥ（12 位）'])).toBe(headingKey(['code(12位)', '村 名']));
    expect(headingKey(['村名', '代码'])).not.toBe(headingKey(['村名', '编码']));
  });
});
