import { useMemo } from 'react';
import { useStore } from 'zustand';
import { changeScene, moveScene, removeScenes } from '../document/edits/scene-edits';
import { switchScenario } from '../document/edits/scenario-edits';
import { openScenario } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { Scene } from '../domain/scene';
import { figureChanges, shownScenes } from '../domain/scene-list';
import { ScenesPanel } from '../features/scenes/scenes-panel';
import { shownYear } from '../features/timeline/timeline-view';
import type { MapView } from '../map/map-view';
import { answeredFigures, sceneFigures } from './scene-figures';
import { sceneScenario, withScenario } from './scene-scenario';
import { captureView, questionOf, sceneSession } from './scene-view';
import { setScene, startPresenting, usePresent } from './present-store';
import { adoptStoryline, captureScene, duplicateScene, sceneTitle } from './scene-work';
import { useSession } from './session-store';
import { DEFAULT_SESSION } from './session-state';
import { freeSize, legendPadding, moveToScene, showSceneSession } from './show-scene';
import type { Analysis } from './use-analysis';
import { useRemovalToast } from './use-removal';
import { useWorkspace } from './workspace';

const FLIGHT_MILLISECONDS = 900;

function nameOf(index: PackIndex, code: string): string {
  const area = index.countyByCode.get(code) ?? index.townshipByCode.get(code);
  return area?.name ?? index.villageByCode.get(code)?.name ?? code;
}

/** Captured headlines of the scene gone to that are other numbers now; none while the screen asks something else. */
function useChanges(analysis: Analysis) {
  const sceneId = usePresent((state) => state.sceneId);
  const asked = useSession(questionOf);
  const { index, coverage, summary, doc, shown } = analysis;
  const scene = sceneId === null ? undefined : doc.scenes.get(sceneId);
  const { result, resultTargets } = coverage;
  return useMemo(() => {
    const session = sceneSession(scene?.view ?? '', DEFAULT_SESSION);
    if (!scene || questionOf(session) !== asked) return [];
    if (sceneScenario(doc, scene.view).scenario.id !== doc.scenarioId) return [];
    const answer = { index, shown, summary, coverage: { result, resultTargets } };
    const live = answeredFigures(answer, session.distanceMetres);
    return live ? figureChanges(scene.figures, sceneFigures(live)) : [];
  }, [doc, scene, asked, index, result, resultTargets, shown, summary]);
}

/** 场景, wired to the open document and the map. */
export default function ScenesRail(props: {
  readonly analysis: Analysis;
  readonly view: MapView | null;
}) {
  const { analysis, view } = props;
  const { pack, documents } = useWorkspace();
  const removed = useRemovalToast();
  const scenes = useStore(documents.state, (state) => state.doc.scenes);
  const refusal = useStore(documents.state, ({ access }) =>
    access.kind === 'read-only' ? access.problem.text : null,
  );
  const sceneId = usePresent((state) => state.sceneId);
  const selection = useSession((state) => state.selection);
  const changes = useChanges(analysis);
  const list = useMemo(() => [...scenes.values()], [scenes]);
  const kept = () => {
    const session = useSession.getState();
    const frame = view ? freeSize(view, legendPadding()) : { width: 0, height: 0 };
    const live = answeredFigures(analysis, session.distanceMetres);
    const captured = withScenario(captureView(session, frame), analysis.doc);
    return { view: captured, figures: live ? sceneFigures(live) : [] };
  };
  const current = sceneId === null ? undefined : scenes.get(sceneId);
  const openScenarioOf = (sceneView: string): void => {
    const { id, title } = sceneScenario(analysis.doc, sceneView).scenario;
    if (id !== analysis.doc.scenarioId) documents.commit(switchScenario({ id, title }));
  };
  const withScene = (id: string, run: (title: string) => void): void => {
    const scene = scenes.get(id);
    if (scene) run(scene.title);
  };
  const change = (id: string, parts: Partial<Scene>, what: string): void =>
    withScene(id, (title) => {
      const label = `${what}场景「${parts.title ?? title}」`;
      documents.commit(changeScene({ id, parts, label }));
    });
  return (
    <ScenesPanel
      scenes={list}
      currentId={sceneId}
      changes={changes}
      scenarioTitle={analysis.doc.scenarios.size > 1 ? openScenario(analysis.doc).title : null}
      scenarioNote={current ? sceneScenario(analysis.doc, current.view).note : ''}
      refusal={refusal}
      storylineLength={pack.storyline.length}
      selectedCode={selection && 'code' in selection ? selection.code : null}
      nameOfCode={(code) => nameOf(analysis.index, code)}
      onCapture={() => {
        const session = useSession.getState();
        const year = shownYear(pack.timeline, session.year)?.year ?? null;
        const names = analysis.shown.map(({ id, name }) => name ?? id);
        const title = sceneTitle(session, names, year, list.length + 1);
        setScene(captureScene(documents, title, kept(), sceneId));
      }}
      onAdoptStoryline={() => adoptStoryline(documents, pack.storyline)}
      onPresent={(fromId) => {
        const first = fromId ?? shownScenes(scenes)[0]?.id;
        if (first !== undefined) startPresenting(first);
      }}
      onGoTo={(id) => {
        const scene = scenes.get(id);
        if (!scene) return;
        setScene(id);
        openScenarioOf(scene.view);
        showSceneSession(scene.view);
        if (view) moveToScene(view, scene.view, legendPadding(), FLIGHT_MILLISECONDS);
      }}
      onEdit={(id, parts) => change(id, parts, '修改')}
      onUpdateView={(id) => {
        change(id, kept(), '重采');
        setScene(id);
      }}
      onUpdateFigures={(id) => change(id, { figures: kept().figures }, '更新数字：')}
      onDuplicate={(id) => duplicateScene(documents, id)}
      onMove={(id, to) => withScene(id, (title) => documents.commit(moveScene({ id, title, to })))}
      onRemove={(id) =>
        withScene(id, (title) => {
          const label = `删除场景「${title}」`;
          documents.commit(removeScenes({ ids: [id], label }));
          removed(label);
        })
      }
    />
  );
}
