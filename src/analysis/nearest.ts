// 最近项目: for every village the nearest project and the metres to it, at any distance; and the same after one
// project changed, asking only what the change can have touched.
import { arcErrorMetres } from '../geo/ellipsoid';
import { DISTANCE_FIELD_ERROR_METRES } from '../geo/distance-field';
import { NearestForest, TIE_METRES } from '../geo/nearest-forest';
import { exactNearestMetres, NearestSearch } from '../geo/nearest-search';
import type { ProjectShape } from '../geo/project-shape';
import type { VillageIndex } from '../geo/village-index';

/** One entry a village, in the order the villages were given. */
export interface NearestProjects {
  /** Geodesic metres (error below DISTANCE_FIELD_ERROR_METRES); Infinity without projects; 0 inside a polygon. */
  readonly metres: Float64Array;
  /** Place in the list of projects, the first of equals; −1 without projects. */
  readonly project: Int32Array;
}

/** Beyond some 2,900 km arcs are not good enough: GeographicLib gives the distance. */
function goodMetres(
  index: VillageIndex,
  shapes: readonly ProjectShape[],
  place: number,
  project: number,
  metres: number,
): number {
  const shape = shapes[project];
  if (shape === undefined || arcErrorMetres(metres) < DISTANCE_FIELD_ERROR_METRES) return metres;
  return exactNearestMetres(shape, index, place, metres);
}

/** An answer without any project, to be filled stretch by stretch. */
export function emptyNearest(index: VillageIndex): NearestProjects {
  return {
    metres: new Float64Array(index.count).fill(Number.POSITIVE_INFINITY),
    project: new Int32Array(index.count).fill(-1),
  };
}

/**
 * Places at whose multiples the search begins afresh, so that blocks of so many may be answered in any order and by
 * any thread with the same bits.
 */
export const NEAREST_BLOCK = 8192;

/** Fills the answer for index places [from, to): long work can be cut into stretches. `forest`: of the same shapes. */
export function fillNearest(
  index: VillageIndex,
  shapes: readonly ProjectShape[],
  forest: NearestForest,
  answer: NearestProjects,
  from: number,
  to: number,
): void {
  const { ids } = index;
  for (let place = from; place < to; place++) {
    if (place % NEAREST_BLOCK === 0) forest.forget();
    forest.find(index, place);
    const id = ids[place] as number;
    answer.project[id] = forest.shape;
    answer.metres[id] = goodMetres(index, shapes, place, forest.shape, forest.metres);
  }
}

/** The nearest of `shapes` for every village. */
export function nearestProjects(
  index: VillageIndex,
  shapes: readonly ProjectShape[],
): NearestProjects {
  const answer = emptyNearest(index);
  fillNearest(index, shapes, new NearestForest(shapes), answer, 0, index.count);
  return answer;
}

/**
 * The nearest of `shapes` when `before` was the answer before the shape at `changed` was put there: it may be new (at
 * the end), moved, or removed (now an empty shape, so that the others keep their places).
 * Villages whose nearest it was are asked again; for all others only the new shape is compared.
 */
export function nearestAfterChange(
  index: VillageIndex,
  shapes: readonly ProjectShape[],
  before: NearestProjects,
  changed: number,
): NearestProjects {
  const shape = shapes[changed];
  if (shape === undefined) throw new RangeError(`project ${changed} of ${shapes.length}`);
  const answer = { metres: before.metres.slice(), project: before.project.slice() };
  const forest = new NearestForest(shapes);
  const search = new NearestSearch(shape);
  const { ids } = index;
  for (let place = 0; place < index.count; place++) {
    const id = ids[place] as number;
    const project = answer.project[id] as number;
    if (project === changed || project < 0) {
      fillNearest(index, shapes, forest, answer, place, place + 1);
      continue;
    }
    const metres = answer.metres[id] as number;
    const isFirst = changed < project;
    if (metres === 0 && !isFirst) continue;
    if (search.inside(index, place)) {
      answer.metres[id] = 0;
      answer.project[id] = changed;
      continue;
    }
    search.nearestBelow(index, place, metres + (isFirst ? TIE_METRES : -TIE_METRES));
    if (search.piece < 0) continue;
    answer.project[id] = changed;
    answer.metres[id] = goodMetres(index, shapes, place, changed, search.metres);
  }
  return answer;
}
