import { useEffect, useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { effectiveProjects } from '../document/effective-projects';
import type { PlanContent } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { Problem } from '../domain/problem';
import { EngineFailed } from '../engine/client';
import { type CoverageTarget, EngineCancelled } from '../engine/protocol';
import type { CompareBasis } from '../features/plan/compare-panel-props';
import { targetsOf } from './use-analysis';
import { useWorkspace } from './workspace';

export interface ComparedCoverage {
  readonly before: CoverageResult;
  readonly after: CoverageResult;
}

/** What a scenario asks the engine: its chosen projects, or all its sites, where they are in that scenario. */
export function scenarioTargets(
  index: PackIndex,
  content: PlanContent,
  basis: CompareBasis,
  chosenIds: readonly string[],
): readonly CoverageTarget[] {
  const projects = effectiveProjects(index.pack.projects, content);
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const sites = [...content.objects.values()].filter(({ kind }) => kind === 'site');
  const ids = basis === 'sites' ? sites.map(({ id }) => id) : chosenIds;
  return targetsOf({ ...index, projectById }, ids);
}

function failure(error: unknown): Problem {
  if (error instanceof EngineFailed && error.problem) return error.problem;
  return {
    code: 'compare-failed',
    severity: 'error',
    where: {},
    text: `比较没有算出：${error instanceof Error ? error.message : String(error)}。`,
    mend: '请检查两个情景里对象的位置。',
  };
}

interface Answered {
  readonly asked: unknown;
  readonly coverage: ComparedCoverage | null;
  readonly problem: Problem | null;
}

/** The same engine for both scenarios at one distance; null while it works. */
export function useCompare(
  before: readonly CoverageTarget[],
  after: readonly CoverageTarget[],
  distanceMetres: number,
): Omit<Answered, 'asked'> {
  const { engine, villagesEpoch } = useWorkspace();
  const asked = useMemo(
    () => ({ before, after, distanceMetres, villagesEpoch }),
    [before, after, distanceMetres, villagesEpoch],
  );
  const [answer, setAnswer] = useState<Answered | null>(null);
  useEffect(() => {
    const cancel = new AbortController();
    const run = (targets: readonly CoverageTarget[]): Promise<CoverageResult> =>
      engine.run(
        'coverage',
        { targets, distanceMetres: asked.distanceMetres },
        { signal: cancel.signal },
      );
    Promise.all([run(asked.before), run(asked.after)]).then(
      ([from, to]) => setAnswer({ asked, coverage: { before: from, after: to }, problem: null }),
      (error: unknown) => {
        if (!(error instanceof EngineCancelled))
          setAnswer({ asked, coverage: null, problem: failure(error) });
      },
    );
    return () => cancel.abort();
  }, [engine, asked]);
  return answer?.asked === asked ? answer : { coverage: null, problem: null };
}
