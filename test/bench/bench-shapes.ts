// Seeded shapes for the bench: plainly synthetic.
import type { LineString, Position } from 'geojson';
import { seeded } from './clustered-villages';
import type { BenchShape } from './contenders';

/** A line that winds north-east from a place, steps of some 75 m. */
function windingLine(from: Position, vertices: number, random: () => number): LineString {
  const coordinates: Position[] = [];
  let [lng = 0, lat = 0] = from;
  let turn = 0.5;
  for (let k = 0; k < vertices; k++) {
    coordinates.push([lng, lat]);
    turn += (random() - 0.5) * 0.6 + (0.5 - turn) * 0.02;
    lng += 0.00065 * Math.cos(turn);
    lat += 0.00045 * Math.sin(turn);
  }
  return { type: 'LineString', coordinates };
}

/** A winding line of 2,000 vertices and about 120 km, and a polygon of 500 vertices. */
export function benchShapes(): readonly { readonly name: string; readonly geometry: BenchShape }[] {
  const random = seeded(7);
  const line = windingLine([110.5, 34.8], 2000, random);
  const ring = Array.from({ length: 500 }, (_, k): Position => {
    const radius = 0.12 * (0.7 + 0.3 * random());
    const angle = (2 * Math.PI * k) / 500;
    return [111.1 + 1.2 * radius * Math.cos(angle), 35.2 + radius * Math.sin(angle)];
  });
  return [
    { name: 'line, 2,000 vertices', geometry: line },
    {
      name: 'polygon, 500 vertices',
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] },
    },
  ];
}

/** `count` winding lines of 200 vertices over the province's box. */
export function manyLines(count: number): readonly LineString[] {
  const random = seeded(23);
  return Array.from({ length: count }, () =>
    windingLine([108 + 6 * random(), 33 + 7 * random()], 200, random),
  );
}
