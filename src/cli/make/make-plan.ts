// What the plan says, from its sheets: projects, claims, figures of the text, their relations, targets, lists, timeline.
import type { Claim } from '../../domain/claim';
import type { Project, ProjectFigure, ProjectPlace } from '../../domain/project';
import type { FigureReference, NamedList, Relation, Statement } from '../../domain/statement';
import type { Target } from '../../domain/target';
import type { CountyStatus, TimelineYear } from '../../domain/timeline';
import { COUNTY_STATUS_WORDS, PROJECT_KIND_WORDS } from '../../domain/wording';
import type { Converter } from '../../io/crs-convert';
import type { ProjectFeature } from '../../io/read-projects';
import { publishedGeometry } from '../../packs/make/published-geometry';
import type { AreaNames } from './area-names';
import { referenceOf } from './figure-words';
import type { Details } from './make-details';
import type { Sources } from './make-sources';
import { measureIn } from './measure-words';
import { type SheetRow, type Workbook, refuseRepeated } from './sheet-rows';
import {
  BETTER_WORDS,
  MEMBER_WORDS,
  NATURE_WORDS,
  PACK_ALIGNMENT_WORDS,
  QUALIFIER_WORDS,
  RELATION_WORDS,
} from './template';

const DEFAULT_DISTANCE_METRES = 2000;
const [COUNTY_DIGITS, TOWNSHIP_DIGITS] = [6, 9] as const;
const MEMBER_DIGITS: Readonly<Partial<Record<NamedList['memberKind'], number>>> = {
  county: COUNTY_DIGITS,
  township: TOWNSHIP_DIGITS,
  village: 12,
};

export interface PlanParts {
  readonly book: Workbook;
  readonly names: AreaNames;
  readonly sources: Sources;
  readonly shapes: readonly ProjectFeature[];
  /** From the workbook's coordinate system to WGS84. */
  readonly convert: Converter;
  readonly places: Details<ProjectPlace>;
  readonly figures: Details<ProjectFigure>;
}

function rowsOf({ book }: PlanParts, sheet: string): readonly SheetRow[] {
  const rows = book.rows(sheet);
  refuseRepeated(rows, '编号');
  return rows;
}

const printedIn = (row: SheetRow) => ({
  chapter: row.filled('章节'),
  printed: row.filled('原文'),
});

const qualifierIn = (row: SheetRow) => row.choice('限定', QUALIFIER_WORDS) ?? 'exact';

type Drawn = Pick<Project, 'alignment' | 'alignmentAccuracyMetres' | 'geometry'>;
const NOT_DRAWN: Drawn = { alignment: 'scope-only', alignmentAccuracyMetres: null, geometry: null };

/** What no source puts on the project is not drawn. */
function drawnPlaces(places: readonly ProjectPlace[]): Drawn {
  const drawn = places.flatMap(({ position, accuracyMetres, inferred }) =>
    position === null || accuracyMetres === null || inferred ? [] : [{ position, accuracyMetres }],
  );
  const [first, ...others] = drawn.map(({ position }) => [...position]);
  if (first === undefined) return NOT_DRAWN;
  return {
    alignment: 'places',
    alignmentAccuracyMetres: Math.max(...drawn.map(({ accuracyMetres }) => accuracyMetres)),
    geometry:
      others.length === 0
        ? { type: 'Point', coordinates: first }
        : { type: 'MultiPoint', coordinates: [first, ...others] },
  };
}

function drawnIn(
  row: SheetRow,
  shapes: readonly ProjectFeature[],
  places: readonly ProjectPlace[],
): Drawn {
  const word = row.text('图形');
  if (word === '') return drawnPlaces(places);
  const shape = shapes.find(({ name, id }) => name === word || id === word);
  if (shape === undefined) {
    row.fault('图形', `项目图形文件里没有「${word}」`, '请核对要素的名称；没有图形就空着。');
    return NOT_DRAWN;
  }
  return {
    alignment: row.neededChoice('线位', PACK_ALIGNMENT_WORDS) ?? 'schematic',
    alignmentAccuracyMetres: Math.ceil(row.neededNumber('线位误差（米）')),
    geometry: publishedGeometry(shape.geometry),
  };
}

