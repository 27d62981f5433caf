import { useMemo, useState } from 'react';
import type { Scene } from '../domain/scene';
import { shownScenes } from '../domain/scene-list';
import { ReportDialog } from '../features/report/report-dialog';
import type { ReportChoice } from '../features/report/report-dialog-props';
import { shownYear } from '../features/timeline/timeline-view';
import type { MapView } from '../map/map-view';
import { formatDistance } from '../ui/format';
import { closeDialog } from './asked-dialog';
import { localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { rememberPrint, rememberedPrint } from './print-memory';
import { type SceneWish, makeReport } from './report-make';
import { captureView, sceneSession } from './scene-view';
import { sceneTitle } from './scene-work';
import type { SessionState } from './session-state';
import { useSession } from './session-store';
import { LEGEND_PADDING, freeSize } from './show-scene';
import type { Analysis } from './use-analysis';
import { useReportRun } from './use-report-run';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly view: MapView;
}

function wishOfScene(scene: Scene, now: SessionState): SceneWish {
  const { title, caption, notes, view, hasLegend, highlightCodes } = scene;
  const session = sceneSession(view, now);
  return { title, caption, notes, session, view, hasLegend, highlightCodes };
}

function wishOfScreen(session: SessionState, { analysis, view }: Props): SceneWish {
  const { pack } = analysis.index;
  const year = shownYear(pack.timeline, session.year)?.year ?? null;
  const names = analysis.targets.map(({ id, name }) => name ?? id);
  const hasTopic = names.length > 0 || year !== null;
  return {
    title: hasTopic ? sceneTitle(session, names, year, 1) : pack.name,
    caption: '',
    notes: '',
    session,
    view: captureView(session, freeSize(view, LEGEND_PADDING)),
    hasLegend: true,
    highlightCodes: [],
  };
}

function subjectText({ targets }: Analysis, distanceMetres: number): string {
  const [first, ...rest] = targets;
  if (!first) return '没有选项目：材料里没有覆盖结果，只有地图、口径和规则核验。';
  const what = rest.length === 0 ? first.name : `${first.name}等 ${targets.length} 项`;
  return `以当前分析为准：${what}，服务距离 ${formatDistance(distanceMetres)}。`;
}

/** 汇报材料 over the document's scenes or the view on the screen; makes them anew each time from the present data. */
export default function ReportHost(props: Props) {
  const { analysis, view } = props;
  const { estimate, engine } = useWorkspace();
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
    rememberPrint(localStorage, { ...rememberedPrint(localStorage), organisation });
    const session = useSession.getState();
    const goesThrough = scenes.length > 0 && choice.scope === 'scenes';
    const wish = {
      formats: choice.formats,
      organisation,
      session,
      scenes: goesThrough
        ? scenes.map((scene) => wishOfScene(scene, session))
        : [wishOfScreen(session, props)],
      stamp: { madeAt: localStamp(new Date()), engineVersion: ENGINE_VERSION },
    };
    const { index, content, projects, doc } = analysis;
    const shown = view.shown();
    const sources = { index, content, projects, imports: doc.imports, estimate, engine, shown };
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
