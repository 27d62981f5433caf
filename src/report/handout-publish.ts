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
import { type PublishGrid, onGrid, runOnGrid } from './publish-grid';
import { isPeopleHeading } from './publish-names';
import { suppressedText } from './publish-suppress';
import { type PublishedSum, type Withheld, withheldPeople } from './publish-villages';
import type { ReportFigure, ReportTable } from './report-model';

export interface PublishRule {
  /** Figures of households and persons below this are not published; at least 2. */
  readonly threshold: number;
  readonly grid: PublishGrid;
}

const countyOf = (code: string): string => code.slice(0, 6);

/** Headline sums of a scene by the least state that they count. */
const TOTALS = { certain: 3, drawn: 2, most: 1 } as const;

type Total = keyof typeof TOTALS;

const sumKey = (scene: number, of: Total | string): string => `${scene}:${of}`;

/** What the scenes print of people: 覆盖 by county, and the region's from 确定 to 最多. */
function publishedSums({ counties, villages, scenes }: HandoutModel): readonly PublishedSum[] {
  const codes = villages.codes.map(countyOf);
  return scenes.flatMap(({ answer }, scene): readonly PublishedSum[] => {
    if (answer === null) return [];
    const places = codes.map((_, at) => at);
    const from = (least: number) => places.filter((at) => Number(answer.states[at]) >= least);
    const drawn = from(TOTALS.drawn);
    return [
      ...counties.map(({ code }) => ({
        key: sumKey(scene, code),
        county: code,
        villages: drawn.filter((at) => codes[at] === code),
      })),
      ...(Object.keys(TOTALS) as Total[]).map((total) => ({
        key: sumKey(scene, total),
        county: null,
        villages: from(TOTALS[total]),
      })),
    ];
  });
}

const numbersOf = (amounts: readonly HandoutAmount[]): readonly (number | null)[] =>
  amounts.map((each) => (typeof each === 'number' ? each : null));

function withheldOf(model: HandoutModel, n: number): Withheld {
  const { codes, households, persons } = model.villages;
  const people = {
    counties: codes.map(countyOf),
    households: numbersOf(households),
    persons: numbersOf(persons),
  };
  return withheldPeople(people, publishedSums(model), n);
}

/** “<5”, “不公布” or the figure; 0 and gaps stay. */
function publicAmount<T>(value: T, isWithheld: boolean, n: number): T | string {
  if (typeof value !== 'number' || value === 0) return value;
  if (value < n) return suppressedText('small', n);
  return isWithheld ? suppressedText('other', n) : value;
}

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
  };
}

function publicLine(line: HandoutLine, grid: PublishGrid): HandoutLine {
  return {
    ...line,
    paths: line.paths.map((path) => runOnGrid(path, grid)),
    points: runOnGrid(line.points, grid),
  };
}

/** “≈3 户” → “<5 户”, “10–20 户” → “10–不公布 户”: 覆盖 in the value, 确定 and 最多 in the range. */
function publicFigure(
  figure: ReportFigure,
  isWithheld: (total: Total) => boolean,
  n: number,
): ReportFigure {
  if (!/[户人]/.test(figure.value)) return figure;
  const text = (from: string, totals: readonly Total[]): string => {
    let place = 0;
    return from.replaceAll(/≈?([\d,]+(?:\.\d+)?)/g, (printed, digits: string) => {
      const total = totals[place++];
      const value = Number(digits.replaceAll(',', ''));
      const made = publicAmount(value, total === undefined || isWithheld(total), n);
      return typeof made === 'number' ? printed : made;
    });
  };
  return {
    ...figure,
    value: text(figure.value, ['drawn']),
    range: text(figure.range, ['certain', 'most']),
  };
}

/** Figures of people of rows that the hand-out's sums do not know are all left out. */
function publicTable(
  table: ReportTable,
  isWithheld: (name: string) => boolean,
  n: number,
): ReportTable {
  const people = table.columns.filter(
    ({ heading, type }) => type === 'number' && isPeopleHeading(heading),
  );
  const nameKey = table.columns[0]?.key ?? '';
  const rows = table.rows.map((row) => {
    const hides = isWithheld(String(row[nameKey] ?? ''));
    const amounts = people.map(({ key }) => [key, publicAmount(row[key] ?? null, hides, n)]);
    return { ...row, ...Object.fromEntries(amounts) };
  });
  return people.length === 0 ? table : { ...table, rows };
}

function publicScene(
  scene: HandoutScene,
  at: number,
  { counties }: HandoutModel,
  { sums }: Withheld,
  { threshold, grid }: PublishRule,
): HandoutScene {
  const { answer, view } = scene;
  const onStep = (metres: number | null): number | null =>
    metres === null ? null : Math.round(metres / grid.metres) * grid.metres;
  const codeOf = new Map(counties.map(({ code, name }) => [name, code]));
  const isWithheld = (of: string): boolean => sums.has(sumKey(at, of));
  const isRowWithheld = (name: string): boolean => {
    const of = name === '合计' ? 'drawn' : codeOf.get(name);
    return of === undefined || isWithheld(of);
  };
  return {
    ...scene,
    view: view && { ...view, center: [onGrid(view.center[0], grid), onGrid(view.center[1], grid)] },
    answer: answer && { ...answer, distances: answer.distances.map(onStep) },
    lines: scene.lines.map((line) => publicLine(line, grid)),
    reach: scene.reach.map((path) => runOnGrid(path, grid)),
    figures: scene.figures.map((figure) => publicFigure(figure, isWithheld, threshold)),
    tables: scene.tables.map((table) => publicTable(table, isRowWithheld, threshold)),
  };
}

/** The name stands at the seat: on the grid. */
function publicTownship(area: HandoutArea, grid: PublishGrid): HandoutArea {
  return { ...area, label: [onGrid(area.label[0], grid), onGrid(area.label[1], grid)] };
}

/** What a reader of the public version must know. */
export function publicationLines({ threshold, grid }: PublishRule): readonly string[] {
  return [
    `公开版：小于 ${threshold} 的户数、人数写作“<${threshold}”；为免由合计反推而另外不列的写作“不公布”。`,
    `公开版：村、项目和规划对象的坐标取整到 ${grid.text}，距离取整到 ${grid.metres} 米；县界和乡镇规划单元是公开资料的示意边界，没有取整。`,
  ];
}

export function publishHandout(model: HandoutModel, rule: PublishRule): HandoutModel {
  const withheld = withheldOf(model, rule.threshold);
  return {
    ...model,
    audience: 'public',
    publication: [...model.publication, ...publicationLines(rule)],
    townships: model.townships.map((area) => publicTownship(area, rule.grid)),
    villages: publicVillages(model.villages, withheld, rule),
    scenes: model.scenes.map((scene, at) => publicScene(scene, at, model, withheld, rule)),
  };
}
