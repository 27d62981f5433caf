import { useCallback } from 'react';
import type { Inspected } from '../features/inspect/inspected';
import type { MapView } from '../map/map-view';
import { useMessages } from '../ui/messages';
import { patchSession } from './session-store';
import { thingBounds } from './thing-bounds';
import type { Analysis } from './use-analysis';
import { useLatest } from './use-latest';

interface Looking {
  readonly zoomToAll: (things: readonly Inspected[]) => void;
  readonly zoomTo: (thing: Inspected) => void;
  readonly inspect: (thing: Inspected) => void;
  readonly inspectAndZoom: (thing: Inspected) => void;
}

/** Selecting things and bringing them into view. The functions last: panels need not be drawn anew on each frame of a drag. */
export function useLooking(analysis: Analysis, view: MapView | null): Looking {
  const latestRef = useLatest(analysis);
  const zoomToAll = useCallback(
    (things: readonly Inspected[]) => {
      const { index: now, doc, content } = latestRef.current;
      const own = { imports: doc.imports, objects: content.objects };
      const bounds = thingBounds(now, own, things);
      if (bounds) view?.fitTo(bounds, 60);
    },
    [latestRef, view],
  );
  const zoomTo = useCallback((thing: Inspected) => zoomToAll([thing]), [zoomToAll]);
  const inspect = useCallback(
    (thing: Inspected) => {
      // A drawn site or project is a project to the lists and an object to its planner.
      const isObject = thing.kind === 'project' && latestRef.current.content.objects.has(thing.id);
      const selection = isObject ? { kind: 'plan-object' as const, id: thing.id } : thing;
      patchSession({ selection, rightTab: 'inspect', rightOpen: true });
    },
    [latestRef],
  );
  const inspectAndZoom = useCallback(
    (thing: Inspected) => {
      inspect(thing);
      zoomTo(thing);
    },
    [inspect, zoomTo],
  );
  return { zoomToAll, zoomTo, inspect, inspectAndZoom };
}

/** Puts text on the clipboard and says so. */
export function useCopy(): (text: string, what?: string) => void {
  const message = useMessages();
  return useCallback(
    (text: string, what = text) => {
      navigator.clipboard.writeText(text).then(
        () => void message.success(`已复制：${what}`),
        () => void message.error('浏览器不允许复制，请手动选取。'),
      );
    },
    [message],
  );
}
