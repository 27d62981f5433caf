import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { indexPack } from '../../src/domain/pack-index';
import type { AreaThematic } from '../../src/map/map-types';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import { scenePaint } from '../../src/map/scene-paint';
import { mapStyle } from '../../src/map/style/style';
import { MAX_CLASSES, MIN_CLASSES, rampColours } from '../../src/map/style/ramps';
import { classFillColour, noDataAreas } from '../../src/map/style/thematic-expressions';
import { realPack } from './real-pack';

const COUNTIES = ['100001', '100002', '100003'];
const TOWNSHIPS = ['100001101', '100001102', '100002101', '100003101'];

function thematic(classes: Record<string, number | null>): AreaThematic {
  return {
    level: 'township',
    classOf: new Map(Object.entries(classes)),
    colours: ['#AAAAAA', '#BBBBBB'],
  };
}

describe('choropleth', () => {
  it('groups codes by class colour and leaves the rest clear', () => {
    expect(classFillColour(thematic({ '100001101': 1, '100001102': null, '100002': 1 }))).toEqual([
      'match',
      ['get', 'code'],
      ['100002', '100001101'],
      '#BBBBBB',
      'rgba(0,0,0,0)',
    ]);
    expect(classFillColour(null)).toBe('rgba(0,0,0,0)');
  });

  it('refuses a class without a colour', () => {
    expect(() => classFillColour(thematic({ '100001101': 2 }))).toThrow(
      'class 2 of 100001101, but 2 colours',
    );
  });

  it('hatches counties without figures and townships without one where their county has some', () => {
    const areas = noDataAreas(thematic({ '100001101': 0, '100002': 1 }), COUNTIES, TOWNSHIPS);
    expect(areas).toEqual({ countyCodes: ['100003'], townshipCodes: ['100001102'] });
  });

  it('hatches nothing without a choropleth', () => {
    expect(noDataAreas(null, COUNTIES, TOWNSHIPS)).toEqual({ countyCodes: [], townshipCodes: [] });
  });
});

describe('ramps', () => {
  it.each(['OrRd', 'YlGnBu', 'PuOr'] as const)(
    '%s has as many distinct colours as classes',
    (name) => {
      for (let count = MIN_CLASSES; count <= MAX_CLASSES; count++) {
        const colours = rampColours(name, count);
        expect(new Set(colours).size).toBe(count);
        for (const colour of colours) expect(colour).toMatch(/^#[0-9A-F]{6}$/u);
      }
    },
  );

  it('gives the book colours for five classes of a rate', () => {
    expect(rampColours('OrRd', 5)).toEqual(['#FEF0D9', '#FDCC8A', '#FC8D59', '#E34A33', '#B30000']);
  });

  it.each([2, 8])('refuses %i classes', (count) => {
    expect(() => rampColours('OrRd', count)).toThrow('3..7');
  });
});

describe('scene paint on the real pack', () => {
  it('leaves a valid style with a choropleth and a timeline year', async () => {
    const pack = await realPack();
    const statusByCounty = Object.fromEntries(
      pack.counties.map(
        (county, index) => [county.code, index % 2 ? 'poor' : 'consolidating'] as const,
      ),
    );
    const year = { year: 2017, exitingCountyCodes: [], statusByCounty, targets: [], note: '' };
    const scene = {
      ...EMPTY_SCENE,
      index: indexPack({ ...pack, timeline: [year] }),
      timelineYear: 2017,
      thematic: thematic(
        Object.fromEntries(pack.townships.map((township, i) => [township.code, i % 2])),
      ),
    };
    const style = mapStyle('standard', 'http://localhost/');
    for (const step of scenePaint(scene)) {
      const layer = style.layers.find((candidate) => candidate.id === step.layerId);
      expect(layer, step.layerId).toBeDefined();
      if (step.part === 'filter') Object.assign(layer!, { filter: step.value });
      else
        Object.assign(layer!, {
          [step.part]: { ...layer![step.part], [step.property]: step.value },
        });
    }
    expect(validateStyleMin(style)).toEqual([]);
    expect(JSON.stringify(style)).toContain('status-poor');
  });
});
