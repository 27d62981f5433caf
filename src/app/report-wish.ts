// What 汇报材料 are asked for: the document's scenes, or the view on the screen. Pure.
import { type PlanDocument, type Scenario, openScenario } from '../document/plan-document';
import type { Scene } from '../domain/scene';
import type { ReportFormat } from '../features/report/report-dialog-props';
import { shownYear } from '../features/timeline/timeline-view';
import type { ExportStamp } from '../report/export-footer';
import type { PublishRule } from '../report/publish-rule';
import { formatDistance } from '../ui/format';
import { sceneScenario } from './scene-scenario';
import { type FrameSize, captureView, sceneSession } from './scene-view';
import { sceneTitle } from './scene-work';
import type { SessionState } from './session-state';
import type { Analysis } from './use-analysis';

/** A view that becomes a slide or a scene of the hand-out. */
export interface SceneWish {
  readonly title: string;
  readonly caption: string;
  readonly notes: string;
  readonly session: SessionState;
  /** What its numbers are of. */
  readonly scenario: Scenario;
  /** Hash of the view, for its camera and frame. */
  readonly view: string;
  readonly hasLegend: boolean;
  readonly highlightCodes: readonly string[];
}

export interface ReportWish {
  readonly formats: readonly ReportFormat[];
  readonly organisation: string;
  /** The view on the screen, whose answer the report and the lists are about. */
  readonly screen: SceneWish;
  /** One slide each; may be `screen` itself. */
  readonly scenes: readonly SceneWish[];
  readonly stamp: ExportStamp;
  /** Of a public version; null for an internal one. */
  readonly rule: PublishRule | null;
}

export function wishOfScene(scene: Scene, now: SessionState, doc: PlanDocument): SceneWish {
  const { title, notes, view, hasLegend, highlightCodes } = scene;
  const session = sceneSession(view, now);
  const { scenario, note } = sceneScenario(doc, view);
  const caption = [note, scene.caption].filter((text) => text !== '').join('\n');
  return { title, caption, notes, session, scenario, view, hasLegend, highlightCodes };
}

const namesOf = ({ shown }: Pick<Analysis, 'shown'>): readonly string[] =>
  shown.map(({ id, name }) => name ?? id);

export function wishOfScreen(
  session: SessionState,
  analysis: Pick<Analysis, 'doc' | 'index' | 'shown'>,
  frame: FrameSize,
): SceneWish {
  const { pack } = analysis.index;
  const year = shownYear(pack.timeline, session.year)?.year ?? null;
  const names = namesOf(analysis);
  const hasTopic = names.length > 0 || year !== null;
  return {
    title: hasTopic ? sceneTitle(session, names, year, 1) : pack.name,
    caption: '',
    notes: '',
    session,
    scenario: openScenario(analysis.doc),
    view: captureView(session, frame),
    hasLegend: true,
    highlightCodes: [],
  };
}

/** What the numbers are of: with one project at a time, the one in focus. */
export function subjectText(analysis: Pick<Analysis, 'shown'>, distanceMetres: number): string {
  const names = namesOf(analysis);
  const [first] = names;
  if (first === undefined) return '没有选项目：材料里没有覆盖结果，只有地图、口径和规则核验。';
  const what = names.length === 1 ? first : `${first}等 ${names.length} 项`;
  return `以当前分析为准：${what}，服务距离 ${formatDistance(distanceMetres)}。`;
}
