// The marks of a comparison are those that the comparison names, no more and no other; each kind has a shape of its own.
import { describe, expect, it } from 'vitest';
import { objectChanges } from '../../src/analysis/object-changes';
import type { VillageChange, VillageChanges } from '../../src/analysis/village-changes';
import { changeFeatures } from '../../src/map/sources/change-features';
import {
  CHANGE_MARKS,
  changeColour,
  changeIcon,
  changeOutline,
} from '../../src/map/style/change-icons';
import { mapPalette } from '../../src/map/style/palette';
import { patternImages } from '../../src/map/style/pattern-images';
import { planObject, point } from '../features/plan/synthetic-objects';
import { realPack } from './real-pack';

const NO_VILLAGES: VillageChanges = {
  gained: [],
  lost: [],
  otherwise: [],
  pairs: [],
  before: { certain: 0, asDrawn: 0, possible: 0, notCovered: 0, total: 0 },
  after: { certain: 0, asDrawn: 0, possible: 0, notCovered: 0, total: 0 },
};
const NO_OBJECTS = { added: [], removed: [], changed: [] };

function change(code: string): VillageChange {
  const metres = { metresBefore: 1, metresAfter: 2 };
  return { code, name: '', townshipCode: '', before: 0, after: 3, ...metres };
}

describe('marks of a comparison', () => {
  it('one a village that the comparison names, at its place', async () => {
    const villages = (await realPack()).villages.slice(0, 4);
    const villageByCode = new Map(villages.map((village) => [village.code, village]));
    const [a, b, c] = villages.map(({ code }) => change(code));
    if (!a || !b || !c) throw new Error('the pack has villages');
    const { features } = changeFeatures(
      { villageByCode },
      {
        villages: { ...NO_VILLAGES, gained: [a, b], lost: [c], otherwise: [change('nowhere')] },
        objects: NO_OBJECTS,
      },
    );
    expect(features.map(({ properties }) => [properties['id'], properties['mark']])).toEqual([
      [a.code, 'gained'],
      [b.code, 'gained'],
      [c.code, 'lost'],
    ]);
    expect(features[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: villages[0]?.position,
    });
  });

  it('a word at each object, and where it was when it moved or went', () => {
    const old = [
      planObject('moved', 'site', {}, point(111, 35)),
      planObject('gone', 'zone', {}, point(112, 35)),
    ];
    const now = [
      planObject('moved', 'site', {}, point(111, 36)),
      planObject('new', 'site', {}, point(110, 35)),
      planObject('undrawn', 'site'),
    ];
    const { features } = changeFeatures(
      { villageByCode: new Map() },
      { villages: NO_VILLAGES, objects: objectChanges(old, now) },
    );
    const drawn = features.map(({ properties, geometry }) => [
      properties['id'],
      properties['text'] ?? properties['role'],
      geometry.type === 'GeometryCollection' ? [] : geometry.coordinates,
    ]);
    expect(drawn).toEqual([
      ['gone', 'old-place', [112, 35]],
      ['gone', '删除', [112, 35]],
      ['moved', 'old-place', [111, 35]],
      [
        'moved',
        'old-place',
        [
          [111, 35],
          [111, 36],
        ],
      ],
      ['moved', '改动', [111, 36]],
      ['new', '增加', [110, 35]],
    ]);
  });

  it('each mark has its image, told apart without its colour', () => {
    const palette = mapPalette('standard');
    const images = patternImages(palette);
    const shapes = CHANGE_MARKS.map((mark) => {
      expect(changeColour(palette, mark)).toMatch(/^#/);
      const image = images.get(changeIcon(mark));
      if (!image) throw new Error(`no image for ${mark}`);
      return image.data.filter((_, at) => at % 4 === 3);
    });
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    for (const [i, j] of pairs) {
      const [one, other] = [shapes[i], shapes[j]];
      if (!one || !other) throw new Error('three marks');
      const differing = one.filter((alpha, at) => alpha > 127 !== (other[at] ?? 0) > 127).length;
      expect(differing / one.length).toBeGreaterThan(0.15);
    }
    for (const mark of CHANGE_MARKS)
      for (const [x, y] of changeOutline(mark)) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1);
      }
  });
});
