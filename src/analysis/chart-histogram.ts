// 直方图: values counted in bins of one round width. A bin holds its lower edge up to, not including, the upper one. Each bin
// also says how many of its values fall into each class of the map, so that bars can be drawn in the map's colours.

export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** By class of the map, adding up to `count`. */
  readonly byClass: readonly number[];
}

export interface Histogram {
  /** Without gaps from the first bin to the last; empty when no value is known. */
  readonly bins: readonly HistogramBin[];
  readonly stepWidth: number;
  readonly known: number;
  readonly missing: number;
}

/** The smallest of 1, 2, 5 × 10ⁿ that is at least `width`. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((each) => each * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Edges are multiples of the width; a value that misses one by rounding alone counts as on it. */
const SLACK = 1e-9;

/**
 * `breaks` are the map's inner class breaks, ascending; null and NaN are 无数据. Bins: about `wantedBins`, at most two more.
 */
export function histogram(
  values: readonly (number | null)[],
  breaks: readonly number[],
  wantedBins: number,
): Histogram {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const missing = values.length - known.length;
  if (known.length === 0) return { bins: [], stepWidth: 0, known: 0, missing };
  const [least, most] = [Math.min(...known), Math.max(...known)];
  // Values that differ by rounding alone stand in one bar.
  const spread = most - least > Math.abs(most) * 1e-6 ? most - least : Math.abs(most) || 1;
  const stepWidth = roundWidth(spread / wantedBins);
  const binOf = (value: number): number => Math.floor(value / stepWidth + SLACK);
  const first = binOf(least);
  const counts = Array.from({ length: binOf(most) - first + 1 }, () =>
    Array.from({ length: breaks.length + 1 }, () => 0),
  );
  for (const value of known) {
    const row = counts[binOf(value) - first] as number[];
    const at = breaks.filter((each) => value >= each).length;
    row[at] = (row[at] as number) + 1;
  }
  // Multiplied and rounded, not added up: 0.1 + 0.2 would leave its tail in the table.
  const edge = (bin: number): number => Number((bin * stepWidth).toPrecision(12));
  const bins = counts.map((byClass, at) => ({
    from: edge(first + at),
    to: edge(first + at + 1),
    count: byClass.reduce((sum, each) => sum + each, 0),
    byClass,
  }));
  return { bins, stepWidth, known: known.length, missing };
}
