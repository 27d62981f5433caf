import type { MapPadding } from '../map/map-types';
import type { MapView } from '../map/map-view';
import { type FrameSize, sceneCamera, sceneSession } from './scene-view';
import { useSession } from './session-store';

/** The legend stands in the region's south-east corner; the camera leaves it room, more where the map is wide enough for both. */
const NARROW: MapPadding = { top: 0, right: 90, bottom: 0, left: 30 };
const WIDE: MapPadding = { top: 0, right: 150, bottom: 0, left: 24 };
const WIDE_WINDOW_PIXELS = 1400;

/** The same object for the same kind of window. */
export function legendPadding(): MapPadding {
  return innerWidth < WIDE_WINDOW_PIXELS ? NARROW : WIDE;
}

/** CSS pixels of the map that nothing covers. */
export function freeSize(view: MapView, padding: MapPadding): FrameSize {
  const { clientWidth, clientHeight } = view.container;
  return {
    width: clientWidth - padding.left - padding.right,
    height: clientHeight - padding.top - padding.bottom,
  };
}

/** Moves the map to a scene's place, in what the padding leaves; 0 ms jumps. */
export function moveToScene(
  view: MapView,
  scene: string,
  padding: MapPadding,
  milliseconds: number,
): void {
  const camera = sceneCamera(scene, freeSize(view, padding));
  if (camera) view.setCamera(camera, milliseconds);
  else view.fitRegion(milliseconds > 0);
}

/** Layers, parameters, filters and selection of a scene; the panels stay. The camera is the map's to report. */
export function showSceneSession(scene: string): void {
  const now = useSession.getState();
  useSession.setState({ ...sceneSession(scene, now), camera: now.camera });
}
