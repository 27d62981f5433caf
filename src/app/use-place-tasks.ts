import { useCallback } from 'react';
import type { Project } from '../domain/project';
import type { MapView } from '../map/map-view';
import { endDraw } from './draw-store';
import { patchPlan } from './plan-store';
import { type AdjustTask, useAdjustTask } from './use-adjust-task';
import { type AlignmentTask, useAlignmentTask } from './use-alignment-task';

/** The two ways to a project's place, of which one runs at a time: given in a form, or moved on the map. */
export interface PlaceTasks {
  readonly alignment: AlignmentTask;
  readonly adjust: AdjustTask;
  /** Ends these and picking, since drawing takes the pointer. */
  readonly endAll: () => void;
}

/** `stopPicking` ends what else is done with the pointer on the map. */
export function usePlaceTasks(
  view: MapView | null,
  projects: readonly Project[],
  stopPicking: (none: null) => void,
): PlaceTasks {
  const alignment = useAlignmentTask(projects);
  const { open: openForm, close: closeForm } = alignment;
  const onStart = useCallback(() => {
    endDraw();
    stopPicking(null);
    closeForm();
  }, [stopPicking, closeForm]);
  const adjust = useAdjustTask(view, onStart);
  const { close: endAdjust } = adjust;
  const open = useCallback(
    (projectId: string) => {
      endDraw();
      endAdjust();
      openForm(projectId);
    },
    [endAdjust, openForm],
  );
  const endAll = useCallback(() => {
    patchPlan({ picking: null });
    stopPicking(null);
    endAdjust();
    closeForm();
  }, [stopPicking, endAdjust, closeForm]);
  return { alignment: { ...alignment, open }, adjust, endAll };
}
