// Lines joined end to end into one. Starting from the first line, the free end nearest to either end of the chain is joined
// next; the order in which lines are given does not matter, and a line is turned round where it must be. No vertex is
// moved: where ends are up to the tolerance apart the gap is bridged by an edge, and where they are the same place to a
// millimetre one of the two is left out.
import type { LineString, MultiLineString, Position } from 'geojson';
import type { Outcome } from '../domain/problem';
import { done, refused } from './edit-outcome';
import { pathsOf } from './edit-paths';
import { legBetween } from './geodesic';

const SAME_PLACE_METRES = 1e-3;

interface Join {
  readonly piece: number;
  /** Before the chain or after it. */
  readonly before: boolean;
  readonly reversed: boolean;
  readonly gapMetres: number;
}

type Line = readonly Position[];

function joinsTo(chain: Line, pieces: readonly Line[]): Join[] {
  const [head, tail] = [chain[0], chain.at(-1)];
  if (!head || !tail) return [];
  return pieces
    .flatMap((line, piece): Join[] => {
      const [first, last] = [line[0], line.at(-1)];
      if (!first || !last) return [];
      const gap = (a: Position, b: Position): number => legBetween(a, b).metres;
      return [
        { piece, before: false, reversed: false, gapMetres: gap(tail, first) },
        { piece, before: false, reversed: true, gapMetres: gap(tail, last) },
        { piece, before: true, reversed: false, gapMetres: gap(last, head) },
        { piece, before: true, reversed: true, gapMetres: gap(first, head) },
      ];
    })
    .toSorted((a, b) => a.gapMetres - b.gapMetres);
}

function joined(chain: Line, piece: Line, { before, reversed, gapMetres }: Join): Line {
  const line = reversed ? piece.toReversed() : piece;
  const [first, second] = before ? [line, chain] : [chain, line];
  return [...first, ...(gapMetres <= SAME_PLACE_METRES ? second.slice(1) : second)];
}

/** Another line that also ends where this join is made. */
function isForked(joins: readonly Join[], best: Join, toleranceMetres: number): boolean {
  return joins.some(
    ({ piece, before, gapMetres }) =>
      piece !== best.piece && before === best.before && gapMetres <= toleranceMetres,
  );
}

/**
 * One line of all; ends may be up to `toleranceMetres` apart. A Problem when ends are farther apart, when three lines
 * meet in a place, or when there are fewer than two.
 */
export function mergeLines(
  lines: readonly (LineString | MultiLineString)[],
  toleranceMetres: number,
): Outcome<LineString> {
  const [first, ...rest] = lines.flatMap(pathsOf).map(({ positions }) => positions);
  if (!first || rest.length === 0) {
    return refused('merge-needs-two', '合并线至少要选两条', '再选一条线');
  }
  let chain: Line = first;
  let pieces: readonly Line[] = rest;
  while (pieces.length > 0) {
    const joins = joinsTo(chain, pieces);
    const [best] = joins;
    const piece = best && pieces[best.piece];
    if (!best || !piece || best.gapMetres > toleranceMetres) {
      return refused(
        'merge-gap',
        `线与线的端点相距 ${(best?.gapMetres ?? 0).toFixed(1)} 米，超过 ${toleranceMetres} 米，不能首尾相接`,
        '先把端点捕捉到一起，或放宽距离',
      );
    }
    if (isForked(joins, best, toleranceMetres)) {
      return refused(
        'merge-fork',
        '三条以上的线在同一端点相接，不知道接哪一条',
        '只选首尾相接的两条线，分次合并',
      );
    }
    chain = joined(chain, piece, best);
    pieces = pieces.filter((_, at) => at !== best.piece);
  }
  return done({ type: 'LineString', coordinates: [...chain] });
}
