import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishHandout } from '../../src/report/handout-publish';
import type { PublishChoice } from '../../src/report/publish-rule';
import { PUBLISH_GRIDS } from '../../src/report/publish-grid';
import { type PublishFacts, canPublish, publishChecks } from '../../src/report/publish-checklist';
import { answeredHandout, computable } from './handout-published';
import { plainHandout } from './handout-model-fixture';

const RULE = { threshold: 5, grid: PUBLISH_GRIDS[0]! };

describe('publishHandout', () => {
  const villages = (most: number) =>
    fc.array(
      fc.record({
        county: fc.integer({ min: 0, max: 3 }),
        households: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 6 }),
        states: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
      }),
      { minLength: 1, maxLength: most },
    );

  it('lets no small figure be computed from village list, county tables and totals of all scenes together', () => {
    fc.assert(
      fc.property(villages(14), fc.integer({ min: 2, max: 12 }), (each, n) => {
        const model = answeredHandout(each);
        const made = publishHandout(model, { ...RULE, threshold: n });
        expect(computable(model, made, n)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('lets none be computed where one county is told of by its townships, and hides no township’s sum without need', () => {
    fc.assert(
      fc.property(villages(14), fc.integer({ min: 2, max: 12 }), (each, n) => {
        const model = answeredHandout(each, 'township');
        const made = publishHandout(model, { ...RULE, threshold: n });
        expect(computable(model, made, n)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    const large = [0, 0, 1, 3].map((county, at) => ({
      county,
      households: 20 + at,
      states: [2, 2] as const,
    }));
    const made = publishHandout(answeredHandout(large, 'township'), RULE);
    expect(made.scenes[0]?.tables[0]?.rows.map(({ households }) => households)).toEqual([
      41, 22, 0, 23, 86,
    ]);
  });

  it('hides the villages of a county whose sum is hidden: the total would give the small one away', () => {
    const each = [
      { county: 0, households: 3.5, states: [2, 2] as const },
      { county: 1, households: 8, states: [2, 2] as const },
      { county: 1, households: 7.4, states: [3, 3] as const },
      { county: 2, households: 110, states: [3, 3] as const },
      { county: 2, households: 40, states: [0, 0] as const },
    ];
    const made = publishHandout(answeredHandout(each), RULE);
    expect(made.villages.households).toEqual(['<5', '不公布', '不公布', 110, 40]);
    expect(made.scenes[0]?.tables[0]?.rows.map(({ households }) => households)).toEqual([
      '<5',
      '不公布',
      110,
      0,
      128.9,
    ]);
  });

  it('takes equal figures of a county for one: whoever finds one finds all', () => {
    const each = [3, 12, 12, 40].map((households, at) => ({
      county: 0,
      households,
      states: [at < 3 ? 2 : 0, 0] as const,
    }));
    const made = publishHandout(answeredHandout(each), RULE);
    expect(made.villages.households).toEqual(['<5', '不公布', '不公布', 40]);
  });

  it('says of every known figure that it is withheld, never that it is missing', () => {
    const each = [{ county: 0, households: 3, states: [2, 2] as const }];
    const made = publishHandout(answeredHandout(each), RULE);
    expect(made.villages.households).toEqual(['<5']);
    expect(made.villages.persons).toEqual(['不公布']);
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

  it('hides small figures in headlines, and figures of rows that it does not know', () => {
    const scene = publishHandout(plainHandout([10, 20], '01'), RULE).scenes[0]!;
    expect(scene.figures[0]).toMatchObject({ value: '<5 户', range: '<5–400 户' });
    expect(
      scene.tables[0]?.rows.map(({ name, households, covered }) => [name, households, covered]),
    ).toEqual([
      ['甲县', '<5', 1],
      ['乙县', '不公布', 2],
      ['丙县', '不公布', 3],
      ['合计', 55, 6],
    ]);
  });

  it('holds no name of a line, and no seat or middle of the view finer than the grid', () => {
    const plain = plainHandout([10], '0');
    const view = { center: [110.12345, 35.54321], worldWidth: 1, worldHeight: 1 } as const;
    const made = publishHandout(
      {
        ...plain,
        townships: plain.townships.map((area) => ({ ...area, label: [110.23456, 35.2] })),
        scenes: plain.scenes.map((scene) => ({ ...scene, view })),
      },
      RULE,
    );
    expect(made.townships[0]?.label).toEqual([110.23, 35.2]);
    expect(made.scenes[0]?.view?.center).toEqual([110.12, 35.54]);
    expect(Object.keys(made.scenes[0]?.lines[0] ?? {})).not.toContain('name');
  });

  it('tells of households neither by the size of a dot nor by a claim that was computed', () => {
    const made = publishHandout(plainHandout([10, 3], '00'), RULE);
    expect(made.villages.dotSizes).toBeNull();
    expect(
      made.claims?.rows.map(({ stated, computed, range }) => [stated, computed, range]),
    ).toEqual([
      ['100 户', '不公布', '不公布'],
      ['9 平方公里', '8 平方公里', ''],
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
  const choice: PublishChoice = { ...RULE, isPublic: true };
  const facts: PublishFacts = {
    date: '2026年11月22日',
    sources: 4,
    organisation: '',
    mapNumber: '',
    secrecy: '',
    scenes: { count: 2, captions: 0 },
  };
  const can = (change: Partial<PublishFacts>) => canPublish(choice, { ...facts, ...change });
  const stateOf = (change: Partial<PublishFacts>, id: string) =>
    publishChecks(choice, { ...facts, ...change }).find((each) => each.id === id)?.state;

  it('requires source and date of a public version and refuses 密级, and reminds of 审图号', () => {
    expect(can({})).toBe(true);
    expect(can({ date: ' ' })).toBe(false);
    expect(can({ sources: 0 })).toBe(false);
    expect(can({ secrecy: '秘密' })).toBe(false);
    expect(canPublish({ ...choice, isPublic: false }, { ...facts, date: '' })).toBe(true);
    expect(stateOf({}, 'map-number')).toBe('look');
    expect(stateOf({ mapNumber: '甲S(2026)001号' }, 'map-number')).toBe('look');
    expect(stateOf({ mapNumber: null }, 'map-number')).toBe('look');
    expect(stateOf({ scenes: { count: 2, captions: 2 } }, 'captions')).toBe('look');
    expect(stateOf({}, 'difference')).toBe('look');
    expect(stateOf({}, 'names')).toBe('look');
  });

  it('says nothing of what a file of this kind has not', () => {
    const ids = publishChecks(choice, { ...facts, organisation: null, scenes: null }).map(
      ({ id }) => id,
    );
    expect(ids).not.toContain('organisation');
    expect(ids).not.toContain('captions');
    expect(ids).not.toContain('difference');
  });
});
