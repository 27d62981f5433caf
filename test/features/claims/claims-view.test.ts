import { beforeAll, describe, expect, it } from 'vitest';
import type { ClaimCheck } from '../../../src/analysis/claim-check';
import {
  filteredChecks,
  inverseJump,
  nextClaimSort,
  objectsJump,
  sortedChecks,
} from '../../../src/features/claims/claims-view';
import { VERDICTS, verdictCounts } from '../../../src/report/claim-words';
import { yunchengChecks } from './yuncheng-checks';

let checks: readonly ClaimCheck[];
beforeAll(async () => {
  ({ checks } = await yunchengChecks());
});

function check(id: string): ClaimCheck {
  const found = checks.find(({ claim }) => claim.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
}

describe('sorting', () => {
  it('keeps every claim, known values in order, unknown last either way', () => {
    for (const descending of [false, true]) {
      const sorted = sortedChecks(checks, { column: 'inverse', descending });
      expect(new Set(sorted)).toEqual(new Set(checks));
      const metres = sorted.flatMap(({ inverse }) =>
        inverse.kind === 'none' ? [] : [inverse.metres],
      );
      const wanted = metres.toSorted((a, b) => (descending ? b - a : a - b));
      expect(metres).toEqual(wanted);
      expect(metres.length).toBeGreaterThan(2);
      const firstUnknown = sorted.findIndex(({ inverse }) => inverse.kind === 'none');
      expect(firstUnknown).toBe(metres.length);
    }
  });

  it('puts verdicts in the order of the filter, ties in pack order', () => {
    const sorted = sortedChecks(checks, { column: 'verdict', descending: false });
    const wanted = VERDICTS.flatMap((verdict) => checks.filter((c) => c.verdict === verdict));
    expect(sorted).toEqual(wanted);
  });

  it('turns round on a second click and goes back to the plan order on a third', () => {
    const first = nextClaimSort(null, 'stated');
    const second = nextClaimSort(first, 'stated');
    expect([first?.descending, second?.descending]).toEqual([false, true]);
    expect(nextClaimSort(second, 'stated')).toBeNull();
    expect(nextClaimSort(second, 'subject')).toEqual({ column: 'subject', descending: false });
    expect(sortedChecks(checks, null)).toBe(checks);
  });
});

describe('filtering', () => {
  it('parts the claims by verdict', () => {
    const counts = verdictCounts(checks);
    for (const verdict of VERDICTS) {
      expect(filteredChecks(checks, verdict)).toHaveLength(counts[verdict]);
    }
    expect(VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)).toBe(checks.length);
    expect(filteredChecks(checks, null)).toBe(checks);
  });
});

describe('where a row leads', () => {
  it('to its objects at the distance it was checked with', () => {
    const six = check('c11-six-villages');
    expect(objectsJump(six)).toEqual({
      objectIds: six.claim.objectIds,
      countyCodes: six.countyCodes,
      distanceMetres: six.distanceMetres,
      widthMetres: null,
    });
    expect(objectsJump(check('c4-fruit')).countyCodes).toHaveLength(13);
  });

  it('to the distance turned round, in whole metres that reach the claim', () => {
    const six = check('c11-six-villages');
    const metres = six.inverse.kind === 'distance' ? six.inverse.metres : Number.NaN;
    const jump = inverseJump(six, 20_000);
    expect(jump?.distanceMetres).toBeGreaterThanOrEqual(metres);
    expect(jump?.distanceMetres).toBeLessThan(metres + 1);
    expect(inverseJump(six, 10_000)).toBeNull();
  });

  it('to a width for belts, nowhere where nothing can be turned round', () => {
    expect(inverseJump(check('c4-huanghe-persons'), 10_000)).toMatchObject({
      objectIds: ['belt-huanghe'],
      distanceMetres: null,
    });
    expect(inverseJump(check('c4-fruit'), 10_000)).toBeNull();
  });
});
