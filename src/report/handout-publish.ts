// The public version of a hand-out: small figures of people suppressed, places and distances on a stated grid. Pure; what it
// did is said in the model's own lines. Boundaries and waters are public geography and stay as they are.
import type {
  HandoutAmount,
  HandoutArea,
  HandoutLine,
  HandoutModel,
  HandoutScene,
  HandoutVillages,
} from './handout-model';
import { publicClaims } from './publish-claims';
import { type PublishGrid, metresOnGrid, onGrid, runOnGrid } from './publish-grid';
import {
  isRowWithheld,
  isSumWithheld,
  publicAmount,
  publicFigure,
  publicTable,
  publishedAreas,
  withheldOf,
} from './publish-people';
import { type PublishRule, publicationLines } from './publish-rule';
import type { Withheld } from './publish-villages';

function publicVillages(
  villages: HandoutVillages,
  withheld: Withheld,
  { threshold, grid }: PublishRule,
): HandoutVillages {
  const amounts = (each: readonly HandoutAmount[]): readonly HandoutAmount[] =>
    each.map((value, at) => publicAmount(value, withheld.villages.has(at), threshold));
  return {
    ...villages,
    positions: runOnGrid(villages.positions, grid),
    households: amounts(villages.households),
    persons: amounts(villages.persons),
    // The size of a dot tells of its households.
    dotSizes: null,
  };
}

function publicLine(line: HandoutLine, grid: PublishGrid): HandoutLine {
  return {
    ...line,
    paths: line.paths.map((path) => runOnGrid(path, grid)),
    points: runOnGrid(line.points, grid),
  };
}

function publicScene(
  scene: HandoutScene,
  at: number,
  areas: ReadonlyMap<string, string>,
  withheld: Withheld,
  { threshold, grid }: PublishRule,
): HandoutScene {
  const { answer, view } = scene;
  const onStep = (metres: number | null): number | null =>
    metres === null ? null : metresOnGrid(metres, grid);
  return {
    ...scene,
    view: view && { ...view, center: [onGrid(view.center[0], grid), onGrid(view.center[1], grid)] },
    answer: answer && { ...answer, distances: answer.distances.map(onStep) },
    lines: scene.lines.map((line) => publicLine(line, grid)),
    reach: scene.reach.map((path) => runOnGrid(path, grid)),
    figures: scene.figures.map((figure) =>
      publicFigure(figure, (total) => isSumWithheld(withheld, at, null, total), threshold),
    ),
    tables: scene.tables.map((table) =>
      publicTable(table, isRowWithheld(withheld, at, areas), threshold),
    ),
  };
}

/** The name stands at the seat: on the grid. */
function publicTownship(area: HandoutArea, grid: PublishGrid): HandoutArea {
  return { ...area, label: [onGrid(area.label[0], grid), onGrid(area.label[1], grid)] };
}

export function publishHandout(model: HandoutModel, rule: PublishRule): HandoutModel {
  const areas = publishedAreas(model);
  const codes = [...areas.values()];
  const answers = model.scenes.map(
    ({ answer }) =>
      answer && { states: answer.states, areas: codes, isRange: false, hasRegion: true },
  );
  const withheld = withheldOf(model.villages, answers, rule.threshold);
  return {
    ...model,
    audience: 'public',
    publication: [...model.publication, ...publicationLines(rule)],
    townships: model.townships.map((area) => publicTownship(area, rule.grid)),
    villages: publicVillages(model.villages, withheld, rule),
    claims: model.claims && { ...model.claims, rows: publicClaims(model.claims.rows) },
    scenes: model.scenes.map((scene, at) => publicScene(scene, at, areas, withheld, rule)),
  };
}
