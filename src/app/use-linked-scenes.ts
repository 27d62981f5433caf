import { useEffect, useMemo } from 'react';
import type { ScenarioComparison } from '../analysis/scenario-compare';
import type { Scenario } from '../document/plan-document';
import type { CoverageTarget } from '../engine/protocol';
import { sideCounts } from '../features/plan/compare-view';
import { changeFeatures } from '../map/sources/change-features';
import type { LinkedScenes } from './linked-scenes';
import { patchPlan, usePlanSession } from './plan-store';
import type { ComparedCoverage } from './use-compare';
import { useScenarioScene } from './use-scenario-scene';
import { useWorkspace } from './workspace';

/** Tells the map stage what the two maps show, while maps are asked for. */
export function useLinkedScenes(args: {
  readonly from: Scenario;
  readonly to: Scenario;
  readonly targets: readonly [readonly CoverageTarget[], readonly CoverageTarget[]];
  readonly coverage: ComparedCoverage | null;
  readonly compared: ScenarioComparison | null;
  readonly distanceMetres: number;
}): void {
  const { coverage, compared, distanceMetres } = args;
  const { index } = useWorkspace();
  const way = usePlanSession((state) => state.compareWay);
  const changes = useMemo(() => compared && changeFeatures(index, compared), [index, compared]);
  const common = { distanceMetres, isShown: way !== 'list' };
  const before = useScenarioScene({
    ...common,
    scenario: args.from,
    result: coverage?.before ?? null,
    targets: args.targets[0],
    changes: null,
  });
  const after = useScenarioScene({
    ...common,
    scenario: args.to,
    result: coverage?.after ?? null,
    targets: args.targets[1],
    changes,
  });
  const linked = useMemo<LinkedScenes | null>(
    () =>
      way === 'list'
        ? null
        : { way, before, after, counts: compared && sideCounts(compared.villages) },
    [way, before, after, compared],
  );
  useEffect(() => patchPlan({ linked }), [linked]);
  useEffect(() => () => patchPlan({ linked: null, compareWay: 'list', focus: null }), []);
}
