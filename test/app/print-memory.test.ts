import { describe, expect, it } from 'vitest';
import { rememberPrint, rememberedPrint } from '../../src/app/print-memory';
import { DEFAULT_PRINT_SETTINGS } from '../../src/features/print/print-settings';

function storage(text: string | null = null): Storage {
  const kept = new Map(text === null ? [] : [['cuntu.print', text]]);
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('print settings', () => {
  it('are kept for the next sheet, but for title and 审图号, which belong to one map', () => {
    const own = storage();
    rememberPrint(own, {
      ...DEFAULT_PRINT_SETTINGS,
      size: 'A3',
      scale: 100_000,
      organisation: '甲单位',
      title: '一幅图',
      approval: '甲号',
    });
    expect(rememberedPrint(own)).toEqual({
      ...DEFAULT_PRINT_SETTINGS,
      size: 'A3',
      scale: 100_000,
      organisation: '甲单位',
    });
  });

  it.each([null, '', '{', '{"size":"A9"}', '[]', '"A4"'])('begin anew where %j is kept', (text) => {
    expect(rememberedPrint(storage(text))).toEqual(DEFAULT_PRINT_SETTINGS);
  });

  it('begin anew where storage is refused', () => {
    expect(rememberedPrint(null)).toEqual(DEFAULT_PRINT_SETTINGS);
  });
});
