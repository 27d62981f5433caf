// Drawing a plain point, line or area for a form that knows nothing of catching or following.
import type { Geometry } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type DrawMode, type DrawProgress, drawProgress } from './drawn-shape';
import { startSketch } from './start-sketch';

export interface DrawOptions {
  readonly mode: DrawMode;
  /** Accent of the map's theme, #rrggbb. */
  readonly colour: string;
  /** WGS84, 7 decimals (1 cm). Called once, after the drawing has left the map. */
  readonly onFinish: (geometry: Geometry) => void;
  readonly onCancel: () => void;
  /** After every vertex set or taken back; pointer moves do not count. */
  readonly onChange: (progress: DrawProgress) => void;
}

export interface DrawSession {
  /** Ends with what is drawn; false, and the drawing goes on, when vertices are too few or the outline crosses itself. */
  readonly finish: () => boolean;
  /** Takes the last vertex back; false when there is none. */
  readonly undoVertex: () => boolean;
  readonly cancel: () => void;
}

/**
 * Starts drawing on a loaded map. Mouse, pen and touch; Enter, double-click or a click on the last vertex finishes, Esc
 * cancels, Backspace or Ctrl+Z takes a vertex back. Start one drawing at a time.
 */
export function startDraw(map: MapLibreMap, options: DrawOptions): DrawSession {
  let told = 0;
  const session = startSketch(map, {
    tool: options.mode,
    colour: options.colour,
    settings: { snapping: null, tracing: null, halfWidthMetres: 0 },
    stays: false,
    readout: () => '',
    onView: ({ places, faults }) => {
      if (places.length === told) return;
      told = places.length;
      const progress = drawProgress(options.mode, places);
      options.onChange({ ...progress, canFinish: progress.canFinish && faults.length === 0 });
    },
    onFinish: options.onFinish,
    onCancel: options.onCancel,
    onTrace: () => undefined,
  });
  return {
    finish: () => session.finish(),
    undoVertex: () => session.undo(),
    cancel: () => session.cancel(),
  };
}
