import type { Geometry } from 'geojson';
import { useEffect, useRef } from 'react';
import type { PlaceDrawing } from '../features/plan/object-details-props';
import type { SketchTool } from '../map/draw/sketch';
import type { MapView } from '../map/map-view';
import { type DrawTask, beginDraw, endDraw, useDrawStore } from './draw-store';

/** The place of one plan object drawn on the map; null without a map. It ends when another object is selected. */
export function usePlanDrawing(
  view: MapView | null,
  object: { readonly id: string; readonly name: string },
  onDrawn: (geometry: Geometry) => void,
): PlaceDrawing | null {
  const { id, name } = object;
  const own = useRef<DrawTask | null>(null);
  const sketch = useDrawStore((state) => state.view);
  const isDrawing = useDrawStore((state) => state.task?.exceptId === id);
  useEffect(
    () => () => {
      if (own.current) endDraw(own.current);
    },
    [],
  );
  if (!view) return null;
  const places = isDrawing ? (sketch?.places ?? []) : [];
  const session = () => useDrawStore.getState().session;
  return {
    progress: isDrawing
      ? {
          vertexCount: places.length,
          lengthMetres: sketch?.measure.metres ?? 0,
          canFinish: sketch?.canFinish === true && sketch.faults.length === 0,
        }
      : null,
    problem: isDrawing ? (sketch?.problem ?? null) : null,
    start: (tool: SketchTool) => {
      const title = `标绘「${name}」的位置`;
      own.current = { title, tool, isMeasure: false, exceptId: id, onDone: onDrawn };
      beginDraw(own.current);
    },
    finish: () => session()?.finish(),
    undoVertex: () => session()?.undo(),
    cancel: () => endDraw(),
  };
}
