import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { RegionMenu } from '../features/regions/region-menu';
import type { Regions } from './use-regions';
import { useWorkspace } from './workspace';

// Loaded when first opened: the first map does without them.
const RegionsDialog = lazy(async () => {
  const { RegionsDialog: Dialog } = await import('../features/regions/regions-dialog');
  return { default: Dialog };
});

const PackUpdateHost = lazy(() => import('./pack-update-host'));

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
        {newer && regions.isComparing && (
          <PackUpdateHost newer={newer} onClose={regions.closeComparing} />
        )}
      </Suspense>
    </>
  );
}

/** Over the map while the document is made with an older pack than there is. */
export function PackUpdateNotice({ regions }: { readonly regions: Regions }) {
  const { newer, shipped } = useWorkspace();
  const [isDismissed, setDismissed] = useState(false);
  if (!newer || isDismissed) return null;
  return (
    <div>
      本方案用数据包 {shipped.version}，现有 {newer.version}（{newer.date}）{' '}
      <Button size="small" type="primary" onClick={regions.actions.onUpdate}>
        查看变化
      </Button>{' '}
      <Button size="small" onClick={() => setDismissed(true)}>
        仍用 {shipped.version}
      </Button>
    </div>
  );
}
