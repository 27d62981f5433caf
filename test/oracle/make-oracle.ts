// Makes golden/oracle.json: distances from villages to geometries by brute force with geographiclib-geodesic alone.
// Imports nothing of src, cuts no edge: every edge is one InverseLine; the distance along it is unimodal near the foot,
// so its minimum is found by sampling and golden section, then sharpened by the parabola of squared distances.
// Inside a polygon: winding of azimuths seen from the point along geodesic edges.
// Run: npx tsx test/oracle/make-oracle.ts   (seeded; re-running gives the same file)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import geodesic from 'geographiclib-geodesic';
import type { Geometry, Position } from 'geojson';

const { Geodesic } = geodesic;
const WGS84 = Geodesic.WGS84;
const THRESHOLDS = [500, 2000, 5000];

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20261122);
const between = (low: number, high: number): number => low + random() * (high - low);

function inverse(a: Position, b: Position): { s12: number; azi1: number } {
  const r = WGS84.Inverse(a[1]!, a[0]!, b[1]!, b[0]!, Geodesic.DISTANCE | Geodesic.AZIMUTH);
  return { s12: r.s12!, azi1: r.azi1! };
}

function direct(from: Position, azimuth: number, metres: number): Position {
  const r = WGS84.Direct(from[1]!, from[0]!, azimuth, metres);
  return [r.lon2!, r.lat2!];
}

function edgeDistance(p: Position, a: Position, b: Position): number {
  const line = WGS84.InverseLine(a[1]!, a[0]!, b[1]!, b[0]!);
  const length = line.s13;
  if (!(length > 0)) return inverse(p, a).s12;
  const at = (s: number): number => {
    const q = line.GenPosition(false, s);
    return inverse(p, [q.lon2!, q.lat2!]).s12;
  };
  // Coarse samples, then golden section round the best.
  const steps = 16;
  let best = 0;
  let bestMetres = Infinity;
  for (let k = 0; k <= steps; k++) {
    const metres = at((length * k) / steps);
    if (metres < bestMetres) [best, bestMetres] = [k, metres];
  }
  let low = (length * Math.max(0, best - 1)) / steps;
  let high = (length * Math.min(steps, best + 1)) / steps;
  const golden = (Math.sqrt(5) - 1) / 2;
  let c = high - golden * (high - low);
  let d = low + golden * (high - low);
  let [atC, atD] = [at(c), at(d)];
  while (high - low > 0.5) {
    if (atC < atD) {
      [high, d, atD] = [d, c, atC];
      c = high - golden * (high - low);
      atC = at(c);
    } else {
      [low, c, atC] = [c, d, atD];
      d = low + golden * (high - low);
      atD = at(d);
    }
  }
  // Squared distance is a parabola in s to 1e-6 here; its vertex over ±1 m ends the search.
  const middle = Math.min(
    Math.max((low + high) / 2, Math.min(1, length / 2)),
    length - Math.min(1, length / 2),
  );
  const step = Math.min(1, length / 2);
  const [l, m, h] = [at(middle - step) ** 2, at(middle) ** 2, at(middle + step) ** 2];
  const vertex = middle + (step * (l - h)) / (2 * (l - 2 * m + h));
  const inside = Number.isFinite(vertex) ? Math.min(Math.max(vertex, 0), length) : middle;
  return Math.min(at(inside), at(0), at(length), bestMetres);
}

/** Sum of the turns of the azimuth towards a ring's edges, cut finely: ±360° inside, 0 outside. */
function windsRound(p: Position, ring: readonly Position[]): boolean {
  let turned = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    const line = WGS84.InverseLine(a[1]!, a[0]!, b[1]!, b[0]!);
    let last = inverse(p, a).azi1;
    for (let k = 1; k <= 64; k++) {
      const q = line.GenPosition(false, (line.s13 * k) / 64);
      const azimuth = inverse(p, [q.lon2!, q.lat2!]).azi1;
      turned += ((azimuth - last + 540) % 360) - 180;
      last = azimuth;
    }
  }
  return Math.abs(turned) > 180;
}

