// Drawing on the live map; loaded only when drawing begins. While it runs, and until the pointer goes down again after it,
// the map's own click and double-click do nothing: the click that sets or ends a line must not select or zoom.
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { drawCommand, drawKeyOf } from './draw-keys';
import { type DrawOptions, type DrawSession, drawOn } from './draw-session';

/** 1 cm in degrees of latitude. */
const COORDINATE_DECIMALS = 7;
const LAYER_PREFIX = 'draw';

function swallow(event: Event): void {
  event.stopPropagation();
}

/** Keeps clicks on the canvas from the map; the function returned ends that with the next press of the pointer. */
function holdClicks(canvas: HTMLCanvasElement): () => void {
  canvas.addEventListener('click', swallow, true);
  canvas.addEventListener('dblclick', swallow, true);
  return () => {
    const release = (): void => {
      canvas.removeEventListener('click', swallow, true);
      canvas.removeEventListener('dblclick', swallow, true);
    };
    canvas.addEventListener('pointerdown', release, { once: true, capture: true });
  };
}

/**
 * Starts drawing on a loaded map. Mouse, pen and touch; Enter, double-click or a click on the last vertex finishes, Esc
 * cancels, Backspace or Ctrl+Z takes a vertex back. Start one drawing at a time.
 */
export function startDraw(map: MapLibreMap, options: DrawOptions): DrawSession {
  const releaseClicks = holdClicks(map.getCanvas());
  const onKey = (event: KeyboardEvent): void => {
    const command = drawCommand(drawKeyOf(event));
    if (!command) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (command === 'finish') session.finish();
    else if (command === 'undo-vertex') session.undoVertex();
    else session.cancel();
  };
  const leave = (): void => {
    window.removeEventListener('keydown', onKey, true);
    releaseClicks();
  };
  const adapter = new TerraDrawMapLibreGLAdapter({
    map,
    coordinatePrecision: COORDINATE_DECIMALS,
    prefixId: LAYER_PREFIX,
  });
  const session = drawOn(adapter, {
    ...options,
    onFinish: (geometry) => {
      leave();
      options.onFinish(geometry);
    },
    onCancel: () => {
      leave();
      options.onCancel();
    },
  });
  window.addEventListener('keydown', onKey, true);
  return session;
}
