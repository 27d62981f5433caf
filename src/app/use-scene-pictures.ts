import { useEffect, useRef, useState } from 'react';
import { type Problem, reasonOf } from '../domain/problem';
import type { Scene } from '../domain/scene';
import type { MapView } from '../map/map-view';
import { answerSources } from './report-answer';
import { type SceneWish, wishOfScene } from './report-wish';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { useLatest } from './use-latest';
import { type Workspace, useWorkspace } from './workspace';

/** Who only passes through the overview draws nothing. */
const REST_MILLISECONDS = 800;

interface Pictures {
  /** Addresses by scene. */
  readonly urls: ReadonlyMap<Scene, string>;
  /** Why there are no more. */
  readonly problem: Problem | null;
}

function failed(error: unknown): Problem {
  return {
    code: 'scene-picture',
    severity: 'warning',
    where: {},
    text: `缩略图没有画完：${reasonOf(error)}。`,
    mend: '放映不受影响；再按 O 重试。',
  };
}

interface Asked {
  readonly analysis: Analysis;
  readonly view: MapView | null;
  readonly workspace: Workspace;
}

async function drawMissing(
  scenes: readonly Scene[],
  drawn: ReadonlyMap<Scene, string>,
  { analysis, view, workspace }: Asked,
  signal: AbortSignal,
  onPicture: (scene: Scene, url: string) => void,
): Promise<Problem | null> {
  if (!view) return null;
  const { doc } = workspace.documents.state.getState();
  const session = useSession.getState();
  const wishes = scenes.flatMap((scene, place): (readonly [number, SceneWish])[] =>
    drawn.has(scene) ? [] : [[place, wishOfScene(scene, session, doc)]],
  );
  if (wishes.length === 0) return null;
  const { drawScenePictures } = await import('./scene-pictures');
  signal.throwIfAborted();
  const sources = answerSources(analysis, workspace, view.shown());
  return drawScenePictures(wishes, sources, signal, (place, png) => {
    const scene = scenes[place];
    if (scene) onPicture(scene, URL.createObjectURL(png));
  });
}

/** Pictures of the scenes for the overview, made while it is open and the hand rests; kept until presenting ends. */
export function useScenePictures(
  isOpen: boolean,
  scenes: readonly Scene[],
  analysis: Analysis,
  view: MapView | null,
): Pictures {
  const workspace = useWorkspace();
  const [pictures, setPictures] = useState<Pictures>({ urls: new Map(), problem: null });
  const askedRef = useLatest({ analysis, view, workspace });
  const urlsRef = useRef(pictures.urls);
  useEffect(() => {
    if (!isOpen) return;
    const abort = new AbortController();
    const add = (scene: Scene, url: string): void => {
      urlsRef.current = new Map(urlsRef.current).set(scene, url);
      setPictures({ urls: urlsRef.current, problem: null });
    };
    const end = (problem: Problem | null): void => {
      if (problem && !abort.signal.aborted) setPictures({ urls: urlsRef.current, problem });
    };
    const timer = setTimeout(() => {
      const { signal } = abort;
      drawMissing(scenes, urlsRef.current, askedRef.current, signal, add).then(end, (error) =>
        end(failed(error)),
      );
    }, REST_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [isOpen, scenes, askedRef]);
  useEffect(
    () => () => {
      for (const url of urlsRef.current.values()) URL.revokeObjectURL(url);
      urlsRef.current = new Map();
    },
    [],
  );
  return pictures;
}
