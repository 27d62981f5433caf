import type { Geometry } from 'geojson';
import { useEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
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
  const ownRef = useRef<DrawTask | null>(null);
  // What a move of the pointer does not change.
  const sketch = useDrawStore(
    useShallow(({ view }) => ({
      vertexCount: view?.places.length ?? 0,
      lengthMetres: view?.measure.metres ?? 0,
      canFinish: view?.canFinish === true && view.faults.length === 0,
      problem: view?.problem ?? null,
    })),
  );
  const isDrawing = useDrawStore((state) => state.task?.exceptId === id);
  useEffect(
    () => () => {
      if (ownRef.current) endDraw(ownRef.current);
    },
    [],
  );
  if (!view) return null;
  const session = () => useDrawStore.getState().session;
  return {
    progress: isDrawing ? sketch : null,
    problem: isDrawing ? sketch.problem : null,
    start: (tool: SketchTool) => {
      const title = `标绘「${name}」的位置`;
      ownRef.current = { title, tool, isMeasure: false, exceptId: id, onDone: onDrawn };
      beginDraw(ownRef.current);
    },
    finish: () => session()?.finish(),
    undoVertex: () => session()?.undo(),
    cancel: () => endDraw(),
  };
}
