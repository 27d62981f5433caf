// A picture of a scene at any size, by a map of its own outside the window: the map on screen can not be enlarged (deck.gl's
// layers land in the wrong place after `setPixelRatio`) and keeps no drawing buffer. The same style, sources and layers, so
// it shows what the screen shows. Lettering and symbols keep their CSS size; `pixelRatio` makes them finer. A map draws itself
// anew for every source that arrives: only the last of these frames is drawn, for it may be of 50 million pixels.
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { Map as MapLibreMap } from 'maplibre-gl';
import type { BoundingBox } from '../domain/lng-lat';
import { type Outcome, type Problem, reasonOf } from '../domain/problem';
import { labelBox } from './label-box';
import { leanFrames } from './lean-frames';
import type { MapScene } from './map-scene';
import type { MapCamera } from './map-types';
import { type DeckCache, deckLayers, emptyDeckCache } from './scene-deck';
import { mapStyle } from './style/style';
import { StyleApplier } from './style-applier';

/** The frame in CSS pixels, as large as a window would be, and how many pixels of the picture one of them makes. */
export interface StillSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

export interface StillImage {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  /** All that is seen lies within; of a turned or pitched map more than is seen. */
  readonly bounds: BoundingBox;
}

function failed(problem: Omit<Problem, 'severity' | 'where'>): Outcome<StillImage> {
  return { ok: false, problems: [{ ...problem, severity: 'error', where: {} }] };
}

function noGraphics(detail: string): Outcome<StillImage> {
  return failed({
    code: 'still-no-webgl',
    text: `画不出地图图像：浏览器没有可用的 WebGL2（${detail}）。`,
    mend: '请关闭几个占用显卡的网页后重试；表格和文字仍可导出。',
  });
}

function tooLarge(width: number, height: number, most: number): Outcome<StillImage> {
  return failed({
    code: 'still-too-large',
    text: `地图图像要 ${width}×${height} 像素，这块显卡每边最多 ${most} 像素。`,
    mend: '请选小一些的纸张或低一些的分辨率，或分幅输出。',
  });
}

/** Pixels a side that this machine draws at most; null without WebGL2. */
export function largestSidePx(): number | null {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return null;
  const most = Math.min(
    Number(gl.getParameter(gl.MAX_TEXTURE_SIZE)),
    Number(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE)),
  );
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return most;
}

