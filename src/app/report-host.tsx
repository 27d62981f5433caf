import { useMemo, useState } from 'react';
import { shownScenes } from '../domain/scene-list';
import { ReportDialog } from '../features/report/report-dialog';
import type { ReportChoice } from '../features/report/report-dialog-props';
import type { MapView } from '../map/map-view';
import { closeDialog } from './asked-dialog';
import { localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { rememberPrint, rememberedPrint } from './print-memory';
import { answerSources } from './report-answer';
import { makeReport } from './report-make';
import { subjectText, wishOfScene, wishOfScreen } from './report-wish';
import { useSession } from './session-store';
import { LEGEND_PADDING, freeSize } from './show-scene';
import type { Analysis } from './use-analysis';
import { useReportRun } from './use-report-run';
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
  const run = useReportRun();
  const make = (): void => {
    const { organisation } = choice;
    const { doc } = analysis;
    rememberPrint(localStorage, { ...rememberedPrint(localStorage), organisation });
    const session = useSession.getState();
    const goesThrough = scenes.length > 0 && choice.scope === 'scenes';
    const screen = wishOfScreen(session, analysis, freeSize(view, LEGEND_PADDING));
    const wish = {
      formats: choice.formats,
      organisation,
      screen,
      scenes: goesThrough ? scenes.map((scene) => wishOfScene(scene, session, doc)) : [screen],
      stamp: { madeAt: localStamp(new Date()), engineVersion: ENGINE_VERSION },
    };
    const shown = view.shown();
    const sources = answerSources(analysis, workspace, shown);
    run.start((call) => makeReport(wish, sources, call));
  };
  return (
    <ReportDialog
      choice={choice}
      sceneCount={scenes.length}
      subject={subjectText(analysis, distanceMetres)}
      state={run.state}
      onChoice={setChoice}
      onMake={make}
      onCancel={run.cancel}
      onClose={closeDialog}
    />
  );
}
