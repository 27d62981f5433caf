// What a layer most likely is: villages by its columns, else by geometry and by words in headings, file and layer names.
import type { ProjectKind } from '../domain/project';
import type { ColumnChoice, ColumnRole, ImportUse } from './import-choices';
import type { SourceRow } from './source-layer';

export interface UseGuess {
  readonly use: ImportUse;
  readonly projectKind: ProjectKind;
  /** Chinese. */
  readonly evidence: string;
}

type Shape = 'point' | 'line' | 'area' | 'none';

function shapeOf(row: SourceRow): Shape {
  switch (row.geometry?.type) {
    case 'Point':
    case 'MultiPoint':
      return 'point';
    case 'LineString':
    case 'MultiLineString':
      return 'line';
    case 'Polygon':
    case 'MultiPolygon':
      return 'area';
    default:
      return 'none';
  }
}

function mostCommonShape(rows: readonly SourceRow[]): Shape {
  const counts = new Map<Shape, number>();
  for (const row of rows) counts.set(shapeOf(row), (counts.get(shapeOf(row)) ?? 0) + 1);
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first?.[0] ?? 'none';
}

const SITE_WORDS = /安置|搬迁/;
const ZONE_WORDS = /园区|产业|片区|基地|示范区|规划区|开发区/;
const PROJECT_WORDS = /项目|工程|线路|渠|管线|管网|输电|公路|道路|灌区|泵站|电站|水库|水源/;

const KIND_WORDS: readonly (readonly [RegExp, ProjectKind])[] = [
  [/水|渠|灌|泵|引黄|提黄|管网|坝/, 'water'],
  [/电|变压|光伏|kv/i, 'power'],
  [/路|道|桥|交通/, 'road'],
];

function kindOf(words: string): ProjectKind {
  return KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'facility';
}

const RELOCATION_WORDS = /搬迁|迁出|移民/;
/** A table of villages' own figures is no list of who moves. */
const OWN_FIGURES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'poorHouseholds',
  'poorPersons',
  'povertyIncidence',
]);

/** Is the table about the sites themselves? */
function namesSites(columns: readonly Pick<ColumnChoice, 'heading' | 'role'>[]): boolean {
  const heading = columns.find(({ role }) => role === 'name')?.heading ?? '';
  return SITE_WORDS.test(heading) && !heading.includes('村');
}

/** Why a table is a list of villages of which people move; null when it is none. */
function relocationEvidence(
  columns: readonly Pick<ColumnChoice, 'heading' | 'role'>[],
  titles: string,
): string | null {
  const of = (role: ColumnRole) => columns.find((column) => column.role === role);
  const name = of('name');
  if (name === undefined && of('code') === undefined) return null;
  if (of('x') !== undefined || columns.some(({ role }) => OWN_FIGURES.has(role))) return null;
  if (namesSites(columns)) return null;
  if (of('site') !== undefined) return '有村名列（或代码列）和安置点列，没有坐标';
  const words = `${titles} ${name?.heading ?? ''}`;
  return RELOCATION_WORDS.test(words) ? '名称中有「搬迁」或「迁出」，没有坐标' : null;
}

/**
 * `titles`: file name, layer name and title rows. `rows`: a sample of the layer. `isTable`: the format has no geometry of
 * its own.
 */
export function guessUse(
  columns: readonly Pick<ColumnChoice, 'heading' | 'role'>[],
  rows: readonly SourceRow[],
  titles: readonly string[],
  isTable: boolean,
): UseGuess {
  const roles = columns.map(({ role }) => role);
  const text = [...titles, ...columns.map(({ heading }) => heading)].join(' ');
  const shape = mostCommonShape(rows);
  const projectKind = kindOf(text);
  const as = (use: ImportUse, evidence: string): UseGuess => ({ use, projectKind, evidence });
  const has = (role: ColumnRole): boolean => roles.includes(role);
  const hasPlace = shape !== 'none' || has('x');
  const isFlat = shape === 'none' || shape === 'point';
  if (isTable && shape === 'none') {
    const evidence = relocationEvidence(columns, titles.join(' '));
    if (evidence !== null) return as('relocation', evidence);
  }
  if (isFlat && has('code')) return as('villages', '有区划代码列');
  if (isFlat && SITE_WORDS.test(text) && (hasPlace || namesSites(columns)))
    return as('sites', '名称中有「安置」或「搬迁」');
  if (isFlat && has('name') && (has('township') || has('county'))) {
    return as('villages', '有名称列和乡镇（县）列');
  }
  if (shape === 'line') return as('projects', '几何是线');
  if (shape === 'area') {
    if (SITE_WORDS.test(text)) return as('sites', '几何是面，名称中有「安置」或「搬迁」');
    return PROJECT_WORDS.test(text) && !ZONE_WORDS.test(text)
      ? as('projects', '几何是面，名称像工程项目')
      : as('zones', '几何是面');
  }
  if (PROJECT_WORDS.test(text)) return as('projects', '名称像工程项目');
  if (isTable && !has('x')) return as('villages', '表里没有坐标，只能是村的数据');
  if (isTable && has('name')) return as('villages', '有名称列');
  return shape === 'point' && has('name')
    ? as('villages', '点，有名称列')
    : as('reference', '看不出用途');
}
