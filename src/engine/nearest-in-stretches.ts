// The nearest target of every village by this thread alone, with breaths in between.
import { emptyNearest, fillNearest } from '../analysis/nearest';
import type { NearestProjects } from '../analysis/nearest';
import { NearestForest } from '../geo/nearest-forest';
import type { ProjectShape } from '../geo/project-shape';
import type { VillageIndex } from '../geo/village-index';
import type { Pace } from './pace';

/** Villages computed between two looks at the clock. */
const STRETCH = 2048;

/** Who answers for all villages: this thread, or several (cli/nearest-threads.ts), with the same bits. */
export type NearestMaker = (
  index: VillageIndex,
  shapes: readonly ProjectShape[],
  pace: Pace,
) => Promise<NearestProjects>;

/** The nearest of `shapes` for every village; progress counts villages. */
export const nearestInStretches: NearestMaker = async (index, shapes, pace) => {
  const answer = emptyNearest(index);
  const forest = new NearestForest(shapes);
  for (let from = 0; from < index.count; from += STRETCH) {
    const to = Math.min(from + STRETCH, index.count);
    fillNearest(index, shapes, forest, answer, from, to);
    await pace.breathe({ done: to, total: index.count });
  }
  return answer;
};
