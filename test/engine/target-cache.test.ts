import { describe, expect, it } from 'vitest';
import type { CoverageTarget } from '../../src/engine/protocol';
import { TargetCache } from '../../src/engine/target-cache';

function point(id: string, lng: number): CoverageTarget {
  return { id, accuracyMetres: 0, geometry: { type: 'Point', coordinates: [lng, 35] } };
}

describe('kept targets', () => {
  it('are the same for the same id and numbers, and anew for others', () => {
    const cache = new TargetCache();
    const first = cache.of(point('a', 110));
    expect(cache.of(point('a', 110))).toBe(first);
    const movedTarget = cache.of(point('a', 110.1));
    expect(movedTarget).not.toBe(first);
    expect(cache.of(point('b', 110))).not.toBe(first);
    expect(cache.size).toBe(2);
  });

  it('that were not asked for the longest are dropped first', () => {
    const cache = new TargetCache(Number.POSITIVE_INFINITY, 2);
    const [a] = [cache.of(point('a', 110)), cache.of(point('b', 111))];
    cache.of(point('a', 110));
    cache.of(point('c', 112));
    cache.trim();
    expect(cache.size).toBe(2);
    expect(cache.of(point('a', 110))).toBe(a);
  });

  it('take no more room than they may', () => {
    const cache = new TargetCache(0);
    cache.of(point('a', 110));
    cache.trim();
    expect(cache.size).toBe(0);
  });
});
