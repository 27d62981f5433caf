// Editing a geometry on the live map; loaded only when it begins. Pointer and keys go to the controller, frames to the
// overlay. What starts on a handle never reaches the map (no pan, no click); everything else does, so that the map can be
// moved and zoomed meanwhile.
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { boundsOf } from '../../geo/positions';
import {
  AdjustController,
  type AdjustEvents,
  type AdjustState,
  type Grab,
} from './adjust-controller';
import { type AdjustFrame, type Camera, type Pixel, adjustFrame } from './adjust-frame';
import { adjustCommand } from './adjust-keys';
import { type AdjustOverlay, createOverlay } from './adjust-overlay';
import { samePlace } from '../../geo/edit-paths';

/** What is shown of the handles, for a line of text. */
export interface AdjustView extends AdjustState {
  readonly verticesInView: number;
  /** False when there are too many in view to show. */
  readonly hasHandles: boolean;
}

export interface AdjustOptions extends Omit<AdjustEvents, 'onState'> {
  /** WGS84. */
  readonly geometry: Geometry;
  /** Spoken name of the handles, with their keys. */
  readonly label: string;
  readonly onView: (view: AdjustView) => void;
  /** Esc without a drag. */
  readonly onLeave: () => void;
}

export interface AdjustSession {
  /** The document's geometry after a change from elsewhere; the same one again costs nothing. */
  readonly setGeometry: (geometry: Geometry) => void;
  readonly select: (position: Position | null) => void;
  readonly focus: () => void;
  /** Ends; a running drag is kept as far as it came. Calls nothing back but onEnd. */
  readonly end: () => void;
}

const MOUSE_EVENTS = ['mousedown', 'mousemove', 'click', 'dblclick', 'touchstart'] as const;
/** Smaller than this on the screen, a line cannot be worked on. */
const SMALLEST_PIXELS = 60;
const FIT_PADDING_PIXELS = 80;
const LARGEST_FIT_ZOOM = 13;

/** Flies to the geometry unless it is whole in view and large enough to take hold of. */
function bringIntoView(map: MapLibreMap, geometry: Geometry): void {
  const bounds = boundsOf(geometry);
  if (!bounds) return;
  const [west, south, east, north] = bounds;
  const { clientWidth, clientHeight } = map.getCanvas();
  const a = map.project([west, north]);
  const b = map.project([east, south]);
  const isInside = a.x >= 0 && a.y >= 0 && b.x <= clientWidth && b.y <= clientHeight;
  const size = Math.max(b.x - a.x, b.y - a.y);
  if (isInside && (size >= SMALLEST_PIXELS || size === 0)) return;
  map.fitBounds([west, south, east, north], {
    padding: FIT_PADDING_PIXELS,
    maxZoom: LARGEST_FIT_ZOOM,
    duration: 600,
  });
}

function projected(map: MapLibreMap, [lng = 0, lat = 0]: Position): Pixel {
  const { x, y } = map.project([lng, lat]);
  return [x, y];
}

function cameraOf(map: MapLibreMap): Camera {
  const { clientWidth: width, clientHeight: height } = map.getCanvas();
  return { project: (position) => projected(map, position), width, height };
}

/** Draws at most once a frame; the drag's newest pointer place goes in just before. */
function frameLoop(run: () => void): { readonly ask: () => void; readonly stop: () => void } {
  let frame = 0;
  return {
    ask: () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        run();
      });
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

interface Pointer {
  /** Newest place of the pointer not yet handed to the controller. */
  readonly take: () => Pixel | null;
  readonly stop: () => void;
}

/** Listens to pointer and mouse on the overlay; a drag goes on outside of it. */
function listenToPointer(
  overlay: AdjustOverlay,
  controller: AdjustController,
  ask: () => void,
): Pointer {
  const { element } = overlay;
  let pointer: number | null = null;
  let newest: Pixel | null = null;
  const pixelOf = (event: PointerEvent): Pixel => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    newest = pixelOf(event);
    ask();
  };
  const letGo = (): void => {
    pointer = null;
    newest = null;
    window.removeEventListener('pointermove', onMove, true);
    window.removeEventListener('pointerup', onUp, true);
    window.removeEventListener('pointercancel', onLost, true);
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    controller.dragTo(pixelOf(event));
    letGo();
    controller.release();
  };
  const onLost = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    letGo();
    controller.cancel();
  };
  const onDown = (event: PointerEvent): void => {
    const hit = overlay.hit(event);
    if (!hit || event.button !== 0 || pointer !== null) return;
    const grab: Grab = event.shiftKey ? { kind: 'whole' } : hit;
    pointer = event.pointerId;
    element.focus({ preventScroll: true });
    controller.grab(grab, pixelOf(event));
    window.addEventListener('pointermove', onMove, true);
    window.addEventListener('pointerup', onUp, true);
    window.addEventListener('pointercancel', onLost, true);
  };
  const onMenu = (event: MouseEvent): void => {
    const hit = overlay.hit(event);
    if (!hit) return;
    event.preventDefault();
    event.stopPropagation();
    if (hit.kind === 'vertex') controller.remove(hit.position);
  };
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('contextmenu', onMenu);
  for (const name of MOUSE_EVENTS)
    element.addEventListener(name, (event) => event.stopPropagation());
  return {
    take: () => {
      const pixel = newest;
      newest = null;
      return pixel;
    },
    stop: letGo,
  };
}

