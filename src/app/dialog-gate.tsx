import { Suspense, lazy } from 'react';
import type { MapView } from '../map/map-view';
import { useAskedDialog } from './asked-dialog';
import type { Analysis } from './use-analysis';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without them.
const ChartsHost = lazy(() => import('./charts-host'));
const HandoutHost = lazy(() => import('./handout-host'));
const PrintHost = lazy(() => import('./print-host'));
const ReportHost = lazy(() => import('./report-host'));

const openerOf = (): Element | null => useAskedDialog.getState().opener;

interface Props {
  readonly analysis: Analysis;
  /** Null before the map stands. */
  readonly view: MapView | null;
}

/** The dialog that is asked for, if any. */
export function DialogGate({ analysis, view }: Props) {
  const name = useAskedDialog((state) => state.name);
  useFocusBack(name !== null, openerOf);
  return (
    <Suspense>
      {name === 'charts' && <ChartsHost analysis={analysis} />}
      {name === 'handout' && <HandoutHost analysis={analysis} />}
      {name === 'print' && view && <PrintHost analysis={analysis} view={view} />}
      {name === 'report' && view && <ReportHost analysis={analysis} view={view} />}
    </Suspense>
  );
}
