// One coverage answer by the engine in this process.
import type { CoverageResult } from '../analysis/coverage-result';
import type { Outcome } from '../domain/problem';
import type { CoverageTarget, VillageColumns } from '../engine/protocol';
import type { NearestMaker } from '../engine/nearest-in-stretches';
import { createEngine } from '../engine/run';
import { EngineProblem } from '../engine/target-problem';

/** A batch has nobody to answer to: no pauses. */
const PACE = { breathe: () => Promise.resolve() };

/** A function that answers over these villages (nearest projects by `nearest`, else by this thread); the engine's expected failures are problems that name the project. */
export function coverageAsker(
  villages: VillageColumns,
  nearest?: NearestMaker,
): (
  targets: readonly CoverageTarget[],
  distanceMetres: number,
) => Promise<Outcome<CoverageResult>> {
  const engine = createEngine(nearest);
  const { lng, lat, accuracyMetres } = villages;
  let isLoaded = false;
  return async (targets, distanceMetres) => {
    try {
      if (!isLoaded) await engine.run('load-villages', { lng, lat, accuracyMetres }, PACE);
      isLoaded = true;
      const value = await engine.run('coverage', { targets, distanceMetres }, PACE);
      return { ok: true, value, notes: [] };
    } catch (cause) {
      if (!(cause instanceof EngineProblem)) throw cause;
      return { ok: false, problems: [cause.problem] };
    }
  };
}
