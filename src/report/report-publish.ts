// The public version of 汇报材料: figures of people that could tell of a few are left out of headlines, tables and lists of
// villages together (publish-villages), places and distances stand on the grid. Ranked lists of gaps are left out whole by the
// builder: the rank tells of a figure that is hidden.
import { publicClaims } from './publish-claims';
import { metresOnGrid, onGrid } from './publish-grid';
import { isPeopleHeading } from './publish-names';
import {
  type PeopleVillages,
  type PublishedAnswer,
  isRowWithheld,
  isSumWithheld,
  publicFigure,
  publicTable,
  publicTenth,
  withheldOf,
} from './publish-people';
import { type PublishRule, publicationLines } from './publish-rule';
import type { Withheld } from './publish-villages';
import type {
  ReportBlock,
  ReportDocument,
  ReportFigure,
  ReportList,
  ReportScene,
  ReportSection,
  ReportTable,
} from './report-model';

export interface ReportPeople {
  readonly villages: PeopleVillages;
  /** Code by name, of `publishedAreas`. */
  readonly areas: ReadonlyMap<string, string>;
  /** Answers of the scenes in their order, last that of the report; one digit a village, null without. */
  readonly states: readonly (string | null)[];
}

export interface ReportPublication {
  readonly rule: PublishRule;
  readonly people: ReportPeople;
  readonly withheld: Withheld;
}

export function reportPublication(people: ReportPeople, rule: PublishRule): ReportPublication {
  const areas = [...people.areas.values()];
  const answers = people.states.map((states): PublishedAnswer | null =>
    states === null ? null : { states, areas, isRange: false, hasRegion: true },
  );
  return { rule, people, withheld: withheldOf(people.villages, answers, rule.threshold) };
}

/** Headline figures of an answer, by its place. */
export function publicFigures(
  figures: readonly ReportFigure[],
  answer: number,
  { withheld, rule }: ReportPublication,
): readonly ReportFigure[] {
  const isWithheld = (total: 'certain' | 'drawn' | 'most'): boolean =>
    isSumWithheld(withheld, answer, null, total);
  return figures.map((figure) => publicFigure(figure, isWithheld, rule.threshold));
}

function publicAreaTable(
  table: ReportTable,
  answer: number,
  { withheld, people, rule }: ReportPublication,
): ReportTable {
  return publicTable(table, isRowWithheld(withheld, answer, people.areas), rule.threshold);
}

export function publicScenes(
  scenes: readonly ReportScene[],
  publication: ReportPublication,
): readonly ReportScene[] {
  return scenes.map((scene, at) => ({
    ...scene,
    figures: publicFigures(scene.figures, at, publication),
    tables: scene.tables.map((table) => publicAreaTable(table, at, publication)),
  }));
}

type Rows = ReportTable['rows'];
type Column = ReportTable['columns'][number];

const isPlace = (key: string): boolean => key === 'lng' || key === 'lat';
const isDistance = (heading: string): boolean => heading === '距离(米)';

/** No more decimals than the grid has. */
function publicColumn(column: Column): Column {
  if (isPlace(column.key)) return { ...column, decimals: 2 };
  return isDistance(column.heading) ? { ...column, decimals: 0 } : column;
}

/** Cells of a list of villages by their column. */
function publicVillages(
  { columns, rows }: Pick<ReportTable, 'columns' | 'rows'>,
  { withheld, people, rule }: ReportPublication,
): Rows {
  const placeOf = new Map(people.villages.codes.map((code, at) => [code, at]));
  const { grid, threshold } = rule;
  return rows.map((row) => {
    const at = placeOf.get(String(row['code'] ?? ''));
    const cells = columns.map(({ key, heading }) => {
      const value = row[key] ?? null;
      if (typeof value !== 'number') return [key, value];
      if (isPlace(key)) return [key, onGrid(value, grid)];
      if (isDistance(heading)) return [key, metresOnGrid(value, grid)];
      if (!isPeopleHeading(heading)) return [key, value];
      const hides = at === undefined || withheld.villages.has(at);
      return [key, publicTenth(value, hides, threshold)];
    });
    return Object.fromEntries(cells) as Rows[number];
  });
}

/** A table of the report's own answer; tables that the plan prints stay. */
function publicOwnTable(table: ReportTable, publication: ReportPublication): ReportTable {
  const isComputed = table.columns.some(({ key }) => key === 'households');
  const own = publication.people.states.length - 1;
  return isComputed ? publicAreaTable(table, own, publication) : table;
}

function publicList({ sheet, table }: ReportList, publication: ReportPublication): ReportList {
  const isVillages = table.columns.some(({ key }) => key === 'code');
  const rows = isVillages
    ? publicVillages(table, publication)
    : publicOwnTable({ ...table, note: '' }, publication).rows;
  const columns = isVillages ? table.columns.map(publicColumn) : table.columns;
  const footer = [...table.footer, ...publicationLines(publication.rule)];
  return { sheet, table: { ...table, columns, rows: publicClaims(rows), footer } };
}

function publicBlock(block: ReportBlock, publication: ReportPublication): ReportBlock {
  if (block.kind !== 'table') return block;
  const table = publicOwnTable(block.table, publication);
  return { kind: 'table', table: { ...table, rows: publicClaims(table.rows) } };
}

function publicSection(section: ReportSection, publication: ReportPublication): ReportSection {
  return {
    ...section,
    blocks: section.blocks.map((block) => publicBlock(block, publication)),
    sections: section.sections.map((each) => publicSection(each, publication)),
  };
}

/** Of a report that was built of public scenes and figures: its tables and lists. */
export function publishReport(
  report: ReportDocument,
  publication: ReportPublication,
): ReportDocument {
  const method = publicationLines(publication.rule).map((value) => ({
    label: '公开版',
    value: value.replace('公开版：', ''),
  }));
  return {
    ...report,
    title: `${report.title}（公开版）`,
    sections: report.sections.map((section) => publicSection(section, publication)),
    lists: report.lists.map((list) => publicList(list, publication)),
    method: [...method, ...report.method],
  };
}
