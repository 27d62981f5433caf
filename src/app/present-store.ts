import { create } from 'zustand';
import type { PlanDocument } from '../document/plan-document';
import { showOpenScenario } from './plan-store';
import type { SessionState } from './session-state';
import { useSession } from './session-store';

/** What is presented; never in undo or in a link. */
interface PresentSession {
  /** The scene that was gone to last, in the panel or while presenting. */
  readonly sceneId: string | null;
  /** The session as it was before presenting; null: nothing is presented. */
  readonly before: SessionState | null;
  /** The scenario on the wall while presenting, which edits nothing; null: the open one. */
  readonly scenarioId: string | null;
}

export const usePresent = create<PresentSession>(() => ({
  sceneId: null,
  before: null,
  scenarioId: null,
}));

export function setScene(sceneId: string | null): void {
  usePresent.setState({ sceneId });
}

/** The scenario that is shown instead of the open one, until presenting ends. */
export function showScenario(scenarioId: string): void {
  if (usePresent.getState().before) usePresent.setState({ scenarioId });
}

/** The document as the wall shows it. */
export function presentedDocument(doc: PlanDocument, scenarioId: string | null): PlanDocument {
  const isOther = scenarioId !== null && scenarioId !== doc.scenarioId;
  return isOther && doc.scenarios.has(scenarioId) ? { ...doc, scenarioId } : doc;
}

/** Full screen where the browser allows it; presenting works without. */
export function wantFullscreen(): void {
  const refused = (): void => undefined;
  const { documentElement } = document;
  if (document.fullscreenElement) document.exitFullscreen().catch(refused);
  else if (document.fullscreenEnabled) documentElement.requestFullscreen().catch(refused);
}

/** Must be called from a click or a key press: only then may a page fill the screen. */
export function startPresenting(sceneId: string): void {
  if (!document.fullscreenElement) wantFullscreen();
  showOpenScenario();
  usePresent.setState({ sceneId, before: useSession.getState() });
}

/** Ends presenting; the session is as it was before. */
export function stopPresenting(): SessionState | null {
  const { before } = usePresent.getState();
  if (!before) return null;
  if (document.fullscreenElement) wantFullscreen();
  useSession.setState(before);
  usePresent.setState({ before: null, scenarioId: null });
  return before;
}
