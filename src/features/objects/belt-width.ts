import type { Belt } from '../../domain/belt';

/** What the width of a belt means; null for a zone, which has none. */
export interface BeltWidth {
  readonly word: '半宽' | '外延';
  readonly defaultMetres: number;
  readonly metres: number;
  readonly changed: boolean;
}

export const MAX_BELT_WIDTH_METRES = 30_000;

/** Half-width of a corridor or margin of an upland: the user's, else the pack's. */
export function beltWidth(belt: Belt, widths: ReadonlyMap<string, number>): BeltWidth | null {
  if (belt.shape.kind === 'zone') return null;
  const [word, defaultMetres] =
    belt.shape.kind === 'corridor'
      ? (['半宽', belt.shape.defaultHalfWidthMetres] as const)
      : (['外延', belt.shape.defaultMarginMetres] as const);
  const metres = widths.get(belt.id) ?? defaultMetres;
  return { word, defaultMetres, metres, changed: metres !== defaultMetres };
}
