import type { ClaimCheck } from '../analysis/claim-check';
import type { ClaimSettings } from '../analysis/claim-data';
import type { PlanContent } from '../document/plan-document';
import { createEngineClient } from '../engine/client';
import { workerTransport } from '../engine/worker-transport';
import { engineWorker } from './engine-worker';
import type { AnswerSources } from './report-answer';

/** Each project at its own distance, belts as wide as the scenario says. */
export function claimSettingsOf({ beltWidths }: Pick<PlanContent, 'beltWidths'>): ClaimSettings {
  return { distanceMetres: null, beltWidths };
}

/** Claims take seconds: on an engine of their own. */
export async function claimsOf(
  { index }: Pick<AnswerSources, 'index'>,
  settings: ClaimSettings,
  signal: AbortSignal,
): Promise<readonly ClaimCheck[]> {
  const engine = createEngineClient(workerTransport(engineWorker()));
  try {
    return await engine.run('claims', { pack: index.pack, settings }, { signal });
  } finally {
    engine.close();
  }
}
