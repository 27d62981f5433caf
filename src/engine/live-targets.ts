// The engine's quick answers about targets as drawn: within, overlap, nearest. Shapes are kept between calls
// (target-cache.ts), so that a call after one target moved prepares and asks only that one.
//
// A shape just moved is asked directly (a drag moves it again before the list could pay off); asked a second time, for
// another distance, it gets its sorted list out to the slider's end.
import { nearestAfterChange } from '../analysis/nearest';
import type { NearestProjects } from '../analysis/nearest';
import { nearList } from '../geo/near-list';
import type { ProjectShape } from '../geo/project-shape';
import type { VillageIndex } from '../geo/village-index';
import { villagesWithinInto } from '../geo/villages-distances';
import { nearestInStretches } from './nearest-in-stretches';
import type { Pace } from './pace';
import type { CoverageQuery, CoverageTarget, OverlapAnswer } from './protocol';
import type { TargetCache } from './target-cache';

/** The slider's end: lists reach at least so far. */
const SLIDER_END_METRES = 10_000;

interface LastNearest {
  readonly ids: readonly string[];
  readonly shapes: readonly ProjectShape[];
  readonly answer: NearestProjects;
}

export class LiveTargets {
  private readonly found: Uint32Array;
  private last: LastNearest | null = null;

  constructor(
    private readonly index: VillageIndex,
    private readonly cache: TargetCache,
  ) {
    this.found = new Uint32Array(index.count);
  }

  /** Villages as drawn within the distance of any target. Throws EngineProblem. */
  async within(query: CoverageQuery, pace: Pace): Promise<Uint32Array> {
    const { targets, distanceMetres } = query;
    const [only] = targets;
    if (only !== undefined && targets.length === 1)
      return this.reached(only, distanceMetres).slice();
    const { counts, covered } = await this.overlap(query, pace);
    const villages = new Uint32Array(covered);
    let count = 0;
    for (let village = 0; village < counts.length; village++) {
      if ((counts[village] as number) > 0) villages[count++] = village;
    }
    return villages;
  }

  /** Throws EngineProblem. */
  async overlap({ targets, distanceMetres }: CoverageQuery, pace: Pace): Promise<OverlapAnswer> {
    const counts = new Uint16Array(this.index.count);
    let covered = 0;
    for (const [done, target] of targets.entries()) {
      for (const village of this.reached(target, distanceMetres)) {
        const before = counts[village] as number;
        counts[village] = before + 1;
        if (before === 0) covered++;
      }
      await pace.breathe({ done: done + 1, total: targets.length });
    }
    this.cache.trim();
    return { counts, covered };
  }

  /** Throws EngineProblem. The arrays are the caller's. */
  async nearest(targets: readonly CoverageTarget[], pace: Pace): Promise<NearestProjects> {
    const ids = targets.map(({ id }) => id);
    const shapes = targets.map((target) => this.cache.of(target).shape);
    const answer =
      this.afterOneChange(ids, shapes) ?? (await nearestInStretches(this.index, shapes, pace));
    this.last = { ids, shapes, answer };
    return { metres: answer.metres.slice(), project: answer.project.slice() };
  }

  /** The answer from the last one when at most one shape differs; null otherwise. */
  private afterOneChange(
    ids: readonly string[],
    shapes: readonly ProjectShape[],
  ): NearestProjects | null {
    const { last } = this;
    if (last === null || last.ids.length !== ids.length) return null;
    if (ids.some((id, at) => id !== last.ids[at])) return null;
    const changed = shapes.flatMap((shape, at) => (shape === last.shapes[at] ? [] : [at]));
    const [at] = changed;
    if (changed.length > 1) return null;
    return at === undefined ? last.answer : nearestAfterChange(this.index, shapes, last.answer, at);
  }

  /** A view that the next call overwrites. */
  private reached(target: CoverageTarget, metres: number): Uint32Array {
    const kept = this.cache.of(target);
    if (!kept.isAskedNear) {
      kept.isAskedNear = true;
      const count = villagesWithinInto(this.index, kept.shape, metres, this.found);
      return this.found.subarray(0, count);
    }
    if (kept.near === null || kept.near.limitMetres < metres) {
      kept.near = nearList(this.index, kept.shape, Math.max(metres, SLIDER_END_METRES));
    }
    return kept.near.villages.subarray(0, kept.near.countWithin(metres));
  }
}
