import { useEffect, useMemo, useState } from 'react';
import type { ClaimCheck } from '../analysis/claim-check';
import type { ClaimSettings } from '../analysis/claim-data';
import { type Problem, reasonOf } from '../domain/problem';
import { createEngineClient } from '../engine/client';
import { EngineCancelled } from '../engine/protocol';
import { workerTransport } from '../engine/worker-transport';
import { engineWorker } from './engine-worker';
import type { Analysis } from './use-analysis';

export interface Claims {
  readonly settings: ClaimSettings;
  /** Null while they are being computed. */
  readonly checks: readonly ClaimCheck[] | null;
  readonly problem: Problem | null;
}

/** Recomputes every claim with the document's lines and belt widths, on an engine of its own: it takes seconds. */
export function useClaims({ index, content }: Analysis): Claims {
  const [checks, setChecks] = useState<readonly ClaimCheck[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const settings = useMemo<ClaimSettings>(
    () => ({ distanceMetres: null, beltWidths: content.beltWidths }),
    [content.beltWidths],
  );
  useEffect(() => {
    setChecks(null);
    setProblem(null);
    const engine = createEngineClient(workerTransport(engineWorker()));
    engine
      .run('claims', { pack: index.pack, settings })
      .then(setChecks)
      .catch((error: unknown) => {
        if (error instanceof EngineCancelled) return;
        setProblem({
          code: 'claims-failed',
          severity: 'error',
          where: {},
          text: `规划口径没有核算完：${reasonOf(error)}`,
          mend: '请检查标绘的线位是否有误，再打开本页。',
        });
      })
      .finally(() => engine.close());
    return () => engine.close();
  }, [index, settings]);
  return { settings, checks, problem };
}
