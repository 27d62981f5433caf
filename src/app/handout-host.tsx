import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { reasonOf } from '../domain/problem';
import { shownScenes } from '../domain/scene-list';
import { HandoutDialog } from '../features/publish/handout-dialog';
import type { HandoutChoice, HandoutState } from '../features/publish/handout-dialog-props';
import { type ExportStamp, dayText } from '../report/export-footer';
import { PUBLISH_GRIDS } from '../report/publish-grid';
import { EMPTY_SCENE } from '../map/map-scene';
import { closeDialog } from './asked-dialog';
import { download, fileName, localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { handoutSources, makeHandout } from './handout-make';
import { type AnswerSources, answerSources } from './report-answer';
import { type SceneWish, wishOfScene, wishOfScreen } from './report-wish';
import { USUAL_FRAME } from './scene-view';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { type Workspace, useWorkspace } from './workspace';

const HTML_TYPE = 'text/html;charset=utf-8';

function stamp(): ExportStamp {
  return { madeAt: localStamp(new Date()), engineVersion: ENGINE_VERSION };
}

/** The scenes that are not hidden; without any, the view on screen. */
function wishesOf(analysis: Analysis): readonly SceneWish[] {
  const { doc } = analysis;
  const session = useSession.getState();
  const scenes = shownScenes(doc.scenes).map((scene) => wishOfScene(scene, session, doc));
  if (scenes.length > 0) return scenes;
  return [{ ...wishOfScreen(session, analysis, USUAL_FRAME), title: '当前视图' }];
}

function sourcesOf(analysis: Analysis, workspace: Workspace): AnswerSources {
  const planObjects = [...analysis.content.objects.values()];
  return answerSources(analysis, workspace, { ...EMPTY_SCENE, planObjects });
}

/** 单文件成果 of the document's scenes. */
export default function HandoutHost({ analysis }: { readonly analysis: Analysis }): ReactNode {
  const workspace = useWorkspace();
  const { pack } = workspace;
  const [choice, setChoice] = useState<HandoutChoice>(() => ({
    title: `${pack.name}规划覆盖成果`,
    organisation: '',
    mapNumber: '',
    date: dayText(localStamp(new Date())),
    isPublic: false,
    threshold: 5,
    grid: PUBLISH_GRIDS[0]!,
  }));
  const [state, setState] = useState<HandoutState>({ kind: 'idle' });
  const abortRef = useRef<AbortController | null>(null);
  const wishes = useMemo(() => wishesOf(analysis), [analysis]);
  const sources = useMemo(() => sourcesOf(analysis, workspace), [analysis, workspace]);
  const lines = useMemo(() => handoutSources(sources, stamp()).length, [sources]);

  // A dialog that is gone ends its run: no file comes after it.
  useEffect(
    () => () => {
      abortRef.current?.abort();
      abortRef.current = null;
    },
    [],
  );

  const cancel = (): void => {
    if (abortRef.current === null) return;
    abortRef.current.abort();
    abortRef.current = null;
    setState({ kind: 'cancelled' });
  };
  const make = (): void => {
    const abort = new AbortController();
    abortRef.current = abort;
    const { threshold, grid, isPublic, ...texts } = choice;
    const rule = isPublic ? { threshold, grid } : null;
    const isCurrent = (): boolean => abortRef.current === abort;
    setState({ kind: 'running', done: 0, total: wishes.length });
    makeHandout(wishes, texts, rule, sources, stamp(), {
      signal: abort.signal,
      onStep: (done, total) => isCurrent() && setState({ kind: 'running', done, total }),
    })
      .then((page) => {
        if (!isCurrent()) return;
        const bytes = new TextEncoder().encode(page);
        const name = fileName([choice.title, isPublic ? '公开版' : '内部版'], 'html');
        download(name, HTML_TYPE, bytes);
        setState({ kind: 'done', name, bytes: bytes.length });
      })
      .catch((error: unknown) => {
        if (isCurrent())
          setState({ kind: 'failed', text: `没有生成：${reasonOf(error)}。请重试。` });
      });
  };
  return (
    <HandoutDialog
      choice={choice}
      scenes={wishes.map(({ title }) => title)}
      captions={wishes.filter(({ caption }) => caption.trim() !== '').length}
      sources={lines}
      state={state}
      onChoice={setChoice}
      onMake={make}
      onCancel={cancel}
      onClose={closeDialog}
    />
  );
}
