// 重复覆盖: how many projects reach each village within one distance, and how many villages any of them reaches
// (the union). Kept up to date while projects are added, moved and removed and while the distance changes: an edit
// takes off the project's old list and puts on its new one, a distance step touches only the villages it wins or loses.
import type { NearList } from '../geo/near-list';

interface Entry {
  readonly list: NearList;
  /** Villages now counted: a prefix of the list. */
  reached: number;
}

/** Changing state with a pure meaning: always equal to counting from scratch (tested over random edits). */
export class Overlap {
  /** Projects that reach each village, in the order the villages were given. */
  readonly counts: Uint16Array;
  /** Villages reached by at least one project: the union. */
  covered = 0;
  private readonly entries = new Map<string, Entry>();

  constructor(
    villageCount: number,
    private metres: number,
  ) {
    this.counts = new Uint16Array(villageCount);
  }

  get distanceMetres(): number {
    return this.metres;
  }

  /** Villages within the distance of one project, nearest first; undefined for an unknown project. A view. */
  reachedBy(id: string): Uint32Array | undefined {
    const entry = this.entries.get(id);
    return entry?.list.villages.subarray(0, entry.reached);
  }

  /** Adds the project or replaces it. Throws RangeError when the list ends before the distance. */
  put(id: string, list: NearList): void {
    const reached = list.countWithin(this.metres);
    this.remove(id);
    this.count(list, 0, reached);
    this.entries.set(id, { list, reached });
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.count(entry.list, entry.reached, 0);
    this.entries.delete(id);
  }

  /** Throws RangeError, changing nothing, when a list ends before `metres`. */
  setDistance(metres: number): void {
    const steps = [...this.entries.values()].map((entry) => ({
      entry,
      reached: entry.list.countWithin(metres),
    }));
    for (const { entry, reached } of steps) {
      this.count(entry.list, entry.reached, reached);
      entry.reached = reached;
    }
    this.metres = metres;
  }

  /** Moves the end of a list's counted prefix from `before` to `after`. */
  private count({ villages }: NearList, before: number, after: number): void {
    const { counts } = this;
    for (let at = before; at < after; at++) {
      const village = villages[at] as number;
      const count = (counts[village] as number) + 1;
      counts[village] = count;
      if (count === 1) this.covered++;
    }
    for (let at = after; at < before; at++) {
      const village = villages[at] as number;
      const count = (counts[village] as number) - 1;
      counts[village] = count;
      if (count === 0) this.covered--;
    }
  }
}
