import { describe, expect, it } from 'vitest';
import { planObjectSwatch } from '../../src/map/legend';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import { sceneSources } from '../../src/map/scene-sources';
import { pickFeatures } from '../../src/map/sources/pick-features';
import {
  flowFeatures,
  planMark,
  planObjectFeatures,
} from '../../src/map/sources/plan-object-features';
import { iconImage, planOutline } from '../../src/map/style/plan-icons';
import { PLAN_MARKS } from '../../src/map/style/plan-marks';
import { styledLayers } from '../../src/map/style/style';
import { planObject, point } from '../features/plan/synthetic-objects';

describe('plan objects on the map', () => {
  const site = planObject('s', 'site', {}, point(111, 35));
  const road = planObject(
    'r',
    'project',
    { projectKind: 'road' },
    {
      type: 'LineString',
      coordinates: [
        [111, 35],
        [112, 35],
      ],
    },
  );

  it('are marked by kind, a project by its own kind, and by facility where it has none', () => {
    expect(planMark(site)).toBe('site');
    expect(planMark(road)).toBe('road');
    expect(planMark(planObject('p', 'project'))).toBe('facility');
    expect(planMark(planObject('p', 'project', { projectKind: '别的' }))).toBe('facility');
  });

  it('draw nothing without a place, and one feature each with one', () => {
    const { features } = planObjectFeatures([site, planObject('none', 'zone'), road]);
    expect(features.map(({ properties }) => [properties['id'], properties.shape])).toEqual([
      ['s', 'point'],
      ['r', 'line'],
    ]);
  });

  it('are ringed when selected, and nothing is when the object is gone', () => {
    const context = { index: null, projects: [], belts: [], imports: [], planObjects: [site] };
    const pick = { kind: 'plan-object', id: 's' } as const;
    expect(pickFeatures([pick], context).features[0]?.geometry).toEqual(point(111, 35));
    expect(pickFeatures([pick], { ...context, planObjects: [] }).features).toEqual([]);
  });

  it('send only their own sources when they change', () => {
    const sent = new Map();
    sceneSources(EMPTY_SCENE, sent);
    const changed = sceneSources({ ...EMPTY_SCENE, planObjects: [site] }, sent);
    expect(changed.map(([id]) => id).sort()).toEqual(['plan-objects']);
  });

  it('say of a flow without a number that it has none', () => {
    const [known, unknown] = flowFeatures([
      { from: [111, 35], to: [111.1, 35], persons: 40 },
      { from: [111, 35], to: [111.1, 35], persons: null },
    ]).features;
    expect(known?.properties).toMatchObject({ persons: 40, isKnown: true });
    expect(unknown?.properties).toMatchObject({ persons: 0, isKnown: false });
  });

  it('have a colour and a symbol in both themes, unlike those of other marks of their shape', () => {
    for (const theme of ['standard', 'projector'] as const) {
      const samples = PLAN_MARKS.map((mark) =>
        JSON.stringify(planObjectSwatch(theme, mark, 'point')),
      );
      expect(new Set(samples).size).toBe(PLAN_MARKS.length);
      const blocks = styledLayers(theme).filter(({ block }) => block === 'plan-objects');
      expect(blocks).toHaveLength(10);
    }
  });

  it('draw a symbol inside its halo inside its box', () => {
    const size = 36;
    const { data } = iconImage('#000000', '#FFFFFF', size, planOutline('site'));
    const alphaAt = (x: number, y: number): number => data[(y * size + x) * 4 + 3] ?? -1;
    const redAt = (x: number, y: number): number => data[(y * size + x) * 4] ?? -1;
    expect(alphaAt(0, 0)).toBe(0);
    expect([alphaAt(18, 20), redAt(18, 20)]).toEqual([255, 0]);
    expect(redAt(18, 31)).toBe(255);
  });
});
