// 覆盖清单: one row a village with state, distance, nearest project and estimates, in code order, with the parameters
// that made it and the sums of the same answer. Screen, XLSX, CSV and GeoJSON all read this one model.
import type { CoverageResult, CoverageStateCode, StateCounts } from '../analysis/coverage-result';
import { NOT_COVERED } from '../analysis/coverage-result';
import { type CoverageSummary, summariseCoverage } from '../analysis/coverage-summary';
import { COVERAGE_STATE_WORDS } from '../analysis/coverage-words';
import { estimateBasis, estimateBasisText } from '../analysis/estimate-basis';
import { OVERLAP_WORDS, type OverlapRow, overlapRows } from '../analysis/overlap-summary';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { PackIndex } from '../domain/pack-index';
import type { Village } from '../domain/village';
import {
  ALIGNMENT_WORDS,
  POSITION_METHOD_WORDS,
  SPREAD_WORDS,
  VILLAGE_KIND_WORDS,
} from '../domain/wording';
import { formatDistance, formatInteger } from '../ui/format';
import { type ExportStamp, NOT_A_BOUNDARY, exportFooter } from './export-footer';
import {
  type HeaderLine,
  type ListColumn,
  type ListTable,
  numberColumn,
  textColumn,
} from './list-table';

/** Numbers are kept unrounded but for the distance (1 mm, the engine's own precision); null = not known. */
export interface CoverageRow {
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly code: string;
  readonly kind: string;
  readonly state: string;
  readonly distanceMetres: number | null;
  readonly nearest: string;
  /** How many of the projects reach the village as drawn; null when not counted. */
  readonly overlap: number | null;
  readonly households: number | null;
  readonly persons: number | null;
  readonly basis: string;
  readonly accuracyMetres: number;
  readonly method: string;
  readonly lng: number;
  readonly lat: number;
  readonly stateCode: CoverageStateCode;
}

type CoverageKey = Exclude<keyof CoverageRow, 'stateCode'>;
type CoverageColumn = ListColumn<CoverageKey>;

export const COVERAGE_COLUMNS: readonly CoverageColumn[] = [
  textColumn('name', '村名', 24),
  textColumn('township', '乡镇', 16),
  textColumn('county', '县', 10),
  { key: 'code', heading: '行政区划代码', type: 'code', decimals: 0, width: 15 },
  textColumn('kind', '单位类型', 10),
  textColumn('state', '状态', 12),
  numberColumn('distanceMetres', '距离(米)', 12, 1),
  textColumn('nearest', '最近项目', 24),
  numberColumn('households', '贫困户(估算)', 14, 1),
  numberColumn('persons', '贫困人口(估算)', 15, 1),
  textColumn('basis', '口径', 16),
  numberColumn('accuracyMetres', '位置精度(米)', 13, 0),
  textColumn('method', '位置方法', 16),
  numberColumn('lng', '经度', 12, 6),
  numberColumn('lat', '纬度', 12, 6),
];

const OVERLAP_COLUMN: CoverageColumn = numberColumn('overlap', '覆盖项目数', 12, 0);

/** The count of projects stands behind the nearest one. */
function columnsWith(hasOverlap: boolean): readonly CoverageColumn[] {
  if (!hasOverlap) return COVERAGE_COLUMNS;
  return COVERAGE_COLUMNS.flatMap((each) =>
    each.key === 'nearest' ? [each, OVERLAP_COLUMN] : each,
  );
}

export interface CoverageTableOptions extends ExportStamp {
  /** States to list; all four when left out. `UNCOVERED_ONLY` gives the gap list. */
  readonly states?: readonly CoverageStateCode[];
  /** union: one answer for all targets. each: one target shown on its own. */
  readonly mode: 'union' | 'each';
  /** How many of the targets reach each village as drawn, in pack order; a column more. */
  readonly overlap?: Uint16Array;
  /** Names of targets that are not in the pack (drawn or imported), by id. */
  readonly targetNames?: ReadonlyMap<string, string>;
}

