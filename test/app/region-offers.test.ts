import { describe, expect, it } from 'vitest';
import {
  type KeptPack,
  compareVersions,
  otherVersions,
  regionOffers,
  regionToOpen,
  versionsToForget,
} from '../../src/app/region-offers';

const entry = (id: string, version: string) => ({
  id,
  name: `${id}区`,
  planTitle: '规划',
  version,
  date: '2026-11-22',
});
const kept = (id: string, version: string, origin: KeptPack['origin'] = 'user'): KeptPack => ({
  ...entry(id, version),
  origin,
});
const told = (offers: readonly KeptPack[]) =>
  offers.map(({ id, version, origin }) => `${id} ${version} ${origin}`);

describe('regions to open', () => {
  it('compares versions by their numbers', () => {
    expect(['1.10.0', '1.9.0', '1.9', '2'].toSorted(compareVersions)).toEqual([
      '1.9',
      '1.9.0',
      '1.10.0',
      '2',
    ]);
  });

  it('offers the newest of each: the user’s only where it is newer than the shipped one', () => {
    const shipped = [entry('a', '1.2.0'), entry('b', '1.0.0')];
    const here = [
      kept('a', '1.10.0'),
      kept('b', '1.0.0'),
      kept('b', '0.9.0', 'shipped'),
      kept('c', '1.0.0'),
      kept('c', '1.1.0'),
    ];
    expect(told(regionOffers(shipped, here))).toEqual([
      'a 1.10.0 user',
      'b 1.0.0 shipped',
      'c 1.1.0 user',
    ]);
  });

  it('opens the first of what is remembered that there is', () => {
    const offers = regionOffers([entry('jincheng', '1'), entry('yuncheng', '1')], []);
    expect(regionToOpen(offers, ['gone', 'jincheng'])).toBe('jincheng');
    expect(regionToOpen(offers, [null, null])).toBe('yuncheng');
    expect(regionToOpen(offers.slice(0, 1), [null, 'gone'])).toBe('jincheng');
    expect(regionToOpen([], ['gone'])).toBeNull();
  });

  it('knows the versions beside the one offered', () => {
    const here = [kept('a', '1', 'shipped'), kept('a', '2', 'shipped'), kept('b', '1')];
    expect(told(otherVersions(kept('a', '2', 'shipped'), here))).toEqual(['a 1 shipped']);
  });

  it('forgets versions that no document needs, but the one before the open one: an update can be undone', () => {
    const here = ['1.2.0', '1.9.0', '1.10.0', '1.11.0', '2.0.0'];
    expect(versionsToForget(here, '1.11.0', new Set(['1.2.0']))).toEqual(['1.9.0', '2.0.0']);
    expect(versionsToForget(here.slice(0, 1), '1.11.0', new Set())).toEqual([]);
  });
});
