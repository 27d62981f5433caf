// The nearest of many shapes, for one point after another.
//
// A tree over the boxes of the shapes (in Morton order, 4 a node) on top of each shape's own tree. The shape and the
// piece that were nearest for the previous point are the first guess; points should come in an order in which
// neighbours are near (strips are). Replacing one shape rebuilds only the top tree, which has one leaf a shape.
//
// A polygon's interior can stand above the box of its boundary, by at most its extent squared over 6 radii: boxes of
// shapes with areas are widened by that, so a point inside is always in the box.
import { LEAST_RADIUS_METRES, longestChordMetres } from './ellipsoid';
import { NearestSearch } from './nearest-search';
import { atMostSquared } from './piece-distance';
import type { ProjectShape } from './project-shape';

const FAN_OUT = 4;
/** Ties closer than this go to the shape that comes first. */
export const TIE_METRES = 1e-7;

/** Places of the non-empty shapes, neighbours near each other: sorted by interleaved bits of their boxes' middles. */
function mortonOrder(shapes: readonly ProjectShape[]): number[] {
  const spread = (value: number): number => {
    let bits = 0;
    const cell = Math.floor(((value + 6.4e6) / 12.8e6) * 1023);
    for (let bit = 0; bit < 10; bit++) bits += ((cell >> bit) & 1) * 8 ** bit;
    return bits;
  };
  const middle = (shape: ProjectShape, axis: number): number => {
    const at = (shape.childStart.length - 1) * 6 + axis;
    return ((shape.boxes[at] as number) + (shape.boxes[at + 3] as number)) / 2;
  };
  return shapes
    .flatMap((shape, at) => {
      if (shape.pieceCount === 0) return [];
      const code = [0, 1, 2].reduce(
        (sum, axis) => sum + spread(middle(shape, axis)) * 2 ** axis,
        0,
      );
      return [{ at, code }];
    })
    .toSorted((a, b) => a.code - b.code || a.at - b.at)
    .map(({ at }) => at);
}

/** A shape's box, widened when it has an inside. */
function writeRootBox(shape: ProjectShape, boxes: Float64Array, node: number): void {
  const from = (shape.childStart.length - 1) * 6;
  const box = shape.boxes.subarray(from, from + 6);
  const extent = Math.hypot(
    ...[0, 1, 2].map((axis) => (box[axis + 3] as number) - (box[axis] as number)),
  );
  const dome = shape.insides.length > 0 ? (extent * extent) / (6 * LEAST_RADIUS_METRES) : 0;
  for (let axis = 0; axis < 3; axis++) {
    boxes[node * 6 + axis] = (box[axis] as number) - dome;
    boxes[node * 6 + 3 + axis] = (box[axis + 3] as number) + dome;
  }
}

export class NearestForest {
  /** Geodesic metres of the last search, and the place of the nearest shape; Infinity and −1 without any. */
  metres = Number.POSITIVE_INFINITY;
  shape = -1;
  private piece = -1;
  private readonly searches: readonly NearestSearch[];
  private readonly order: readonly number[];
  private readonly boxes: Float64Array;
  /** First node of each level, leaves (one a shape, in `order`) first; the root's level last. */
  private readonly levels: readonly number[];

  constructor(shapes: readonly ProjectShape[]) {
    this.searches = shapes.map((shape) => new NearestSearch(shape));
    this.order = mortonOrder(shapes);
    const sizes = [this.order.length];
    while ((sizes.at(-1) as number) > 1) sizes.push(Math.ceil((sizes.at(-1) as number) / FAN_OUT));
    this.levels = sizes.map((_, level) => sizes.slice(0, level).reduce((sum, n) => sum + n, 0));
    this.boxes = new Float64Array(sizes.reduce((sum, n) => sum + n, 0) * 6);
    this.order.forEach((at, leaf) => {
      writeRootBox(shapes[at] as ProjectShape, this.boxes, leaf);
    });
    sizes.slice(1).forEach((size, above) => {
      for (let k = 0; k < size; k++) this.fillNode(above, k, sizes[above] as number);
    });
  }

  private fillNode(level: number, k: number, below: number): void {
    const node = (this.levels[level + 1] as number) + k;
    const first = this.levels[level] as number;
    const last = Math.min((k + 1) * FAN_OUT, below);
    for (let axis = 0; axis < 6; axis++) {
      const pick = axis < 3 ? Math.min : Math.max;
      let value = this.boxes[(first + k * FAN_OUT) * 6 + axis] as number;
      for (let child = k * FAN_OUT + 1; child < last; child++) {
        value = pick(value, this.boxes[(first + child) * 6 + axis] as number);
      }
      this.boxes[node * 6 + axis] = value;
    }
  }

  /** Sets `metres` and `shape` for a surface point, in degrees and ECEF metres. */
  find(lng: number, lat: number, x: number, y: number, z: number): void {
    this.metres = Number.POSITIVE_INFINITY;
    const [guess, piece] = [this.shape, this.piece];
    this.shape = -1;
    if (guess >= 0) {
      const search = this.searches[guess] as NearestSearch;
      if (search.inside(lng, lat, x, y, z)) {
        this.metres = 0;
      } else {
        search.nearest(x, y, z, piece);
        this.metres = search.metres;
        this.piece = search.piece;
      }
      this.shape = guess;
    }
    const top = this.levels.length - 1;
    if (this.order.length > 0) this.descend(top, 0, guess, lng, lat, x, y, z);
  }

  private descend(
    level: number,
    k: number,
    guess: number,
    lng: number,
    lat: number,
    x: number,
    y: number,
    z: number,
  ): void {
    const squared = this.boxSquared((this.levels[level] as number) + k, x, y, z);
    const bound = this.metres + TIE_METRES;
    if (bound < Infinity && squared > atMostSquared(longestChordMetres(bound))) return;
    if (level === 0) {
      const at = this.order[k] as number;
      if (at !== guess) this.look(at, squared, lng, lat, x, y, z);
      return;
    }
    const last = Math.min((k + 1) * FAN_OUT, this.sizeOf(level - 1));
    for (let child = k * FAN_OUT; child < last; child++) {
      this.descend(level - 1, child, guess, lng, lat, x, y, z);
    }
  }

  private sizeOf(level: number): number {
    return (this.levels[level + 1] as number) - (this.levels[level] as number);
  }

  private look(
    at: number,
    squared: number,
    lng: number,
    lat: number,
    x: number,
    y: number,
    z: number,
  ): void {
    const search = this.searches[at] as NearestSearch;
    const isFirst = at < this.shape || this.shape < 0;
    if (squared === 0 && search.inside(lng, lat, x, y, z)) {
      if (this.metres > 0 || isFirst) this.take(at, 0, 0);
      return;
    }
    search.nearestBelow(x, y, z, this.metres + (isFirst ? TIE_METRES : -TIE_METRES));
    if (search.piece >= 0) this.take(at, search.piece, search.metres);
  }

  private take(at: number, piece: number, metres: number): void {
    this.shape = at;
    this.piece = piece;
    this.metres = metres;
  }

  private boxSquared(node: number, x: number, y: number, z: number): number {
    const { boxes } = this;
    const at = node * 6;
    const dx = Math.max((boxes[at] as number) - x, 0, x - (boxes[at + 3] as number));
    const dy = Math.max((boxes[at + 1] as number) - y, 0, y - (boxes[at + 4] as number));
    const dz = Math.max((boxes[at + 2] as number) - z, 0, z - (boxes[at + 5] as number));
    return dx * dx + dy * dy + dz * dz;
  }
}
