import { Suspense, lazy } from 'react';
import type { PrintHostProps } from './print-host';
import { usePrintAsked } from './print-store';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without it.
const PrintHost = lazy(() => import('./print-host'));

const openerOf = (): Element | null => usePrintAsked.getState().opener;

/** The print dialog, while somebody asks for it. */
export function PrintGate({
  view,
  ...props
}: Omit<PrintHostProps, 'view'> & { readonly view: PrintHostProps['view'] | null }) {
  const isOpen = usePrintAsked((state) => state.isOpen);
  useFocusBack(isOpen, openerOf);
  return isOpen && view ? (
    <Suspense>
      <PrintHost view={view} {...props} />
    </Suspense>
  ) : null;
}
