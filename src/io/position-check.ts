// Judges a stream of longitudes and latitudes against the region: numbers at all, degrees at all, swapped, far away.
// Positions are only counted and the first odd one remembered, so that ten million cost no memory.
import { LARGEST_LATITUDE } from '../geo/project-shape';
import type { BoundingBox } from '../domain/lng-lat';
import type { Problem, ProblemPlace, ProblemSeverity } from '../domain/problem';

/** Degrees never reach this; metres of a projected system always pass it. */
const SURELY_PROJECTED = 1000;

interface Odd {
  count: number;
  first: { readonly where: ProblemPlace; readonly printed: string } | null;
}

export interface PositionTally {
  readonly bbox: BoundingBox;
  count: number;
  readonly notNumbers: Odd;
  readonly outOfRange: Odd;
  readonly outside: Odd;
  readonly projected: Odd;
  /** Positions that would lie inside the region with the axes exchanged. */
  insideWhenSwapped: number;
}

const odd = (): Odd => ({ count: 0, first: null });

/** `bbox` of the region, WGS84 degrees. */
export function startTally(bbox: BoundingBox): PositionTally {
  return {
    bbox,
    count: 0,
    notNumbers: odd(),
    outOfRange: odd(),
    outside: odd(),
    projected: odd(),
    insideWhenSwapped: 0,
  };
}

function isInside([west, south, east, north]: BoundingBox, lng: number, lat: number): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function remember(kind: Odd, where: ProblemPlace, printed: string): void {
  kind.count += 1;
  kind.first ??= { where, printed };
}

/** Counts one position; what is no finite number is an oddity too. `where` is kept only for the first of each kind. */
export function addPosition(
  tally: PositionTally,
  lng: unknown,
  lat: unknown,
  where: ProblemPlace,
): void {
  tally.count += 1;
  const printed = `${String(lng).slice(0, 24)}, ${String(lat).slice(0, 24)}`;
  if (
    typeof lng !== 'number' ||
    typeof lat !== 'number' ||
    !Number.isFinite(lng) ||
    !Number.isFinite(lat)
  ) {
    remember(tally.notNumbers, where, printed);
    return;
  }
  if (isInside(tally.bbox, lat, lng)) tally.insideWhenSwapped += 1;
  if (Math.abs(lng) > SURELY_PROJECTED || Math.abs(lat) > SURELY_PROJECTED) {
    remember(tally.projected, where, printed);
  } else if (Math.abs(lng) > 180 || Math.abs(lat) > LARGEST_LATITUDE) {
    remember(tally.outOfRange, where, printed);
  } else if (!isInside(tally.bbox, lng, lat)) {
    remember(tally.outside, where, printed);
  }
}

function about(
  kind: Odd,
  severity: ProblemSeverity,
  code: string,
  words: (printed: string, count: number) => { readonly text: string; readonly mend: string },
): Problem[] {
  if (!kind.first) return [];
  const { where, printed } = kind.first;
  return [{ code, severity, where, ...words(printed, kind.count) }];
}

function swapped(tally: PositionTally): Problem | null {
  const first = tally.outOfRange.first ?? tally.outside.first;
  if (!first || tally.insideWhenSwapped !== tally.count) return null;
  return {
    code: 'position-swapped',
    severity: 'error',
    where: first.where,
    text: `经度和纬度像是写反了：「${first.printed}」不在本区域内，交换后全部 ${tally.count} 个点都在。`,
    mend: '确认是纬度在前的，点「交换经纬度」；否则请核对坐标。',
  };
}

/**
 * What is wrong with the positions counted so far. Errors: no number, no degrees, surely metres, axes swapped.
 * A position outside the region's box is a warning with code `position-outside`, to be confirmed by the user.
 */
export function tallyProblems(tally: PositionTally): readonly Problem[] {
  const notNumbers = about(tally.notNumbers, 'error', 'position-not-number', (printed, count) => ({
    text: `${count} 个点的坐标不是数字，第一处是「${printed}」。`,
    mend: '请改正为十进制度数，如 111.123456, 34.812345。',
  }));
  const projected = about(tally.projected, 'error', 'position-projected', (printed, count) => ({
    text: `${count} 个点像是以米为单位的投影坐标，第一处是「${printed}」。`,
    mend: '请在出图软件中转换为 WGS84 或 CGCS2000 经纬度（十进制度）后再导入。',
  }));
  if (notNumbers.length + projected.length > 0) return [...notNumbers, ...projected];
  const swap = swapped(tally);
  if (swap) return [swap];
  return [
    ...about(tally.outOfRange, 'error', 'position-out-of-range', (printed, count) => ({
      text: `${count} 个点超出经纬度范围，第一处是「${printed}」。`,
      mend: '经度应在 −180 到 180 之间，纬度应在 −85 到 85 之间，经度在前。',
    })),
    ...about(tally.outside, 'warning', 'position-outside', (printed, count) => ({
      text: `${count} 个点（共 ${tally.count} 个）在本区域范围之外，第一处是「${printed}」。`,
      mend: '请核对坐标和坐标系；确实在区域之外的，勾选确认后继续。',
    })),
  ];
}
