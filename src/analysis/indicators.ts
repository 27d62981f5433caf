// 可达性指标: the share of people within a distance of something, in the three states of coverage.
//
// SDG 9.1.1, Rural Access Index (UN Statistics, metadata 9.1.1): rural people within 2 km of an all-season road over all
// rural people. Rural here: village committees (村委会) and other units; residents' committees (居委会) are urban.
// The plan carries no population by village and no road line, so the pack alone gives 缺数据 with what is needed; roads that
// the user draws or imports answer it. Weights are pluggable: a proxy (rural people worked out from the poverty tables,
// poor persons, or every unit counted once) may stand in, and then names itself in `weights` and in `flags`, since it is
// no longer the SDG figure; so does another distance than 2 km.
import { lengthText } from '../domain/units';
import type { PackIndex } from '../domain/pack-index';
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
  type CoverageResult,
  type StateCounts,
} from './coverage-result';
import type { PovertyEstimate } from './poverty-estimate';

export type WeightBasis =
  'rural-population' | 'rural-people-estimate' | 'poor-persons-estimate' | 'unit-count';

/** How much each village counts. One entry a village in pack order; NaN = not known. */
export interface PopulationWeights {
  readonly basis: WeightBasis;
  readonly values: Float64Array;
  /** Where the values come from, in Chinese; goes on the result. */
  readonly source: string;
}

export const WEIGHT_WORDS: Readonly<Record<WeightBasis, string>> = {
  'rural-population': '农村人口',
  'rural-people-estimate': '农村人口（推算：贫困人口 ÷ 贫困发生率）',
  'poor-persons-estimate': '贫困人口（估算，代替农村人口）',
  'unit-count': '村级单位数（每村计 1，代替农村人口）',
};

export type IndicatorId = 'rural-access-index' | 'clinic-access' | 'school-access' | 'site-access';

export const INDICATOR_WORDS: Readonly<Record<IndicatorId, string>> = {
  'rural-access-index': '农村通达指数（SDG 9.1.1）',
  'clinic-access': '卫生服务可达率',
  'school-access': '学校可达率',
  'site-access': '安置点可达率',
};

export const RURAL_ACCESS_METRES = 2_000;

/** What each is and where the definition comes from, in Chinese. */
export const INDICATOR_METHODS: Readonly<Record<IndicatorId, string>> = {
  'rural-access-index':
    '全天候道路 2 公里以内（约步行 20—25 分钟）的农村人口占全部农村人口的比例。定义：联合国统计司 SDG 指标元数据 9.1.1。居委会不计。',
  'clinic-access': '离所选卫生院、卫生室不超过设定距离的比例。距离由用户设定，规划没有写。',
  'school-access': '离所选学校不超过设定距离的比例。距离由用户设定，规划没有写。',
  'site-access': '离所选集中安置点不超过设定距离的比例。距离由用户设定，规划没有写。',
};

/** Shares of the known weight, 0..1: certain ≤ drawn ≤ most. */
export interface AccessShares {
  /** Reached whatever the true positions are. */
  readonly certain: number;
  /** Reached as drawn, the certain included. */
  readonly drawn: number;
  /** Reached at best: possible included. */
  readonly most: number;
}

export interface KnownIndicator {
  readonly status: 'known';
  readonly id: IndicatorId;
  readonly distanceMetres: number;
  readonly weights: { readonly basis: WeightBasis; readonly source: string };
  readonly shares: AccessShares;
  /** Weight behind the shares: people, or units. */
  readonly total: number;
  readonly units: number;
  /** The units in scope by state, those without weight included: the four add up to `units`. */
  readonly counts: StateCounts;
  /** What stood for the roads or places. */
  readonly targetIds: readonly string[];
  /** Units in scope whose weight is not known; they are in no share. */
  readonly unitsWithoutWeight: number;
  /** What a reader must be told, in Chinese; empty for a figure by the book. */
  readonly flags: readonly string[];
}

/** 缺数据. */
export interface MissingIndicator {
  readonly status: 'missing';
  readonly id: IndicatorId;
  readonly distanceMetres: number;
  /** 需要 …, in Chinese, at least one. */
  readonly needs: readonly string[];
}

export const INDICATOR_IDS: readonly IndicatorId[] = [
  'rural-access-index',
  'clinic-access',
  'school-access',
  'site-access',
];

export type Indicator = KnownIndicator | MissingIndicator;

/** Every unit counts once. */
export function unitWeights(index: PackIndex): PopulationWeights {
  const values = new Float64Array(index.pack.villages.length).fill(1);
  return { basis: 'unit-count', values, source: `${index.pack.name}村级单位名录` };
}

/** Estimated poor persons as a named stand-in for rural people. */
export function poorPersonWeights(estimate: PovertyEstimate): PopulationWeights {
  const source = '规划附表贫困人口，按乡镇（县）均摊到村';
  return { basis: 'poor-persons-estimate', values: estimate.persons, source };
}

const NEED_ROADS =
  '全天候通行道路（硬化路）的线位：规划只列里程和范围，没有路线；绘制或导入道路项目的线位即可';
const NEED_POPULATION = '各村农村人口（户籍或常住）：规划附表只有贫困人口';
const NEED_PLACES: Readonly<Record<Exclude<IndicatorId, 'rural-access-index'>, string>> = {
  'clinic-access': '卫生院、卫生室的位置（点）：绘制或导入医疗设施项目的位置即可',
  'school-access': '学校、教学点的位置（点）：绘制或导入教育设施项目的位置即可',
  'site-access': '集中安置点的位置（点）：规划只有数量和人数，没有名称和位置',
};

