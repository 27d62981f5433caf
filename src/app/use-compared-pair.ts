import { useMemo } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { coverageSummariser } from '../analysis/coverage-summary';
import {
  type ScenarioComparison,
  type ScenarioState,
  compareScenarios,
} from '../analysis/scenario-compare';
import type { Scenario } from '../document/plan-document';
import type { CoverageTarget } from '../engine/protocol';
import { useWorkspace } from './workspace';

/** A scenario with what the engine is asked for it and what it answers. */
export interface ComparedSide {
  readonly scenario: Scenario;
  readonly targets: readonly CoverageTarget[];
  /** null while the engine works. */
  readonly result: CoverageResult | null;
}

export interface ComparedPair {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** null while the engine works. */
  readonly compared: ScenarioComparison | null;
}

/** Both with what differs between them; the sides are kept as long as they are the same. */
export function useComparedPair(before: ComparedSide, after: ComparedSide): ComparedPair {
  const { index, estimate } = useWorkspace();
  const { villages } = index.pack;
  const summarise = useMemo(() => coverageSummariser(index, estimate), [index, estimate]);
  return useMemo(() => {
    const stateOf = ({ scenario }: ComparedSide, coverage: CoverageResult): ScenarioState => ({
      objects: [...scenario.content.objects.values()],
      coverage,
      sums: summarise(coverage).total,
    });
    const compared =
      before.result && after.result
        ? compareScenarios(villages, stateOf(before, before.result), stateOf(after, after.result))
        : null;
    return { before, after, compared };
  }, [villages, before, after, summarise]);
}
