// One drawing from first vertex to end, on any terra-draw adapter. The library's store holds only the shape being drawn;
// the geometry is handed out once and the store is emptied. Ends exactly once: finished or cancelled.
import type { Geometry } from 'geojson';
import { TerraDraw, type TerraDrawExtend, TerraDrawModeUndoRedo } from 'terra-draw';
import { terraMode } from './draw-modes';
import {
  type DrawMode,
  type DrawProgress,
  drawProgress,
  finishedGeometry,
  setVertices,
} from './drawn-shape';

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
  /** Ends with what is drawn; false, and the drawing goes on, when vertices are too few. */
  readonly finish: () => boolean;
  /** Takes the last vertex back; false when there is none. */
  readonly undoVertex: () => boolean;
  readonly cancel: () => void;
}

const SHAPE_TYPE: Readonly<Record<DrawMode, Geometry['type']>> = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
};

/** Starts drawing at once; the adapter's map must be loaded. */
export function drawOn(
  adapter: TerraDrawExtend.TerraDrawBaseAdapter,
  options: DrawOptions,
): DrawSession {
  const { mode } = options;
  const terra = new TerraDraw({
    adapter,
    modes: [terraMode(mode, options.colour)],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  let isOver = false;
  let told = 0;

  const end = (): void => {
    isOver = true;
    terra.stop();
  };
  const vertices = () => {
    // The store also holds the library's handles, which are points.
    const shape = terra.getSnapshot().find(({ geometry }) => geometry.type === SHAPE_TYPE[mode]);
    return shape ? setVertices(shape) : [];
  };
  const tell = (): void => {
    if (isOver) return;
    const set = vertices();
    if (set.length === told) return;
    told = set.length;
    options.onChange(drawProgress(mode, set));
  };
  const finish = (): boolean => {
    if (isOver) return false;
    const geometry = finishedGeometry(mode, vertices());
    if (!geometry) return false;
    end();
    options.onFinish(geometry);
    return true;
  };

  // Told once a step, after the library is done with it: while closing, its store is half-way.
  terra.on('change', () => queueMicrotask(tell));
  terra.on('finish', () => {
    // The mode is still in its click handler: let it return before the library is stopped.
    queueMicrotask(() => {
      if (isOver || finish()) return;
      // Clicks on one spot make a line without length: nothing to keep, begin again.
      terra.clear();
      tell();
    });
  });
  terra.start();
  terra.setMode(mode);
  return {
    finish,
    undoVertex: () => !isOver && terra.undo(),
    cancel: () => {
      if (isOver) return;
      end();
      options.onCancel();
    },
  };
}
