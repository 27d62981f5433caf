// npm run bench             prints the tables (about a minute)
// npm run bench -- --write  also renews the measured part of docs/performance.md
//
// Ratios are within one run; times depend on the machine and what else it does. A sink keeps results alive.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buffer, featureCollection, point, pointsWithinPolygon } from '@turf/turf';
import type { Feature, Geometry, Point, Position } from 'geojson';
import { coverage } from '../../src/analysis/coverage';
import { cutGeodesic, distanceToGeodesicMetres } from '../../src/geo/geodesic';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances, villagesWithinInto } from '../../src/geo/villages-distances';
import { clusteredVillages, seeded } from './clustered-villages';

const SIZES = [
  { name: 'prefecture', count: 3349, box: [110.2, 34.5, 112.1, 35.9] },
  { name: 'province', count: 62_000, box: [108, 33, 114, 40] },
  { name: 'nation', count: 667_911, box: [98, 22, 122, 45] },
] as const;
const REACHES = [500, 2000, 5000];
const DOC = join(import.meta.dirname, '../../docs/performance.md');
const MARK = '<!-- measured by npm run bench -->';

let sink = 0;
const lines: string[] = [];

function say(line: string): void {
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

/** Median milliseconds over `runs`, after one run to warm up (none for single runs). */
function median(runs: number, work: () => number): number {
  if (runs > 1) sink += work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    sink += work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** A winding line of 2,000 vertices and about 120 km, and a polygon of 500 vertices. */
function benchShapes(): readonly { readonly name: string; readonly geometry: Geometry }[] {
  const random = seeded(7);
  const line: Position[] = [];
  let [lng, lat, turn] = [110.5, 34.8, 0.5];
  for (let k = 0; k < 2000; k++) {
    line.push([lng, lat]);
    turn += (random() - 0.5) * 0.6 + (0.5 - turn) * 0.02;
    lng += 0.00065 * Math.cos(turn);
    lat += 0.00045 * Math.sin(turn);
  }
  const ring = Array.from({ length: 500 }, (_, k): Position => {
    const radius = 0.12 * (0.7 + 0.3 * random());
    const angle = (2 * Math.PI * k) / 500;
    return [111.1 + 1.2 * radius * Math.cos(angle), 35.2 + radius * Math.sin(angle)];
  });
  return [
    { name: 'line, 2,000 vertices', geometry: { type: 'LineString', coordinates: line } },
    {
      name: 'polygon, 500 vertices',
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] },
    },
  ];
}

function turfWithin(
  villages: readonly Feature<Point>[],
  geometry: Geometry,
  metres: number,
): Set<number> {
  const grown = buffer(geometry, metres / 1000, { units: 'kilometers' });
  if (grown === undefined) return new Set();
  const found = pointsWithinPolygon(featureCollection([...villages]), grown);
  return new Set(found.features.map((each) => Number(each.properties?.['at'])));
}

function benchSize({ name, count, box }: (typeof SIZES)[number]): void {
  const { lng, lat } = clusteredVillages(count, box);
  const build = median(3, () => villageIndex(lng, lat).count);
  const index = villageIndex(lng, lat);
  say(
    `\n### ${name}: ${count.toLocaleString('en')} villages (index ${build.toFixed(1)} ms, once)\n`,
  );
  say(
    '| shape, distance | covered | list, shape rebuilt | list, shape kept | turf buffer + pointsWithinPolygon | turf ÷ ours | turf wrong |',
  );
  say('|---|--:|--:|--:|--:|--:|--:|');
  const features = Array.from(lng, (x, at) => point([x, lat[at] ?? 0], { at }));
  const out = new Uint32Array(count);
  for (const { name: shapeName, geometry } of benchShapes()) {
    const shape = projectShape(geometry);
    for (const metres of REACHES) {
      const rebuilt = median(31, () =>
        villagesWithinInto(index, projectShape(geometry), metres, out),
      );
      const kept = median(31, () => villagesWithinInto(index, shape, metres, out));
      const covered = villagesWithinInto(index, shape, metres, out);
      const ours = new Set(out.subarray(0, covered));
      // At national size one run of turf takes seconds: once, at 5 km only.
      if (count > 100_000 && metres !== 5000) {
        say(
          `| ${shapeName}, ${metres} m | ${covered} | ${rebuilt.toFixed(3)} ms | ${kept.toFixed(3)} ms | – | – | – |`,
        );
        continue;
      }
      let theirs = new Set<number>();
      const turf = median(1, () => (theirs = turfWithin(features, geometry, metres)).size);
      const wrong =
        [...ours].filter((at) => !theirs.has(at)).length +
        [...theirs].filter((at) => !ours.has(at)).length;
      say(
        `| ${shapeName}, ${metres} m | ${covered} | ${rebuilt.toFixed(3)} ms | ${kept.toFixed(3)} ms | ${turf.toFixed(0)} ms | ${(turf / rebuilt).toFixed(0)} | ${wrong} |`,
      );
    }
  }
  benchDistances(index, count);
}

