// What a scene keeps of the screen, as the hash of a permalink, and the way back. Pure, so that a report can go through
// the scenes as well. Beside the permalink's fields it holds `f`, the size in CSS pixels of the map that nothing
// covered: what lay within it is what the scene shows, on a screen of any size.
import type { MapCamera } from '../map/map-types';
import { readPermalink, writePermalink } from './permalink';
import { DEFAULT_SESSION, type SessionState } from './session-state';

/** CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The map's size where none is known, as wide as it usually is. */
export const USUAL_FRAME: FrameSize = { width: 900, height: 600 };

/** Which panels are open is of the screen, not of the scene; what is asked of the numbers (`rightTab`) is the scene's. */
const PANELS = ['leftTab', 'leftOpen', 'rightOpen', 'tableOpen'] as const;

function withPanelsOf(session: SessionState, from: SessionState): SessionState {
  return { ...session, ...Object.fromEntries(PANELS.map((key) => [key, from[key]])) };
}

/** The session as a scene's view. Without a camera (the map was never moved) the scene shows the whole region. */
export function captureView(session: SessionState, frame: FrameSize): string {
  const hash = writePermalink(withPanelsOf(session, DEFAULT_SESSION));
  if (!session.camera) return hash;
  const size = `f=${Math.round(frame.width)}x${Math.round(frame.height)}`;
  return hash === '' ? size : `${hash}&${size}`;
}

/** The session that shows a scene: all of its view, the panels as they are. */
export function sceneSession(view: string, now: SessionState): SessionState {
  return withPanelsOf({ ...DEFAULT_SESSION, ...readPermalink(view) }, now);
}

/** Null where the view has none or an impossible one. */
export function frameOf(view: string): FrameSize | null {
  const found = /^(\d{1,5})x(\d{1,5})$/.exec(new URLSearchParams(view).get('f') ?? '');
  const [width, height] = [Number(found?.[1]), Number(found?.[2])];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The scene's camera for a map of another size: all that lay in its frame lies in `free`. Null: the whole region. */
export function sceneCamera(view: string, free: FrameSize): MapCamera | null {
  const camera = readPermalink(view).camera ?? null;
  const frame = frameOf(view);
  if (!camera || !frame) return camera;
  const scale = Math.min(free.width / frame.width, free.height / frame.height);
  // A map of no size (a window folded away) keeps the camera as it is.
  return scale > 0 ? { ...camera, zoom: Math.max(0, camera.zoom + Math.log2(scale)) } : camera;
}

/** What the numbers are asked with: equal texts, equal questions. In mode `union` the focus asks nothing. */
export function questionOf(session: SessionState): string {
  const { chosenProjectIds, distanceMetres, coverageMode, focusedProjectId } = session;
  const focus = coverageMode === 'each' ? focusedProjectId : null;
  return JSON.stringify([chosenProjectIds, distanceMetres, coverageMode, focus]);
}
