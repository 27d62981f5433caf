// Targets with their distances, kept between calls: a slider step finds them all here and only compares numbers.
// A target is the same when its id and every number of its geometry are (messages copy objects, so identity is lost).
import type { PreparedTarget } from '../analysis/coverage';
import type { DistanceField } from '../geo/distance-field';
import { NearestSearch } from '../geo/nearest-search';
import { geometryNumbers, sameNumbers } from '../geo/positions';
import { projectShape } from '../geo/project-shape';
import type { VillageIndex } from '../geo/village-index';
import { distanceField, fillDistances } from '../geo/villages-distances';
import type { Pace } from './pace';
import type { CoverageTarget } from './protocol';
import { naming } from './target-problem';

/** Villages computed between two looks at the clock. */
const STRETCH = 2048;
/** 8 bytes each: 160 MB of distances at most. */
const MOST_DISTANCES = 20_000_000;

interface Kept {
  readonly numbers: Float64Array;
  readonly field: DistanceField;
}

export class PreparedTargets {
  /** Least recently used first. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly index: VillageIndex) {}

  /** Every target ready, in order. Progress counts villages over all targets. Throws EngineProblem. */
  async prepare(targets: readonly CoverageTarget[], pace: Pace): Promise<PreparedTarget[]> {
    const prepared: PreparedTarget[] = [];
    for (const [at, target] of targets.entries()) {
      const done = at * this.index.count;
      const total = targets.length * this.index.count;
      const distances = await this.distancesOf(target, (place) =>
        pace.breathe({ done: done + place, total }),
      );
      prepared.push({ id: target.id, accuracyMetres: target.accuracyMetres, distances });
    }
    return prepared;
  }

  private async distancesOf(
    target: CoverageTarget,
    breathe: (place: number) => Promise<void>,
  ): Promise<DistanceField> {
    const numbers = geometryNumbers(target.geometry);
    const known = this.kept.get(target.id);
    this.kept.delete(target.id);
    if (known !== undefined && sameNumbers(known.numbers, numbers)) {
      this.kept.set(target.id, known);
      return known.field;
    }
    const shape = naming(target, () => projectShape(target.geometry));
    const search = new NearestSearch(shape);
    const metres = new Float64Array(this.index.count);
    for (let from = 0; from < this.index.count; from += STRETCH) {
      const to = Math.min(from + STRETCH, this.index.count);
      fillDistances(this.index, shape, search, metres, from, to);
      await breathe(to);
    }
    const field = distanceField(this.index, shape, metres);
    this.keep(target.id, { numbers, field });
    return field;
  }

  private keep(id: string, entry: Kept): void {
    this.kept.set(id, entry);
    const most = Math.max(1, Math.floor(MOST_DISTANCES / Math.max(1, this.index.count)));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most) break;
      this.kept.delete(oldest);
    }
  }
}