/** Keys on the overlay; Esc and undo while dragging are caught anywhere. Returns how to stop. */
function listenToKeys(
  element: HTMLElement,
  controller: AdjustController,
  onLeave: () => void,
): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const command = adjustCommand(event);
    if (!command) return;
    if (command.kind === 'step' && !controller.stepSelection(command.by)) return;
    event.preventDefault();
    // Neither the map nor the page's shortcuts get it.
    event.stopPropagation();
    if (command.kind === 'nudge') controller.nudge(command.pixels);
    if (command.kind === 'remove') controller.remove();
  };
  const onAnyKey = (event: KeyboardEvent): void => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isUndo) return;
    const isCancelled = controller.cancel();
    const isTyping = event.target instanceof HTMLInputElement;
    if (!isCancelled && (isUndo || isTyping || event.defaultPrevented)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isCancelled) onLeave();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key.startsWith('Arrow')) controller.endNudge();
  };
  const onBlur = (): void => controller.endNudge();
  element.addEventListener('keydown', onKey);
  element.addEventListener('keyup', onKeyUp);
  element.addEventListener('blur', onBlur);
  window.addEventListener('keydown', onAnyKey, true);
  return () => window.removeEventListener('keydown', onAnyKey, true);
}

function wrongPixels({ trouble }: AdjustState, camera: Camera): readonly [Pixel, Pixel] | null {
  if (trouble?.kind !== 'fault' || trouble.fault.kind !== 'self-crossing') return null;
  const [a, b] = trouble.fault.edge;
  return [camera.project(a), camera.project(b)];
}

/** Starts at once; the map must be loaded. One at a time. */
export function startAdjust(map: MapLibreMap, options: AdjustOptions): AdjustSession {
  const overlay = createOverlay(map.getCanvasContainer(), options.label);
  let frame: AdjustFrame | null = null;
  const ground = {
    project: (position: Position) => projected(map, position),
    unproject: ([x, y]: Pixel): Position => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
  };
  const tell = (): void => {
    if (!frame) return;
    const { verticesInView, handles } = frame;
    options.onView({
      ...controller.current,
      verticesInView,
      hasHandles: handles.length === verticesInView,
    });
  };
  const draw = (): void => {
    const camera = cameraOf(map);
    const { current } = controller;
    frame = adjustFrame(controller.shown, camera, current.selected);
    overlay.draw(frame, {
      isDragging: current.isDragging,
      wrong: current.isDragging ? wrongPixels(current, camera) : null,
      isSelected: ({ position }) =>
        current.selected !== null && samePlace(position, current.selected),
    });
    tell();
  };
  const onFrame = (): void => {
    const pixel = pointer.take();
    if (pixel) controller.dragTo(pixel);
    draw();
  };
  const controller = new AdjustController(options.geometry, ground, {
    ...options,
    onState: () => loop.ask(),
  });
  const loop = frameLoop(onFrame);
  const pointer = listenToPointer(overlay, controller, loop.ask);
  const stopKeys = listenToKeys(overlay.element, controller, options.onLeave);
  const onResize = (): void => {
    const { clientWidth, clientHeight } = map.getCanvas();
    overlay.resize(clientWidth, clientHeight);
    draw();
  };
  map.on('move', draw);
  map.on('resize', onResize);
  onResize();
  bringIntoView(map, options.geometry);
  return {
    setGeometry: (geometry) => controller.setGeometry(geometry),
    select: (position) => controller.select(position),
    focus: () => overlay.element.focus({ preventScroll: true }),
    end: () => {
      controller.release();
      controller.endNudge();
      pointer.stop();
      stopKeys();
      loop.stop();
      map.off('move', draw);
      map.off('resize', onResize);
      overlay.remove();
    },
  };
}
