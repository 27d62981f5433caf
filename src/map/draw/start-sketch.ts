// Drawing on the live map; loaded only when it begins. While it runs, and until the pointer goes down again after it, the
// map's own click and double-click do nothing: the click that sets or ends a line must not select or zoom.
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { densified } from '../../geo/densify';
import { type Camera, type Pixel, shapeOutline } from './adjust-frame';
import { drawCommand, drawKeyOf } from './draw-keys';
import { type SketchTool, TOOL_RULES } from './sketch';
import {
  SketchController,
  type SketchGround,
  type SketchSettings,
  type SketchView,
} from './sketch-controller';
import { SketchMode } from './sketch-mode';
import {
  NO_PATHS,
  type SketchOverlay,
  type SketchOverlayFrame,
  createSketchOverlay,
} from './sketch-overlay';
import type { TraceWay } from './snapping';

/** terra-draw's greatest; only what is shown is rounded. */
const SHOWN_DECIMALS = 9;
const LAYER_PREFIX = 'sketch';
/** A pen trembles between down and up: what moves less is a tap. A freehand path begins at once. */
const TAP_PIXELS = 8;

export interface SketchOptions {
  readonly tool: SketchTool;
  /** Accent of the map's theme, #rrggbb. */
  readonly colour: string;
  readonly settings: SketchSettings;
  /** It stays when finished, until Esc; for measuring. */
  readonly stays: boolean;
  /** Lines beside the pointer; '' for none. */
  readonly readout: (view: SketchView) => string;
  readonly onView: (view: SketchView) => void;
  /** Once, WGS84, after the drawing has left the map; never with faults. */
  readonly onFinish: (geometry: Geometry) => void;
  readonly onCancel: () => void;
  /** The key for following a border was pressed. */
  readonly onTrace: (way: TraceWay) => void;
}

export type SketchSession = Pick<
  SketchController,
  'set' | 'type' | 'undo' | 'finish' | 'mended' | 'end' | 'cancel'
>;

interface Hold {
  /** Hovering at once; clicks with the next press of the pointer. */
  readonly release: () => void;
}

/** Keeps clicks and hovering on the canvas from the map: to pick what lies below on every move paints the map anew. */
function holdPointer(canvas: HTMLCanvasElement): Hold {
  // One of its own each time: the release of the last drawing must not let go what the next one holds.
  const swallow = (event: Event): void => event.stopPropagation();
  const swallowHover = (event: MouseEvent): void => {
    if (event.buttons === 0) event.stopPropagation();
  };
  canvas.addEventListener('click', swallow, true);
  canvas.addEventListener('dblclick', swallow, true);
  canvas.addEventListener('mousemove', swallowHover, true);
  const releaseClicks = (): void => {
    canvas.removeEventListener('click', swallow, true);
    canvas.removeEventListener('dblclick', swallow, true);
  };
  return {
    release: () => {
      canvas.removeEventListener('mousemove', swallowHover, true);
      canvas.addEventListener('pointerdown', releaseClicks, { once: true, capture: true });
    },
  };
}

function groundOf(map: MapLibreMap): SketchGround {
  return {
    project: ([lng = Number.NaN, lat = Number.NaN]: Position): Pixel => {
      const { x, y } = map.project([lng, lat]);
      return [x, y];
    },
    unproject: ([x, y]: Pixel): Position => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
  };
}

