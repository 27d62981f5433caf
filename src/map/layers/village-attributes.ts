// Binary attributes of the village dots: typed arrays that deck.gl uploads as they are.
// Neutral dots are sorted by draw rank (a counting sort), known positions on top. Dots by coverage state keep pack order:
// the layer draws them state by state (coverage-dots-layer.ts), so that a new answer changes one byte a village.
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
} from '../../analysis/coverage-result';
import type { Village } from '../../domain/village';
import { rgba, type MapPalette } from '../style/palette';

/** One entry a drawn village, bottom to top; radii and widths in CSS pixels at zoom 9. */
export interface DotAttributes {
  readonly count: number;
  /** lng, lat */
  readonly positions: Float64Array;
  readonly radii: Float32Array;
  readonly fillColours: Uint8Array;
  readonly lineColours: Uint8Array;
  readonly lineWidths: Float32Array;
}

/** What never changes while a pack is open; one entry a village in pack order. */
export interface VillageBase {
  readonly positions: Float64Array;
  /** 1 = only the containing area is known. */
  readonly uncertain: Uint8Array;
}

export interface DotSymbol {
  readonly radius: number;
  readonly fill: readonly [number, number, number, number];
  readonly line: readonly [number, number, number, number];
  readonly lineWidth: number;
  /** Radius of the heaviest village where the weight sets the size. */
  readonly largest: number;
}

export function villageBase(villages: readonly Village[]): VillageBase {
  const positions = new Float64Array(villages.length * 2);
  const uncertain = new Uint8Array(villages.length);
  villages.forEach((village, index) => {
    positions[index * 2] = village.position[0];
    positions[index * 2 + 1] = village.position[1];
    uncertain[index] =
      village.positionMethod === 'within-township' || village.positionMethod === 'within-county'
        ? 1
        : 0;
  });
  return { positions, uncertain };
}

/** Neutral dots: a ring where the position is uncertain, a disc where it is known. */
export function villageSymbols(
  palette: MapPalette,
): readonly [known: DotSymbol, uncertain: DotSymbol] {
  return [
    {
      radius: 2.4,
      fill: rgba(palette.village, 225),
      line: rgba(palette.halo, 220),
      lineWidth: 0.6,
      largest: 5.5,
    },
    {
      radius: 2.2,
      fill: rgba(palette.halo, 70),
      line: rgba(palette.village, 200),
      lineWidth: 0.9,
      largest: 5.5,
    },
  ];
}

/**
 * Symbols by state code, told apart by shape before colour: grey speck, dashed ring (alpha 0 marks it, see
 * coverage-dots-layer), tinted disc with ring, solid disc.
 */
export function coverageSymbols(palette: MapPalette): readonly DotSymbol[] {
  const symbols: DotSymbol[] = [];
  const covered = (alpha: number) => rgba(palette.covered, alpha);
  symbols[NOT_COVERED] = {
    radius: 1.7,
    fill: rgba(palette.notCovered, 215),
    line: rgba(palette.halo, 0),
    lineWidth: 0,
    largest: 4,
  };
  symbols[POSSIBLE] = {
    radius: 3.4,
    fill: covered(0),
    line: covered(255),
    lineWidth: 1.2,
    largest: 4,
  };
  symbols[COVERED_AS_DRAWN] = {
    radius: 3.4,
    fill: covered(140),
    line: covered(255),
    lineWidth: 1.2,
    largest: 4,
  };
  symbols[COVERED_CERTAIN] = {
    radius: 3.8,
    fill: covered(255),
    line: covered(255),
    lineWidth: 1,
    largest: 4,
  };
  return symbols;
}

/** Symbols by overlap class: grey speck, then larger and darker with each project, ringed against each other. */
export function overlapSymbols(palette: MapPalette): readonly DotSymbol[] {
  const none = coverageSymbols(palette)[NOT_COVERED] as DotSymbol;
  const [one, two, more] = palette.overlap;
  const reached = (radius: number, fill: string, line: string): DotSymbol => ({
    radius,
    fill: rgba(fill),
    line: rgba(line),
    lineWidth: 1,
    largest: radius,
  });
  return [none, reached(2.7, one, two), reached(3.9, two, more), reached(5.8, more, palette.halo)];
}

/** Dot radius for a weight, 1.4 px growing with √weight to `largest` for the heaviest; villages without a figure get the smallest. */
export function weightRadius(weight: number, heaviest: number, largest: number): number {
  if (!(weight > 0) || !(heaviest > 0)) return 1.4;
  return 1.4 + (largest - 1.4) * Math.sqrt(weight / heaviest);
}

/**
 * @param rankOf index into `symbols` by village; larger is drawn later
 * @param weights size of the dots, or null for the symbols' own radius
 * @param weighted which symbols take the weight as their size
 */
export function dotAttributes(
  base: VillageBase,
  symbols: readonly DotSymbol[],
  rankOf: Uint8Array,
  options: {
    readonly weights: Float64Array | null;
    readonly weighted: (rank: number) => boolean;
    readonly mask: Uint8Array | null;
  },
): DotAttributes {
  const order = drawOrder(rankOf, symbols.length, options.mask);
  const count = order.length;
  const attributes = {
    count,
    positions: new Float64Array(count * 2),
    radii: new Float32Array(count),
    fillColours: new Uint8Array(count * 4),
    lineColours: new Uint8Array(count * 4),
    lineWidths: new Float32Array(count),
  };
  const heaviest = options.weights ? maximum(options.weights) : 0;
  for (let at = 0; at < count; at++) {
    const village = order[at]!;
    const rank = rankOf[village]!;
    const symbol = symbols[rank]!;
    const sized = options.weights && options.weighted(rank);
    attributes.positions[at * 2] = base.positions[village * 2]!;
    attributes.positions[at * 2 + 1] = base.positions[village * 2 + 1]!;
    attributes.radii[at] = sized
      ? weightRadius(options.weights[village]!, heaviest, symbol.largest)
      : symbol.radius;
    attributes.fillColours.set(symbol.fill, at * 4);
    attributes.lineColours.set(symbol.line, at * 4);
    attributes.lineWidths[at] = symbol.lineWidth;
  }
  return attributes;
}

/** Radius of each village whose weight sets its size, in pack order. */
export function weightRadii(
  count: number,
  weights: Float64Array | null,
  largest: number,
): Float32Array {
  const radii = new Float32Array(count);
  const heaviest = weights ? maximum(weights) : 0;
  for (let at = 0; at < count; at++) {
    radii[at] = weightRadius(weights?.[at] ?? Number.NaN, heaviest, largest);
  }
  return radii;
}

/** The states to draw: the answer's own array, or with masked villages marked as not drawn. */
export function drawnStates(
  states: Uint8Array,
  mask: Uint8Array | null,
  undrawn: number,
): Uint8Array {
  return mask === null ? states : states.map((state, at) => (mask[at] === 1 ? state : undrawn));
}

function maximum(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** Indices of the unmasked villages, ranks ascending, pack order within a rank. */
function drawOrder(rankOf: Uint8Array, ranks: number, mask: Uint8Array | null): Uint32Array {
  const starts = new Uint32Array(ranks + 1);
  for (let i = 0; i < rankOf.length; i++) if (!mask || mask[i]) starts[rankOf[i]! + 1]!++;
  for (let rank = 1; rank <= ranks; rank++) starts[rank]! += starts[rank - 1]!;
  const order = new Uint32Array(starts[ranks]!);
  for (let i = 0; i < rankOf.length; i++) if (!mask || mask[i]) order[starts[rankOf[i]!]!++] = i;
  return order;
}
