import { Suspense, lazy } from 'react';
import type { MapView } from '../map/map-view';
import { comparedScenarios } from './compared-scenarios';
import { patchPlan, usePlanSession } from './plan-store';
import type { Analysis } from './use-analysis';

// Loaded when first opened: the first map does without them.
const PlanCompareHost = lazy(() => import('./plan-compare-host'));
const ScenarioFileHost = lazy(() => import('./scenario-file-host'));
const PlanNearestHost = lazy(() => import('./plan-nearest-host'));

/** What planning opens over the map. */
export function PlanGate(props: { readonly analysis: Analysis; readonly view: MapView | null }) {
  const asked = usePlanSession((state) => state.compared);
  const assigning = usePlanSession((state) => state.assigning);
  const scenarioFile = usePlanSession((state) => state.scenarioFile);
  const compared = comparedScenarios(props.analysis.doc, asked);
  return (
    <Suspense>
      {compared && (
        <div className="compare-host">
          <PlanCompareHost {...props} {...compared} />
        </div>
      )}
      {scenarioFile && <ScenarioFileHost theirs={scenarioFile} />}
      {assigning && (
        <PlanNearestHost
          analysis={props.analysis}
          onClose={() => patchPlan({ assigning: false })}
        />
      )}
    </Suspense>
  );
}
