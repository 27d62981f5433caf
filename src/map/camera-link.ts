// Two maps that look at the same place: each follows the other's every step.
import type { MapCamera } from './map-types';

/** What a link needs of a map; MapView has it. */
export interface LinkedView {
  readonly getCamera: () => MapCamera;
  readonly setCamera: (camera: MapCamera) => void;
  /** Calls on each step of a move, also of one made by `setCamera`; gives the way to stop. */
  readonly onMove: (listener: () => void) => () => void;
}

/**
 * Links centre, zoom, bearing and pitch both ways, beginning with the first map's. A step that a map makes because it
 * follows is not followed back: there is no loop, and a map that may not go as far does not hold the other one up.
 * Gives the way to end the link.
 */
export function linkCameras(first: LinkedView, second: LinkedView): () => void {
  let isFollowing = false;
  const bring = (to: LinkedView, from: LinkedView): void => {
    if (isFollowing) return;
    isFollowing = true;
    to.setCamera(from.getCamera());
    isFollowing = false;
  };
  bring(second, first);
  const ends = [
    first.onMove(() => bring(second, first)),
    second.onMove(() => bring(first, second)),
  ];
  return () => ends.forEach((end) => end());
}
