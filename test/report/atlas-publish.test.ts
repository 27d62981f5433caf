import { describe, expect, it } from 'vitest';
import type { AtlasArea } from '../../src/report/atlas-areas';
import { publicAtlas } from '../../src/report/atlas-publish';
import { PUBLISH_GRIDS } from '../../src/report/publish-grid';

const RULE = { threshold: 5, grid: PUBLISH_GRIDS[0]! };

/** Townships 甲 and 乙 of one county; villages 0 and 1 are covered, the others listed. */
const HOUSEHOLDS = [3, 30, 40, 50, 60];
const CODES = ['001', '002', '101', '102', '103'].map((end) => `110101${end[0]}00${end}`);
const STATES = '33000';

const area = (code: string, value: string, listed: readonly number[]): AtlasArea => ({
  code,
  name: code,
  outline: [],
  bounds: [0, 0, 1, 1],
  figures: [
    { label: '覆盖贫困户', value: `≈${value} 户`, range: `${value}–${value} 户`, note: '' },
  ],
  uncovered: listed.map((at) => ({
    code: CODES[at] ?? '',
    name: `村${at}`,
    township: '甲镇',
    distanceMetres: 3499,
    nearest: '甲渠',
    households: HOUSEHOLDS[at] ?? null,
    persons: null,
  })),
});

const made = publicAtlas(
  [area('110101000', '33', []), area('110101100', '0', [2, 3, 4])],
  { codes: CODES, households: HOUSEHOLDS, persons: HOUSEHOLDS.map(() => null) },
  STATES,
  RULE,
);

describe('publicAtlas', () => {
  it('keeps the sum in which a small figure is hidden beside another, and the lists that tell nothing', () => {
    // Of 3 + 30 neither is listed: the sum alone tells of none.
    expect(made[1]?.uncovered.map(({ households }) => households)).toEqual([40, 50, 60]);
    expect(made[1]?.figures[0]?.value).toBe('≈0 户');
  });

  it('hides a headline that is small itself', () => {
    const [small] = publicAtlas(
      [area('110101000', '3', [1])],
      { codes: CODES, households: HOUSEHOLDS, persons: HOUSEHOLDS.map(() => null) },
      '30000',
      RULE,
    );
    expect(small?.figures[0]?.value).toBe('<5 户');
    expect(small?.figures[0]?.range).toBe('<5–<5 户');
  });

  it('puts distances on the grid', () => {
    expect(made[1]?.uncovered.every(({ distanceMetres }) => distanceMetres === 3000)).toBe(true);
  });
});
