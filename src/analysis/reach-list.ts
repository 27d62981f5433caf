// Distances from one target to the villages that it can matter to: those within service distance + both accuracies of it.
// All others are not covered, not even possibly, at that service distance or a lesser one. So a target that moves costs
// what lies round it, not the whole region.
//
// Runs of villages round the target come from the index; in them each village is searched only as far as its own
// accuracy asks. Long lists are made in stretches, so that the caller can let others in between.
import { arcErrorMetres } from '../geo/ellipsoid';
import { DISTANCE_FIELD_ERROR_METRES } from '../geo/distance-field';
import { addFound, noneFound } from '../geo/found-places';
import { exactNearestMetres, NearestSearch } from '../geo/nearest-search';
import type { ProjectShape } from '../geo/project-shape';
import type { VillageIndex } from '../geo/village-index';
import { visitRunsNear } from '../geo/villages-distances';
import type { TargetDistances } from './coverage';

export interface ReachList extends TargetDistances {
  readonly villages: Uint32Array;
  readonly serviceMetres: number;
  readonly targetAccuracyMetres: number;
}

/** More than any distance's error, so that a village on the very threshold is listed and decided exactly. */
const ROOM_METRES = 1;

interface Asked {
  readonly index: VillageIndex;
  readonly shape: ProjectShape;
  /** One a village, in pack order. */
  readonly villageAccuracies: Float64Array;
  readonly targetAccuracyMetres: number;
  readonly serviceMetres: number;
}

/** A list in the making: call `work` until it says that all is done, then take `list`. */
export class ReachListMaker {
  private readonly runs: number[] = [];
  private readonly search: NearestSearch;
  private readonly found = noneFound();
  private run = 0;
  private next = 0;
  private witness = -1;

  constructor(
    private readonly asked: Asked,
    largestAccuracyMetres: number,
  ) {
    const { index, shape, targetAccuracyMetres, serviceMetres } = asked;
    this.search = new NearestSearch(shape);
    const widest = serviceMetres + targetAccuracyMetres + largestAccuracyMetres + ROOM_METRES;
    visitRunsNear(index, shape, widest, (from, to) => this.runs.push(from, to));
    this.next = this.runs[0] ?? 0;
  }

  /** Looks at up to `villages` more; false when none is left. */
  work(villages: number): boolean {
    let left = villages;
    while (left > 0 && this.run < this.runs.length) {
      const end = this.runs[this.run + 1] as number;
      const to = Math.min(end, this.next + left);
      left -= to - this.next;
      for (let place = this.next; place < to; place++) this.look(place);
      this.next = to;
      if (to === end) {
        this.run += 2;
        this.next = this.runs[this.run] ?? 0;
      }
    }
    return this.run < this.runs.length;
  }

  private look(place: number): void {
    const { index, villageAccuracies, targetAccuracyMetres, serviceMetres } = this.asked;
    const { search } = this;
    const accuracy = villageAccuracies[index.ids[place] as number] as number;
    const limit = serviceMetres + targetAccuracyMetres + accuracy + ROOM_METRES;
    if (search.inside(index, place)) {
      addFound(this.found, place, 0);
      return;
    }
    search.nearestWithin(index, place, this.witness, limit);
    if (search.piece < 0) return;
    this.witness = search.piece;
    addFound(this.found, place, this.goodMetres(place, search.metres));
  }

  /** Beyond some 2,900 km arcs are not good enough. */
  private goodMetres(place: number, metres: number): number {
    return arcErrorMetres(metres) < DISTANCE_FIELD_ERROR_METRES
      ? metres
      : exactNearestMetres(this.asked.shape, this.asked.index, place, metres);
  }

  list(): ReachList {
    const { asked, found } = this;
    const places = found.places.slice(0, found.count);
    const metres = found.metres.slice(0, found.count);
    const exact = new Map<number, number>();
    return {
      serviceMetres: asked.serviceMetres,
      targetAccuracyMetres: asked.targetAccuracyMetres,
      villages: places.map((place) => asked.index.ids[place] as number),
      metres,
      exactAt(entry) {
        const known = metres[entry] as number;
        if (known === 0) return 0;
        const kept =
          exact.get(entry) ??
          exactNearestMetres(asked.shape, asked.index, places[entry] as number, known);
        exact.set(entry, kept);
        return kept;
      },
    };
  }
}