function listenToKeys(controller: SketchController, onTrace: SketchOptions['onTrace']): () => void {
  const onKey = (event: KeyboardEvent): void => {
    // Alone it would open the browser's menu.
    if (event.key === 'Alt') event.preventDefault();
    const command = drawCommand(drawKeyOf(event));
    if (!command) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (command === 'finish') controller.finish();
    else if (command === 'undo-vertex') controller.undo();
    else if (command === 'cancel') controller.cancel();
    else onTrace(command === 'trace' ? 'shorter' : 'other');
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}

/** Whether Alt is held where the pointer is: it then catches nothing. */
function listenToAlt(container: HTMLElement): {
  readonly isHeld: () => boolean;
  readonly stop: () => void;
} {
  let held = false;
  const names = ['pointermove', 'pointerdown', 'pointerup'] as const;
  const read = (event: PointerEvent): void => {
    held = event.altKey;
  };
  for (const name of names) container.addEventListener(name, read, true);
  return {
    isHeld: () => held,
    stop: () => names.forEach((name) => container.removeEventListener(name, read, true)),
  };
}

function overlayFrame(
  view: SketchView,
  coming: Geometry | null,
  camera: Camera,
  readout: SketchOptions['readout'],
): SketchOverlayFrame {
  const { live, faults } = view;
  const { project } = camera;
  const text = readout(view);
  const caught = live?.caught ?? null;
  return {
    coming: coming ? shapeOutline(coming, camera) : NO_PATHS,
    caught: caught && { pixel: project(caught.position), on: caught.on },
    readout: live && text !== '' ? { pixel: live.pixel, text } : null,
    faults: faults.flatMap(({ position }) => (position ? [project(position)] : [])),
  };
}

/** `overlay` draws what lies over the map, `all` also what is set and tells the page. */
function painter(
  map: MapLibreMap,
  controller: SketchController,
  mode: SketchMode,
  overlay: SketchOverlay,
  { readout, onView }: SketchOptions,
): { readonly overlay: () => void; readonly all: () => void } {
  let onMap: readonly Geometry[] = [];
  const draw = (): void => {
    const { clientWidth: width, clientHeight: height } = map.getCanvas();
    const camera = { ...groundOf(map), width, height };
    overlay.draw(overlayFrame(controller.view, controller.shown.coming, camera, readout));
  };
  return {
    overlay: draw,
    all: () => {
      const { view } = controller;
      const { kept } = controller.shown;
      // Long edges are geodesics: drawn as they are measured.
      if (kept !== onMap)
        mode.show(
          kept.map((each) => densified(each)),
          view.places,
        );
      onMap = kept;
      draw();
      onView(view);
    },
  };
}

/** Starts at once on a loaded map. One at a time. */
export function startSketch(map: MapLibreMap, options: SketchOptions): SketchSession {
  const container = map.getCanvasContainer();
  const ground = groundOf(map);
  const held = holdPointer(map.getCanvas());
  const overlay = createSketchOverlay(container, true);
  const alt = listenToAlt(container);
  let frame = 0;
  const leave = (): void => {
    cancelAnimationFrame(frame);
    stopKeys();
    alt.stop();
    map.off('move', paint.overlay);
    container.removeEventListener('pointerleave', onLeave);
    overlay.remove();
    held.release();
    terra.stop();
  };
  // The library is still in its event when a click ends the drawing.
  const afterwards = (then: () => void): void =>
    queueMicrotask(() => {
      leave();
      then();
    });
  const controller = new SketchController(
    options.tool,
    ground,
    options.settings,
    {
      onView: () => ask(),
      onFinish: (geometry) => afterwards(() => options.onFinish(geometry)),
      onCancel: () => afterwards(options.onCancel),
    },
    options.stays,
  );
  const mode = new SketchMode(
    {
      onMove: (pixel) => controller.move(pixel, alt.isHeld()),
      onClick: (pixel) => controller.click(pixel, alt.isHeld()),
      onPress: (pixel) => controller.press(pixel),
      onLift: () => controller.lift(),
    },
    options.colour as `#${string}`,
  );
  const paint = painter(map, controller, mode, overlay, options);
  const ask = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      paint.all();
    });
  };
  const onLeave = (): void => controller.leave();
  const terra = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      coordinatePrecision: SHOWN_DECIMALS,
      prefixId: LAYER_PREFIX,
      minPixelDragDistance: TOOL_RULES[options.tool].isFreehand ? 1 : TAP_PIXELS,
    }),
    modes: [mode],
  });
  const stopKeys = listenToKeys(controller, options.onTrace);
  terra.start();
  terra.setMode(mode.mode);
  map.on('move', paint.overlay);
  container.addEventListener('pointerleave', onLeave);
  ask();
  return controller;
}
