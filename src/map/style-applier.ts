// Brings a live map's style in line with the scene, sending only what changed.
import { GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import { deckSlotId } from './layers/deck-slot';
import type { MapScene } from './map-scene';
import type { MapTheme } from './map-types';
import { scenePaint, styleInputs, type PaintStep, type StyleScene } from './scene-paint';
import { sceneSources, type SentSources } from './scene-sources';
import { SourceSender } from './source-sender';
import { mapPalette } from './style/palette';
import { PATTERN_PIXEL_RATIO, patternImages } from './style/pattern-images';
import { orderedLayerIds, styledLayers } from './style/style';
import { styleChanges } from './style/style-changes';

export class StyleApplier {
  private readonly sentSources: SentSources = new Map();
  private readonly sentPaint = new Map<string, string>();
  private readonly sender = new SourceSender();
  private styledFrom: readonly unknown[] = [];
  private layerOrder = '';

  /** `theme` is the one that the map's style was made with. The map's style must be loaded. */
  constructor(
    private readonly map: MapLibreMap,
    private theme: MapTheme,
  ) {
    this.addImages();
  }

  /** Ends when the sources have their data; everything else is done at once. */
  async apply(scene: MapScene): Promise<void> {
    if (scene.theme !== this.theme) this.applyTheme(scene.theme);
    const sent = [...sceneSources(scene, this.sentSources)].map(([id, data]) => {
      const source = this.map.getSource(id);
      return source instanceof GeoJSONSource ? this.sender.send(id, source, data) : null;
    });
    this.applyStyle(scene);
    await Promise.all(sent);
  }

  /** Paint and order follow from few parts of the scene, none of which an answer or a moved project touches. */
  private applyStyle(scene: StyleScene): void {
    const inputs = styleInputs(scene);
    if (inputs.every((input, at) => input === this.styledFrom[at])) return;
    this.styledFrom = inputs;
    for (const step of scenePaint(scene)) this.applyStep(step);
    this.applyOrder(scene);
  }

  private applyTheme(theme: MapTheme): void {
    const layersOf = (of: MapTheme) => styledLayers(of).map((styled) => styled.layer);
    this.sentPaint.clear();
    for (const change of styleChanges(layersOf(this.theme), layersOf(theme))) this.send(change);
    this.theme = theme;
    this.addImages();
  }

  private addImages(): void {
    for (const [id, image] of patternImages(mapPalette(this.theme))) {
      if (this.map.hasImage(id)) this.map.updateImage(id, image);
      else this.map.addImage(id, image, { pixelRatio: PATTERN_PIXEL_RATIO });
    }
  }

  private applyStep(step: PaintStep): void {
    const key = `${step.layerId} ${step.part} ${step.property}`;
    const text = JSON.stringify(step.value);
    if (this.sentPaint.get(key) === text) return;
    this.sentPaint.set(key, text);
    this.send(step);
  }

  /** Names and values are checked against the style specification by the tests, not by MapLibre's narrow types. */
  private send({ layerId, part, property, value }: PaintStep): void {
    if (part === 'filter') this.map.setFilter(layerId, value as never);
    else if (part === 'layout') {
      this.map.setLayoutProperty(layerId, property as never, value as never);
    } else this.map.setPaintProperty(layerId, property as never, value as never);
  }

  private applyOrder(scene: StyleScene): void {
    const order = orderedLayerIds(scene.theme, scene.layers);
    if (this.layerOrder === order.join()) return;
    this.layerOrder = order.join();
    for (const id of order) {
      if (this.map.getLayer(deckSlotId(id))) this.map.moveLayer(deckSlotId(id));
      this.map.moveLayer(id);
    }
  }
}
