import { Suspense, lazy } from 'react';
import { useAskedDialog } from './asked-dialog';
import type { Analysis } from './use-analysis';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without them.
const ChartsHost = lazy(() => import('./charts-host'));

const openerOf = (): Element | null => useAskedDialog.getState().opener;

/** The dialog that is asked for, if any. */
export function DialogGate({ analysis }: { readonly analysis: Analysis }) {
  const name = useAskedDialog((state) => state.name);
  useFocusBack(name !== null, openerOf);
  return <Suspense>{name === 'charts' && <ChartsHost analysis={analysis} />}</Suspense>;
}
