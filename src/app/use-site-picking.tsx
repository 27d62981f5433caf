import { Button } from 'antd';
import type { Polygon } from 'geojson';
import { type ReactNode, useCallback, useEffect } from 'react';
import type { DocumentSession } from '../document/document-session';
import type { PackIndex } from '../domain/pack-index';
import type { MapPick } from '../map/map-types';
import type { MapView } from '../map/map-view';
import { addVillages, toggleVillage } from './plan-assign';
import { patchPlan, usePlanSession } from './plan-store';
import type { Analysis } from './use-analysis';
import { useLatest } from './use-latest';
import { useWorkspace } from './workspace';

/** Picking the villages of a site on the map. `take` says whether the click was for it. */
export interface SitePicking {
  readonly take: (pick: MapPick) => boolean;
  readonly notice: ReactNode;
}

const WORDS = {
  click: '单击村点，迁入或移出；按 Esc 结束',
  lasso: '按住左键画一圈，圈住的村迁入；按 Esc 取消',
} as const;

/** The villages inside the loop go to the site. */
async function addInside(
  documents: DocumentSession,
  siteId: string,
  index: PackIndex,
  loop: Polygon,
): Promise<void> {
  const { villagesInLoop } = await import('./in-loop');
  addVillages(documents, siteId, villagesInLoop(index, loop));
}

const stop = (): void => patchPlan({ picking: null });

export function useSitePicking(view: MapView | null, analysis: Analysis): SitePicking {
  const { documents } = useWorkspace();
  const picking = usePlanSession((state) => state.picking);
  const { index, content } = analysis;
  const latestIndexRef = useLatest(index);
  const site = picking ? content.objects.get(picking.siteId) : undefined;

  // Undo, another scenario or a deletion may take the site away.
  useEffect(() => {
    if (picking && !site) stop();
  }, [picking, site]);

  useEffect(() => {
    if (!picking || !view) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') stop();
    };
    addEventListener('keydown', onKey);
    if (picking.way === 'lasso') {
      void view.startLasso().then((loop) => {
        if (loop) void addInside(documents, picking.siteId, latestIndexRef.current, loop);
        if (usePlanSession.getState().picking === picking) stop();
      });
    }
    return () => {
      removeEventListener('keydown', onKey);
      if (picking.way === 'lasso') view.cancelLasso();
    };
  }, [picking, view, documents, latestIndexRef]);

  const take = useCallback(
    (pick: MapPick): boolean => {
      const now = usePlanSession.getState().picking;
      if (now?.way !== 'click') return false;
      const village =
        pick.kind === 'village' ? latestIndexRef.current.villageByCode.get(pick.id) : undefined;
      if (village) toggleVillage(documents, now.siteId, village);
      return true;
    },
    [documents, latestIndexRef],
  );
  const notice = picking && site && (
    <div>
      迁往「{site.name}」：{WORDS[picking.way]}{' '}
      <Button size="small" onClick={stop}>
        结束
      </Button>
    </div>
  );
  return { take, notice };
}
