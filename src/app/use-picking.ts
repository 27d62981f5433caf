import type { Polygon } from 'geojson';
import { useCallback, useEffect, useState } from 'react';
import type { Project } from '../domain/project';
import type { MapPick } from '../features/coverage/coverage-panel-props';
import type { MapView } from '../map/map-view';
import { patchSession, useSession } from './session-store';
import { useLatest } from './use-latest';

export interface Picking {
  readonly picking: MapPick | null;
  readonly setPicking: (pick: MapPick | null) => void;
  /** In or out of the analysis, by a click on the map. */
  readonly toggle: (projectId: string) => void;
}

/** Puts the projects inside the loop into the analysis. */
async function choose(projects: readonly Project[], loop: Polygon): Promise<void> {
  const { projectsInLoop } = await import('./in-loop');
  const caught = projectsInLoop(projects, loop);
  const { chosenProjectIds } = useSession.getState();
  patchSession({ chosenProjectIds: [...new Set([...chosenProjectIds, ...caught])] });
}

/** Choosing projects on the map: one by one, or all inside a loop. Esc ends it. */
export function usePicking(view: MapView | null, projects: readonly Project[]): Picking {
  const [picking, setPickingState] = useState<MapPick | null>(null);
  // Where the projects lie changes on each frame of a drag; what begins picking stays the same.
  const latestRef = useLatest(projects);

  const setPicking = useCallback(
    (pick: MapPick | null) => {
      view?.cancelLasso();
      setPickingState(pick);
      if (pick !== 'lasso' || !view) return;
      void view.startLasso().then((loop) => {
        setPickingState((current) => (current === 'lasso' ? null : current));
        if (loop) void choose(latestRef.current, loop);
      });
    },
    [view, latestRef],
  );

  useEffect(() => {
    if (picking !== 'click') return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setPickingState(null);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [picking]);

  const toggle = useCallback((projectId: string) => {
    const { chosenProjectIds } = useSession.getState();
    patchSession({
      chosenProjectIds: chosenProjectIds.includes(projectId)
        ? chosenProjectIds.filter((id) => id !== projectId)
        : [...chosenProjectIds, projectId],
    });
  }, []);

  return { picking, setPicking, toggle };
}