export function makeProjects(parts: PlanParts): readonly Project[] {
  const { names, sources, shapes, places, figures } = parts;
  return rowsOf(parts, '项目').map((row): Project => {
    const id = row.id('编号');
    const own = places.of(id);
    return {
      id,
      name: row.filled('名称'),
      kind: row.neededChoice('类别', PROJECT_KIND_WORDS) ?? 'facility',
      group: row.text('分组'),
      chapter: row.text('章节'),
      ...drawnIn(row, shapes, own),
      places: own,
      countyCodes: names.list(row, '县', COUNTY_DIGITS),
      townshipCodes: names.list(row, '乡镇', TOWNSHIP_DIGITS),
      scopeNote: row.text('范围说明'),
      figures: figures.of(id),
      startYear: row.whole('起始年'),
      endYear: row.whole('结束年'),
      defaultDistanceMetres: row.number('服务距离（米）') ?? DEFAULT_DISTANCE_METRES,
      sourceIds: [sources.of(row)],
    };
  });
}

/** `known`: ids of projects, belts, relocation programmes and lists. */
export function makeClaims(parts: PlanParts, known: ReadonlySet<string>): readonly Claim[] {
  return rowsOf(parts, '规划口径').map((row): Claim => {
    const objectIds = row.list('相关项目');
    for (const id of objectIds.filter((one) => !known.has(one))) {
      row.fault('相关项目', `没有编号为「${id}」的项目、产业带、搬迁或名单`, '请填它们的编号。');
    }
    return {
      id: row.id('编号'),
      subject: row.filled('对象'),
      objectIds,
      measure: measureIn(row),
      value: row.neededNumber('数值'),
      qualifier: qualifierIn(row),
      unit: row.text('单位'),
      year: row.whole('年份'),
      ...printedIn(row),
    };
  });
}

export function makeStatements(parts: PlanParts): readonly Statement[] {
  const { names, sources } = parts;
  return rowsOf(parts, '正文数字').map((row): Statement => ({
    id: row.id('编号'),
    documentId: sources.of(row),
    subject: row.filled('内容'),
    areaCodes: row.text('范围') === '无' ? null : names.list(row, '范围'),
    measure: measureIn(row),
    scope: row.text('条件'),
    value: row.number('数值'),
    most: row.number('上限'),
    qualifier: qualifierIn(row),
    unit: row.text('单位'),
    year: row.whole('年份'),
    ...printedIn(row),
  }));
}

function baseIn(row: SheetRow): Target['base'] {
  const [year, value] = [row.whole('基期年'), row.number('基期值')];
  if (year !== null && value !== null) return { year, value };
  if (year !== null) row.fault('基期值', '只有基期年，没有基期值', '请补全，或都留空。');
  if (value !== null) row.fault('基期年', '只有基期值，没有基期年', '请补全，或都留空。');
  return null;
}

export function makeTargets(parts: PlanParts): readonly Target[] {
  const { names, sources } = parts;
  return rowsOf(parts, '指标').map((row): Target => ({
    id: row.id('编号'),
    documentId: sources.of(row),
    group: row.text('分组'),
    name: row.filled('名称'),
    measure: measureIn(row),
    areaCodes: names.list(row, '范围'),
    unit: row.text('单位'),
    nature: row.choice('性质', NATURE_WORDS),
    better: row.choice('方向', BETTER_WORDS),
    base: baseIn(row),
    year: row.neededNumber('目标年'),
    value: row.number('目标值'),
    qualifier: qualifierIn(row),
    ...printedIn(row),
    note: row.text('备注'),
  }));
}

function statedIn(row: SheetRow): NamedList['stated'] {
  const count = row.whole('所说个数');
  if (count === null) return null;
  return { count, chapter: row.filled('所说章节'), printed: row.filled('所说原文') };
}

