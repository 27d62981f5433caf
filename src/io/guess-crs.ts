// Which coordinate system a file's numbers are in, by evidence: every plausible system is tried, and what speaks for each
// is the share of positions that fall into the region and, where rows name villages whose place we know well, the distance
// to those places.
//
// GCJ-02 lies about 500 m from WGS84 and BD-09 another 700 m from that, far less than the accuracy of a position known by
// township only. So only villages known to KNOWN_WELL_METRES count; the shift is the median of the displacement vectors
// (their median lengths do not shrink with more points, the vectors' median does), its standard error is estimated from
// their spread (1.2533 × 1.4826 × MAD / √n, for a normal median), and a system is preferred over the next only when it is
// nearer by more than twice that error. Otherwise the answer is that nobody can tell, and the user is asked.
import type { BoundingBox, LngLat } from '../domain/lng-lat';
import { type Crs, centralMeridian, crsLabel, parseCrs, WGS84, zoneCrs } from './crs';
import { type Converter, converterFrom } from './crs-convert';
import type { CrsGuess } from './import-choices';
import type { DeclaredCrs } from './source-layer';

/** A position as it stands in the file. */
export interface SampledPosition {
  readonly x: number;
  readonly y: number;
  /** The pack's village of the row's code or name, where it has one. */
  readonly village?: { readonly position: LngLat; readonly accuracyMetres: number } | null;
}

export interface CrsWeighing {
  /** Best first. Empty when no system puts a single position into the region and none is declared. */
  readonly guesses: readonly CrsGuess[];
  /** The first guess may be taken without asking. */
  readonly isSure: boolean;
  /** Chinese: why it is sure, or what to ask. */
  readonly reason: string;
}

const MOST_SAMPLED = 5000;
const KNOWN_WELL_METRES = 500;
const LEAST_KNOWN = 5;
const SURE_SHARE = 0.9;
const METRES_PER_DEGREE = 111_320;

interface Candidate {
  readonly crs: Crs;
  readonly axesSwapped: boolean;
  readonly isDeclared: boolean;
}

interface Shift {
  readonly count: number;
  readonly medianMetres: number;
  /** Median displacement, metres east and north. */
  readonly east: number;
  readonly north: number;
  readonly errorMetres: number;
}