function polygonDistance(p: Position, rings: readonly (readonly Position[])[]): number {
  const [outer, ...holes] = rings;
  if (windsRound(p, outer!) && !holes.some((hole) => windsRound(p, hole))) return 0;
  return Math.min(...rings.map((ring) => pathDistance(p, ring)));
}

function pathDistance(p: Position, path: readonly Position[]): number {
  if (path.length === 1) return inverse(p, path[0]!).s12;
  return Math.min(...path.slice(1).map((b, i) => edgeDistance(p, path[i]!, b)));
}

function distance(p: Position, g: Geometry): number {
  switch (g.type) {
    case 'Point':
      return inverse(p, g.coordinates).s12;
    case 'MultiPoint':
      return Math.min(...g.coordinates.map((q) => inverse(p, q).s12));
    case 'LineString':
      return pathDistance(p, g.coordinates);
    case 'MultiLineString':
      return Math.min(...g.coordinates.map((path) => pathDistance(p, path)));
    case 'Polygon':
      return polygonDistance(p, g.coordinates);
    case 'MultiPolygon':
      return Math.min(...g.coordinates.map((rings) => polygonDistance(p, rings)));
    case 'GeometryCollection':
      return Math.min(...g.geometries.map((each) => distance(p, each)));
  }
}

const round9 = ([lng, lat]: Position): Position => [
  Number(lng!.toFixed(9)),
  Number(lat!.toFixed(9)),
];

function walk(start: Position, legs: readonly number[], bearing: number): Position[] {
  const path = [round9(start)];
  let azimuth = bearing;
  for (const leg of legs) {
    azimuth += between(-60, 60);
    path.push(round9(direct(path.at(-1)!, azimuth, leg)));
  }
  return path;
}

/** A star-shaped ring; counter-clockwise, or clockwise as a hole. */
function ring(centre: Position, radius: number, corners: number, hole = false): Position[] {
  const points = Array.from({ length: corners }, (_, k) =>
    round9(direct(centre, (hole ? 1 : -1) * ((360 * k) / corners), radius * between(0.5, 1))),
  );
  return [...points, points[0]!];
}

interface Case {
  readonly name: string;
  readonly geometry: Geometry;
}

function makeCases(): Case[] {
  const cases: Case[] = [];
  const add = (name: string, geometry: Geometry): void => void cases.push({ name, geometry });
  for (const lat of [18, 25, 35, 44, 53]) {
    const at = (): Position => [between(100, 120), lat + between(0, 0.5)];
    add(`line, legs of 1 km, ${lat}°`, {
      type: 'LineString',
      coordinates: walk(at(), Array(12).fill(1000), between(0, 360)),
    });
    add(`line, legs of 100 km, ${lat}°`, {
      type: 'LineString',
      coordinates: walk(at(), [1e5, 8e4], between(0, 360)),
    });
    const centre = at();
    add(`polygon with two holes, ${lat}°`, {
      type: 'Polygon',
      coordinates: [
        ring(centre, 30e3, 14),
        ring(direct(centre, 90, 6e3), 4e3, 7, true),
        ring(direct(centre, 270, 6e3), 4e3, 6, true),
      ],
    });
  }
  const home: Position = [110.9, 35.1];
  add('point', { type: 'Point', coordinates: home });
  add('points, one twice', {
    type: 'MultiPoint',
    coordinates: [home, home, [111.2, 35.3], [110.6, 34.9]],
  });
  add('two lines, one with repeated vertices', {
    type: 'MultiLineString',
    coordinates: [
      walk(home, [3e3, 2e4, 5e2], 40),
      [
        [110.5, 35],
        [110.5, 35],
        [110.7, 35.05],
        [110.7, 35.05],
      ],
    ],
  });
  add('two polygons with straight long edges', {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [110, 34.8],
          [111, 34.8],
          [111, 35.4],
          [110, 35.4],
          [110, 34.8],
        ],
      ],
      [ring([111.6, 35.2], 15e3, 9), ring([111.6, 35.2], 3e3, 5, true)],
    ],
  });
  add('collection of point, line and polygon', {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [110.3, 35.6] },
      { type: 'LineString', coordinates: walk(home, [1e4, 7e4], 300) },
      { type: 'Polygon', coordinates: [ring([111.3, 34.9], 8e3, 8)] },
    ],
  });
  add('east–west leg of 100 km at 53°', {
    type: 'LineString',
    coordinates: [
      [120, 53],
      [121.49, 53],
    ],
  });
  add('across the antimeridian', {
    type: 'LineString',
    coordinates: [
      [179.6, 35],
      [-179.7, 35.2],
    ],
  });
  add('polygon across the antimeridian', {
    type: 'Polygon',
    coordinates: [
      [
        [179.6, 34.8],
        [-179.6, 34.8],
        [-179.6, 35.3],
        [179.6, 35.3],
        [179.6, 34.8],
      ],
    ],
  });
  add('line of length zero', { type: 'LineString', coordinates: [home, home] });
  return cases;
}

