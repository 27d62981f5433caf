import { useCallback, useState } from 'react';
import type { Geometry } from 'geojson';
import type { Problem } from '../domain/problem';
import type { AlignmentAction } from '../features/alignments/alignment-form';
import { useDrawing } from '../features/alignments/use-drawing';
import type { PlaceDrawing } from '../features/plan/object-details-props';
import type { DrawProgress } from '../map/draw/drawn-shape';
import type { DrawOptions } from '../map/draw/draw-session';
import type { MapView } from '../map/map-view';

/** Draws one shape after another on the map; each is handed to `onDrawn`, whose identity must last. */
export function usePlanDrawing(
  view: MapView | null,
  onDrawn: (geometry: Geometry) => void,
): PlaceDrawing | null {
  const [progress, setProgress] = useState<DrawProgress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const dispatch = useCallback(
    (action: AlignmentAction) => {
      setProgress(action.type === 'drawing' ? action.progress : null);
      setProblem(action.type === 'refused' ? action.problem : null);
      if (action.type === 'drawn') onDrawn(action.geometry);
    },
    [onDrawn],
  );
  const startDraw = useCallback(
    (options: Omit<DrawOptions, 'colour'>) => {
      if (!view) throw new Error('drawing needs a map');
      return view.startDraw(options);
    },
    [view],
  );
  const drawing = useDrawing(view ? startDraw : null, dispatch);
  return view ? { ...drawing, progress, problem } : null;
}
