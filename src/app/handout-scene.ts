// One view as a scene of the hand-out: what the map draws (report-answer works it out for any session) as plain shapes with the
// map's own colours, and the numbers, tables and words of the reports.
import type { PackIndex } from '../domain/pack-index';
import type { RegionPack } from '../domain/region-pack';
import { shownYear } from '../features/timeline/timeline-view';
import type { LayerId } from '../map/layer-catalog';
import { type MapScene, layerSetting } from '../map/map-scene';
import { mapPalette } from '../map/style/palette';
import { countyTable } from '../report/coverage-report';
import { handoutAnswer, handoutLine, pathsOf } from '../report/handout-build';
import type { HandoutLine, HandoutScene, HandoutView } from '../report/handout-model';
import { askedLines } from '../report/region-report';
import { pageScene, villageDots } from './handout-layers';
import { printLegends } from './print-legends';
import { type AnswerSources, type ReportAnswer, reportAnswer } from './report-answer';
import type { SceneWish } from './report-wish';
import { USUAL_FRAME, frameOf } from './scene-view';

/** CSS pixels of the world at zoom 0. */
const WORLD_PIXELS = 512;

function viewOf({ session, view }: SceneWish): HandoutView | null {
  const { camera } = session;
  if (!camera) return null;
  const { width, height } = frameOf(view) ?? USUAL_FRAME;
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const center = [camera.center[0], camera.center[1]] as const;
  return { center, worldWidth: width / world, worldHeight: height / world };
}

const isShown = ({ layers }: MapScene, id: LayerId): boolean => layerSetting(layers, id).visible;

/** The counties that relocation programmes name. */
function relocationFills(scene: MapScene, index: PackIndex): HandoutScene['fills'] {
  const named = new Set(index.pack.relocations.flatMap(({ countyCodes }) => countyCodes));
  if (!isShown(scene, 'relocations') || named.size === 0) return null;
  const classes = index.pack.counties.map(({ code }) => (named.has(code) ? 0 : -1));
  return { level: 'county', classes, colours: [mapPalette('standard').relocation] };
}

/** Township or county classes, or the states of the counties in a year, whichever is drawn on top. */
function fillsOf(scene: MapScene, index: PackIndex): HandoutScene['fills'] {
  const { counties, townships, timeline } = index.pack;
  if (isShown(scene, 'timeline')) {
    const { status } = mapPalette('standard');
    const year = shownYear(timeline, scene.timelineYear);
    const words = Object.keys(status) as (keyof typeof status)[];
    const classes = counties.map(({ code }) => {
      const state = year?.statusByCounty[code];
      return state === undefined ? -1 : words.indexOf(state);
    });
    return { level: 'county', classes, colours: words.map((word) => status[word]) };
  }
  const { thematic } = scene;
  if (thematic === null || !isShown(scene, 'thematic')) return relocationFills(scene, index);
  const areas = thematic.level === 'county' ? counties : townships;
  // An area without a figure is hatched, as on the map.
  const classes = areas.map(({ code }) => thematic.classOf.get(code) ?? null);
  return { level: thematic.level, classes, colours: thematic.colours };
}

function linesOf(scene: MapScene): readonly HandoutLine[] {
  const palette = mapPalette('standard');
  const chosen = new Set(scene.chosenProjectIds);
  const belts = isShown(scene, 'belts')
    ? scene.belts.flatMap(({ area }, at) => {
        const { line } = palette.belts[at % palette.belts.length] ?? { line: palette.countyLine };
        return area ? [handoutLine(area, { colour: line, width: 1.6, isDashed: false })] : [];
      })
    : [];
  const projects = isShown(scene, 'projects')
    ? scene.projects.flatMap(({ id, kind, alignment, geometry }) => {
        const style = { colour: palette.project[kind], isDashed: alignment === 'schematic' };
        const width = chosen.has(id) ? 3 : 1.6;
        return geometry ? [handoutLine(geometry, { ...style, width })] : [];
      })
    : [];
  const objects = isShown(scene, 'plan-objects')
    ? scene.planObjects.flatMap(({ kind, geometry }) => {
        const { relocation, planObject, project } = palette;
        const colour =
          kind === 'site' ? relocation : kind === 'project' ? project.facility : planObject[kind];
        return geometry ? [handoutLine(geometry, { colour, width: 2, isDashed: false })] : [];
      })
    : [];
  return [...belts, ...projects, ...objects];
}

/** The village dots of the page are all alike where no answer colours them. */
function legendsOf(
  scene: MapScene,
  thematic: ReportAnswer['thematic'],
  pack: RegionPack,
): HandoutScene['legends'] {
  const isPlain = scene.coverage === null || !isShown(scene, 'coverage');
  return [
    ...(isPlain && isShown(scene, 'villages') ? [villageDots(pack.villages.length)] : []),
    ...printLegends({ scene: pageScene(scene), imports: [], thematic }, pack.bbox),
  ];
}

function sceneOf(
  wish: SceneWish,
  { scene, thematic, coverage }: ReportAnswer,
  sources: AnswerSources,
): HandoutScene {
  const { index } = sources;
  const { pack } = index;
  const nameOf = (id: string): string => index.projectById.get(id)?.name ?? id;
  const areas = isShown(scene, 'reach') ? (scene.reach?.features ?? []) : [];
  return {
    title: wish.title,
    caption: wish.caption,
    view: viewOf(wish),
    fills: fillsOf(scene, index),
    answer: coverage && isShown(scene, 'coverage') ? handoutAnswer(coverage.result, nameOf) : null,
    showsVillages: isShown(scene, 'villages'),
    showsTownships: isShown(scene, 'townships'),
    showsWaters: isShown(scene, 'rivers'),
    showsRelief: isShown(scene, 'relief'),
    highlightCodes: wish.highlightCodes,
    lines: linesOf(scene),
    reach: areas.flatMap(({ geometry }) => pathsOf(geometry).paths),
    legends: wish.hasLegend ? legendsOf(scene, thematic, pack) : [],
    figures: coverage?.figures ?? [],
    tables: coverage ? [countyTable(coverage.summary)] : [],
    parameters: askedLines({ scenarioTitle: wish.scenario.title, index, coverage }).map(
      ({ label, value }) => `${label}：${value}`,
    ),
  };
}

/** Rejects when given up. */
export async function handoutScene(
  wish: SceneWish,
  sources: AnswerSources,
  signal: AbortSignal,
): Promise<HandoutScene> {
  // Its map knows the states only, and its key must say the same.
  const session = { ...wish.session, showsOverlap: false };
  const answer = await reportAnswer(session, wish.highlightCodes, sources, signal);
  return sceneOf(wish, answer, sources);
}
