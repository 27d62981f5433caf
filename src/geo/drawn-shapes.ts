// Shapes from a few typed or drawn figures, set out by geodesics on WGS84. Rings run counter-clockwise, closed.
import type { Polygon, Position } from 'geojson';
import { SEMI_MAJOR_METRES } from './ellipsoid';
import { legBetween, legEnd } from './geodesic';
import type { Leg } from './geodesic';

/** Corners of a drawn circle: an edge is then within 0.096 % of the radius of the true circle, the area 0.13 % smaller. */
const CIRCLE_CORNERS = 72;

function polygon(open: readonly Position[]): Polygon {
  return { type: 'Polygon', coordinates: [[...open, ...open.slice(0, 1)]] };
}

/** Between two opposite corners, along meridian and parallel; null when they share one. */
export function rectangleFromCorners(a: Position, b: Position): Polygon | null {
  const [ax = Number.NaN, ay = Number.NaN] = a;
  const [bx = Number.NaN, by = Number.NaN] = b;
  const [west, east] = [Math.min(ax, bx), Math.max(ax, bx)];
  const [south, north] = [Math.min(ay, by), Math.max(ay, by)];
  if (!(west < east && south < north)) return null;
  return polygon([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}

/**
 * On the edge from a to b, as wide as `beside` is away from it, on its side; null without an edge or a width. Right angles at
 * a and b; the far edge is shorter by width² × length / 2R² (0.01 mm for 1 km).
 */
export function rectangleOnEdge(a: Position, b: Position, beside: Position): Polygon | null {
  const edge = legBetween(a, b);
  const toBeside = legBetween(a, beside);
  const angle = ((toBeside.bearingDegrees - edge.bearingDegrees) * Math.PI) / 180;
  // Napier: the leg across from the angle of a right-angled triangle on the sphere.
  const across =
    SEMI_MAJOR_METRES * Math.asin(Math.sin(toBeside.metres / SEMI_MAJOR_METRES) * Math.sin(angle));
  if (!(edge.metres > 0 && Math.abs(across) > 0)) return null;
  const side = across > 0 ? 90 : -90;
  const metres = Math.abs(across);
  const back = legBetween(b, a).bearingDegrees;
  const farA = legEnd(a, { bearingDegrees: edge.bearingDegrees + side, metres });
  const farB = legEnd(b, { bearingDegrees: back - side, metres });
  return polygon(across > 0 ? [a, farA, farB, b] : [a, b, farB, farA]);
}

/** All that is within a radius of a centre, by a 72-gon whose corners lie on the circle; null for a radius of nothing. */
export function circleAround(centre: Position, radiusMetres: number): Polygon | null {
  if (!(radiusMetres > 0)) return null;
  return polygon(
    Array.from({ length: CIRCLE_CORNERS }, (_, k) =>
      legEnd(centre, { bearingDegrees: -(k * 360) / CIRCLE_CORNERS, metres: radiusMetres }),
    ),
  );
}

/** The places that a list of legs leads to, the start first: a traverse as it is typed. */
export function traverse(start: Position, legs: readonly Leg[]): readonly Position[] {
  const places = [start];
  for (const leg of legs) places.push(legEnd(places.at(-1) ?? start, leg));
  return places;
}
