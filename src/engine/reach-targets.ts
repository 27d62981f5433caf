// What the engine's answers with accuracies are made of. States come from each target's list of the villages
// that it can matter to (reach-list.ts); the nearest target of every village from one walk over all targets
// (nearest-forest.ts), kept while the targets stay as they are. Both depend on the targets alone, never on what was asked
// before, so an answer after many edits is the answer from scratch, bit by bit.
import type { PreparedTarget } from '../analysis/coverage';
import type { NearestProjects } from '../analysis/nearest';
import { ReachListMaker } from '../analysis/reach-list';
import type { ReachList } from '../analysis/reach-list';
import type { ProjectShape } from '../geo/project-shape';
import type { VillageIndex } from '../geo/village-index';
import type { NearestMaker } from './nearest-in-stretches';
import type { Pace } from './pace';
import type { CoverageTarget } from './protocol';
import type { KeptTarget, TargetCache } from './target-cache';

/** Villages computed between two looks at the clock. */
const STRETCH = 2048;
/** The slider's end: a list asked for a second time reaches at least so far. */
const SLIDER_END_METRES = 10_000;
/** Sets of targets whose nearest are kept: all chosen ones, and the one in focus. */
const MOST_SETS = 2;

interface KnownNearest {
  readonly shapes: readonly ProjectShape[];
  readonly answer: NearestProjects;
}

export class ReachTargets {
  private readonly largestAccuracyMetres: number;
  /** Most recent first. */
  private known: readonly KnownNearest[] = [];

  constructor(
    private readonly index: VillageIndex,
    readonly accuracyMetres: Float64Array,
    private readonly cache: TargetCache,
    private readonly makeNearest: NearestMaker,
  ) {
    this.largestAccuracyMetres = accuracyMetres.reduce((most, each) => Math.max(most, each), 0);
  }

  /** Every target with its list, in order. Progress counts villages over all targets. Throws EngineProblem. */
  async lists(
    targets: readonly CoverageTarget[],
    serviceMetres: number,
    pace: Pace,
  ): Promise<PreparedTarget[]> {
    const prepared: PreparedTarget[] = [];
    const { count } = this.index;
    for (const [at, target] of targets.entries()) {
      const progress = { done: at * count, total: targets.length * count };
      const distances = await this.listOf(target, serviceMetres, () => pace.breathe(progress));
      prepared.push({ id: target.id, accuracyMetres: target.accuracyMetres, distances });
    }
    this.cache.trim();
    return prepared;
  }

  private async listOf(
    target: CoverageTarget,
    serviceMetres: number,
    breathe: () => Promise<void>,
  ): Promise<ReachList> {
    const kept = this.cache.of(target);
    const { reach } = kept;
    const isSame = reach?.targetAccuracyMetres === target.accuracyMetres;
    if (reach !== null && isSame && reach.serviceMetres >= serviceMetres) return reach;
    // A target in the hand is asked once where it is; one that rests is asked again for other distances.
    const asked = reach === null ? serviceMetres : Math.max(serviceMetres, SLIDER_END_METRES);
    const maker = this.makerOf(kept, target.accuracyMetres, asked);
    while (maker.work(STRETCH)) await breathe();
    await breathe();
    kept.reach = maker.list();
    return kept.reach;
  }

  private makerOf(
    { shape }: KeptTarget,
    targetAccuracyMetres: number,
    serviceMetres: number,
  ): ReachListMaker {
    const { index, accuracyMetres: villageAccuracies } = this;
    const asked = { index, shape, villageAccuracies, targetAccuracyMetres, serviceMetres };
    return new ReachListMaker(asked, this.largestAccuracyMetres);
  }

  /** The nearest of these targets where it is known already; null otherwise. Throws EngineProblem. */
  knownNearest(targets: readonly CoverageTarget[]): NearestProjects | null {
    const shapes = targets.map((target) => this.cache.of(target).shape);
    return this.recall(shapes);
  }

  private recall(shapes: readonly ProjectShape[]): NearestProjects | null {
    const found = this.known.find(
      (each) =>
        each.shapes.length === shapes.length &&
        each.shapes.every((shape, at) => shape === shapes[at]),
    );
    if (found === undefined) return null;
    this.known = [found, ...this.known.filter((each) => each !== found)];
    return found.answer;
  }

  /** The nearest of these targets for every village. The arrays are kept: copy them. Throws EngineProblem. */
  async nearest(targets: readonly CoverageTarget[], pace: Pace): Promise<NearestProjects> {
    const shapes = targets.map((target) => this.cache.of(target).shape);
    const recalled = this.recall(shapes);
    if (recalled !== null) return recalled;
    const answer = await this.makeNearest(this.index, shapes, pace);
    this.known = [{ shapes, answer }, ...this.known].slice(0, MOST_SETS);
    return answer;
  }
}