export interface AccessInput {
  /** Coverage by the roads, clinics … at `distanceMetres`; null when the region has none with a position. */
  readonly result: CoverageResult | null;
  readonly weights: PopulationWeights | null;
}

/** Rural units: everything but residents' committees. */
function ruralPlaces(index: PackIndex): readonly number[] {
  return index.pack.villages.flatMap((village, at) =>
    village.kind === 'residents-committee' ? [] : [at],
  );
}

function allPlaces(index: PackIndex): readonly number[] {
  return [...index.pack.villages.keys()];
}

interface Tally {
  readonly counts: StateCounts;
  readonly shares: AccessShares;
  readonly total: number;
  readonly unitsWithoutWeight: number;
}

function tally(
  result: CoverageResult,
  weights: PopulationWeights,
  places: readonly number[],
): Tally | null {
  const byState = new Float64Array(4);
  const units = new Int32Array(4);
  let unitsWithoutWeight = 0;
  for (const at of places) {
    const state = result.states[at] ?? 0;
    units[state] = (units[state] as number) + 1;
    const weight = weights.values[at] ?? Number.NaN;
    if (Number.isNaN(weight)) unitsWithoutWeight += 1;
    else byState[state] = (byState[state] as number) + weight;
  }
  const total = byState.reduce((sum, each) => sum + each, 0);
  if (!(total > 0)) return null;
  const certain = byState[COVERED_CERTAIN] ?? 0;
  const drawn = certain + (byState[COVERED_AS_DRAWN] ?? 0);
  const most = drawn + (byState[POSSIBLE] ?? 0);
  const shares = { certain: certain / total, drawn: drawn / total, most: most / total };
  const counts = {
    certain: units[COVERED_CERTAIN] ?? 0,
    asDrawn: units[COVERED_AS_DRAWN] ?? 0,
    possible: units[POSSIBLE] ?? 0,
    notCovered: units[NOT_COVERED] ?? 0,
    total: places.length,
  };
  return { counts, shares, total, unitsWithoutWeight };
}

const WEIGHT_FLAGS: Readonly<Record<WeightBasis, string>> = {
  'rural-population': '',
  'rural-people-estimate':
    '农村人口是由贫困人口除以贫困发生率推算的，规划没有写发生率的分母，不是统计数，不能当作规范口径的指标值',
  'poor-persons-estimate': `权重用的是${WEIGHT_WORDS['poor-persons-estimate']}，不是农村人口，不能当作规范口径的指标值`,
  'unit-count': `权重用的是${WEIGHT_WORDS['unit-count']}，不是农村人口，不能当作规范口径的指标值`,
};

function flagsOf(
  id: IndicatorId,
  distanceMetres: number,
  { basis }: PopulationWeights,
  unitsWithoutWeight: number,
): readonly string[] {
  const isOtherDistance = id === 'rural-access-index' && distanceMetres !== RURAL_ACCESS_METRES;
  return [
    isOtherDistance ? `距离取 ${lengthText(distanceMetres)}，SDG 9.1.1 的定义是 2 公里` : '',
    WEIGHT_FLAGS[basis],
    unitsWithoutWeight === 0 ? '' : `${unitsWithoutWeight} 个单位没有权重数据，未计入比例`,
  ].filter((flag) => flag !== '');
}

function access(
  id: IndicatorId,
  index: PackIndex,
  { result, weights }: AccessInput,
  distanceMetres: number,
  needTargets: string,
): Indicator {
  const noTargets = result === null || result.targetIds.length === 0;
  const places = id === 'rural-access-index' ? ruralPlaces(index) : allPlaces(index);
  const needs = [...(noTargets ? [needTargets] : []), ...(weights ? [] : [NEED_POPULATION])];
  if (result === null || weights === null || needs.length > 0) {
    return { status: 'missing', id, distanceMetres, needs };
  }
  const count = index.pack.villages.length;
  if (result.states.length !== count || weights.values.length !== count) {
    const sizes = `${result.states.length} and ${weights.values.length}`;
    throw new Error(`indicator of ${sizes} units, pack has ${count}`);
  }
  const sums = tally(result, weights, places);
  if (sums === null) return { status: 'missing', id, distanceMetres, needs: [NEED_POPULATION] };
  const { basis, source } = weights;
  return {
    status: 'known',
    id,
    distanceMetres,
    weights: { basis, source },
    units: places.length,
    ...sums,
    targetIds: result.targetIds,
    flags: flagsOf(id, distanceMetres, weights, sums.unitsWithoutWeight),
  };
}

/**
 * Share of the weight within `distanceMetres` of the roads, clinics, schools or relocation sites that `result` is of: of
 * rural units for SDG 9.1.1 (2 km by definition; another distance is flagged), of all units for the others. Throws when
 * `result` is for another distance or the inputs are of other villages.
 */
export function accessIndicator(
  id: IndicatorId,
  index: PackIndex,
  input: AccessInput,
  distanceMetres: number,
): Indicator {
  const { result } = input;
  if (result !== null && result.distanceMetres !== distanceMetres) {
    throw new RangeError(`access at ${result.distanceMetres} m, asked for ${distanceMetres} m`);
  }
  const needs = id === 'rural-access-index' ? NEED_ROADS : NEED_PLACES[id];
  return access(id, index, input, distanceMetres, needs);
}
