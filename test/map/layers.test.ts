import { describe, expect, it } from 'vitest';
import { getMapLibreLayerGroupId } from '../../node_modules/@deck.gl/maplibre/dist/layer-utils.js';
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
} from '../../src/analysis/coverage-result';
import type { Township } from '../../src/domain/administrative';
import { indexPack } from '../../src/domain/pack-index';
import { lassoPolygon } from '../../src/map/lasso';
import { townshipColumns } from '../../src/map/layers/column-layer';
import { UNDRAWN_STATE } from '../../src/map/layers/coverage-dots-layer';
import { deckSlotId } from '../../src/map/layers/deck-slot';
import {
  coverageSymbols,
  dotAttributes,
  overlapSymbols,
  villageBase,
  weightRadius,
} from '../../src/map/layers/village-attributes';
import { dotScale, villageDotsLayer } from '../../src/map/layers/village-dots-layer';
import { nearestVillage } from '../../src/map/layers/village-picker';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import { deckLayers, emptyDeckCache } from '../../src/map/scene-deck';
import { mapPalette, rgba } from '../../src/map/style/palette';
import { hatchImage } from '../../src/map/style/pattern-images';
import { realPack } from './real-pack';

const PALETTE = mapPalette('standard');
const BASE = {
  positions: new Float64Array([0, 0, 1, 1, 2, 2, 3, 3]),
  uncertain: new Uint8Array([0, 1, 0, 1]),
};
const STATES = new Uint8Array([COVERED_CERTAIN, NOT_COVERED, POSSIBLE, COVERED_AS_DRAWN]);
const PLAIN = { weights: null, weighted: () => false, mask: null };

describe('dots by rank', () => {
  const dots = dotAttributes(BASE, coverageSymbols(PALETTE), STATES, PLAIN);

  it('have one entry a village in every array', () => {
    expect(dots.count).toBe(4);
    expect([dots.positions.length, dots.radii.length, dots.fillColours.length]).toEqual([8, 4, 16]);
    expect([dots.lineColours.length, dots.lineWidths.length]).toEqual([16, 4]);
  });

  it('are drawn from the weakest to the strongest statement', () => {
    expect([...dots.positions]).toEqual([1, 1, 2, 2, 3, 3, 0, 0]);
  });

  it('read apart without colour: speck, hollow, tinted with ring, solid', () => {
    const alphas = [0, 1, 2, 3].map((at) => dots.fillColours[at * 4 + 3]!);
    expect(alphas[1]).toBe(0);
    expect(alphas[2]).toBeGreaterThan(100);
    expect(alphas[2]).toBeLessThan(200);
    expect(alphas[3]).toBe(255);
    expect(dots.lineWidths[0]).toBe(0);
    expect(dots.radii[0]! * 1.5).toBeLessThan(dots.radii[1]!);
  });

  it('leave out masked villages and size only the weighted ranks', () => {
    const some = dotAttributes(BASE, coverageSymbols(PALETTE), STATES, {
      weights: new Float64Array([100, 25, 25, 25]),
      weighted: (rank) => rank === NOT_COVERED,
      mask: new Uint8Array([1, 1, 0, 0]),
    });
    expect([...some.positions]).toEqual([1, 1, 0, 0]);
    expect(some.radii[0]).toBeCloseTo(weightRadius(25, 100, 4), 5);
    expect(some.radii[1]).toBeCloseTo(coverageSymbols(PALETTE)[COVERED_CERTAIN]!.radius, 5);
  });
});

describe('dot sizes', () => {
  it('grow with the root of the weight and stay small without a figure', () => {
    const grown = (weight: number) => weightRadius(weight, 100, 6) - weightRadius(0, 100, 6);
    expect(grown(100) / grown(25)).toBeCloseTo(2);
    expect(weightRadius(Number.NaN, 100, 6)).toBe(weightRadius(0, 100, 6));
  });

  it('step with the zoom within limits', () => {
    expect(dotScale(9)).toBe(1);
    expect(dotScale(9.1)).toBe(1);
    expect(dotScale(20)).toBe(2.4);
    expect(dotScale(1)).toBe(0.8);
  });
});

