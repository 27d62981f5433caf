// Holes cut into an area and filled again. Cutting is a difference (area-boolean.ts): a hole that touches the border
// becomes a bay, and one that lies across an old hole widens it.
import type { Polygon, Position } from 'geojson';
import { amountText } from '../domain/field-text';
import type { Outcome } from '../domain/problem';
import { containsTest, polygonAreaSquareMetres } from './area';
import { areaOf, areaWithout, polygonsOf, unitedAreas } from './area-boolean';
import type { Area } from './display-buffer';
import { done, refused } from './edit-outcome';
import { overlapOf } from './overlaps';

/** What may lie outside for rounding, where a hole touches the border. */
const SLACK_SQUARE_METRES = 0.1;

/** The area without a hole drawn inside it. A Problem when part of the hole lies outside its outer border. */
export function holeCut(area: Area, hole: Polygon): Outcome<Area> {
  const filled = areaOf(polygonsOf(area).map((rings) => rings.slice(0, 1)));
  const inside = filled ? overlapOf(hole, filled) : done(null);
  if (!inside.ok) return inside;
  const outsideSquareMetres = polygonAreaSquareMetres(hole) - (inside.value?.squareMetres ?? 0);
  if (outsideSquareMetres > SLACK_SQUARE_METRES) {
    return refused(
      'hole-outside',
      `洞有 ${amountText(outsideSquareMetres, 'mu', 3)}在图形外面`,
      '把洞画在图形里面；要切掉边角，请用“切开”',
    );
  }
  const left = areaWithout(area, hole);
  if (!left.ok) return left;
  if (left.value === null) {
    return refused('hole-takes-all', '洞盖住了整个图形', '把洞画小，或删去图形');
  }
  return done(left.value);
}

/** The area without the hole around a WGS84 position; a Problem when there is none. Other rings keep
 * their vertices. */
export function holeFilled(area: Area, position: Position): Outcome<Area> {
  const polygons = polygonsOf(area);
  const left = polygons.map((rings) =>
    rings.filter(
      (ring, at) => at === 0 || !containsTest({ type: 'Polygon', coordinates: [ring] })(position),
    ),
  );
  const isFilled = left.some((rings, at) => rings.length < (polygons[at]?.length ?? 0));
  const whole = isFilled ? areaOf(left) : null;
  // An island in the hole is now inside the polygon round it.
  if (whole?.type === 'MultiPolygon') return unitedAreas([whole]);
  return whole ? done(whole) : refused('no-hole-here', '这一点不在洞里', '点在要填上的洞的中间');
}
