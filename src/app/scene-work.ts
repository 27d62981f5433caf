// Edits of scenes as the panel asks for them; each is one undoable step.
import type { DocumentSession } from '../document/document-session';
import { putScenes } from '../document/edits/scene-edits';
import { newId } from '../document/new-id';
import type { Scene } from '../domain/scene';
import { type StoryScene, storyCaption } from '../domain/storyline';
import { formatDistance } from '../ui/format';
import type { SessionState } from './session-state';
import { isLayerVisible } from './timeline-layer';

/** What a scene is called before anyone names it: what is asked, the year that is shown, or its number. */
export function sceneTitle(
  session: SessionState,
  targetNames: readonly string[],
  year: number | null,
  number: number,
): string {
  const [first] = targetNames;
  if (first !== undefined) {
    const what = targetNames.length === 1 ? first : `${first}等 ${targetNames.length} 项`;
    return `${what}：${formatDistance(session.distanceMetres)}`;
  }
  if (year !== null && isLayerVisible(session.layers, 'timeline')) return `${year}年各县状态`;
  return `场景 ${number}`;
}

type Kept = Pick<Scene, 'view' | 'figures'>;

/** Captures a scene after another (else at the end); its id. */
export function captureScene(
  documents: DocumentSession,
  title: string,
  kept: Kept,
  afterId: string | null,
): string {
  const ids = [...documents.state.getState().doc.scenes.keys()];
  const after = afterId === null ? -1 : ids.indexOf(afterId);
  const scene: Scene = {
    id: newId(),
    title,
    caption: '',
    notes: '',
    isHidden: false,
    hasLegend: true,
    highlightCodes: [],
    ...kept,
    madeAt: new Date().toISOString(),
  };
  documents.commit(
    putScenes({
      scenes: [scene],
      ...(after < 0 ? {} : { at: after + 1 }),
      label: `采集场景「${title}」`,
    }),
  );
  return scene.id;
}

/** A copy right after its original. */
export function duplicateScene(documents: DocumentSession, id: string): void {
  const { scenes } = documents.state.getState().doc;
  const scene = scenes.get(id);
  if (!scene) return;
  const copy = { ...scene, id: newId(), title: `${scene.title}（副本）` };
  const at = [...scenes.keys()].indexOf(id) + 1;
  documents.commit(putScenes({ scenes: [copy], at, label: `复制场景「${scene.title}」` }));
}

/** The pack's storyline as scenes of the document: one step. */
export function adoptStoryline(documents: DocumentSession, storyline: readonly StoryScene[]): void {
  const madeAt = new Date().toISOString();
  const scenes = storyline.map((story): Scene => {
    const { title, notes, view, hasLegend, highlightCodes } = story;
    return {
      id: newId(),
      title,
      caption: storyCaption(story),
      notes,
      isHidden: false,
      view,
      hasLegend,
      highlightCodes,
      // Nothing was captured: the first look has nothing to compare with.
      figures: [],
      madeAt,
    };
  });
  documents.commit(putScenes({ scenes, label: `采用现成故事线（${scenes.length} 页）` }));
}
