import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { shownScenes } from '../domain/scene-list';
import type { Scene } from '../domain/scene';
import { Overview } from '../features/present/overview';
import { PresentPanel } from '../features/present/present-panel';
import type { PresentState } from '../features/present/present-state';
import { PresenterView } from '../features/present/presenter-view';
import styles from '../features/present/present.module.css';
import { shownYear } from '../features/timeline/timeline-view';
import type { MapView } from '../map/map-view';
import { VisuallyHidden } from '../ui/visually-hidden';
import { ClaimCounts } from './claim-counts';
import { followPointer } from './present-keys';
import { setScene, showScenario, stopPresenting } from './present-store';
import { answeredFigures } from './scene-figures';
import { sceneScenario } from './scene-scenario';
import { MAX_DISTANCE_METRES } from './session-state';
import { patchSession, useSession } from './session-store';
import { legendPadding, showSceneSession } from './show-scene';
import { isLayerVisible } from './timeline-layer';
import type { Analysis } from './use-analysis';
import type { Legends } from './use-legends';
import { usePresenting } from './use-presenting';
import { useScenePictures } from './use-scene-pictures';
import { useSceneCamera, whenSized } from './use-scene-camera';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly view: MapView | null;
  readonly legends: Legends['drawn'];
}

function Pointer() {
  const dotRef = useRef<HTMLDivElement>(null);
  useEffect(() => (dotRef.current ? followPointer(dotRef.current) : undefined), []);
  return <div ref={dotRef} className={styles.dot} aria-hidden />;
}

/** What lies over everything: black, the dot, digits on their way. */
function Over({ state }: { readonly state: PresentState }) {
  return (
    <>
      {state.digits !== '' && (
        <p className={styles.digits} role="status">
          转到第 {state.digits} 页：按 Enter
        </p>
      )}
      {state.hasPointer && <Pointer />}
      {state.isBlack && (
        <div className={styles.black}>
          <VisuallyHidden live>黑屏，按 B 恢复</VisuallyHidden>
        </div>
      )}
    </>
  );
}

/** Everything of the panel that follows from the session and the engine. */
function useLive({ analysis, legends }: Props) {
  const { pack } = useWorkspace();
  const distanceMetres = useSession((state) => state.distanceMetres);
  const year = useSession((state) => state.year);
  const showsYears = useSession((state) => isLayerVisible(state.layers, 'timeline'));
  const { index, coverage, summary, shown } = analysis;
  const { result, resultTargets, problem } = coverage;
  const figures = useMemo(() => {
    // The last distance's numbers stay while the slider moves; those of the scene before do not.
    const answeredMetres = result?.distanceMetres ?? 0;
    const answer = { result, resultTargets };
    return answeredFigures({ index, shown, summary, coverage: answer }, answeredMetres);
  }, [index, shown, summary, result, resultTargets]);
  return {
    isAsking: shown.length > 0,
    figures,
    problem,
    distanceMetres,
    maxDistanceMetres: MAX_DISTANCE_METRES,
    years: showsYears ? pack.timeline.map((each) => each.year) : [],
    year: shownYear(pack.timeline, year)?.year ?? null,
    legends,
    onDistance: (metres: number) => patchSession({ distanceMetres: metres }),
    onYear: (next: number) => patchSession({ year: next }),
  };
}

/** By the document itself: the analysis' own shows the scenario of the scene before. */
function useSceneScenario(scene: Scene) {
  const { documents } = useWorkspace();
  const doc = useStore(documents.state, (state) => state.doc);
  const { scenario, note } = sceneScenario(doc, scene.view);
  const hasSeveral = doc.scenarios.size > 1;
  return { scenario, note: note === '' && hasSeveral ? `情景：${scenario.title}` : note };
}

function Stage(props: Props & { readonly scenes: readonly Scene[]; readonly first: Scene }) {
  const { view, scenes } = props;
  const { pack } = useWorkspace();
  const panelRef = useRef<HTMLElement>(null);
  const [startedAt] = useState(() => Date.now());
  const leave = useCallback(() => {
    const camera = stopPresenting()?.camera;
    if (!view) return;
    // The map is smaller again: what it may show depends on its size.
    whenSized(view.container, () => {
      view.setPadding(legendPadding());
      if (camera) view.setCamera(camera);
    });
  }, [view]);
  const { state, act, presenter } = usePresenting(scenes, leave);
  const scene = scenes[state.index] ?? props.first;
  const { scenario, note } = useSceneScenario(scene);
  const showsClaims = useSession((session) => session.rightTab === 'gap');
  useEffect(() => {
    setScene(scene.id);
    showScenario(scenario.id);
    showSceneSession(scene.view);
    patchSession({ theme: 'projector' });
  }, [scene.id, scene.view, scenario.id]);
  useSceneCamera(view, panelRef, scene, state.isFlying);
  const live = useLive(props);
  const { urls, problem } = useScenePictures(state.hasOverview, scenes, props.analysis, view);
  return (
    <div className="present" data-pointer={state.hasPointer}>
      <PresentPanel
        {...live}
        panelRef={panelRef}
        state={state}
        scene={scene}
        scenario={note}
        more={showsClaims && <ClaimCounts analysis={props.analysis} />}
        onAction={act}
      />
      <p className={styles.source}>数据 {pack.date} · 示意，不作划界依据</p>
      {state.hasOverview && (
        <Overview
          scenes={scenes}
          index={state.index}
          pictures={urls}
          problem={problem}
          onGo={(index) => act({ kind: 'go', index })}
        />
      )}
      <Over state={state} />
      {presenter &&
        createPortal(
          <PresenterView
            scenes={scenes}
            state={state}
            startedAt={startedAt}
            onStep={(by) => act({ kind: 'step', by })}
          />,
          presenter.document.body,
        )}
    </div>
  );
}

/** 放映: the document's scenes over the whole window. The session comes back as it was when it ends. */
export default function PresentHost(props: Props) {
  const { doc } = props.analysis;
  const scenes = useMemo(() => shownScenes(doc.scenes), [doc.scenes]);
  const [first] = scenes;
  useEffect(() => {
    if (!first) stopPresenting();
  }, [first]);
  return first ? <Stage {...props} scenes={scenes} first={first} /> : null;
}
