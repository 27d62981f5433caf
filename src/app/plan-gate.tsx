import { Suspense, lazy } from 'react';
import type { MapView } from '../map/map-view';
import { patchPlan, usePlanSession } from './plan-store';
import type { Analysis } from './use-analysis';

// Loaded when first opened: the first map does without them.
const PlanCompareHost = lazy(() => import('./plan-compare-host'));
const ScenarioFileHost = lazy(() => import('./scenario-file-host'));
const PlanNearestHost = lazy(() => import('./plan-nearest-host'));

/** What planning opens over the map. */
export function PlanGate(props: { readonly analysis: Analysis; readonly view: MapView | null }) {
  const compared = usePlanSession((state) => state.compared);
  const assigning = usePlanSession((state) => state.assigning);
  const scenarioFile = usePlanSession((state) => state.scenarioFile);
  const { scenarios } = props.analysis.doc;
  const from = compared && scenarios.get(compared.from);
  const to = compared && scenarios.get(compared.to);
  return (
    <Suspense>
      {from && to && (
        <div className="compare-host">
          <PlanCompareHost {...props} from={from} to={to} />
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
