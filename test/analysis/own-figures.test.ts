import { describe, expect, it } from 'vitest';
import { withOwnFigures } from '../../src/analysis/own-figures';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import type { VillageFigures } from '../../src/domain/imported';
import { yunchengIndex } from '../features/yuncheng';

const NONE: VillageFigures = {
  households: null,
  persons: null,
  poorHouseholds: null,
  poorPersons: null,
  povertyIncidence: null,
  elevationMetres: null,
  slopeDegrees: null,
};

describe('own figures over the spread estimate', async () => {
  const { pack } = await yunchengIndex();
  const estimate = estimatePoverty(pack);
  const [first, second] = pack.villages.filter((_, at) => estimate.resolution[at] === 'township');
  if (!first || !second) throw new Error('the pack has township estimates');
  const at = pack.villages.indexOf(first);
  const other = pack.villages.indexOf(second);
  const overlay = (figures: Partial<VillageFigures>) =>
    withOwnFigures(
      estimate,
      pack.villages,
      new Map([[first.code, { figures: { ...NONE, ...figures } }]]),
    );

  it('gives the same estimate back when no village has a count of its own', () => {
    expect(overlay({ households: 1 })).toBe(estimate);
  });

  it('replaces both figures and their flag, and leaves every other village alone', () => {
    const result = overlay({ poorHouseholds: 3, poorPersons: 0 });
    expect([result.households[at], result.persons[at], result.resolution[at]]).toEqual([
      3,
      0,
      'village',
    ]);
    expect(result.households[other]).toBe(estimate.households[other]);
    expect(result.resolution[other]).toBe('township');
    expect(estimate.resolution[at]).toBe('township');
  });

  it('keeps the flag while one of the two figures is still spread', () => {
    const result = overlay({ poorHouseholds: 3 });
    expect(result.households[at]).toBe(3);
    expect(result.persons[at]).toBe(estimate.persons[at]);
    expect(result.resolution[at]).toBe('township');
  });

  it('takes no negative or non-finite count for a figure', () => {
    expect(overlay({ poorHouseholds: -1, poorPersons: Number.NaN })).toBe(estimate);
  });

  it('refuses villages of another pack', () => {
    expect(() => withOwnFigures(estimate, pack.villages.slice(1), new Map())).toThrow(RangeError);
  });
});
