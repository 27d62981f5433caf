// What a session shows and answers, worked out apart from the screen: the map scene and the coverage of any view, so that a
// report goes through all scenes while the screen stays where it is. The same functions and the same engine as the screen's.
import { summariseCoverage } from '../analysis/coverage-summary';
import { gapAnalysis } from '../analysis/gap';
import { overlapClasses } from '../analysis/overlap-summary';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { PlanContent } from '../document/plan-document';
import { isDrawnImport } from '../domain/imported-things';
import type { ImportRecord } from '../domain/imported';
import type { PackIndex } from '../domain/pack-index';
import type { Project } from '../domain/project';
import type { EngineClient } from '../engine/client';
import { thematicMap } from '../features/thematic/thematic-map';
import { shownYear } from '../features/timeline/timeline-view';
import { type MapScene, layerSetting } from '../map/map-scene';
import type { BeltArea } from '../map/map-types';
import { coverageFigures } from '../report/coverage-report';
import type { CoverageFacts } from '../report/region-report';
import type { LegendModel } from '../ui/legend-model';
import { columnView } from './column-view';
import { targetsOf } from './coverage-targets';
import { scenarioIndex } from './scenario-index';
import { toMapPick } from './selection';
import type { SessionState } from './session-state';
import type { Analysis } from './use-analysis';
import { defaultBeltWidthMetres } from './use-belt-areas';
import { pickOf } from './use-outlined';
import { flowLines } from './use-plan-on-map';
import type { Workspace } from './workspace';

export interface AnswerSources {
  /** The region without any scenario. */
  readonly base: PackIndex;
  /** With the document's alignments in force. */
  readonly index: PackIndex;
  /** The scenario's. */
  readonly content: PlanContent;
  readonly projects: readonly Project[];
  readonly imports: ReadonlyMap<string, ImportRecord>;
  readonly estimate: PovertyEstimate;
  readonly engine: EngineClient;
  /** Of the map on screen: what no session says (objects, flows, columns) is taken from it. */
  readonly shown: MapScene;
}

/** What the screen knows, with the map scene that is shown. */
export function answerSources(
  { index, content, projects, doc }: Analysis,
  { index: base, estimate, engine }: Workspace,
  shown: MapScene,
): AnswerSources {
  return { base, index, content, projects, imports: doc.imports, estimate, engine, shown };
}

/** The sources for the question of a scene of another scenario. */
export function sourcesOfScenario(sources: AnswerSources, content: PlanContent): AnswerSources {
  if (content === sources.content) return sources;
  const index = scenarioIndex(sources.base, content);
  const planObjects = [...content.objects.values()];
  const shown = { ...sources.shown, planObjects, flows: flowLines(content, index) };
  return { ...sources, index, content, projects: index.pack.projects, shown };
}

export interface ReportAnswer {
  readonly scene: MapScene;
  readonly thematic: LegendModel;
  readonly coverage: CoverageFacts | null;
}

function targetsOfSession(index: PackIndex, session: SessionState) {
  const targets = targetsOf(index, session.chosenProjectIds);
  if (session.coverageMode === 'union') return targets;
  const focused = targets.find(({ id }) => id === session.focusedProjectId) ?? targets[0];
  return focused ? [focused] : [];
}

async function coverageOf(session: SessionState, sources: AnswerSources, signal: AbortSignal) {
  const { index, estimate, engine } = sources;
  const targets = targetsOfSession(index, session);
  if (targets.length === 0) return { coverage: null, reach: null };
  const query = { targets, distanceMetres: session.distanceMetres };
  const [result, reach, overlap] = await Promise.all([
    engine.run('coverage', query, { signal }),
    session.distanceMetres > 0 ? engine.run('reach', query, { signal }) : null,
    targets.length > 1 ? engine.run('overlap', query, { signal }) : null,
  ]);
  const summary = summariseCoverage(result, index, estimate);
  const coverage: CoverageFacts = {
    result,
    summary,
    gap: gapAnalysis(index, result, estimate),
    targetNames: targets.map(({ id, name }) => name ?? id),
    mode: session.coverageMode,
    overlap: overlap?.counts ?? null,
    figures: coverageFigures(summary),
  };
  return { coverage, reach };
}

function beltsOf(
  session: SessionState,
  { index, content, engine }: AnswerSources,
  signal: AbortSignal,
): Promise<readonly BeltArea[]> {
  const { pack } = index;
  const ids = session.shownBeltIds;
  const belts = layerSetting(session.layers, 'belts').visible
    ? pack.belts.filter(({ id }) => ids === null || ids.includes(id))
    : [];
  return Promise.all(
    belts.map(async (belt): Promise<BeltArea> => {
      const widthMetres = content.beltWidths.get(belt.id) ?? defaultBeltWidthMetres(belt);
      const counties = pack.counties.filter(({ code }) => belt.countyCodes.includes(code));
      const area = await engine.run('belt-area', { belt, counties, widthMetres }, { signal });
      return { id: belt.id, name: belt.name, area };
    }),
  );
}

/** In the standard theme: it is for paper. Rejects when given up. */
export async function reportAnswer(
  session: SessionState,
  highlightCodes: readonly string[],
  sources: AnswerSources,
  signal: AbortSignal,
): Promise<ReportAnswer> {
  const { index, content, projects, imports, estimate, shown } = sources;
  const [{ coverage, reach }, belts] = await Promise.all([
    coverageOf(session, sources, signal),
    beltsOf(session, sources, signal),
  ]);
  const { area, legend } = thematicMap(index, session.thematic);
  const pick = session.selection && toMapPick(session.selection);
  const scene: MapScene = {
    ...shown,
    theme: 'standard',
    index,
    layers: session.layers,
    thematic: area,
    timelineYear: shownYear(index.pack.timeline, session.year)?.year ?? null,
    villages: { weights: coverage ? estimate.households : null, mask: null },
    coverage: coverage && {
      states: coverage.result.states,
      ...(session.showsOverlap &&
        coverage.overlap && { overlap: overlapClasses(coverage.overlap) }),
    },
    projects: projects.filter(({ id }) => !content.objects.has(id)),
    chosenProjectIds: session.chosenProjectIds,
    relocations: index.pack.relocations,
    reach,
    belts,
    imports: [...imports.values()].filter(
      (record) => isDrawnImport(record) && !session.hiddenImportIds.includes(record.id),
    ),
    columns: columnView(index.pack),
    selection: [...(pick ? [pick] : []), ...highlightCodes.map(pickOf)],
  };
  return { scene, thematic: legend, coverage };
}
