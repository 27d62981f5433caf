import { Suspense, lazy, useEffect } from 'react';
import type { ExportHostProps } from './export-host';
import { useExportAsked } from './export-store';

// Loaded when first opened: the first map does without it.
const ExportHost = lazy(() => import('./export-host'));

/** The export dialog, while somebody asks for it. */
export function ExportGate(props: ExportHostProps) {
  const isAsked = useExportAsked((state) => state.subjectId !== null);
  // The dialog goes away whole, and with it its own way of giving the focus back.
  useEffect(() => {
    if (!isAsked) return;
    const { opener } = useExportAsked.getState();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isAsked]);
  return isAsked ? (
    <Suspense>
      <ExportHost {...props} />
    </Suspense>
  ) : null;
}
