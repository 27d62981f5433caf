/** Where an interleaved deck.gl layer goes: right below this style layer. */
export interface MapLibreLayerProps {
  readonly beforeId: string;
}

/**
 * Id of the style layer that @deck.gl/maplibre adds for the deck layers below `beforeId` (its own naming, not
 * exported; test/map checks it against the package). We move these ourselves when the user reorders layers:
 * the overlay does so only while no source is loading, and else paints over the labels.
 */
export function deckSlotId(beforeId: string): string {
  return `deck-maplibre-layer-group-before:${beforeId}`;
}