function memberIn(row: SheetRow, list: NamedList, names: AreaNames): NamedList['members'][number] {
  const within = row.text('所在单位');
  const withinCode = within === '' ? null : names.find(row, '所在单位', within);
  const printed = row.filled('名称');
  const written = row.text('代码');
  const digits = MEMBER_DIGITS[list.memberKind];
  const found = digits === undefined ? [] : names.matches(printed, digits, withinCode ?? '');
  const own = found.length === 1 ? (found[0] ?? null) : null;
  const code = written === '' ? own : names.find(row, '代码', written);
  return { printed, code, withinCode, note: row.text('备注') };
}

export function makeLists(parts: PlanParts): readonly NamedList[] {
  const { book, names, sources } = parts;
  const rows = rowsOf(parts, '名单');
  const lists = rows.map((row): NamedList => ({
    id: row.id('编号'),
    title: row.filled('标题'),
    documentId: sources.of(row),
    chapter: row.filled('章节'),
    memberKind: row.neededChoice('成员', MEMBER_WORDS) ?? 'other',
    year: row.whole('年份'),
    stated: statedIn(row),
    excludes: row.list('互斥名单'),
    members: [],
  }));
  const byId = new Map(lists.map((list) => [list.id, list]));
  for (const row of rows) {
    for (const id of row.list('互斥名单').filter((one) => !byId.has(one))) {
      row.fault('互斥名单', `没有编号为「${id}」的名单`, '请填“名单”表里的编号。');
    }
  }
  const members = new Map<string, NamedList['members'][number][]>();
  for (const row of book.rows('名单成员')) {
    const id = row.filled('名单');
    const list = byId.get(id);
    if (list === undefined)
      row.fault('名单', `没有编号为「${id}」的名单`, '请填“名单”表里的编号。');
    else members.set(id, [...(members.get(id) ?? []), memberIn(row, list, names)]);
  }
  return lists.map((list) => ({ ...list, members: members.get(list.id) ?? [] }));
}

export function makeRelations(
  parts: PlanParts,
  known: ReadonlySet<FigureReference>,
): readonly Relation[] {
  return rowsOf(parts, '数字关系').flatMap((row): Relation[] => {
    const read = (column: string): readonly FigureReference[] =>
      row.list(column).map((word) => referenceOf(row, column, word, known));
    const tied = { id: row.id('编号'), ...printedIn(row) };
    const [first] = read('甲');
    const others = read('乙');
    const [one, two] = others;
    const kind = row.neededChoice('关系', RELATION_WORDS);
    const pair = kind === 'ratio' || kind === 'growth' ? 2 : 1;
    if (first === undefined || others.length < pair) {
      if (first !== undefined) row.fault('乙', `要有 ${pair} 个数字`, '见“说明”：用顿号分开。');
      return [];
    }
    const a = one ?? '';
    const b = two ?? '';
    switch (kind) {
      case 'equal':
        return [{ ...tied, kind, figures: [first, ...others] }];
      case 'sum':
        return [{ ...tied, kind, total: first, parts: others }];
      case 'ratio':
        return [{ ...tied, kind, ratio: first, numerator: a, denominator: b }];
      case 'growth':
        return [{ ...tied, kind, rate: first, base: a, end: b, years: row.neededNumber('年数') }];
      case 'atMost':
        return [{ ...tied, kind, lesser: first, greater: a }];
      case null:
        return [];
    }
  });
}

export function makeTimeline({ book, names }: PlanParts): readonly TimelineYear[] {
  const years = new Map<number, Map<string, CountyStatus>>();
  for (const row of book.rows('时间表')) {
    const year = row.neededNumber('年份');
    const county = names.find(row, '县', row.filled('县'), COUNTY_DIGITS);
    const status = row.neededChoice('状态', COUNTY_STATUS_WORDS);
    if (county === null || status === null) continue;
    years.set(year, (years.get(year) ?? new Map<string, CountyStatus>()).set(county, status));
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, states]) => ({
      year,
      exitingCountyCodes: [...states].filter(([, one]) => one === 'exiting').map(([code]) => code),
      statusByCounty: Object.fromEntries(states),
      targets: [],
      note: '',
    }));
}
