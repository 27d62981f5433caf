import { useEffect, useMemo } from 'react';
import { shapeFaults } from '../geo/shape-faults';
import { type SnapTarget, snapIndex } from '../geo/snap-index';
import type { Snapping } from '../map/draw/snapping';
import type { MapView } from '../map/map-view';
import { useMessages } from '../ui/messages';
import { readoutText } from '../features/draw/draw-words';
import { endDraw, patchDraw, useDrawStore } from './draw-store';
import { contentTargets, packTargets } from './snap-targets';
import type { Analysis } from './use-analysis';
import { useLatest } from './use-latest';
import { useWorkspace } from './workspace';

/** A shape that is no numbers would break the index; its own faults are listed where it is selected. */
function isIndexable({ geometry }: SnapTarget): boolean {
  const broken = new Set(['not-a-number', 'out-of-range']);
  return !shapeFaults(geometry).some(({ kind }) => broken.has(kind));
}

/** What is caught now; null while nothing is. The pack's index is built once, with the first drawing. */
function useSnapping({ index, content }: Analysis): Snapping | null {
  const { pack } = useWorkspace();
  const task = useDrawStore((state) => state.task);
  const tolerancePixels = useDrawStore((state) => state.catchPixels);
  const kinds = useDrawStore((state) => state.catchKinds);
  const isDrawing = task !== null;
  const ofPack = useMemo(
    () => (isDrawing ? snapIndex(packTargets(pack)) : null),
    [isDrawing, pack],
  );
  const indices = useMemo(() => {
    if (!task || !ofPack) return [];
    const targets = contentTargets(index, content).filter(
      (target) => target.id !== task.exceptId && isIndexable(target),
    );
    return [ofPack, snapIndex(targets)];
  }, [task, ofPack, index, content]);
  return useMemo(
    () => (tolerancePixels > 0 ? { indices, options: { kinds }, tolerancePixels } : null),
    [indices, kinds, tolerancePixels],
  );
}

/** Runs the drawing that the store asks for on the map. */
export function useDrawRun(view: MapView | null, analysis: Analysis): void {
  const message = useMessages();
  const task = useDrawStore((state) => state.task);
  const session = useDrawStore((state) => state.session);
  const tracing = useDrawStore((state) => state.tracing);
  const halfWidthMetres = useDrawStore((state) => state.halfWidthMetres);
  const snapping = useSnapping(analysis);
  const latestSettings = useLatest({ snapping, tracing, halfWidthMetres });

  useEffect(() => {
    if (!task || !view) return;
    let isOver = false;
    const isMine = (): boolean => !isOver && useDrawStore.getState().task === task;
    const starting = view.startSketch({
      tool: task.tool,
      settings: latestSettings.current,
      stays: task.isMeasure,
      readout: readoutText,
      onView: (next) => isMine() && patchDraw({ view: next }),
      onFinish: (geometry) => {
        patchDraw({ task: null, session: null, view: null });
        task.onDone(geometry);
      },
      onCancel: () => isMine() && endDraw(task),
      onTrace: (way) => {
        const { tracing: now } = useDrawStore.getState();
        patchDraw({ tracing: now === way ? null : way });
      },
    });
    starting.then(
      (begun) => (isMine() ? patchDraw({ session: begun }) : begun.cancel()),
      (cause: unknown) => {
        endDraw(task);
        const detail = cause instanceof Error ? cause.message : String(cause);
        void message.error(`标绘工具未能启动（${detail}）。请重新加载页面再试，或录入坐标。`);
      },
    );
    return () => {
      isOver = true;
      void starting.then(
        (begun) => begun.cancel(),
        () => undefined,
      );
    };
  }, [task, view, message, latestSettings]);

  useEffect(() => {
    session?.set({ snapping, tracing, halfWidthMetres });
  }, [session, snapping, tracing, halfWidthMetres]);
}
