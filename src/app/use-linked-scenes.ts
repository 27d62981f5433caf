import { useEffect, useMemo } from 'react';
import { sideCounts } from '../features/plan/compare-view';
import { changeFeatures } from '../map/sources/change-features';
import type { LinkedScenes } from './linked-scenes';
import { patchPlan, usePlanSession } from './plan-store';
import type { ComparedPair } from './use-compared-pair';
import { useScenarioScene } from './use-scenario-scene';
import { useWorkspace } from './workspace';

/**
 * Tells the map stage what the two maps show, while maps are asked for. The preview of a merge is shown by the one map too,
 * as the second of the pair.
 */
export function useLinkedScenes(
  { before, after, compared }: ComparedPair,
  isPreview: boolean,
  distanceMetres: number,
): void {
  const { index } = useWorkspace();
  const way = usePlanSession((state) => state.compareWay);
  const changes = useMemo(() => compared && changeFeatures(index, compared), [index, compared]);
  const isList = way === 'list';
  const first = useScenarioScene({
    ...before,
    distanceMetres,
    isShown: !isList,
    changes: null,
  });
  const second = useScenarioScene({
    ...after,
    distanceMetres,
    isShown: !isList || isPreview,
    changes,
  });
  const linked = useMemo<LinkedScenes | null>(
    () =>
      way === 'list'
        ? null
        : {
            way,
            before: first,
            after: second,
            counts: compared && sideCounts(compared.villages),
          },
    [way, first, second, compared],
  );
  const preview = isList && isPreview ? second : null;
  useEffect(() => patchPlan({ linked, preview }), [linked, preview]);
  useEffect(
    () => () =>
      patchPlan({ linked: null, preview: null, ticked: [], compareWay: 'list', focus: null }),
    [],
  );
}
