import { describe, expect, it } from 'vitest';
import { breaksText, parseBreaks } from '../../../src/features/thematic/own-breaks';

describe('own breaks', () => {
  it('reads per cent as shares, with any separator and sign', () => {
    expect(parseBreaks('5, 10，20', 'share')).toEqual({ ok: true, breaks: [0.05, 0.1, 0.2] });
    expect(parseBreaks('7.35%　12.5%、30％', 'share')).toEqual({
      ok: true,
      breaks: [0.0735, 0.125, 0.3],
    });
  });

  it('reads counts as they are', () => {
    expect(parseBreaks('200 500 1000', 'households')).toEqual({
      ok: true,
      breaks: [200, 500, 1000],
    });
  });

  it.each([
    ['', '要写 2–6 个断点，现有 0 个'],
    ['5', '要写 2–6 个断点，现有 1 个'],
    ['1 2 3 4 5 6 7', '要写 2–6 个断点，现有 7 个'],
    ['5 十 20', '“十”不是数字'],
    ['10 5', '断点要从小到大，不重复'],
    ['5 5', '断点要从小到大，不重复'],
    ['-1 5', '断点要大于 0'],
    ['5 100', '百分比断点要小于 100'],
  ])('refuses “%s”', (typed, text) => {
    expect(parseBreaks(typed, 'share')).toEqual({ ok: false, text });
  });

  it('writes breaks so that they are read back the same', () => {
    for (const breaks of [
      [0.05, 0.1, 0.2],
      [0.0735, 0.125],
    ]) {
      expect(parseBreaks(breaksText(breaks, 'share'), 'share')).toEqual({ ok: true, breaks });
    }
    expect(breaksText([200.4, 200.3, 500], 'persons')).toBe('200，500');
  });
});
