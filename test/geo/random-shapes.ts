// Random geometries of every kind for property tests: plain numbers, within two degrees.
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';

export const place: fc.Arbitrary<Position> = fc
  .tuple(
    fc.double({ min: 110, max: 112, noNaN: true }),
    fc.double({ min: 34, max: 36, noNaN: true }),
  )
  .map(([x, y]): Position => [x, y]);

const line = fc
  .array(place, { minLength: 1, maxLength: 12 })
  // Duplicate vertices: edges of no length.
  .map((path): Position[] => [path[0] as Position, ...path, path.at(-1) as Position]);

const ring = fc
  .tuple(
    place,
    fc.array(fc.double({ min: 0.02, max: 0.3, noNaN: true }), { minLength: 3, maxLength: 9 }),
  )
  .map(([[x = 0, y = 0], radii]): Position[] => {
    const corners = radii.map((radius, k): Position => {
      const angle = (2 * Math.PI * k) / radii.length;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return [...corners, corners[0] as Position];
  });

/** The same ring drawn in to a third, as a hole. */
function hole(outer: readonly Position[]): Position[] {
  const corners = outer.slice(0, -1);
  const mean = (axis: number): number =>
    corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length;
  const [mx, my] = [mean(0), mean(1)];
  return outer.map(([x = 0, y = 0]) => [mx + (x - mx) / 3, my + (y - my) / 3]).toReversed();
}

const simple: fc.Arbitrary<Geometry> = fc.oneof(
  place.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc
    .array(place, { maxLength: 6 })
    .map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc
    .array(line, { maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  ring.map((outer): Geometry => ({ type: 'Polygon', coordinates: [outer, hole(outer)] })),
  fc
    .array(ring, { maxLength: 3 })
    .map((rings): Geometry => ({ type: 'MultiPolygon', coordinates: rings.map((each) => [each]) })),
);

/** Any geometry, collections of different kinds and empty ones among them. */
export const anyGeometry: fc.Arbitrary<Geometry> = fc.oneof(
  simple,
  fc
    .array(simple, { maxLength: 3 })
    .map((geometries): Geometry => ({ type: 'GeometryCollection', geometries })),
);
