// The nearest of many shapes, for one point after another.
//
// A tree over the boxes of the shapes (in Morton order, 4 a node) on top of each shape's own tree. The shape and the
// piece that were nearest for the previous point are the first guess; points should come in an order in which
// neighbours are near (strips are). Replacing one shape rebuilds only the top tree, which has one leaf a shape.
//
// A polygon's interior can stand above the box of its boundary, by at most its extent squared over 6 radii: boxes of
// shapes with areas are widened by that, so a point inside is always in the box.
import { LEAST_RADIUS_METRES, longestChordMetres } from './ellipsoid';
import { boxDistanceSquared, NearestSearch } from './nearest-search';
import type { Places } from './nearest-search';
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
  /** Boxes whose distance squared is more hold nothing nearer. */
  private limit = Number.POSITIVE_INFINITY;
  private readonly point = new Float64Array(3);
  private readonly searches: readonly NearestSearch[];
  private readonly order: readonly number[];
  private readonly boxes: Float64Array;
  /** First node of each level, leaves (one a shape, in `order`) first; the root's level last. */
  private readonly levels: readonly number[];
  private readonly sizes: readonly number[];

  constructor(shapes: readonly ProjectShape[]) {
    this.searches = shapes.map((shape) => new NearestSearch(shape));
    this.order = mortonOrder(shapes);
    const sizes = [this.order.length];
    while ((sizes.at(-1) as number) > 1) sizes.push(Math.ceil((sizes.at(-1) as number) / FAN_OUT));
    this.sizes = sizes;
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

  /** Searches after it answer as those of a new forest do, to the last bit: a first guess decides ties. */
  forget(): void {
    this.shape = -1;
    this.piece = -1;
    for (const search of this.searches) search.forget();
  }

  /** Sets `metres` and `shape` for a place. */
  find(places: Places, at: number): void {
    const [guess, piece] = [this.shape, this.piece];
    const { space } = places;
    for (let axis = 0; axis < 3; axis++) this.point[axis] = space[at * 3 + axis] as number;
    this.metres = Number.POSITIVE_INFINITY;
    this.shape = -1;
    this.limit = Number.POSITIVE_INFINITY;
    if (guess >= 0) {
      const search = this.searches[guess] as NearestSearch;
      if (search.inside(places, at)) this.take(guess, 0, 0);
      else {
        search.nearest(places, at, piece);
        this.take(guess, search.piece, search.metres);
      }
    }
    if (this.order.length > 0) this.descend(this.levels.length - 1, 0, guess, places, at);
  }

  private descend(level: number, k: number, guess: number, places: Places, at: number): void {
    const squared = boxDistanceSquared(this.boxes, (this.levels[level] as number) + k, this.point);
    if (squared > this.limit) return;
    if (level === 0) {
      const shape = this.order[k] as number;
      if (shape !== guess) this.look(shape, squared === 0, places, at);
      return;
    }
    const last = Math.min((k + 1) * FAN_OUT, this.sizes[level - 1] as number);
    for (let child = k * FAN_OUT; child < last; child++) {
      this.descend(level - 1, child, guess, places, at);
    }
  }

  private look(shape: number, mayBeInside: boolean, places: Places, at: number): void {
    const search = this.searches[shape] as NearestSearch;
    const isFirst = shape < this.shape || this.shape < 0;
    if (mayBeInside && search.inside(places, at)) {
      if (this.metres > 0 || isFirst) this.take(shape, 0, 0);
      return;
    }
    search.nearestBelow(places, at, this.metres + (isFirst ? TIE_METRES : -TIE_METRES));
    if (search.piece >= 0) this.take(shape, search.piece, search.metres);
  }

  private take(shape: number, piece: number, metres: number): void {
    this.shape = shape;
    this.piece = piece;
    this.metres = metres;
    this.limit = atMostSquared(longestChordMetres(metres + TIE_METRES));
  }
}
