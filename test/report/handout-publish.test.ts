import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishHandout } from '../../src/report/handout-publish';
import { PUBLISH_GRIDS } from '../../src/report/publish-grid';
import { type PublishFacts, canPublish, publishChecks } from '../../src/report/publish-checklist';
import { plainHandout } from './handout-model-fixture';

const RULE = { threshold: 5, grid: PUBLISH_GRIDS[0]! };

describe('publishHandout', () => {
  it('publishes no figure of people under n and no group with a single hidden one', () => {
    const villages = fc.array(
      fc.record({
        households: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 6 }),
        state: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(villages, fc.integer({ min: 2, max: 20 }), (each, threshold) => {
        const amounts = each.map(({ households }) => households);
        const states = each.map(({ state }) => state).join('');
        const made = publishHandout(plainHandout(amounts, states), { ...RULE, threshold });
        for (const column of [made.villages.households, made.villages.persons]) {
          for (const value of column) {
            if (typeof value === 'number') expect(value === 0 || value >= threshold).toBe(true);
          }
          for (const state of '0123') {
            const members = column.filter((_, at) => states[at] === state);
            expect(members.filter((value) => typeof value === 'string').length).not.toBe(1);
          }
        }
      }),
    );
  });

  it('leaves no coordinate of villages, projects and reach finer than the grid', () => {
    for (const grid of PUBLISH_GRIDS) {
      const made = publishHandout(plainHandout([10, 20, 30], '012'), { ...RULE, grid });
      const scene = made.scenes[0]!;
      const all = [
        ...made.villages.positions,
        ...scene.lines.flatMap(({ paths, points }) => [...paths.flat(), ...points]),
        ...scene.reach.flat(),
      ];
      for (const value of all) {
        expect(String(value)).toMatch(/^\d+(\.\d{1,2})?$/);
        expect(Math.abs(value / grid.degrees - Math.round(value / grid.degrees))).toBeLessThan(
          1e-6,
        );
      }
      expect(scene.answer?.distances.every((metres) => metres! % grid.metres === 0)).toBe(true);
    }
  });

  it('hides small figures in headlines and tables, and a second one beside them', () => {
    const scene = publishHandout(plainHandout([10, 20], '01'), RULE).scenes[0]!;
    expect(scene.figures[0]).toMatchObject({ value: '<5 户', range: '<5–400 户' });
    expect(scene.tables[0]?.rows).toEqual([
      { name: '甲县', households: '<5', covered: 1 },
      { name: '乙县', households: '不公布', covered: 2 },
      { name: '丙县', households: 40, covered: 3 },
      { name: '合计', households: 55, covered: 6 },
    ]);
  });

  it('says what it did', () => {
    const made = publishHandout(plainHandout([10], '0'), RULE);
    expect(made.audience).toBe('public');
    expect(made.publication.join()).toContain('<5');
    expect(made.publication.join()).toContain('0.01°（约 1 公里）');
  });
});

describe('publishChecks', () => {
  const facts: PublishFacts = {
    isPublic: true,
    threshold: 5,
    gridText: '0.01°',
    date: '2026年11月22日',
    sources: 4,
    organisation: '',
    mapNumber: '',
    captions: 0,
  };
  const stateOf = (change: Partial<PublishFacts>, id: string) =>
    publishChecks({ ...facts, ...change }).find((each) => each.id === id)?.state;

  it('requires source and date of a public version, and reminds of 审图号', () => {
    expect(canPublish(facts)).toBe(true);
    expect(canPublish({ ...facts, date: ' ' })).toBe(false);
    expect(canPublish({ ...facts, sources: 0 })).toBe(false);
    expect(canPublish({ ...facts, isPublic: false, date: '' })).toBe(true);
    expect(stateOf({}, 'map-number')).toBe('look');
    expect(stateOf({ mapNumber: '甲S(2026)001号' }, 'map-number')).toBe('look');
    expect(stateOf({ captions: 2 }, 'captions')).toBe('look');
  });
});
