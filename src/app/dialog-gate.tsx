import { Suspense, lazy, useEffect, useState } from 'react';
import type { CellReference } from '../domain/source';
import type { Inspected } from '../features/inspect/inspected';
import type { MapView } from '../map/map-view';
import { needsOneMap, useAskedDialog } from './asked-dialog';
import { AuditRunner } from './later-panels';
import { usePlanSession } from './plan-store';
import type { Analysis } from './use-analysis';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without them.
const AuditHost = lazy(() => import('./audit-host'));
const ChartsHost = lazy(() => import('./charts-host'));
const HandoutHost = lazy(() => import('./handout-host'));
const PrintHost = lazy(() => import('./print-host'));
const ReportHost = lazy(() => import('./report-host'));

const openerOf = (): Element | null => useAskedDialog.getState().opener;

interface Props {
  readonly analysis: Analysis;
  /** Null before the map stands. */
  readonly view: MapView | null;
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (things: readonly Inspected[]) => void;
  readonly onOpenCell: (cell: CellReference) => void;
}

/** False until the one map has been given back what the open scenario shows; effects of the map come before this one. */
function useOneMap(): boolean {
  const isOther = usePlanSession(
    ({ linked, preview, compareWay }) => (linked ?? preview) !== null || compareWay !== 'list',
  );
  const [isOne, setIsOne] = useState(false);
  useEffect(() => setIsOne(!isOther), [isOther]);
  return isOne;
}

/** The dialog that is asked for, if any. */
export function DialogGate({ analysis, view, ...looking }: Props) {
  const asked = useAskedDialog((state) => state.name);
  const isOneMap = useOneMap();
  const name = isOneMap || !needsOneMap(asked) ? asked : null;
  useFocusBack(asked !== null, openerOf);
  return (
    <>
      <Suspense>
        <AuditRunner analysis={analysis} />
      </Suspense>
      <Suspense>
        {name === 'audit' && <AuditHost analysis={analysis} {...looking} />}
        {name === 'charts' && <ChartsHost analysis={analysis} />}
        {name === 'handout' && <HandoutHost analysis={analysis} />}
        {name === 'print' && view && <PrintHost analysis={analysis} view={view} />}
        {name === 'report' && view && <ReportHost analysis={analysis} view={view} />}
      </Suspense>
    </>
  );
}
