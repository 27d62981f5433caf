// deck.gl looks sixty times a second for ever whether something has changed: a tenth of a processor for a page that nobody
// touches. Its dots change by `setProps` and with the map's frames alone, so it looks from there on until the map is idle.
import { MapLibreOverlay, type MapLibreOverlayProps } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';

export class RestingOverlay extends MapLibreOverlay {
  override onAdd(map: MapLibreMap): HTMLDivElement {
    const element = super.onAdd(map);
    map.on('render', () => this.look());
    // A frame later, so that it has looked once after the map's last frame.
    map.on('idle', () => requestAnimationFrame(() => this.rest()));
    return element;
  }

  override setProps(props: MapLibreOverlayProps): void {
    super.setProps(props);
    this.look();
  }

  /** deck.gl has no public way to its loop. */
  private look(): void {
    void this['_deck']?.['animationLoop']?.start();
  }

  private rest(): void {
    const deck = this['_deck'];
    if (deck?.isInitialized && !deck.needsRedraw()) deck['animationLoop']?.stop();
  }
}
