// A sample of how something is drawn: the map gives it, screen, paper, slides and documents draw it.

/**
 * Four marks that read apart by shape alone (grey print, colour-blind eyes): a filled disc, a paler disc inside a
 * ring, a dashed hollow ring, a small dot. The same marks serve map legends, tables, chips and the guide.
 */
export type SwatchSymbol = 'solid' | 'ringed' | 'hollow-dashed' | 'dot';

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
  | { readonly kind: 'symbol'; readonly variant: SwatchSymbol; readonly color: string };