export const UNCOVERED_ONLY: readonly CoverageStateCode[] = [NOT_COVERED];

export interface TargetSum {
  readonly name: string;
  readonly counts: StateCounts;
}

export interface CoverageTable extends ListTable<CoverageKey> {
  readonly rows: readonly CoverageRow[];
  /** Sums of the whole answer, also when only some states are listed. */
  readonly sums: CoverageSummary;
  readonly byTarget: readonly TargetSum[];
  /** Villages by how many targets reach them; empty when not counted. */
  readonly byOverlap: readonly OverlapRow[];
}

const NO_FIGURE = '无数据';
const MILLIMETRES = 1000;

/** null for NaN, infinities and gaps. */
function known(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function rowOf(
  index: PackIndex,
  village: Village,
  at: number,
  result: CoverageResult,
  estimate: PovertyEstimate,
  targetNames: readonly string[],
  overlap: Uint16Array | undefined,
): CoverageRow {
  const stateCode = (result.states[at] ?? NOT_COVERED) as CoverageStateCode;
  const distance = known(result.nearestDistanceMetres[at]);
  const resolution = estimate.resolution[at] ?? null;
  return {
    name: village.name,
    township: index.townshipByCode.get(village.townshipCode)?.name ?? '',
    county: index.countyByCode.get(village.countyCode)?.name ?? '',
    code: village.code,
    kind: VILLAGE_KIND_WORDS[village.kind],
    state: COVERAGE_STATE_WORDS[stateCode],
    distanceMetres: distance === null ? null : Math.round(distance * MILLIMETRES) / MILLIMETRES,
    nearest: targetNames[result.nearestTarget[at] ?? -1] ?? '',
    overlap: known(overlap?.[at]),
    households: known(estimate.households[at]),
    persons: known(estimate.persons[at]),
    basis: resolution === null ? NO_FIGURE : SPREAD_WORDS[resolution],
    accuracyMetres: village.positionAccuracyMetres,
    method: POSITION_METHOD_WORDS[village.positionMethod],
    lng: village.position[0],
    lat: village.position[1],
    stateCode,
  };
}

/** 101, 113, 138 → "覆盖 214 村（确定 101，最多 352），未覆盖 … 村，合计 … 村". */
export function countsText(counts: StateCounts): string {
  const drawn = counts.certain + counts.asDrawn;
  const most = drawn + counts.possible;
  return (
    `覆盖 ${formatInteger(drawn)} 村（确定 ${formatInteger(counts.certain)}，最多 ${formatInteger(most)}），` +
    `可能覆盖 ${formatInteger(counts.possible)} 村，未覆盖 ${formatInteger(counts.notCovered)} 村，` +
    `合计 ${formatInteger(counts.total)} 村`
  );
}

/** "…：0 个项目 1,204 村，1 个项目 80 村…": the classes add up to all villages. */
function overlapText(rows: readonly OverlapRow[]): string {
  const parts = rows.map((row) => `${OVERLAP_WORDS[row.class]} ${formatInteger(row.villages)} 村`);
  return `按标绘位置，覆盖村的项目数：${parts.join('，')}；可能覆盖的村计在 0 个项目内`;
}

export const RULE_TEXT =
  'd 为标绘位置间的椭球面测地距离，e 为村点与线位精度之和，D 为服务距离：d+e≤D 确定覆盖；d≤D 按标绘覆盖；D<d≤D+e 可能覆盖；其余未覆盖';

/** Names with how well each line is known: without it no reader can recompute a state. */
function targetsText(
  index: PackIndex,
  result: CoverageResult,
  targetNames: readonly string[],
): string {
  if (targetNames.length === 0) return '未选项目';
  return result.targetIds
    .map((id, at) => {
      const project = index.projectById.get(id);
      const accuracy = project?.alignmentAccuracyMetres ?? null;
      const name = targetNames[at] ?? id;
      if (!project || accuracy === null) return name;
      return `${name}（${ALIGNMENT_WORDS[project.alignment]} ±${formatInteger(accuracy)} 米）`;
    })
    .join('、');
}

function headerOf(
  index: PackIndex,
  result: CoverageResult,
  targetNames: readonly string[],
  listed: number,
  byOverlap: readonly OverlapRow[],
  estimate: PovertyEstimate,
  options: CoverageTableOptions,
): readonly HeaderLine[] {
  const { pack } = index;
  const metres = formatInteger(result.distanceMetres);
  const states = options.states ?? null;
  const scope =
    states === null
      ? '全部单位'
      : `仅${states.map((state) => COVERAGE_STATE_WORDS[state]).join('、')}`;
  const sources = pack.sources.filter((source) =>
    pack.tables.some((table) => table.documentId === source.id),
  );
  const mode = options.mode === 'union' ? '所选项目合并计算' : '单个项目计算';
  return [
    { label: '项目', value: targetsText(index, result, targetNames) },
    {
      label: '参数',
      value: `服务距离 ${formatDistance(result.distanceMetres)}（${metres} 米）；${mode}；${RULE_TEXT}`,
    },
    { label: '结果', value: countsText(result.counts) },
    ...(byOverlap.length === 0 ? [] : [{ label: '重复覆盖', value: overlapText(byOverlap) }]),
    {
      label: '清单',
      value: `${scope}，共 ${formatInteger(listed)} 行；贫困户、贫困人口为均摊估算`,
    },
    { label: '估算', value: estimateBasisText(estimateBasis(pack, estimate)) },
    {
      label: '数据',
      value: `${pack.name} 数据包 ${pack.version}（${pack.date}）；${sources.map((source) => source.title).join('；')}`,
    },
    {
      label: '生成',
      value: `村图 Cuntu，计算引擎 ${options.engineVersion}，${options.madeAt}；${NOT_A_BOUNDARY}`,
    },
  ];
}

/** Where a line is the user's own, the sources of the pack do not vouch for it: said in the file itself. */
function userLines(index: PackIndex, result: CoverageResult): readonly string[] {
  return result.targetIds.flatMap((id) => {
    const project = index.projectById.get(id);
    return project?.alignment === 'user' ? [`「${project.name}」线位：${project.scopeNote}`] : [];
  });
}

function targetNameOf(index: PackIndex, id: string, options: CoverageTableOptions): string {
  const named = options.targetNames?.get(id) ?? index.projectById.get(id)?.name;
  return named ?? index.pack.belts.find((belt) => belt.id === id)?.name ?? id;
}

/**
 * The table of one coverage answer over the pack that `index` was built from. Deterministic: code order, no clock.
 * Throws when `result` was made for other villages.
 */
export function coverageTable(
  index: PackIndex,
  result: CoverageResult,
  estimate: PovertyEstimate,
  options: CoverageTableOptions,
): CoverageTable {
  const { pack } = index;
  const sums = summariseCoverage(result, index, estimate);
  const targetNames = result.targetIds.map((id) => targetNameOf(index, id, options));
  const byOverlap = options.overlap
    ? overlapRows(options.overlap, estimate, result.targetIds.length)
    : [];
  const wanted = options.states === undefined ? null : new Set(options.states);
  // Pack order is code order, which `loadPack` guarantees.
  const rows = pack.villages
    .map((village, at) => rowOf(index, village, at, result, estimate, targetNames, options.overlap))
    .filter((row) => wanted === null || wanted.has(row.stateCode));
  const objectSourceIds = result.targetIds.flatMap(
    (id) => index.projectById.get(id)?.sourceIds ?? [],
  );
  return {
    title: `${pack.name}规划项目${options.states === UNCOVERED_ONLY ? '未覆盖村' : '覆盖'}清单`,
    header: headerOf(index, result, targetNames, rows.length, byOverlap, estimate, options),
    columns: columnsWith(options.overlap !== undefined),
    rows,
    sums,
    byTarget: result.perTarget.map(({ targetId, counts }) => ({
      name: targetNameOf(index, targetId, options),
      counts,
    })),
    byOverlap,
    footer: [...userLines(index, result), ...exportFooter(pack, options, objectSourceIds)],
  };
}
