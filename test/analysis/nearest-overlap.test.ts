// Incremental answers against answers from scratch over random edits; union and nearest against single projects.
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  emptyNearest,
  fillNearest,
  NEAREST_BLOCK,
  nearestAfterChange,
  nearestProjects,
} from '../../src/analysis/nearest';
import { Overlap } from '../../src/analysis/overlap';
import { nearList } from '../../src/geo/near-list';
import { NearestForest } from '../../src/geo/nearest-forest';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import type { VillageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { anyGeometry, place } from '../geo/random-shapes';

const SEED = 20261122;
const LIMIT = 60_000;
const EMPTY = projectShape({ type: 'GeometryCollection', geometries: [] });

function indexOf(places: readonly (readonly number[])[]): VillageIndex {
  return villageIndex(
    Float64Array.from(places, ([x = 0]) => x),
    Float64Array.from(places, ([, y = 0]) => y),
  );
}

const villages = fc.array(place, { minLength: 1, maxLength: 50 });
const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ slot: fc.nat(5), geometry: anyGeometry }) },
  { weight: 1, arbitrary: fc.record({ slot: fc.nat(5), remove: fc.constant(true) }) },
  { weight: 2, arbitrary: fc.record({ metres: fc.nat(LIMIT) }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function overlapFromScratch(
  index: VillageIndex,
  geometries: readonly Geometry[],
  metres: number,
): number[] {
  const counts = Array.from({ length: index.count }, () => 0);
  for (const geometry of geometries) {
    const distances = villageDistances(index, projectShape(geometry));
    counts.forEach((count, at) => {
      if (distances.exactAt(at) <= metres) counts[at] = count + 1;
    });
  }
  return counts;
}

function applyEdit(
  overlap: Overlap,
  now: Map<string, Geometry>,
  index: VillageIndex,
  each: Edit,
): void {
  if ('metres' in each) return overlap.setDistance(each.metres);
  const id = `p${each.slot}`;
  if ('remove' in each) {
    now.delete(id);
    return overlap.remove(id);
  }
  now.set(id, each.geometry);
  overlap.put(id, nearList(index, projectShape(each.geometry), LIMIT));
}

describe('Overlap', () => {
  it('after any edits equals counting from scratch', () => {
    fc.assert(
      fc.property(villages, fc.array(edit, { maxLength: 14 }), (places, edits) => {
        const index = indexOf(places);
        const overlap = new Overlap(index.count, 5000);
        const now = new Map<string, Geometry>();
        for (const each of edits) {
          applyEdit(overlap, now, index, each);
          const wanted = overlapFromScratch(index, [...now.values()], overlap.distanceMetres);
          expect([...overlap.counts]).toEqual(wanted);
          expect(overlap.covered).toBe(wanted.filter((count) => count > 0).length);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
  it('only wins villages when the distance grows, and keeps its state when a list is too short', () => {
    const index = indexOf(Array.from({ length: 200 }, (_, k) => [110 + k * 0.005, 35]));
    const overlap = new Overlap(index.count, 0);
    overlap.put(
      'a',
      nearList(index, projectShape({ type: 'Point', coordinates: [110.5, 35] }), 10_000),
    );
    let before = overlap.counts.slice();
    for (let metres = 0; metres <= 10_000; metres += 250) {
      overlap.setDistance(metres);
      before.forEach((count, at) => expect(overlap.counts[at]).toBeGreaterThanOrEqual(count));
      before = overlap.counts.slice();
    }
    expect(() => overlap.setDistance(10_001)).toThrow('10001 m');
    expect(overlap.distanceMetres).toBe(10_000);
    expect([...overlap.counts]).toEqual([...before]);
    expect(overlap.reachedBy('a')?.length).toBe(overlap.covered);
    expect(overlap.reachedBy('b')).toBeUndefined();
  });
});

describe('nearestProjects', () => {
  it('is the least over the projects, the first of equals', () => {
    fc.assert(
      fc.property(villages, fc.array(anyGeometry, { maxLength: 9 }), (places, some) => {
        const index = indexOf(places);
        // The last repeats the first: never the nearest.
        const shapes = [...some, ...some.slice(0, 1)].map(projectShape);
        const single = shapes.map((shape) => villageDistances(index, shape).metres);
        const { metres, project } = nearestProjects(index, shapes);
        metres.forEach((got, at) => {
          const least = Math.min(Infinity, ...single.map((each) => each[at] ?? Infinity));
          if (least === Infinity) {
            expect([got, project[at]]).toEqual([Infinity, -1]);
            return;
          }
          expect(Math.abs(got - least)).toBeLessThan(1e-5);
          const first = single.findIndex((each) => (each[at] ?? Infinity) <= least + 1e-9);
          const chosen = single[project[at] ?? -1]?.[at] ?? Infinity;
          expect(project[at] === first || Math.abs(chosen - least) < 1e-6).toBe(true);
          expect(project[at]).not.toBe(shapes.length === 1 ? -1 : shapes.length - 1 || -1);
        });
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
  it('is the same to the last bit whoever answers which blocks in what order', () => {
    // Three sites 0.9e-7 m apart: of neighbours the first is taken, the third is nearer than the first by more than a
    // tie. So after the third comes the second, and after the second the third: the first guess decides.
    const shapes = [2, 1, 0].map((step) =>
      projectShape({ type: 'Point', coordinates: [110, 35.1 + step * 8.1e-13] }),
    );
    const index = indexOf(Array.from({ length: NEAREST_BLOCK + 1 }, (_, k) => [110, 35 + k / 1e6]));
    const answer = emptyNearest(index);
    const forest = new NearestForest(shapes);
    fillNearest(index, shapes, forest, answer, NEAREST_BLOCK, index.count);
    fillNearest(index, shapes, forest, answer, 0, NEAREST_BLOCK);
    const wanted = nearestProjects(index, shapes);
    expect(answer.metres.findIndex((metres, at) => metres !== wanted.metres[at])).toBe(-1);
    expect(answer.project).toEqual(wanted.project);
  });
  it('after any change of one project equals asking all again', () => {
    const changes = fc.array(fc.record({ slot: fc.nat(4), geometry: fc.option(anyGeometry) }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(villages, changes, (places, list) => {
        const index = indexOf(places);
        const shapes = Array.from({ length: 5 }, () => EMPTY);
        let answer = nearestProjects(index, shapes);
        for (const { slot, geometry } of list) {
          shapes[slot] = geometry === null ? EMPTY : projectShape(geometry);
          answer = nearestAfterChange(index, shapes, answer, slot);
          const wanted = nearestProjects(index, shapes);
          answer.metres.forEach((got, at) => {
            const truth = wanted.metres[at] ?? Number.NaN;
            expect(got === truth || Math.abs(got - truth) < 1e-5).toBe(true);
          });
          expect(answer.project.map((p) => Math.sign(p))).toEqual(
            wanted.project.map((p) => Math.sign(p)),
          );
        }
      }),
      { seed: SEED, numRuns: 80 },
    );
  });
});
