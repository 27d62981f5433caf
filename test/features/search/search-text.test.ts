import { describe, expect, it } from 'vitest';
import {
  nameTerms,
  normaliseText,
  spokenName,
  tails,
  wordTerms,
} from '../../../src/features/search/search-text';

describe('names and queries as terms', () => {
  it('makes full-width and capitals plain', () => {
    expect(normaliseText(' ＡＢｃ１２ ')).toBe('abc12');
  });

  it.each([
    ['王庄村委会', '王庄'],
    ['西花园社区居委会', '西花园'],
    ['芮城县', '芮城'],
    ['东镇镇', '东镇'],
    ['中城街道办事处', '中城'],
    ['大禹渡', '大禹渡'],
    ['村', '村'],
    ['村委会', '村委会'],
  ])('speaks %s as %s', (name, spoken) => {
    expect(spokenName(name)).toBe(spoken);
  });

  it('cuts names into characters and pairs', () => {
    expect(nameTerms('大禹渡')).toEqual(['大', '禹', '渡', '大禹', '禹渡']);
    expect(nameTerms('S87线')).toEqual(['s87', '线']);
  });

  it('asks for pairs, and for a single character only when it stands alone', () => {
    expect(wordTerms('大禹渡')).toEqual(['大禹', '禹渡']);
    expect(wordTerms('渡')).toEqual(['渡']);
    expect(wordTerms('…')).toEqual([]);
  });

  it('joins every tail', () => {
    expect(tails(['rui', 'cheng', 'xian'])).toEqual(['ruichengxian', 'chengxian', 'xian']);
  });
});