/** Every distance once, then slider steps. At national size most villages are beyond any project: left out. */
function benchDistances(index: ReturnType<typeof villageIndex>, count: number): void {
  if (count > 100_000) return;
  const accuracy = new Float64Array(count).fill(300);
  say('\n| all distances, all villages | prepare | slider step, three states |');
  say('|---|--:|--:|');
  for (const { name, geometry } of benchShapes()) {
    const prepare = median(9, () => villageDistances(index, projectShape(geometry)).metres.length);
    const target = {
      id: 'a',
      accuracyMetres: 300,
      distances: villageDistances(index, projectShape(geometry)),
    };
    let metres = 500;
    const step = median(101, () => coverage(accuracy, [target], (metres += 37)).counts.certain);
    say(`| ${name} | ${prepare.toFixed(2)} ms | ${step.toFixed(3)} ms |`);
  }
}

function errorTable(): void {
  const random = seeded(11);
  const distances = [10, 500, 2e3, 5e3, 2e4, 1e5, 2e5, 5e5];
  const label = (metres: number): string => (metres < 1000 ? `${metres} m` : `${metres / 1000} km`);
  say('\n### Largest error in metres against GeographicLib, before any refinement\n');
  say('120 places a cell round a 100 km edge, at 0.5 to 1.5 times the distance.\n');
  say(`| latitude | ${distances.map(label).join(' | ')} |`);
  say(`|--:|${distances.map(() => '--:|').join('')}`);
  for (const lat of [5, 18, 35, 53, 70]) {
    const cells = distances.map((distance) => {
      let worst = 0;
      for (let k = 0; k < 120; k++) {
        const a: Position = [110 + random(), lat + random()];
        const b: Position = [
          (a[0] as number) + (random() - 0.5) * 1.5,
          (a[1] as number) + (random() - 0.5),
        ];
        const [, middle] = cutGeodesic(a, b, 2) as [Position, Position];
        const away = (distance * (0.5 + random())) / 111_000;
        const turn = random() * 2 * Math.PI;
        const village = [
          (middle[0] as number) + (away * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180),
          (middle[1] as number) + away * Math.sin(turn),
        ] as const;
        if (Math.abs(village[1]) > 84) continue;
        const truth = distanceToGeodesicMetres(
          village,
          [a[0] as number, a[1] as number],
          [b[0] as number, b[1] as number],
        );
        const index = villageIndex(Float64Array.of(village[0]), Float64Array.of(village[1]));
        const got = villageDistances(
          index,
          projectShape({ type: 'LineString', coordinates: [a, b] }),
        );
        worst = Math.max(worst, Math.abs((got.metres[0] ?? Number.NaN) - truth));
      }
      return worst.toExponential(0);
    });
    say(`| ${lat}° | ${cells.join(' | ')} |`);
  }
}

const day = new Date().toISOString().slice(0, 10);
say(
  `Measured ${day}, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, load average ${(loadavg()[0] ?? 0).toFixed(1)} at the start (times are honest only when it is below 1).`,
);
for (const size of SIZES) benchSize(size);
errorTable();
process.stderr.write(`(sink ${sink})\n`);

if (process.argv.includes('--write')) {
  const [head] = readFileSync(DOC, 'utf8').split(MARK);
  writeFileSync(DOC, `${head}${MARK}\n\n${lines.join('\n')}\n`);
}
