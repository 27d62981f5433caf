/** Where an interleaved deck.gl layer goes: right below this style layer. */
export interface MapLibreLayerProps {
  readonly beforeId: string;
}
