import { beforeAll, describe, expect, it } from 'vitest';
import { loadReadings, type Readings } from '../../../src/features/search/place-readings';
import { buildSearchIndex, type SearchIndex } from '../../../src/features/search/search-index';
import type { SearchItem } from '../../../src/features/search/search-items';
import { yunchengItems } from './yuncheng-items';

const PROJECT: SearchItem = {
  kind: 'project',
  id: 'p-dyd',
  code: '',
  title: '大禹渡灌区扩建工程',
  subtitle: '水利 · 六扩',
  context: '六扩 芮城县',
};

describe('search over the shipped areas', () => {
  let index: SearchIndex;
  let readings: Readings;
  let pauses = 0;
  const titles = (query: string, limit = 10): string[] =>
    index.search(query, limit).results.map((result) => result.title);

  beforeAll(async () => {
    readings = await loadReadings();
    index = await buildSearchIndex([...yunchengItems(), PROJECT], readings, async () => {
      pauses++;
    });
  });

  it('lets the page breathe while it builds', () => {
    expect(pauses).toBeGreaterThan(10);
  });

  it.each([
    ['芮城县', '芮城县'],
    ['芮城', '芮城县'],
    ['ruicheng', '芮城县'],
    ['RuiCheng', '芮城县'],
    ['rcx', '芮城县'],
    ['140830', '芮城县'],
    ['140829101', '常乐镇'],
    ['解州', '解州镇'],
    ['haizhou', '解州镇'],
    ['jiezhou', '解州镇'],
    ['大禹渡村', '大禹渡村委会'],
    ['６扩 大禹', undefined],
    ['六扩 大禹', '大禹渡灌区扩建工程'],
  ])('%s finds %s first', (query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  it('finds 大禹渡 by initials, the project before the village', () => {
    expect(titles('dyd').slice(0, 2)).toEqual(['大禹渡灌区扩建工程', '大禹渡村委会']);
  });

  it('finds a name by its middle, in characters and in pinyin', () => {
    expect(titles('禹渡')).toContain('大禹渡村委会');
    expect(titles('yudu')).toContain('大禹渡村委会');
  });

  it('puts the whole name before names that begin with it, and those before the rest', () => {
    const found = titles('大王', 50);
    expect(found[0]).toBe('大王镇');
    const begins = found.map((title) => title.startsWith('大王'));
    expect(begins.lastIndexOf(true)).toBeLessThan(begins.indexOf(false));
  });

  it('tells same-named villages apart by where they are, and narrows by the area', () => {
    const all = index.search('上庄', 200).results.filter((r) => r.title === '上庄村委会');
    expect(all.length).toBeGreaterThan(1);
    expect(new Set(all.map((r) => r.subtitle)).size).toBe(all.length);
    const narrowed = index.search(`${all[0]?.subtitle.split(' ')[1]} 上庄`, 200);
    expect(narrowed.results[0]?.id).toBe(all[0]?.id);
    expect(narrowed.total).toBeLessThan(index.search('上庄', 1).total);
  });

  it.each(['张庄', '王村', '大王', '村'])(
    'finds every name with %s that a plain scan finds',
    (pair) => {
      const answer = index.search(pair, 3);
      const scanned = yunchengItems().filter(
        (i) => i.title.includes(pair) || i.context.includes(pair),
      );
      expect(answer.total).toBe(scanned.length);
      expect(answer.results).toHaveLength(3);
    },
  );

  it('takes 村委会 in a query as part of the name', () => {
    expect(titles('大禹渡村委会')).toEqual(['大禹渡村委会']);
    expect(titles('社区居委会').every((title) => title.includes('社区居'))).toBe(true);
  });

  it.each(['', '   ', '·', '，。'])('answers nothing for “%s”', (query) => {
    expect(index.search(query, 10)).toEqual({ results: [], total: 0 });
  });

  it('answers nothing for what is not there', () => {
    expect(index.search('zzzqqq', 10).total).toBe(0);
    expect(index.search('龘龘', 10).total).toBe(0);
  });

  it('finds every unit by its own full code, and only it', () => {
    for (const item of yunchengItems().filter((_, at) => at % 97 === 0)) {
      expect(index.search(item.code, 1).results[0]?.id).toBe(item.id);
    }
  });
});
