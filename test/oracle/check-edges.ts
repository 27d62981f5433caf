// The engine's three ways of the same answer (list, sorted list, distances) at the edge of reach.
import { nearList } from '../../src/geo/near-list';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances, villagesWithinInto } from '../../src/geo/villages-distances';
import type { EdgeCase } from './edge-points';
import { EDGE_KINDS, EDGE_LATITUDES, EDGE_METRES, edgeCase } from './edge-points';

export interface EdgeVerdict {
  readonly points: number;
  /** Villages that one of the ways decides otherwise than GeographicLib. */
  readonly wrong: number;
  readonly worstMetres: number;
}

function wrongIn(list: Uint32Array, each: EdgeCase, metres: number): number {
  const found = new Uint8Array(each.truth.length);
  for (const village of list) found[village] = 1;
  return each.truth.reduce((sum, d, at) => sum + (d <= metres === (found[at] === 1) ? 0 : 1), 0);
}

function checkCase(each: EdgeCase, metres: number): EdgeVerdict {
  const index = villageIndex(each.lng, each.lat);
  const shape = projectShape(each.geometry);
  const out = new Uint32Array(index.count);
  const count = villagesWithinInto(index, shape, metres, out);
  const near = nearList(index, shape, metres + 10);
  const sorted = near.villages.subarray(0, near.countWithin(metres));
  const distances = villageDistances(index, shape);
  let worst = 0;
  let wrong = 0;
  each.truth.forEach((d, at) => {
    worst = Math.max(worst, Math.abs((distances.metres[at] ?? Number.NaN) - d));
    const isNear = Math.abs(d - metres) < 1e-4;
    const decided = isNear ? distances.exactAt(at) : (distances.metres[at] ?? Number.NaN);
    if (decided <= metres !== d <= metres) wrong++;
  });
  const lists = [out.subarray(0, count), sorted];
  wrong += lists.reduce((sum, list) => sum + wrongIn(list, each, metres), 0);
  return { points: index.count, wrong, worstMetres: worst };
}

/** About `points` villages over all kinds, latitudes and distances; longitudes from `west` on. */
export function checkEdges(
  points: number,
  random: () => number,
  latitudes: readonly number[] = EDGE_LATITUDES,
  west?: number,
): EdgeVerdict {
  const cells = EDGE_KINDS.flatMap((kind) =>
    latitudes.flatMap((latitude) => EDGE_METRES.map((metres) => ({ kind, latitude, metres }))),
  );
  const each = Math.ceil(points / cells.length);
  return cells
    .map(({ kind, latitude, metres }) =>
      checkCase(edgeCase(kind, latitude, metres, each, random, west), metres),
    )
    .reduce((sum, one) => ({
      points: sum.points + one.points,
      wrong: sum.wrong + one.wrong,
      worstMetres: Math.max(sum.worstMetres, one.worstMetres),
    }));
}
