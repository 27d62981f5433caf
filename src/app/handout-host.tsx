import { type ReactNode, useMemo, useState } from 'react';
import { shownScenes } from '../domain/scene-list';
import { HandoutDialog } from '../features/publish/handout-dialog';
import type { HandoutChoice } from '../features/publish/handout-dialog-props';
import { EMPTY_SCENE } from '../map/map-scene';
import { dayText } from '../report/export-footer';
import { sceneFacts } from '../report/publish-checklist';
import { audienceWord } from '../report/publish-rule';
import { closeDialog } from './asked-dialog';
import { fileName, sizeText } from './download';
import { exportStamp } from './export-stamp';
import { handoutSources, makeHandout } from './handout-make';
import { type AnswerSources, answerSources } from './report-answer';
import { type SceneWish, wishOfScene, wishOfScreen } from './report-wish';
import { USUAL_FRAME } from './scene-view';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { useFileRun } from './use-file-run';
import { usePublishing } from './use-publishing';
import { type Workspace, useWorkspace } from './workspace';

const HTML_TYPE = 'text/html;charset=utf-8';

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
    date: dayText(exportStamp().madeAt),
  }));
  const wishes = useMemo(() => wishesOf(analysis), [analysis]);
  const sources = useMemo(() => sourcesOf(analysis, workspace), [analysis, workspace]);
  const lines = useMemo(() => handoutSources(sources, exportStamp()).length, [sources]);
  const { run, start, cancel } = useFileRun();
  const facts = {
    ...choice,
    sources: lines,
    secrecy: null,
    scenes: sceneFacts(wishes),
  };
  const { rule, isMissing, section } = usePublishing(facts, run.kind === 'running');
  const make = (): void =>
    start(async (call) => {
      const page = await makeHandout(wishes, choice, rule, sources, exportStamp(), call);
      const bytes = new TextEncoder().encode(page);
      const name = fileName([choice.title, audienceWord(rule)], 'html');
      const text = `${sizeText(bytes.length)}，双击即可打开，不用联网`;
      return { ok: true, value: [{ name, type: HTML_TYPE, bytes, text }], notes: [] };
    });
  return (
    <HandoutDialog
      choice={choice}
      scenes={wishes.map(({ title }) => title)}
      isPublic={rule !== null}
      publishing={section}
      isMissing={isMissing}
      run={run}
      onChoice={setChoice}
      onMake={make}
      onCancel={cancel}
      onClose={closeDialog}
    />
  );
}
