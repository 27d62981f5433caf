import { type RefObject, useEffect, useRef } from 'react';
import type { Scene } from '../domain/scene';
import type { MapPadding } from '../map/map-types';
import type { MapView } from '../map/map-view';
import { moveToScene } from './show-scene';

const FLIGHT_MILLISECONDS = 1800;
const ROOM_PIXELS = 24;
/** Scale bar and date stand at the lower edge. */
const LOWER_PIXELS = 48;

/** What the panel beside or below the map leaves of it. */
function paddingBeside(map: DOMRect, panel: DOMRect): MapPadding {
  const isBelow = panel.width > map.width / 2;
  const left = isBelow ? 0 : panel.right - map.left;
  const bottom = isBelow ? map.bottom - panel.top : 0;
  const room = ROOM_PIXELS;
  return { top: room, right: room, bottom: bottom + LOWER_PIXELS, left: left + room };
}

/** Runs once after the next layout, when the map has taken its new size. */
export function whenSized(container: HTMLElement, run: () => void): void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    run();
  });
  observer.observe(container);
}

/** Keeps the scene's frame in what the panel leaves of the map: flies to a new scene, follows a window that changes. */
export function useSceneCamera(
  view: MapView | null,
  panelRef: RefObject<HTMLElement | null>,
  scene: Scene,
  isFlying: boolean,
): void {
  const placedRef = useRef<string | null>(null);
  const flightRef = useRef(0);
  useEffect(() => {
    flightRef.current = isFlying ? FLIGHT_MILLISECONDS : 0;
  }, [isFlying]);
  useEffect(() => {
    const panel = panelRef.current;
    if (!view || !panel) return;
    const place = (milliseconds: number): void => {
      const padding = paddingBeside(
        view.container.getBoundingClientRect(),
        panel.getBoundingClientRect(),
      );
      view.setPadding(padding);
      moveToScene(view, scene.view, padding, milliseconds);
    };
    const isFirst = placedRef.current === null;
    placedRef.current = scene.id;
    // The first scene waits for the map to have its new size, which the observer tells of at once.
    let isPlaced = isFirst;
    if (!isFirst) place(flightRef.current);
    const observer = new ResizeObserver(() => {
      if (isPlaced) place(0);
      isPlaced = true;
    });
    observer.observe(view.container);
    return () => observer.disconnect();
  }, [view, panelRef, scene.id, scene.view]);
}