interface Weighed extends Candidate {
  readonly inside: number;
  readonly total: number;
  readonly shift: Shift | null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

function medianError(values: readonly number[], centre: number): number {
  const spread = 1.4826 * median(values.map((value) => Math.abs(value - centre)));
  return (1.2533 * spread) / Math.sqrt(values.length);
}

function shiftOf(pairs: readonly { readonly at: LngLat; readonly known: LngLat }[]): Shift | null {
  if (pairs.length < LEAST_KNOWN) return null;
  const easts = pairs.map(
    ({ at, known }) =>
      (at[0] - known[0]) * METRES_PER_DEGREE * Math.cos((known[1] * Math.PI) / 180),
  );
  const norths = pairs.map(({ at, known }) => (at[1] - known[1]) * METRES_PER_DEGREE);
  const [east, north] = [median(easts), median(norths)];
  return {
    count: pairs.length,
    medianMetres: median(easts.map((value, i) => Math.hypot(value, norths[i] ?? 0))),
    east,
    north,
    errorMetres: Math.hypot(medianError(easts, east), medianError(norths, north)),
  };
}

function weigh(
  candidate: Candidate,
  positions: readonly SampledPosition[],
  bbox: BoundingBox,
): Weighed {
  const convert: Converter = converterFrom(candidate.crs);
  const [west, south, east, north] = bbox;
  const pairs: { at: LngLat; known: LngLat }[] = [];
  let inside = 0;
  for (const { x, y, village } of positions) {
    const to = candidate.axesSwapped ? convert(y, x) : convert(x, y);
    if (!to.ok) continue;
    const [lng, lat] = to.position;
    if (lng >= west && lng <= east && lat >= south && lat <= north) inside += 1;
    if (village && village.accuracyMetres <= KNOWN_WELL_METRES) {
      pairs.push({ at: to.position, known: village.position });
    }
  }
  return { ...candidate, inside, total: positions.length, shift: shiftOf(pairs) };
}

function areDegrees(positions: readonly SampledPosition[]): boolean {
  const count = positions.filter(({ x, y }) => Math.abs(x) <= 180 && Math.abs(y) <= 180).length;
  return count * 2 > positions.length;
}

function degreeCandidates(): Candidate[] {
  const systems: Crs[] = [
    WGS84,
    { kind: 'offset', name: 'gcj02' },
    { kind: 'offset', name: 'bd09' },
  ];
  return [false, true].flatMap((axesSwapped) =>
    systems.map((crs) => ({ crs, axesSwapped, isDeclared: false })),
  );
}

/** Furthest that a plan's zone may be from the region's middle: one zone over. */
const REACH_DEGREES = { three: 4.5, six: 6 } as const;

function metreCandidates(positions: readonly SampledPosition[], bbox: BoundingBox): Candidate[] {
  const northFirst = positions.filter(
    ({ x, y }) => x >= 1e6 && x <= 6.5e6 && !(y >= 1e6 && y <= 6.5e6),
  );
  const axesSwapped = northFirst.length * 2 > positions.length;
  const eastings = positions.map(({ x, y }) => (axesSwapped ? y : x));
  const prefix =
    eastings.filter((east) => east >= 13e6).length * 2 > eastings.length ? 'with' : 'without';
  const middle = (bbox[0] + bbox[2]) / 2;
  const zones = [
    ...Array.from({ length: 21 }, (_, i) => 25 + i),
    ...Array.from({ length: 11 }, (_, i) => 13 + i),
  ];
  const near = zones.filter((zone) => {
    const reach = zone >= 25 ? REACH_DEGREES.three : REACH_DEGREES.six;
    return Math.abs(centralMeridian(zone) - middle) <= reach;
  });
  const found: Candidate[] = [];
  const meridians = new Set<number>();
  for (const zone of near) {
    // Without the number in front, a 6-degree zone on the same meridian is the same grid.
    if (prefix === 'without' && meridians.has(centralMeridian(zone))) continue;
    meridians.add(centralMeridian(zone));
    found.push({ crs: zoneCrs(zone, prefix), axesSwapped, isDeclared: false });
  }
  const mercator = parseCrs('web-mercator');
  if (mercator.ok) {
    for (const swapped of [false, true]) {
      found.push({ crs: mercator.value, axesSwapped: swapped, isDeclared: false });
    }
  }
  return found;
}

function candidatesOf(
  positions: readonly SampledPosition[],
  declared: DeclaredCrs | null,
  bbox: BoundingBox,
): Candidate[] {
  const guessed = areDegrees(positions) ? degreeCandidates() : metreCandidates(positions, bbox);
  const parsed = declared?.crs == null ? null : parseCrs(declared.crs);
  if (!parsed?.ok) return guessed;
  const crs = parsed.value;
  const isSame = (each: Crs): boolean =>
    each.name === crs.name || (each.name === 'wgs84' && crs.kind === 'geographic');
  const isSwapped = guessed.every((each) => each.axesSwapped) && guessed.length > 0;
  const stated: Candidate[] = [{ crs, axesSwapped: isSwapped, isDeclared: true }];
  return [
    ...stated,
    ...guessed.filter((each) => !(isSame(each.crs) && each.axesSwapped === isSwapped)),
  ];
}

function metres(value: number): string {
  return Math.round(value).toLocaleString('zh-CN');
}

function evidenceOf({ crs, axesSwapped, isDeclared, inside, total, shift }: Weighed): string {
  const order = axesSwapped ? '，纬度（北坐标）在前' : '';
  const stated = isDeclared ? '（文件自己声明）' : '';
  const where =
    inside === total ? `${total} 点全部落在本区域内` : `${total} 点中 ${inside} 点落在本区域内`;
  const distance =
    shift === null
      ? ''
      : `，与 ${shift.count} 个位置可靠的同名村中位相距 ${metres(shift.medianMetres)} 米，` +
        `整体偏移 ${metres(Math.hypot(shift.east, shift.north))} 米`;
  return `作为${crsLabel(crs)}${stated}${order}：${where}${distance}。`;
}

function sizeOf(shift: Shift | null): number {
  return shift === null ? Number.POSITIVE_INFINITY : Math.hypot(shift.east, shift.north);
}

/** Two ways to read degrees that differ by the offset only. */
function areOffsets(a: Weighed, b: Weighed): boolean {
  const isDegree = ({ crs }: Weighed): boolean =>
    crs.kind === 'geographic' || crs.kind === 'offset';
  return isDegree(a) && isDegree(b) && a.axesSwapped === b.axesSwapped;
}

/** Nearer by more than the points' own scatter can explain. */
function isNearer(a: Weighed, b: Weighed): boolean {
  if (a.shift === null || b.shift === null) return false;
  return sizeOf(b.shift) - sizeOf(a.shift) > 2 * (a.shift.errorMetres + b.shift.errorMetres);
}

function compare(a: Weighed, b: Weighed): number {
  if (areOffsets(a, b)) {
    if (isNearer(a, b)) return -1;
    if (isNearer(b, a)) return 1;
  } else if (a.inside !== b.inside) return b.inside - a.inside;
  if (a.isDeclared !== b.isDeclared) return a.isDeclared ? -1 : 1;
  return b.inside - a.inside;
}

function judge(best: Weighed, others: readonly Weighed[]): { isSure: boolean; reason: string } {
  const share = best.total === 0 ? 0 : best.inside / best.total;
  if (share < SURE_SHARE) {
    const reason = `最接近的读法也只有 ${best.inside} 点（共 ${best.total} 点）落在本区域内，请核对坐标系。`;
    return { isSure: false, reason };
  }
  const rivals = others.filter((each) => each.total > 0 && each.inside / each.total >= SURE_SHARE);
  const offsets = rivals.filter((each) => areOffsets(best, each));
  if (offsets.length > 0 && offsets.every((each) => isNearer(best, each))) {
    return { isSure: true, reason: `${evidenceOf(best)}其他读法离同名村更远。` };
  }
  if (best.isDeclared) return { isSure: true, reason: evidenceOf(best) };
  if (rivals.length === 0) return { isSure: true, reason: evidenceOf(best) };
  if (offsets.length < rivals.length) {
    return { isSure: false, reason: '不止一种坐标系能让这些点落在本区域内，请选择。' };
  }
  const few = best.shift === null ? '可靠位置的同名村太少' : '与同名村的距离相差不明显';
  const reason = `WGS84、GCJ-02、BD-09 相差约 500～1,200 米，${few}，不能判断，请按数据来源选择。`;
  return { isSure: false, reason };
}

/** Up to 5,000 positions, evenly taken. */
function sampled(positions: readonly SampledPosition[]): readonly SampledPosition[] {
  const finite = positions.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const step = Math.ceil(finite.length / MOST_SAMPLED);
  return step <= 1 ? finite : finite.filter((_, i) => i % step === 0);
}

/**
 * Every plausible system with its evidence, best first, and whether the best may be taken without asking. Positions that
 * no system puts into the region are never decided. Never throws.
 */
export function weighCrs(
  positions: readonly SampledPosition[],
  declared: DeclaredCrs | null,
  context: { readonly bbox: BoundingBox },
): CrsWeighing {
  const sample = sampled(positions);
  if (sample.length === 0) return { guesses: [], isSure: false, reason: '没有可用的坐标。' };
  const weighed = candidatesOf(sample, declared, context.bbox)
    .map((candidate) => weigh(candidate, sample, context.bbox))
    .filter(({ inside, isDeclared }) => inside > 0 || isDeclared)
    .toSorted(compare);
  const guesses = weighed.map((each) => ({
    crs: each.crs.name,
    axesSwapped: each.axesSwapped,
    evidence: evidenceOf(each),
    insideShare: each.inside / each.total,
  }));
  const [best, ...others] = weighed;
  if (!best || best.inside === 0) {
    const reason = '没有一种坐标系能让这些点落在本区域内，请核对坐标和坐标系。';
    return { guesses, isSure: false, reason };
  }
  return { guesses, ...judge(best, others) };
}
