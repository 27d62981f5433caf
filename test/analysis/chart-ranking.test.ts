import { describe, expect, it } from 'vitest';
import { ranking } from '../../src/analysis/chart-ranking';

const area = (code: string, value: number | null) => ({ code, name: `县${code}`, value });

describe('ranking', () => {
  it('goes from the largest down; equals share a rank and keep their order', () => {
    const { ranked } = ranking([area('1', 2), area('2', 5), area('3', 2), area('4', 1)]);
    expect(ranked.map(({ code, rank }) => [code, rank])).toEqual([
      ['2', 1],
      ['1', 2],
      ['3', 2],
      ['4', 4],
    ]);
  });

  it('leaves out what has no figure, and names it', () => {
    const { ranked, without } = ranking([area('1', null), area('2', 0), area('3', Number.NaN)]);
    expect(ranked.map(({ code }) => code)).toEqual(['2']);
    expect(without.map(({ code }) => code)).toEqual(['1', '3']);
  });
});
