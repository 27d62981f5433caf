import { useEffect, useMemo, useState } from 'react';
import type { Belt } from '../domain/belt';
import type { County } from '../domain/administrative';
import type { EngineClient } from '../engine/client';
import type { BeltArea } from '../map/map-types';
import { patchSession, useSession } from './session-store';
import { useWorkspace } from './workspace';

/** Half-width of a corridor or margin of an upland that the pack gives; 0 for whole counties. */
export function defaultBeltWidthMetres(belt: Belt): number {
  switch (belt.shape.kind) {
    case 'zone':
      return 0;
    case 'corridor':
      return belt.shape.defaultHalfWidthMetres;
    case 'upland':
      return belt.shape.defaultMarginMetres;
  }
}

/** Areas of the belts shown, for display; recomputed when a width changes. */
export function useBeltAreas(
  engine: EngineClient,
  counties: readonly County[],
  belts: readonly Belt[],
  widths: ReadonlyMap<string, number>,
): readonly BeltArea[] {
  const [areas, setAreas] = useState<readonly BeltArea[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const areaOf = async (belt: Belt): Promise<BeltArea> => {
      const widthMetres = widths.get(belt.id) ?? defaultBeltWidthMetres(belt);
      const members = counties.filter((county) => belt.countyCodes.includes(county.code));
      const area = await engine.run(
        'belt-area',
        { belt, counties: members, widthMetres },
        { signal: abort.signal },
      );
      return { id: belt.id, name: belt.name, area };
    };
    Promise.all(belts.map(areaOf))
      .then((next) => {
        if (!abort.signal.aborted) setAreas(next);
      })
      // A cancelled call is followed by the next; a belt that cannot be drawn leaves the map without it.
      .catch(() => {
        if (!abort.signal.aborted) setAreas([]);
      });
    return () => abort.abort();
  }, [engine, counties, belts, widths]);
  return areas;
}

/** The belts drawn on the map: none while their layer is off. */
export function useShownBelts(): readonly Belt[] {
  const { pack } = useWorkspace();
  const ids = useSession((state) => state.shownBeltIds);
  const isVisible = useSession((state) =>
    state.layers.some((layer) => layer.id === 'belts' && layer.visible),
  );
  return useMemo(() => {
    if (!isVisible) return [];
    return ids ? pack.belts.filter((belt) => ids.includes(belt.id)) : pack.belts;
  }, [pack, ids, isVisible]);
}

/** Draws just these belts; their layer goes on or off with them. */
export function showBelts(ids: readonly string[]): void {
  const { layers } = useSession.getState();
  const visible = ids.length > 0;
  patchSession({
    shownBeltIds: ids,
    layers: layers.map((layer) => (layer.id === 'belts' ? { ...layer, visible } : layer)),
  });
}
