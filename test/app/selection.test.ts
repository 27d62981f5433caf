import { describe, expect, it } from 'vitest';
import { toInspected, toMapPick } from '../../src/app/selection';

describe('selection', () => {
  it('says the same thing in the map’s and the inspector’s words', () => {
    for (const kind of ['village', 'township', 'county', 'project', 'belt', 'base'] as const) {
      expect(toMapPick(toInspected({ kind, id: '1' }))).toEqual({ kind, id: '1' });
    }
  });

  it('has no map pick for a relocation programme', () => {
    expect(toMapPick({ kind: 'relocation', id: 'r' })).toBeNull();
  });

  it('refuses a kind that nothing can inspect', () => {
    expect(() => toInspected({ kind: 'cloud', id: '1' })).toThrow('cloud');
  });
});
