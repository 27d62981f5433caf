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

  it('writes 不公布 for a large figure beside a small one: 最多 less 覆盖 would give the small one away', () => {
    // 3 (small) and 40 are possible only: 73 at most less 30 covered is 43, which less 40 is 3.
    const households = [30, 3, 40];
    const codes = ['001', '002', '003'].map((end) => `110101000${end}`);
    const given = area('110101000', '30', [1, 2]);
    const figures = [
      { label: '覆盖贫困户', value: '≈30 户', range: '30–73 户', note: '' },
      { label: '覆盖村', value: '1 个', range: '1–3 个', note: '' },
    ];
    const uncovered = given.uncovered.map((row, at) => ({
      ...row,
      code: codes[at + 1] ?? '',
      households: households[at + 1] ?? null,
    }));
    const [hidden] = publicAtlas(
      [{ ...given, figures, uncovered }],
      { codes, households, persons: households.map(() => null) },
      '311',
      RULE,
    );
    expect(hidden?.uncovered.map((row) => row.households)).toEqual(['<5', '不公布']);
    // Counts of villages are nobody's households.
    expect(hidden?.figures.map(({ value, range }) => `${value} ${range}`)).toEqual([
      '≈30 户 30–73 户',
      '1 个 1–3 个',
    ]);
  });

  it('names no unit of what it does not publish', () => {
    // The township has one small village beside one other: each of its sums would give it away.
    const households = [30, 3, 40];
    const codes = ['110101000001', '110101000002', '110101100001'];
    const figures = [
      { label: '覆盖贫困户', value: '≈30 户', range: '30–33 户', note: '' },
      { label: '覆盖贫困人口', value: '≈0 人', range: '0–0 人', note: '' },
    ];
    const [hidden] = publicAtlas(
      [{ ...area('110101000', '30', []), figures }],
      { codes, households, persons: households.map(() => null) },
      '311',
      RULE,
    );
    expect(hidden?.figures.map(({ value, range }) => `${value} ${range}`)).toEqual([
      '不公布 不公布',
      '≈0 人 0–0 人',
    ]);
  });

  it('puts distances on the grid', () => {
    expect(made[1]?.uncovered.every(({ distanceMetres }) => distanceMetres === 3000)).toBe(true);
  });
});
