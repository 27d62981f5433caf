// A line cut in two at a place on it. Both parts end in the very same position: a vertex of the line, or the point of its
// geodesic edge nearest to what was given.
import type { LineString, MultiLineString, Position } from 'geojson';
import type { Outcome } from '../domain/problem';
import { done, refused } from './edit-outcome';
import { pathsOf } from './edit-paths';
import { placeOnPath } from './path-places';

/**
 * The parts of a line cut at the place on it that is nearest to a WGS84 position within the tolerance, each a line of its
 * own; other lines of a MultiLineString come back as they were. A Problem when there is no such place, or it is an end.
 */
export function splitLine(
  line: LineString | MultiLineString,
  position: Position,
  toleranceMetres: number,
): Outcome<readonly LineString[]> {
  const paths = pathsOf(line);
  const places = paths.map((path) => placeOnPath(path, position, toleranceMetres));
  const nearest = places
    .filter((place) => place !== null)
    .toSorted((a, b) => a.metres - b.metres)[0];
  if (!nearest) {
    return refused(
      'split-off-the-line',
      `这一点离线超过 ${toleranceMetres} 米`,
      '在线上点一个位置，再打断',
    );
  }
  const parts = paths.flatMap(({ positions }, at): Position[][] => {
    if (places[at] !== nearest) return [[...positions]];
    const before = positions.slice(0, nearest.isVertex ? nearest.edge : nearest.edge + 1);
    const after = positions.slice(nearest.edge + 1);
    return [
      [...before, nearest.position],
      [nearest.position, ...after],
    ];
  });
  if (parts.some((part) => part.length < 2)) {
    return refused('split-at-the-end', '这一点是线的端点，线不能在端点打断', '点线的中间，再打断');
  }
  return done(parts.map((coordinates): LineString => ({ type: 'LineString', coordinates })));
}