function hiddenContainer({ width, height }: StillSize): HTMLElement {
  const container = document.createElement('div');
  container.inert = true;
  container.setAttribute('aria-hidden', 'true');
  Object.assign(container.style, {
    position: 'fixed',
    left: '-100000px',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(container);
  return container;
}

function mapOf(
  container: HTMLElement,
  { theme }: MapScene,
  camera: MapCamera,
  pixelRatio: number,
  mostPx: number,
): MapLibreMap {
  const { center, zoom, bearing, pitch } = camera;
  return new MapLibreMap({
    container,
    style: mapStyle(theme, new URL('.', document.baseURI).href),
    center: [center[0], center[1]],
    zoom,
    bearing,
    pitch,
    pixelRatio,
    maxCanvasSize: [mostPx, mostPx],
    fadeDuration: 0,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
}

/** Ends when the event comes, the map reports a failure, or the signal gives up. */
function happening(
  map: MapLibreMap,
  event: 'load' | 'idle' | 'render',
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    map.once('error', ({ error }) => reject(error));
    map.once('webglcontextlost', () => reject(new Error('显卡上下文丢失')));
    map.once(event, () => resolve());
  });
}

/** Ends when nothing is drawn any more: deck.gl asks for frames until its shaders stand. */
async function drawnAtRest(map: MapLibreMap, signal?: AbortSignal): Promise<void> {
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  for (let isDrawing = true; isDrawing;) {
    isDrawing = false;
    const onRender = (): void => {
      isDrawing = true;
    };
    map.on('render', onRender);
    await frame();
    await frame();
    await frame();
    map.off('render', onRender);
    signal?.throwIfAborted();
  }
}

/** A map outside the window with what draws on it. */
interface Studio {
  readonly map: MapLibreMap;
  readonly overlay: MapLibreOverlay;
  readonly applier: StyleApplier;
  readonly cache: DeckCache;
  readonly holdFrames: (areHeld: boolean) => void;
}

async function studioOf(map: MapLibreMap, scene: MapScene, signal?: AbortSignal): Promise<Studio> {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  const holdFrames = leanFrames(map);
  holdFrames(true);
  await happening(map, 'load', signal);
  map.addControl(overlay);
  const applier = new StyleApplier(map, scene.theme);
  return { map, overlay, applier, cache: emptyDeckCache(), holdFrames };
}

/** Everything of the scene on the map, nothing of it still on its way; the bounds of what is seen. */
async function draw(
  { map, overlay, applier, cache, holdFrames }: Studio,
  scene: MapScene,
  { center, zoom, bearing, pitch }: MapCamera,
  signal?: AbortSignal,
): Promise<BoundingBox> {
  holdFrames(true);
  map.jumpTo({ center: [center[0], center[1]], zoom, bearing, pitch });
  const view = map.getBounds();
  const bounds = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()] as const;
  const still: MapScene = {
    ...scene,
    labelBox: labelBox(bounds, map.getZoom(), null),
    highlight: null,
    hovered: null,
  };
  overlay.setProps({ layers: deckLayers(still, { zoom: map.getZoom(), bearing }, cache) });
  const idle = happening(map, 'idle', signal);
  map.triggerRepaint();
  await Promise.all([applier.apply(still), idle]);
  // Data may have come after that idle.
  const settled = happening(map, 'idle', signal);
  map.triggerRepaint();
  await settled;
  holdFrames(false);
  map.redraw();
  await drawnAtRest(map, signal);
  return bounds;
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

/**
 * Pictures of one size, by one map outside the window that is made for the first and kept for the next: shaders and sources
 * stand ready. Call `close` in every case.
 */
export class StillMap {
  private container: HTMLElement | null = null;
  private map: MapLibreMap | null = null;
  private studio: Studio | null = null;

  constructor(private readonly size: StillSize) {}

  /**
   * The scene seen by the camera (WGS84, zoom of 512-pixel tiles, degrees) as PNG of width × pixelRatio by height ×
   * pixelRatio pixels, symbols of deck.gl included. A size that the graphics card can not draw, or a browser without WebGL2,
   * is a Problem; rejects with the signal's reason when given up. One at a time. Frames are drawn only while the page is
   * visible.
   */
  async take(
    scene: MapScene,
    camera: MapCamera,
    signal?: AbortSignal,
  ): Promise<Outcome<StillImage>> {
    signal?.throwIfAborted();
    const { width, height, pixelRatio } = this.size;
    const [widthPx, heightPx] = [width, height].map((side) => Math.round(side * pixelRatio)) as [
      number,
      number,
    ];
    try {
      if (this.studio === null) {
        const most = largestSidePx();
        if (most === null) return noGraphics('无法建立绘图环境');
        if (Math.max(widthPx, heightPx) > most) return tooLarge(widthPx, heightPx, most);
        this.container = hiddenContainer(this.size);
        this.map = mapOf(this.container, scene, camera, pixelRatio, most);
        this.studio = await studioOf(this.map, scene, signal);
      }
      const bounds = await draw(this.studio, scene, camera, signal);
      const canvas = this.studio.map.getCanvas();
      // The browser lowers the resolution of what it has no memory for, without a word.
      const gl = canvas.getContext('webgl2');
      const drawn = Math.min(canvas.width, gl?.drawingBufferWidth ?? canvas.width);
      const png = drawn + 1 < widthPx ? null : await pngOf(canvas);
      if (png === null) return tooLarge(widthPx, heightPx, drawn);
      return {
        ok: true,
        value: { png, widthPx: canvas.width, heightPx: canvas.height, bounds },
        notes: [],
      };
    } catch (error) {
      signal?.throwIfAborted();
      return noGraphics(reasonOf(error));
    }
  }

  close(): void {
    this.map?.remove();
    this.container?.remove();
    this.map = null;
    this.container = null;
    this.studio = null;
  }
}

/** One picture, as `StillMap` takes it. */
export async function stillImage(
  scene: MapScene,
  camera: MapCamera,
  size: StillSize,
  signal?: AbortSignal,
): Promise<Outcome<StillImage>> {
  const still = new StillMap(size);
  return still.take(scene, camera, signal).finally(() => still.close());
}
