import type { SymbolVariant } from './state-symbol';

/** One sample of how something is drawn. Colours are any CSS colour, widths and radii CSS pixels, opacity 0..1. */
export type SwatchSpec =
  | {
      readonly kind: 'fill';
      readonly color: string;
      readonly opacity?: number;
      readonly outline?: string;
    }
  | {
      readonly kind: 'hatch';
      readonly color: string;
      readonly direction: '/' | '\\';
      readonly lineWidth: number;
      readonly background?: string;
    }
  | {
      readonly kind: 'line';
      readonly color: string;
      readonly width: number;
      /** In line widths, as the map's dash arrays are. */
      readonly dash?: readonly [on: number, off: number];
    }
  | {
      readonly kind: 'point';
      readonly fill: string;
      readonly stroke: string;
      readonly strokeWidth: number;
      readonly radius: number;
    }
  | { readonly kind: 'triangle'; readonly color: string }
  | { readonly kind: 'column'; readonly color: string }
  /** A filled outline in a box of 1 × 1, y down. */
  | {
      readonly kind: 'outline';
      readonly color: string;
      readonly outline: readonly (readonly [x: number, y: number])[];
    }
  | { readonly kind: 'symbol'; readonly variant: SymbolVariant; readonly color: string };

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