describe('deck layers of the real pack', () => {
  it('are always the same three, below their anchors, with all 3,349 villages', async () => {
    const pack = await realPack();
    expect(villageBase(pack.villages).positions).toHaveLength(6698);
    const scene = { ...EMPTY_SCENE, index: indexPack(pack) };
    const camera = { zoom: 9, bearing: 0 };
    const cache = emptyDeckCache();
    const layers = deckLayers(scene, camera, cache);
    expect(layers.map((layer) => layer.id)).toEqual([
      'township-columns',
      'village-dots',
      'coverage-dots',
    ]);
    const states = new Uint8Array(pack.villages.length);
    const covered = deckLayers({ ...scene, coverage: { states } }, camera, cache);
    const length = (at: number) => (covered[at]!.props.data as { length: number }).length;
    expect([length(1), length(2)]).toEqual([3349, 3349]);
    const short = { ...scene, coverage: { states: new Uint8Array(3) } };
    expect(() => deckLayers(short, camera, cache)).toThrow(
      'coverage of 3 villages on a pack of 3349',
    );
  });

  it('hand typed arrays through unchanged', () => {
    const attributes = dotAttributes(BASE, coverageSymbols(PALETTE), STATES, PLAIN);
    const layer = villageDotsLayer({ attributes, visible: true, opacity: 1, zoom: 9 });
    const data = layer.props.data as unknown as { attributes: Record<string, { value: unknown }> };
    expect(data.attributes['getPosition']?.value).toBe(attributes.positions);
    expect(data.attributes['getFillColor']?.value).toBe(attributes.fillColours);
  });

  it('renew one byte a village for a new answer and leave all other columns where they are', async () => {
    const pack = await realPack();
    const count = pack.villages.length;
    const weights = new Float64Array(count).fill(9);
    const scene = { ...EMPTY_SCENE, index: indexPack(pack), villages: { weights, mask: null } };
    const cache = emptyDeckCache();
    const columns = (states: Uint8Array, mask: Uint8Array | null = null, zoom = 9) => {
      const villages = { weights, mask };
      const layers = deckLayers(
        { ...scene, villages, coverage: { states } },
        { zoom, bearing: 0 },
        cache,
      );
      const data = layers[2]?.props.data as unknown as {
        attributes: Record<string, { value: ArrayLike<number> }>;
      };
      const { getPosition, getRadius, getState } = data.attributes;
      return { data, getPosition, getRadius, getState };
    };
    const first = columns(new Uint8Array(count));
    const states = new Uint8Array(count).fill(COVERED_AS_DRAWN);
    const second = columns(states);
    // The same objects: deck.gl then uploads nothing for them.
    expect(second.getPosition).toBe(first.getPosition);
    expect(second.getRadius).toBe(first.getRadius);
    expect(second.getState).not.toBe(first.getState);
    expect(second.getState?.value).toBe(states);
    // Nothing new: the very same data, whatever the camera does.
    expect(columns(states, null, 11).data).toBe(second.data);
    const masked = columns(states, new Uint8Array(count).fill(1, 0, 1));
    expect(masked.getPosition).toBe(first.getPosition);
    expect([masked.getState?.value[0], masked.getState?.value[1]]).toEqual([
      COVERED_AS_DRAWN,
      UNDRAWN_STATE,
    ]);
  });

  it("use the overlay's own name for their slot", () => {
    const layer = { props: { beforeId: 'village-anchor' } };
    expect(deckSlotId('village-anchor')).toBe(getMapLibreLayerGroupId(layer as never));
  });
});

