// Colour-blind-safe class colours (ColorBrewer through d3-scale-chromatic), light to dark.
import {
  schemeGreys,
  schemeOrRd,
  schemePuBu,
  schemePuOr,
  schemeYlGnBu,
  schemeYlOrBr,
} from 'd3-scale-chromatic';

export const RAMP_NAMES = ['OrRd', 'YlGnBu', 'YlOrBr', 'PuBu', 'Greys', 'PuOr'] as const;
export type RampName = (typeof RAMP_NAMES)[number];

/** Classes of a sequential or diverging map; fewer say nothing, more cannot be told apart. */
export const MIN_CLASSES = 3;
export const MAX_CLASSES = 7;

const SCHEMES = {
  OrRd: schemeOrRd,
  YlGnBu: schemeYlGnBu,
  YlOrBr: schemeYlOrBr,
  PuBu: schemePuBu,
  Greys: schemeGreys,
  PuOr: schemePuOr,
} as const;

/** `count` hex colours, 3..7. OrRd: rates; YlGnBu, YlOrBr, PuBu: counts; Greys: print; PuOr: change, orange = decrease. Throws outside 3..7. */
export function rampColours(name: RampName, count: number): readonly string[] {
  const colours = SCHEMES[name][count];
  if (!colours || count < MIN_CLASSES || count > MAX_CLASSES) {
    throw new Error(`ramp ${name} has ${MIN_CLASSES}..${MAX_CLASSES} classes, asked for ${count}`);
  }
  return colours.map((colour) => colour.toUpperCase());
}
