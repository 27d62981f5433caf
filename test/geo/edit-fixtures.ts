// Random shapes for the tests of edits (plain numbers near 111° E, 35° N), frozen so that a change in place throws.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { LineString, Polygon, Position } from 'geojson';
import type { Outcome } from '../../src/domain/problem';
import { legBetween, legEnd } from '../../src/geo/geodesic';

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join());
  return outcome.value;
}

export function codeOf(outcome: Outcome<unknown>): string | undefined {
  return outcome.ok ? undefined : outcome.problems[0]?.code;
}

export const line = (...coordinates: Position[]): LineString =>
  frozen({ type: 'LineString', coordinates });

export function ringOf(...open: Position[]): Position[] {
  return [...open, ...open.slice(0, 1)];
}

export const polygon = (...rings: Position[][]): Polygon =>
  frozen({ type: 'Polygon', coordinates: rings });

/** A square of degrees, counter-clockwise from its south-western corner. */
export const square = (west: number, south: number, side: number): Position[] =>
  ringOf([west, south], [west + side, south], [west + side, south + side], [west, south + side]);

export function perimeterMetres(rings: readonly (readonly Position[])[]): number {
  return rings.reduce(
    (sum, ring) =>
      sum + ring.slice(1).reduce((m, b, at) => m + legBetween(ring[at] as Position, b).metres, 0),
    0,
  );
}

const centre = fc
  .tuple(
    fc.double({ min: 110.5, max: 111.5, noNaN: true }),
    fc.double({ min: 34.5, max: 35.5, noNaN: true }),
  )
  .map(([x, y]): Position => [x, y]);

/** A star of up to 14 corners, 0.3 to `size` km from its centre; a hole like it, drawn in to a third, in every second one. */
export function star(largestMetres: number): fc.Arbitrary<Polygon> {
  const radii = fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), {
    minLength: 3,
    maxLength: 14,
  });
  return fc.tuple(centre, radii, fc.boolean()).map(([at, shares, hasHole]) => {
    const ring = (scale: number): Position[] =>
      ringOf(
        ...shares.map((share, k) =>
          legEnd(at, {
            bearingDegrees: -(k * 360) / shares.length,
            metres: share * scale * largestMetres,
          }),
        ),
      );
    return polygon(ring(1), ...(hasHole ? [ring(1 / 3).toReversed()] : []));
  });
}

/** The corners of a polygon as text, to tell those kept from new ones. */
export function cornersOf(rings: readonly (readonly Position[])[]): Set<string> {
  return new Set(rings.flat().map((position) => position.join()));
}

export interface CountyShape {
  readonly name: string;
  readonly geometry: Polygon;
}

/** The 13 counties of the pack. */
export const COUNTIES: readonly CountyShape[] = (
  JSON.parse(readFileSync('geodata/yuncheng/counties.geojson', 'utf8')) as {
    features: { properties: { name: string }; geometry: Polygon }[];
  }
).features.map(({ properties, geometry }) => ({
  name: properties.name,
  geometry: frozen(geometry),
}));
