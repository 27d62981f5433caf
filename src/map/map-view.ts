import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { Map as MapLibreMap, setWorkerUrl, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { ImportRecord } from '../domain/imported';
import type { BoundingBox } from '../domain/lng-lat';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import { reasonOf } from '../domain/problem';
import type { Project } from '../domain/project';
import type { AdjustOptions, AdjustSession } from './draw/start-adjust';
import type { DrawOptions, DrawSession } from './draw/start-draw';
import type { ShapePreview } from './draw/start-preview';
import type { SketchOptions, SketchSession } from './draw/start-sketch';
import { CLOSEST_ZOOM, FIT_PADDING_PIXELS, limitCamera } from './camera-limits';
import { labelBox } from './label-box';
import { leanFrames } from './lean-frames';
import { startLasso, type Lasso } from './lasso';
import type { LayerState } from './layer-catalog';
import { dotScale } from './layers/village-dots-layer';
import { addMapControls, MAP_LOCALE } from './map-controls';
import { pickAt } from './map-picker';
import { EMPTY_SCENE, type MapScene } from './map-scene';
import { RestingOverlay } from './resting-overlay';
import { bearingStep, deckLayers, emptyDeckCache, pickableVillages } from './scene-deck';
import type {
  AreaThematic,
  BeltArea,
  ColumnView,
  CoverageView,
  FlowLine,
  MapCamera,
  MapPadding,
  MapPick,
  MapPointerEvent,
  MapTheme,
  MapViewOptions,
  VillageView,
} from './map-types';
import './map-view.css';
import { regionBounds } from './sources/area-features';
import type { MapFeatures } from './sources/feature-shape';
import { registerItalicFace } from './style/fonts';
import { mapPalette } from './style/palette';
import { mapStyle } from './style/style';
import { StyleApplier } from './style-applier';

setWorkerUrl(workerUrl);

/** The map, imperative and free of React. Every setter is idempotent and may come before the style is ready. */
export class MapView {
  private readonly map: MapLibreMap | null;
  private readonly overlay = new RestingOverlay({ interleaved: true, layers: [] });
  private readonly baseUrl = new URL('.', document.baseURI).href;
  private readonly deckCache = emptyDeckCache();
  private scene: MapScene;
  private ready = false;
  private destroyed = false;
  private refreshQueued = false;
  private lasso: Lasso | null = null;
  private hoverFrame = 0;
  private hovered: MapPick | null = null;
  private applier: StyleApplier | null = null;
  private cameraGiven: boolean;

  constructor(
    readonly container: HTMLElement,
    private readonly options: MapViewOptions,
  ) {
    this.scene = { ...EMPTY_SCENE, theme: options.theme };
    this.cameraGiven = options.camera !== undefined;
    container.classList.add('cuntu-map');
    registerItalicFace(document.fonts, this.baseUrl);
    this.map = this.createMap();
  }

  /** The region with what the user's imports make of it. */
  setRegion(index: PackIndex): void {
    const { pack } = index;
    const isElsewhere = this.scene.index?.pack.counties !== pack.counties;
    this.change({ index, relocations: pack.relocations });
    if (!isElsewhere) return;
    this.limitCamera();
    if (!this.cameraGiven) this.fitRegion(false);
  }

  setTheme(theme: MapTheme): void {
    this.change({ theme });
  }

  setLayers(layers: LayerState): void {
    this.change({ layers });
  }

  setThematic(thematic: AreaThematic | null): void {
    this.change({ thematic });
  }

  setTimelineYear(timelineYear: number | null): void {
    this.change({ timelineYear });
  }

  setVillages(villages: VillageView): void {
    this.change({ villages });
  }

  setCoverage(coverage: CoverageView | null): void {
    this.change({ coverage });
  }

  setProjects(projects: readonly Project[], chosenIds: readonly string[]): void {
    this.change({ projects, chosenProjectIds: chosenIds });
  }

  setReach(reach: FeatureCollection<Polygon | MultiPolygon, { readonly id: string }> | null): void {
    this.change({ reach });
  }

  setBelts(belts: readonly BeltArea[]): void {
    this.change({ belts });
  }

  /** Zones and reference layers that are shown. */
  setImports(imports: readonly ImportRecord[]): void {
    this.change({ imports });
  }

  setPlanObjects(planObjects: readonly PlanObject[], flows: readonly FlowLine[]): void {
    this.change({ planObjects, flows });
  }

  /** What a comparison marks, of `changeFeatures`. */
  setChanges(changes: MapFeatures): void {
    this.change({ changes });
  }

  setColumns(columns: ColumnView | null): void {
    this.change({ columns });
  }

  /** The selected objects, ringed. */
  setSelection(selection: readonly MapPick[]): void {
    this.change({ selection });
  }

  /** A passing highlight, e.g. of the table row under the pointer. */
  setHighlight(highlight: MapPick | null): void {
    this.change({ highlight });
  }

  /** Pixels that panels cover: the camera's centre moves to the middle of what is left. */
  setPadding(padding: MapPadding): void {
    this.map?.setPadding({ ...padding });
  }

  setCamera(camera: MapCamera, milliseconds = 0): void {
    this.cameraGiven = true;
    const target = { ...camera, center: [camera.center[0], camera.center[1]] as [number, number] };
    if (milliseconds > 0) this.map?.flyTo({ ...target, duration: milliseconds });
    else this.map?.jumpTo(target);
  }

  /** All that is drawn just now. */
  readonly shown = (): MapScene => this.scene;

  getCamera(): MapCamera {
    if (!this.map) return { center: [0, 0], zoom: 0, bearing: 0, pitch: 0 };
    const { lng, lat } = this.map.getCenter();
    return {
      center: [lng, lat],
      zoom: this.map.getZoom(),
      bearing: this.map.getBearing(),
      pitch: this.map.getPitch(),
    };
  }

  /** Calls on each step of a move; gives the way to stop. */
  onMove(listener: () => void): () => void {
    this.map?.on('move', listener);
    return () => this.map?.off('move', listener);
  }

  fitTo(bbox: BoundingBox, paddingPixels = FIT_PADDING_PIXELS, animate = true): void {
    this.map?.fitBounds([...bbox], {
      padding: paddingPixels,
      maxZoom: 13,
      duration: animate ? 600 : 0,
    });
  }

  /** The pack's whole region; nothing without a pack. */
  fitRegion(animate = true): void {
    const bounds = this.scene.index && regionBounds(this.scene.index.pack);
    if (bounds) this.fitTo(bounds, FIT_PADDING_PIXELS, animate);
  }

  /** Drag to draw a loop; null when cancelled (Esc, too few points). A second call cancels the first. */
  async startLasso(): Promise<Polygon | null> {
    const map = this.map;
    this.cancelLasso();
    if (!map) return null;
    const lasso = startLasso(this.container, mapPalette(this.scene.theme).accent, (pixel) => {
      const { lng, lat } = map.unproject([pixel[0], pixel[1]]);
      return [lng, lat];
    });
    this.lasso = lasso;
    const polygon = await lasso.done;
    if (this.lasso === lasso) this.lasso = null;
    return polygon;
  }

  /** Begins drawing one shape; its code, like that of the next three, is loaded on first use. Rejects without a map. */
  async startDraw(options: Omit<DrawOptions, 'colour'>): Promise<DrawSession> {
    const { startDraw } = await import('./draw/start-draw');
    return startDraw(this.mapFor('标绘'), {
      ...options,
      colour: mapPalette(this.scene.theme).accent,
    });
  }

  /** As `startDraw`, with catching, following and figures beside the pointer. */
  async startSketch(options: Omit<SketchOptions, 'colour'>): Promise<SketchSession> {
    const { startSketch } = await import('./draw/start-sketch');
    return startSketch(this.mapFor('标绘'), {
      ...options,
      colour: mapPalette(this.scene.theme).accent,
    });
  }

  /** A shape over the map that is not in the document. */
  async startPreview(): Promise<ShapePreview> {
    const { startPreview } = await import('./draw/start-preview');
    return startPreview(this.mapFor('预览'));
  }

  /** Begins editing a geometry by its vertices. */
  async startAdjust(options: AdjustOptions): Promise<AdjustSession> {
    const { startAdjust } = await import('./draw/start-adjust');
    return startAdjust(this.mapFor('调整位置'), options);
  }

  cancelLasso(): void {
    this.lasso?.cancel();
    this.lasso = null;
  }

  resize(): void {
    this.map?.resize();
    this.limitCamera();
  }

  destroy(): void {
    this.destroyed = true;
    this.ready = false;
    cancelAnimationFrame(this.hoverFrame);
    this.cancelLasso();
    this.map?.remove();
    this.container.classList.remove('cuntu-map');
  }

  private mapFor(task: string): MapLibreMap {
    if (!this.map) throw new Error(`地图没有显示，不能${task}`);
    return this.map;
  }

  private createMap(): MapLibreMap | null {
    const { camera } = this.options;
    try {
      const map = new MapLibreMap({
        container: this.container,
        style: mapStyle(this.scene.theme, this.baseUrl),
        locale: MAP_LOCALE,
        attributionControl: false,
        fadeDuration: 0,
        maxZoom: CLOSEST_ZOOM,
        renderWorldCopies: false,
        ...(camera ? { ...camera, center: [camera.center[0], camera.center[1]] } : {}),
      });
      addMapControls(map);
      leanFrames(map);
      this.listen(map);
      return map;
    } catch (error) {
      this.options.onFailure?.(
        `地图无法显示：浏览器没有可用的 WebGL2（${reasonOf(error)}）。表格和统计不受影响。`,
      );
      return null;
    }
  }

  private listen(map: MapLibreMap): void {
    map.once('load', () => {
      if (this.destroyed) return;
      // Before any source loads: only then does the overlay put its layers into the style's order.
      map.addControl(this.overlay);
      this.drawDeck(map);
      this.applier = new StyleApplier(map, this.options.theme);
      this.ready = true;
      this.followLabels(map);
      this.refresh();
      this.options.onReady?.();
    });
    map.on('moveend', () => {
      this.followLabels(map);
      this.options.onCameraChange?.(this.getCamera());
    });
    map.on('zoom', () => {
      if (dotScale(map.getZoom()) !== this.deckCache.drawnScale) this.queueRefresh();
    });
    map.on('rotate', () => {
      if (bearingStep(map.getBearing()) !== this.deckCache.drawnBearing) this.queueRefresh();
    });
    map.on('idle', () => this.options.onIdle?.());
    map.on('click', (event) => this.options.onClick?.(this.pointerEvent(map, event)));
    map.on('mousemove', (event) => this.onMouseMove(map, event));
    map.on('mouseout', () => this.onMouseOut());
    map.on('webglcontextlost', () =>
      this.options.onFailure?.('显卡上下文丢失，请刷新页面；方案已自动保存。'),
    );
  }

  private followLabels(map: MapLibreMap): void {
    const view = map.getBounds();
    const bounds = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()] as const;
    this.change({ labelBox: labelBox(bounds, map.getZoom(), this.scene.labelBox) });
  }

  private onMouseMove(map: MapLibreMap, event: MapMouseEvent): void {
    this.options.onPointerMove?.([event.lngLat.lng, event.lngLat.lat]);
    cancelAnimationFrame(this.hoverFrame);
    this.hoverFrame = requestAnimationFrame(() => {
      if (!this.ready || map.isMoving()) return;
      const hover = this.pointerEvent(map, event);
      map.getCanvas().style.cursor = hover.pick && hover.pick.kind !== 'county' ? 'pointer' : '';
      this.setHovered(hover.pick);
      this.options.onHover?.(hover);
    });
  }

  private onMouseOut(): void {
    cancelAnimationFrame(this.hoverFrame);
    this.setHovered(null);
    this.options.onPointerMove?.(null);
    this.options.onHover?.(null);
  }

  private setHovered(pick: MapPick | null): void {
    if (pick?.kind === this.hovered?.kind && pick?.id === this.hovered?.id) return;
    this.hovered = pick;
    this.change({ hovered: pick });
  }

  private pointerEvent(map: MapLibreMap, event: MapMouseEvent): MapPointerEvent {
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    return {
      pick: this.ready
        ? pickAt(map, event.point, pickableVillages(this.scene, this.deckCache))
        : null,
      lngLat: [event.lngLat.lng, event.lngLat.lat],
      pixel: [event.point.x, event.point.y],
      additive: shiftKey || ctrlKey || metaKey,
    };
  }

  private limitCamera(): void {
    const { map } = this;
    const bounds = this.scene.index && regionBounds(this.scene.index.pack);
    if (map && bounds) limitCamera(map, bounds);
  }

  private change(part: Partial<MapScene>): void {
    const changed = Object.entries(part).some(
      ([key, value]) => this.scene[key as keyof MapScene] !== value,
    );
    if (!changed) return;
    this.scene = { ...this.scene, ...part };
    this.queueRefresh();
  }

  /** Setters that come together are drawn together, before the next frame. */
  private queueRefresh(): void {
    if (this.refreshQueued) return;
    this.refreshQueued = true;
    queueMicrotask(() => {
      this.refreshQueued = false;
      if (this.ready) this.refresh();
    });
  }

  private refresh(): void {
    if (!this.map) return;
    void this.applier?.apply(this.scene);
    this.drawDeck(this.map);
  }

  private drawDeck(map: MapLibreMap): void {
    const camera = { zoom: map.getZoom(), bearing: map.getBearing() };
    this.overlay.setProps({ layers: deckLayers(this.scene, camera, this.deckCache) });
  }
}
