// Spreads n points evenly over an area: Lloyd relaxation (discrete centroidal Voronoi) on a square grid of samples,
// with points that are already known taking part but staying where they are. No randomness: the start is every
// k-th sample in boustrophedon order, so equal input gives equal output.
import type { Position } from 'geojson';
import { localPlane } from './local-plane';
import { type Areal, contains, cornersOf, edgeDistance, arealSize, mapAreal } from './planar';
import { roundPosition } from './published-geometry';

const SAMPLES_PER_POINT = 60;
const MIN_SAMPLES = 600;
const ROUNDS = 40;
/** Points keep off the edge, so that rounding to 0.1 m cannot carry them over it. */
const EDGE_MARGIN_METRES = 2;

/** Interior samples of a square grid, row by row, every second row backwards. Metres. */
function samplesIn(area: Areal, wanted: number): Position[] {
  const corners = cornersOf(area);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  const [west, east, south, north] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const step = Math.sqrt(arealSize(area) / wanted);
  const rows: Position[][] = [];
  for (let y = south + step / 2; y < north; y += step) {
    const row: Position[] = [];
    for (let x = west + step / 2; x < east; x += step) {
      if (contains(area, [x, y]) && edgeDistance(area, [x, y]) > EDGE_MARGIN_METRES)
        row.push([x, y]);
    }
    rows.push(rows.length % 2 === 0 ? row : row.reverse());
  }
  return rows.flat();
}

function nearestIndex(points: readonly Position[], sample: Position): number {
  const x = sample[0] ?? 0;
  const y = sample[1] ?? 0;
  let best = 0;
  let bestSquared = Infinity;
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (point === undefined) continue;
    const dx = (point[0] ?? 0) - x;
    const dy = (point[1] ?? 0) - y;
    const squared = dx * dx + dy * dy;
    if (squared < bestSquared) {
      best = i;
      bestSquared = squared;
    }
  }
  return best;
}

function mean(points: readonly Position[]): Position {
  const sum = points.reduce<[number, number]>(
    ([sx, sy], [x = 0, y = 0]) => [sx + x, sy + y],
    [0, 0],
  );
  return [sum[0] / points.length, sum[1] / points.length];
}

/** One Lloyd round: each moving point goes to the mean of the samples nearest to it, or to the sample nearest to that. */
function relax(
  area: Areal,
  samples: readonly Position[],
  moving: readonly Position[],
  fixed: readonly Position[],
): Position[] {
  const all = [...moving, ...fixed];
  const owned: Position[][] = all.map(() => []);
  for (const sample of samples) owned[nearestIndex(all, sample)]?.push(sample);
  return moving.map((point, index) => {
    const own = owned[index] ?? [];
    if (own.length === 0) return point;
    const centre = mean(own);
    const usable = contains(area, centre) && edgeDistance(area, centre) > EDGE_MARGIN_METRES;
    return usable ? centre : (own[nearestIndex(own, centre)] ?? point);
  });
}

/**
 * `count` distinct WGS84 positions strictly inside `area` (WGS84), west to east.
 * `known` positions repel the others but are not returned.
 */
export function evenSpread(area: Areal, count: number, known: readonly Position[]): Position[] {
  if (count === 0) return [];
  const plane = localPlane(cornersOf(area)[0] ?? [0, 0]);
  const metres = mapAreal(area, plane.toMetres);
  const wanted = Math.max(MIN_SAMPLES, SAMPLES_PER_POINT * (count + known.length));
  const samples = samplesIn(metres, wanted);
  if (samples.length < count) {
    throw new Error(`${samples.length} samples cannot hold ${count} points`);
  }
  const fixed = known.map(plane.toMetres);
  let moving = Array.from(
    { length: count },
    (_, index) => samples[Math.floor(((index + 0.5) * samples.length) / count)] ?? [0, 0],
  );
  for (let round = 0; round < ROUNDS; round++) moving = relax(metres, samples, moving, fixed);
  return moving
    .sort(([x1 = 0, y1 = 0], [x2 = 0, y2 = 0]) => x1 - x2 || y1 - y2)
    .map((point) => roundPosition(plane.toDegrees(point)));
}
