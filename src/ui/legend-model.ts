import type { SwatchSpec } from '../domain/swatch';

export interface LegendRow {
  readonly key: string;
  readonly swatch: SwatchSpec;
  readonly label: string;
  /** Formatted, e.g. "12" or "214 村"; empty when nothing is counted. */
  readonly count: string;
}

/** A key that stands on its own: what is drawn, how many of each, and what must be known to read it. */
export interface LegendModel {
  /** Measure, unit and year; empty when the layer's own title says it all. */
  readonly title: string;
  readonly rows: readonly LegendRow[];
  readonly notes: readonly string[];
}