function paths(g: Geometry): Position[][] {
  switch (g.type) {
    case 'Point':
      return [[g.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [g.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return g.coordinates;
    case 'MultiPolygon':
      return g.coordinates.flat();
    case 'GeometryCollection':
      return g.geometries.flatMap(paths);
  }
}

/** A place on an edge: anywhere along it, or one of its ends. */
function placeOn(g: Geometry): Position {
  const all = paths(g);
  const path = all[Math.floor(random() * all.length)]!;
  const k = Math.floor(random() * path.length);
  const [a, b] = [path[k]!, path[k + 1] ?? path[k]!];
  const { s12, azi1 } = inverse(a, b);
  return direct(a, azi1, random() < 0.3 ? 0 : s12 * random());
}

/** Moves p along the line to its nearest place until its distance is within `tolerance` of `wanted`. */
function pushTo(p: Position, g: Geometry, wanted: number): Position {
  let at = p;
  for (let round = 0; round < 6; round++) {
    const d = distance(at, g);
    if (d === 0) return at;
    // The direction in which the distance grows fastest, by differences over 10 m.
    const east = distance(direct(at, 90, 10), g) - d;
    const north = distance(direct(at, 0, 10), g) - d;
    if (Math.abs(d - wanted) < 1e-3) break;
    const azimuth = (Math.atan2(east, north) * 180) / Math.PI;
    at = direct(at, azimuth, wanted - d);
  }
  return at;
}

function villagesFor(g: Geometry): Position[] {
  const points: Position[] = [];
  for (const threshold of THRESHOLDS) {
    for (let k = 0; k < 5; k++) {
      // Within ±5 m of the threshold, two of them within ±20 mm.
      const away = k < 2 ? between(-0.02, 0.02) : between(-5, 5);
      points.push(
        round9(
          pushTo(
            direct(placeOn(g), between(0, 360), threshold * between(0.8, 2)),
            g,
            threshold + away,
          ),
        ),
      );
    }
  }
  for (const reach of [30, 3e3, 2e4, 1e5, 3e5]) {
    for (let k = 0; k < 2; k++)
      points.push(round9(direct(placeOn(g), between(0, 360), reach * between(0.3, 1))));
  }
  return points;
}

const cases = makeCases().map(({ name, geometry }) => {
  const villages = villagesFor(geometry);
  const distances = villages.map((village) => Number(distance(village, geometry).toFixed(6)));
  return { name, geometry, villages, distances };
});

writeFileSync(
  join(import.meta.dirname, 'golden', 'oracle.json'),
  `${JSON.stringify({ thresholds: THRESHOLDS, method: 'geographiclib-geodesic 2.2.0, brute force', cases })}\n`,
);
