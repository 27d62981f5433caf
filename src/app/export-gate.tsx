import { Suspense, lazy } from 'react';
import type { ExportHostProps } from './export-host';
import { useExportAsked } from './export-store';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without it.
const ExportHost = lazy(() => import('./export-host'));

const openerOf = (): Element | null => useExportAsked.getState().opener;

/** The export dialog, while somebody asks for it. */
export function ExportGate(props: ExportHostProps) {
  const isAsked = useExportAsked((state) => state.subjectId !== null);
  useFocusBack(isAsked, openerOf);
  return isAsked ? (
    <Suspense>
      <ExportHost {...props} />
    </Suspense>
  ) : null;
}
