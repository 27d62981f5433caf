import { describe, expect, test } from 'vitest';
import { indexPack } from '../../../src/domain/pack-index';
import type { Project } from '../../../src/domain/project';
import type { RegionPack } from '../../../src/domain/region-pack';
import type { Village } from '../../../src/domain/village';
import {
  chosenProjects,
  headlineOf,
  identityParts,
  projectGroups,
  toggledIds,
  usualAccuracy,
} from '../../../src/features/coverage/coverage-view';

const COUNTS = { certain: 101, asDrawn: 113, possible: 138, notCovered: 2997, total: 3349 };

function project(id: string, kind: Project['kind'], hasPlace: boolean): Project {
  return {
    id,
    name: `试验${id}`,
    kind,
    group: '',
    chapter: '',
    alignment: hasPlace ? 'places' : 'scope-only',
    alignmentAccuracyMetres: hasPlace ? 500 : null,
    geometry: hasPlace ? { type: 'Point', coordinates: [0, 0] } : null,
    places: [],
    countyCodes: [],
    townshipCodes: [],
    scopeNote: '',
    figures: [],
    startYear: null,
    endYear: null,
    defaultDistanceMetres: 2000,
    sourceIds: [],
  };
}

function village(method: Village['positionMethod'], metres: number, n: number): Village {
  return {
    code: `99000110000${n}`,
    name: '甲村',
    kind: 'village-committee',
    townshipCode: '990001100',
    countyCode: '990001',
    position: [0, 0],
    positionAccuracyMetres: metres,
    positionMethod: method,
    sourceId: 's',
  };
}

const PACK: RegionPack = {
  id: 'x',
  name: '',
  planTitle: '',
  beltsWord: '',
  version: '1',
  date: '',
  bbox: [0, 0, 1, 1],
  years: [2016, 2020],
  counties: [],
  townships: [],
  villages: [
    village('gazetteer', 300, 1),
    village('within-township', 6000, 2),
    village('within-township', 4000, 3),
    village('within-township', 9000, 4),
  ],
  baseFeatures: [],
  belts: [],
  projects: [project('A', 'road', true), project('B', 'water', false), project('C', 'water', true)],
  relocations: [],
  tables: [],
  figures: [],
  timeline: [],
  claims: [],
  rules: [],
  storyline: [],
  statements: [],
  relations: [],
  lists: [],
  targets: [],
  sources: [],
};
const INDEX = indexPack(PACK);

test('chosen projects keep their order, split by measurability; unknown ids drop out', () => {
  const chosen = chosenProjects(INDEX, ['C', 'gone', 'B', 'A']);
  expect(chosen.all.map((p) => p.id)).toEqual(['C', 'B', 'A']);
  expect(chosen.measurable.map((p) => p.id)).toEqual(['C', 'A']);
  expect(chosen.scopeOnly.map((p) => p.id)).toEqual(['B']);
});

test('the headline is the as-drawn count with certain and most possible', () => {
  expect(headlineOf(COUNTS)).toEqual({ asDrawn: 214, atLeast: 101, atMost: 352 });
});

describe('identity', () => {
  test('parts are ordered, touch, and fill the whole', () => {
    const parts = identityParts(COUNTS);
    expect(parts.map((p) => p.count)).toEqual([101, 113, 138, 2997]);
    expect(parts[1]?.start).toBeCloseTo(101 / 3349, 12);
    const last = parts.at(-1);
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(1, 12);
  });

  test('a sum that is wrong is never shown', () => {
    expect(() => identityParts({ ...COUNTS, total: 3350 })).toThrow('3349, villages are 3350');
  });

  test('no villages, no division by zero', () => {
    const none = { certain: 0, asDrawn: 0, possible: 0, notCovered: 0, total: 0 };
    expect(identityParts(none).every((part) => part.start === 0 && part.length === 0)).toBe(true);
  });
});

test('usual accuracy: most frequent method, lower median of its villages', () => {
  expect(usualAccuracy(INDEX.pack.villages)).toEqual({
    method: 'within-township',
    villages: 3,
    medianMetres: 6000,
  });
  expect(usualAccuracy([])).toBeNull();
});

test('groups follow kind order and drop kinds without a hit', () => {
  expect(projectGroups(PACK.projects).map((g) => [g.kind, g.projects.length])).toEqual([
    ['water', 2],
    ['road', 1],
  ]);
  expect(projectGroups(PACK.projects, 'ａ').map((g) => g.kind)).toEqual(['road']);
});

test('toggling adds at the end or takes away', () => {
  expect(toggledIds(['A'], 'B')).toEqual(['A', 'B']);
  expect(toggledIds(['A', 'B'], 'A')).toEqual(['B']);
});
