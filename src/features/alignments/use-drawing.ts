import { useCallback, useEffect, useRef } from 'react';
import type { Problem } from '../../domain/problem';
import type { DrawSession } from '../../map/draw/start-draw';
import type { DrawMode } from '../../map/draw/drawn-shape';
import type { AlignmentAction } from './alignment-form';
import type { AlignmentPanelProps } from './alignment-panel-props';

export interface Drawing {
  readonly start: (mode: DrawMode) => void;
  readonly finish: () => void;
  readonly undoVertex: () => void;
  readonly cancel: () => void;
}

const NOT_BEGUN = { vertexCount: 0, lengthMetres: 0, canFinish: false };

/** The drawing code is a chunk of its own: on a damaged copy of the app it may not load. */
function drawingUnavailable(cause: unknown): Problem {
  return {
    code: 'draw-unavailable',
    severity: 'error',
    where: {},
    text: `标绘工具未能启动（${cause instanceof Error ? cause.message : String(cause)}）。`,
    mend: '请重新加载页面再试；也可以改用“按坐标录入”或“导入文件”。',
  };
}

/** Runs one drawing at a time on the map and tells the form; a drawing left running is cancelled on unmount. */
export function useDrawing(
  startDraw: AlignmentPanelProps['startDraw'],
  dispatch: (action: AlignmentAction) => void,
): Drawing {
  const session = useRef<DrawSession | null>(null);
  // Each start has a number, so that a drawing whose code arrives after it was cancelled never begins.
  const wanted = useRef(0);

  const cancel = useCallback((): void => {
    wanted.current += 1;
    const running = session.current;
    session.current = null;
    if (running) running.cancel();
    else dispatch({ type: 'draw-cancelled' });
  }, [dispatch]);

  const start = useCallback(
    (mode: DrawMode): void => {
      if (!startDraw) return;
      session.current?.cancel();
      const mine = ++wanted.current;
      dispatch({ type: 'drawing', progress: NOT_BEGUN });
      const options = {
        mode,
        onChange: (progress: typeof NOT_BEGUN) => dispatch({ type: 'drawing', progress }),
        onFinish: (geometry: Parameters<Parameters<typeof startDraw>[0]['onFinish']>[0]) => {
          session.current = null;
          dispatch({ type: 'drawn', geometry });
        },
        onCancel: () => {
          session.current = null;
          dispatch({ type: 'draw-cancelled' });
        },
      };
      startDraw(options).then(
        (begun) => {
          if (wanted.current === mine) session.current = begun;
          else begun.cancel();
        },
        (cause: unknown) => dispatch({ type: 'refused', problem: drawingUnavailable(cause) }),
      );
    },
    [startDraw, dispatch],
  );

  useEffect(
    () => () => {
      wanted.current += 1;
      session.current?.cancel();
    },
    [],
  );

  return {
    start,
    finish: () => session.current?.finish(),
    undoVertex: () => session.current?.undoVertex(),
    cancel,
  };
}
