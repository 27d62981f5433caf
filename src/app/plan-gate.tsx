import { Suspense, lazy } from 'react';
import type { Inspected } from '../features/inspect/inspected';
import { patchPlan, usePlanSession } from './plan-store';
import type { Analysis } from './use-analysis';

// Loaded when first opened: the first map does without them.
const PlanCompareHost = lazy(() => import('./plan-compare-host'));
const PlanNearestHost = lazy(() => import('./plan-nearest-host'));

/** What planning opens over the map. */
export function PlanGate(props: {
  readonly analysis: Analysis;
  readonly onZoomTo: (things: readonly Inspected[]) => void;
}) {
  const compared = usePlanSession((state) => state.compared);
  const assigning = usePlanSession((state) => state.assigning);
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
      {assigning && (
        <PlanNearestHost
          analysis={props.analysis}
          onClose={() => patchPlan({ assigning: false })}
        />
      )}
    </Suspense>
  );
}