describe('dots by how many projects reach the village', () => {
  it('grow, darken step by step and keep a ring: read in grey and without colour', () => {
    for (const theme of ['standard', 'projector'] as const) {
      const symbols = overlapSymbols(mapPalette(theme));
      expect(symbols).toHaveLength(4);
      const radii = symbols.map(({ radius }) => radius);
      radii.slice(1).forEach((radius, at) => expect(radius / radii[at]!).toBeGreaterThan(1.2));
      const greys = symbols.slice(1).map(({ fill: [r, g, b] }) => 0.3 * r + 0.59 * g + 0.11 * b);
      greys.slice(1).forEach((grey, at) => expect(greys[at]! - grey).toBeGreaterThan(45));
      expect(
        symbols.slice(1).every(({ fill, lineWidth }) => fill[3] === 255 && lineWidth > 0),
      ).toBe(true);
      expect(symbols[0]!.lineWidth).toBe(0);
    }
  });

  it('change one column only, and give the three states back when turned off', async () => {
    const pack = await realPack();
    const index = indexPack(pack);
    const states = new Uint8Array(pack.villages.length).fill(COVERED_CERTAIN);
    const overlap = Uint8Array.from(pack.villages, (_, at) => at % 4);
    const villages = { weights: new Float64Array(pack.villages.length).fill(1), mask: null };
    const cache = emptyDeckCache();
    const camera = { zoom: 9, bearing: 0 };
    const drawn = (coverage: { states: Uint8Array; overlap?: Uint8Array }) =>
      deckLayers({ ...EMPTY_SCENE, index, villages, coverage }, camera, cache)[2]!
        .props as unknown as {
        data: { attributes: Record<string, { value: unknown }> };
        symbols: unknown;
        weightedStates: readonly number[];
      };
    const byState = drawn({ states });
    const byOverlap = drawn({ states, overlap });
    const again = drawn({ states });
    expect(byOverlap.data.attributes['getState']!.value).toBe(overlap);
    expect(byOverlap.data.attributes['getPosition']).toBe(byState.data.attributes['getPosition']);
    expect(byOverlap.data.attributes['getRadius']).toBe(byState.data.attributes['getRadius']);
    expect(byOverlap.symbols).toEqual(overlapSymbols(PALETTE));
    // Size says how many projects: households do not.
    expect(byOverlap.weightedStates).toEqual([]);
    expect(again.data.attributes['getState']!.value).toBe(states);
    expect(again.symbols).toEqual(coverageSymbols(PALETTE));
    expect(again.weightedStates).toEqual([NOT_COVERED]);
    expect(() => drawn({ states, overlap: new Uint8Array(3) })).toThrow('coverage of 3 villages');
  });
});

describe('columns', () => {
  const town = (code: string, lat: number): Township => ({
    code,
    name: code,
    countyCode: '100001',
    seat: [110, lat],
    seatAccuracyMetres: null,
    seatMethod: 'gazetteer',
    geometry: null,
  });
  const towns = [town('a', 34), town('b', 36), { ...town('c', 35), seat: null }, town('d', 35)];
  const values = new Map([
    ['a', 50],
    ['b', 100],
    ['c', 80],
    ['d', 0],
  ]);

  it('are as high as their value, without seatless and empty townships', () => {
    const columns = townshipColumns(towns, values, 0);
    expect(columns.map((column) => column.position[1])).toEqual([36, 34]);
    expect(columns[0]!.heightMetres / columns[1]!.heightMetres).toBe(2);
  });

  it('are painted far to near when the map is turned', () => {
    expect(townshipColumns(towns, values, 180).map((column) => column.position[1])).toEqual([
      34, 36,
    ]);
  });
});

describe('picking', () => {
  const everywhere = { west: -10, east: 10, south: -10, north: 10 };
  const from = (x: number, y: number) => (p: readonly [number, number]) =>
    Math.hypot(p[0] - x, p[1] - y);

  it('finds the nearest village within the tolerance', () => {
    expect(nearestVillage(BASE.positions, null, everywhere, 1, from(1.9, 1.9))).toBe(2);
    expect(nearestVillage(BASE.positions, null, everywhere, 0.1, from(1.5, 1.5))).toBe(-1);
  });

  it('skips masked villages', () => {
    const mask = new Uint8Array([1, 1, 0, 1]);
    expect(nearestVillage(BASE.positions, mask, everywhere, 5, from(1.9, 1.9))).toBe(1);
  });
});

describe('lasso', () => {
  it('closes the loop counter-clockwise', () => {
    const loop = lassoPolygon([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(loop?.coordinates[0]).toEqual([
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ]);
  });

  it('is nothing with fewer than four points', () => {
    expect(
      lassoPolygon([
        [0, 0],
        [0, 1],
        [1, 1],
      ]),
    ).toBeNull();
  });
});

describe('colours and hatches', () => {
  it('reads #RRGGBB only', () => {
    expect(rgba('#0F7B6C', 10)).toEqual([15, 123, 108, 10]);
    expect(() => rgba('red')).toThrow('#RRGGBB');
  });

  it('makes tiles that repeat without a seam', () => {
    const size = 18;
    const { data } = hatchImage('#9AA5B1', {
      tilePixels: size,
      direction: '/',
      linePixels: 1.4,
      alpha: 1,
    });
    const alpha = (x: number, y: number) => data[((y % size) * size + (x % size)) * 4 + 3];
    for (let at = 0; at < size; at++) expect(alpha(size + at, 3)).toBe(alpha(size - 1 + at, 4));
  });
});
