import { useMemo } from 'react';
import type { Scene } from '../domain/scene';
import type { MapPick } from '../map/map-types';
import { usePresent } from './present-store';
import { useSession } from './session-store';

const NONE: readonly MapPick[] = [];

export function pickOf(code: string): MapPick {
  const kind = code.length === 6 ? 'county' : code.length === 9 ? 'township' : 'village';
  return { kind, id: code };
}

/** What the scene on the screen outlines: while it is presented, or gone to in the scenes' panel. */
export function useOutlined(scenes: ReadonlyMap<string, Scene>): readonly MapPick[] {
  const sceneId = usePresent((state) => state.sceneId);
  const isPresented = usePresent((state) => state.before !== null);
  const isListed = useSession((state) => state.leftTab === 'scenes');
  const codes = (sceneId !== null && scenes.get(sceneId)?.highlightCodes) || null;
  return useMemo(
    () => (codes && (isPresented || isListed) ? codes.map(pickOf) : NONE),
    [codes, isPresented, isListed],
  );
}
