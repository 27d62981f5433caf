import { Suspense, lazy, useState } from 'react';
import { RegionMenu } from '../features/regions/region-menu';
import type { Regions } from './use-regions';
import { useWorkspace } from './workspace';

// Loaded when first opened: the first map does without them.
const RegionsDialog = lazy(async () => {
  const { RegionsDialog: Dialog } = await import('../features/regions/regions-dialog');
  return { default: Dialog };
});

/** The region in the header, with the dialogs that it opens. */
export function RegionHost({ regions }: { readonly regions: Regions }) {
  const { newer } = useWorkspace();
  const [isListed, setListed] = useState(false);
  const { rows, actions } = regions;
  return (
    <>
      <RegionMenu
        rows={rows}
        newerVersion={newer?.version ?? null}
        actions={actions}
        onShowAll={() => setListed(true)}
      />
      <Suspense>
        {isListed && (
          <RegionsDialog rows={rows} actions={actions} onClose={() => setListed(false)} />
        )}
      </Suspense>
    </>
  );
}
