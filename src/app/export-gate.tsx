import { Suspense, lazy } from 'react';
import type { ExportHostProps } from './export-host';
import { useExportAsked } from './export-store';

// Loaded when first opened: the first map does without it.
const ExportHost = lazy(() => import('./export-host'));

/** The export dialog, while somebody asks for it. */
export function ExportGate(props: ExportHostProps) {
  const isAsked = useExportAsked((state) => state.subjectId !== null);
  return isAsked ? (
    <Suspense>
      <ExportHost {...props} />
    </Suspense>
  ) : null;
}
