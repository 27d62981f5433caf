// The public version of a hand-out: small figures of people suppressed, places and distances on a stated grid. Pure; what it
// did is said in the model's own lines. Boundaries and waters are public geography and stay as they are.
import type {
  HandoutAmount,
  HandoutLine,
  HandoutModel,
  HandoutScene,
  HandoutVillages,
} from './handout-model';
import type { ListRow } from './list-table';
import { type PublishGrid, runOnGrid } from './publish-grid';
import { isPeopleHeading } from './publish-names';
import { suppress, suppressedText } from './publish-suppress';
import type { ReportFigure, ReportTable } from './report-model';

export interface PublishRule {
  /** Figures of households and persons below this are not published; at least 2. */
  readonly threshold: number;
  readonly grid: PublishGrid;
}

/** Sums that the tables publish are unions of these groups: county and state in each scene. */
function groupsOf({ villages, scenes }: HandoutModel): readonly number[] {
  const answers = scenes.flatMap(({ answer }) => answer ?? []);
  const keys = new Map<string, number>();
  return villages.codes.map((code, at) => {
    const key = [code.slice(0, 6), ...answers.map(({ states }) => states[at])].join(':');
    if (!keys.has(key)) keys.set(key, keys.size);
    return keys.get(key) as number;
  });
}

const numbersOf = (amounts: readonly HandoutAmount[]): readonly (number | null)[] =>
  amounts.map((each) => (typeof each === 'number' ? each : null));

/** By village; null when a group can not be protected: then no village may have the figure. */
function publicAmounts(
  amounts: readonly HandoutAmount[],
  groups: readonly number[],
  n: number,
): readonly HandoutAmount[] | null {
  const { hidden, withheldRows } = suppress(numbersOf(amounts), groups, groups, n);
  if (withheldRows.size > 0) return null;
  return amounts.map((each, at) => {
    const kind = hidden[at] ?? null;
    return kind === null ? each : suppressedText(kind, n);
  });
}

function publicVillages(model: HandoutModel, { threshold, grid }: PublishRule): HandoutVillages {
  const { villages } = model;
  const groups = groupsOf(model);
  const households = publicAmounts(villages.households, groups, threshold);
  const persons = publicAmounts(villages.persons, groups, threshold);
  const none = villages.codes.map(() => null);
  // One of the two tells of the other: they go together.
  const isKept = households !== null && persons !== null;
  return {
    ...villages,
    positions: runOnGrid(villages.positions, grid),
    households: isKept ? households : none,
    persons: isKept ? persons : none,
  };
}

function publicLine(line: HandoutLine, grid: PublishGrid): HandoutLine {
  return {
    ...line,
    paths: line.paths.map((path) => runOnGrid(path, grid)),
    points: runOnGrid(line.points, grid),
  };
}

/** “≈3 户” → “<5 户”; numbers of people in value and range alike. */
function publicFigure(figure: ReportFigure, n: number): ReportFigure {
  if (!/[户人]/.test(figure.value)) return figure;
  const text = (from: string): string =>
    from.replaceAll(/≈?([\d,]+(?:\.\d+)?)/g, (printed, digits: string) => {
      const value = Number(digits.replaceAll(',', ''));
      return value > 0 && value < n ? `<${n}` : printed;
    });
  return { ...figure, value: text(figure.value), range: text(figure.range) };
}

/** A table of areas with their total in the last row, or of anything else: each column of people is a list with a total. */
export function publicTable(table: ReportTable, n: number): ReportTable {
  const people = table.columns.filter(
    ({ heading, type }) => type === 'number' && isPeopleHeading(heading),
  );
  if (people.length === 0) return table;
  const hasTotal = table.rows.at(-1)?.[table.columns[0]?.key ?? ''] === '合计';
  const parts = hasTotal ? table.rows.slice(0, -1) : table.rows;
  const hide = new Map<string, readonly (string | null)[]>();
  for (const { key } of people) {
    const values = parts.map((row) => numberOf(row, key));
    const same = parts.map(() => 0);
    const { hidden, withheldRows } = suppress(values, same, same, n);
    const total = table.rows.at(-1);
    const sum = hasTotal && total ? numberOf(total, key) : null;
    const isSmallSum = sum !== null && sum > 0 && sum < n;
    const texts = hidden.map((kind) => (kind === null ? null : suppressedText(kind, n)));
    const last = isSmallSum ? `<${n}` : withheldRows.size > 0 ? suppressedText('other', n) : null;
    hide.set(key, hasTotal ? [...texts, last] : texts);
  }
  return {
    ...table,
    rows: table.rows.map((row, at) => ({
      ...row,
      ...Object.fromEntries(
        people.map(({ key }) => [key, hide.get(key)?.[at] ?? row[key] ?? null]),
      ),
    })),
  };
}

function numberOf(row: ListRow<string>, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}

function publicScene(scene: HandoutScene, { threshold, grid }: PublishRule): HandoutScene {
  const { answer } = scene;
  const onStep = (metres: number | null): number | null =>
    metres === null ? null : Math.round(metres / grid.metres) * grid.metres;
  return {
    ...scene,
    answer: answer && { ...answer, distances: answer.distances.map(onStep) },
    lines: scene.lines.map((line) => publicLine(line, grid)),
    reach: scene.reach.map((path) => runOnGrid(path, grid)),
    figures: scene.figures.map((figure) => publicFigure(figure, threshold)),
    tables: scene.tables.map((table) => publicTable(table, threshold)),
  };
}

/** What a reader of the public version must know. */
export function publicationLines({ threshold, grid }: PublishRule): readonly string[] {
  return [
    `公开版：小于 ${threshold} 的户数、人数写作“<${threshold}”；为免由合计反推而另外不列的写作“不公布”。`,
    `公开版：村、项目和规划对象的坐标取整到 ${grid.text}，距离取整到 ${grid.metres} 米；县界和乡镇规划单元是公开资料的示意边界，没有取整。`,
  ];
}

export function publishHandout(model: HandoutModel, rule: PublishRule): HandoutModel {
  return {
    ...model,
    audience: 'public',
    publication: [...model.publication, ...publicationLines(rule)],
    villages: publicVillages(model, rule),
    scenes: model.scenes.map((scene) => publicScene(scene, rule)),
  };
}
