// What is being drawn or measured on the map, by whom, and how it catches; never in undo or in a link.
import type { Geometry } from 'geojson';
import { create } from 'zustand';
import type { SnapKind } from '../geo/snap-index';
import type { SketchTool } from '../map/draw/sketch';
import type { SketchView } from '../map/draw/sketch-controller';
import type { SketchSession } from '../map/draw/start-sketch';
import type { TraceWay } from '../map/draw/snapping';

export interface DrawTask {
  /** Above the figures, e.g. 标绘「安置点 1」的位置. */
  readonly title: string;
  readonly tool: SketchTool;
  /** Measured only: it stays until Esc and is never handed out. */
  readonly isMeasure: boolean;
  /** Plan object that is not caught: the one that gets a new place. */
  readonly exceptId: string | null;
  readonly onDone: (geometry: Geometry) => void;
}

interface DrawState {
  /** null while nothing is drawn. */
  readonly task: DrawTask | null;
  /** Running on the map; null before its code is there. */
  readonly session: SketchSession | null;
  readonly view: SketchView | null;
  /** CSS pixels round the pointer; 0 catches nothing. */
  readonly catchPixels: number;
  readonly catchKinds: ReadonlySet<SnapKind>;
  readonly tracing: TraceWay | null;
  readonly halfWidthMetres: number;
}

export const CATCH_PIXELS = 12;

export const useDrawStore = create<DrawState>(() => ({
  task: null,
  session: null,
  view: null,
  catchPixels: CATCH_PIXELS,
  catchKinds: new Set<SnapKind>(['boundary', 'river', 'road', 'object']),
  tracing: null,
  halfWidthMetres: 500,
}));

export function patchDraw(part: Partial<DrawState>): void {
  useDrawStore.setState(part);
}

/** Begins drawing in place of what is drawn now. */
export function beginDraw(task: DrawTask): void {
  patchDraw({ task, session: null, view: null, tracing: null });
}

/** Measures a distance or an area in place of what is drawn now. */
export function beginMeasure(tool: 'linestring' | 'polygon'): void {
  const title = tool === 'linestring' ? '量距离' : '量面积';
  beginDraw({ title, tool, isMeasure: true, exceptId: null, onDone: () => undefined });
}

/** Ends the drawing; with a task, only if it is still that one. */
export function endDraw(task: DrawTask | null = null): void {
  const { task: running, session } = useDrawStore.getState();
  if (!running || (task && running !== task)) return;
  patchDraw({ task: null, session: null, view: null });
  session?.cancel();
}
