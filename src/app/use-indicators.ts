import { useEffect, useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { usualProjects } from '../analysis/indicator-projects';
import {
  INDICATOR_IDS,
  type Indicator,
  type IndicatorId,
  type PopulationWeights,
  accessIndicator,
  poorPersonWeights,
  unitWeights,
} from '../analysis/indicators';
import { ruralPeopleWeights } from '../analysis/rural-people';
import type { ChosenWeights } from '../features/claims/indicator-settings';
import { useSession } from './session-store';
import { targetsOf } from './coverage-targets';
import type { Analysis } from './use-analysis';
import { type Workspace, useWorkspace } from './workspace';

function weightsOf(basis: ChosenWeights, { index, estimate }: Workspace): PopulationWeights {
  switch (basis) {
    case 'unit-count':
      return unitWeights(index);
    case 'rural-people-estimate':
      return ruralPeopleWeights(index);
    case 'poor-persons-estimate':
      return poorPersonWeights(estimate);
  }
}

type Results = ReadonlyMap<IndicatorId, CoverageResult>;

const NONE: Results = new Map();

/** The indicators over the projects that stand for roads and places; an answer under way reads as missing. */
export function useIndicators({ index, projects }: Analysis): readonly Indicator[] {
  const workspace = useWorkspace();
  const { engine } = workspace;
  const settings = useSession((state) => state.indicators);
  const [results, setResults] = useState<Results>(NONE);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async (
      id: IndicatorId,
    ): Promise<readonly (readonly [IndicatorId, CoverageResult])[]> => {
      const { projectIds, distanceMetres } = settings.choices[id];
      const targets = targetsOf(index, projectIds ?? usualProjects(id, projects));
      if (targets.length === 0) return [];
      const query = { targets, distanceMetres };
      return [[id, await engine.run('coverage', query, { signal: abort.signal })]];
    };
    Promise.all(INDICATOR_IDS.map(ask))
      .then((answers) => {
        if (!abort.signal.aborted) setResults(new Map(answers.flat()));
      })
      // A line that cannot be measured is told of in the coverage panel; here its figure is missing.
      .catch(() => {
        if (!abort.signal.aborted) setResults(NONE);
      });
    return () => abort.abort();
  }, [engine, index, projects, settings.choices]);
  const weights = useMemo(
    () => weightsOf(settings.weights, workspace),
    [settings.weights, workspace],
  );
  return useMemo(
    () =>
      INDICATOR_IDS.map((id) => {
        const { distanceMetres } = settings.choices[id];
        const result = results.get(id) ?? null;
        // The answer before a new distance is not shown beside it.
        const current = result?.distanceMetres === distanceMetres ? result : null;
        return accessIndicator(id, index, { result: current, weights }, distanceMetres);
      }),
    [index, results, weights, settings.choices],
  );
}
