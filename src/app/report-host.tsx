import { useMemo, useState } from 'react';
import { shownScenes } from '../domain/scene-list';
import { ReportDialog } from '../features/report/report-dialog';
import type { ReportChoice } from '../features/report/report-dialog-props';
import type { MapView } from '../map/map-view';
import { exportFooter } from '../report/export-footer';
import { sceneFacts } from '../report/publish-checklist';
import { closeDialog } from './asked-dialog';
import { exportStamp } from './export-stamp';
import { rememberPrint, rememberedPrint } from './print-memory';
import { answerSources } from './report-answer';
import { makeReport } from './report-make';
import { subjectText, wishOfScene, wishOfScreen } from './report-wish';
import { useSession } from './session-store';
import { freeSize, legendPadding } from './show-scene';
import type { Analysis } from './use-analysis';
import { useFileRun } from './use-file-run';
import { usePublishing } from './use-publishing';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly view: MapView;
}

/** 汇报材料 over the document's scenes or the view on the screen; makes them anew each time from the present data. */
export default function ReportHost(props: Props) {
  const { analysis, view } = props;
  const workspace = useWorkspace();
  const distanceMetres = useSession((state) => state.distanceMetres);
  const scenes = useMemo(() => shownScenes(analysis.doc.scenes), [analysis.doc.scenes]);
  const [choice, setChoice] = useState<ReportChoice>({
    formats: ['pptx', 'docx', 'xlsx'],
    scope: 'scenes',
    organisation: rememberedPrint(localStorage).organisation,
  });
  const { run, start, cancel } = useFileRun();
  const goesThrough = scenes.length > 0 && choice.scope === 'scenes';
  const stamp = exportStamp();
  const facts = {
    date: stamp.madeAt.slice(0, 10),
    sources: exportFooter(analysis.index.pack, stamp).length,
    organisation: choice.organisation,
    mapNumber: null,
    secrecy: null,
    scenes: goesThrough ? sceneFacts(scenes) : null,
  };
  const { rule, isMissing, section } = usePublishing(facts, run.kind === 'running');
  const make = (): void => {
    const { organisation } = choice;
    const { doc } = analysis;
    rememberPrint(localStorage, { ...rememberedPrint(localStorage), organisation });
    const session = useSession.getState();
    const screen = wishOfScreen(session, analysis, freeSize(view, legendPadding()));
    const wish = {
      formats: choice.formats,
      organisation,
      screen,
      scenes: goesThrough ? scenes.map((scene) => wishOfScene(scene, session, doc)) : [screen],
      stamp: exportStamp(),
      rule,
    };
    const shown = view.shown();
    const sources = answerSources(analysis, workspace, shown);
    start((call) => makeReport(wish, sources, call));
  };
  return (
    <ReportDialog
      choice={choice}
      sceneCount={scenes.length}
      subject={subjectText(analysis, distanceMetres)}
      run={run}
      publishing={section}
      isMissing={isMissing}
      onChoice={setChoice}
      onMake={make}
      onCancel={cancel}
      onClose={closeDialog}
    />
  );
}
