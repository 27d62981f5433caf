// What is kept of a target between calls: its shape and the lists made of it. A target is the same when its id and every
// number of its geometry are; the same object is (sent-geometry.ts) without a look at the numbers. So after one project moved, only that one is
// prepared again. Targets not asked for the longest go first when the lists outgrow their room.
import type { ReachList } from '../analysis/reach-list';
import type { NearList } from '../geo/near-list';
import type { Geometry } from 'geojson';
import { geometryNumbers, sameNumbers } from '../geo/positions';
import { projectShape } from '../geo/project-shape';
import type { ProjectShape } from '../geo/project-shape';
import type { CoverageTarget } from './protocol';
import { naming } from './target-problem';

const MOST_BYTES = 160_000_000;
const MOST_TARGETS = 1000;
/** A shape beside its numbers: pieces, boxes, frames; measured at about 12 times. */
const SHAPE_BYTES_PER_NUMBER = 100;
/** A list's entry: place, village, metres. */
const LIST_BYTES_PER_ENTRY = 16;

export interface KeptTarget {
  /** Geometries are not changed in place: the same object is the same target without looking. */
  geometry: Geometry;
  readonly numbers: Float64Array;
  readonly shape: ProjectShape;
  /** Villages by distance as drawn (near-list.ts), once they have been asked for twice. */
  near: NearList | null;
  isAskedNear: boolean;
  /** Villages that the target can matter to, with accuracies (reach-list.ts). */
  reach: ReachList | null;
}

function bytesOf({ numbers, near, reach }: KeptTarget): number {
  const entries = (near?.villages.length ?? 0) + (reach?.villages.length ?? 0);
  return numbers.length * SHAPE_BYTES_PER_NUMBER + entries * LIST_BYTES_PER_ENTRY;
}

export class TargetCache {
  /** Least recently asked first. */
  private readonly kept = new Map<string, KeptTarget>();

  constructor(
    private readonly mostBytes = MOST_BYTES,
    private readonly mostTargets = MOST_TARGETS,
  ) {}

  /** Throws EngineProblem for a geometry that cannot be measured. */
  of(target: CoverageTarget): KeptTarget {
    const { geometry } = target;
    const known = this.kept.get(target.id);
    const isSame = known?.geometry === geometry;
    const numbers = isSame ? known.numbers : geometryNumbers(geometry);
    if (known !== undefined && (isSame || sameNumbers(known.numbers, numbers))) {
      known.geometry = geometry;
      this.kept.delete(target.id);
      this.kept.set(target.id, known);
      return known;
    }
    const shape = naming(target, () => projectShape(geometry));
    const fresh = { geometry, numbers, shape, near: null, isAskedNear: false, reach: null };
    this.kept.delete(target.id);
    this.kept.set(target.id, fresh);
    return fresh;
  }

  /** Call after an answer: drops what does not fit any more. */
  trim(): void {
    let bytes = 0;
    for (const each of this.kept.values()) bytes += bytesOf(each);
    for (const [id, oldest] of this.kept) {
      if (bytes <= this.mostBytes && this.kept.size <= this.mostTargets) return;
      bytes -= bytesOf(oldest);
      this.kept.delete(id);
    }
  }

  /** How many targets are kept. */
  get size(): number {
    return this.kept.size;
  }
}
