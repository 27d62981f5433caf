// npm run bench             prints the tables (some minutes)
// npm run bench -- --write  also renews the measured part of docs/performance.md
// npm run bench -- --quick  the smallest size and a hundredth of the edge: does it still run?
//
// Ratios are within one run; times depend on the machine and what else it does.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Position } from 'geojson';
import { nearestProjects } from '../../src/analysis/nearest';
import { Overlap } from '../../src/analysis/overlap';
import { cutGeodesic, distanceToGeodesicMetres } from '../../src/geo/geodesic';
import { nearList } from '../../src/geo/near-list';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex, villageIndexFrom } from '../../src/geo/village-index';
import { villageDistances, villagesWithinInto } from '../../src/geo/villages-distances';
import { checkEdges } from '../oracle/check-edges';
import { edgeCase } from '../oracle/edge-points';
import { benchShapes, manyLines } from './bench-shapes';
import { clusteredVillages, seeded } from './clustered-villages';
import type { Columns } from './clustered-villages';
import { cuntu, kdGeos, kdRuler, kdTree, kdTurf, turfFeatures, turfNaive } from './contenders';
import type { BenchShape, Contender } from './contenders';
import {
  both,
  milliseconds,
  reportText,
  sampled,
  say,
  sinkValue,
  table,
  timed,
  timingOf,
} from './report';
import { truthWithin, wrongCount } from './truth';

const SIZES = [
  { name: 'prefecture', count: 3349, box: [110.2, 34.5, 112.1, 35.9] },
  { name: 'province', count: 62_000, box: [108, 33, 114, 40] },
  { name: 'nation', count: 667_911, box: [98, 22, 122, 45] },
] as const;
const isQuick = process.argv.includes('--quick');
const EDGE_VILLAGES = isQuick ? 10_000 : 1_000_000;
const REACHES = [500, 2000, 5000];
const DOC = join(import.meta.dirname, '../../docs/performance.md');
const MARK = '<!-- measured by npm run bench -->';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is being weighed: here, so that it cannot be collected. */
const held: unknown[] = [];

/** Bytes that what `make` returns keeps alive. */
function heldBytes(make: () => unknown): number {
  const used = (): number => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  held.length = 0;
  const before = used();
  held.push(make());
  return used() - before;
}

async function contendersOf(columns: Columns): Promise<readonly Contender[]> {
  const tree = kdTree(columns);
  return [
    cuntu(columns),
    await kdGeos(columns, tree),
    kdRuler(columns, tree),
    kdTurf(columns, tree),
    turfNaive(columns),
  ];
}

/** A slow way is asked at 5 km only: seconds a question. */
function isAsked(contender: Contender, metres: number): boolean {
  return !contender.name.includes('turf') || metres === 5000;
}

/** Who answers a first time in less is asked again and again. */
const QUICK_MILLISECONDS = 1000;
/** A shared machine has slow stretches, a factor of 1.75 for tenths of a second: each contender's turns lie in several. */
const ROUNDS = isQuick ? 2 : 8;
const TURN_MILLISECONDS = 150;

/** One row of cells: the contenders by turns; null for who is not asked. */
function cellsOf(
  contenders: readonly Contender[],
  shape: BenchShape,
  metres: number,
  truth: Uint8Array,
) {
  const cells = contenders.map((contender) => {
    if (!isAsked(contender, metres)) return null;
    const start = performance.now();
    const list = Uint32Array.from(contender.within(shape, metres));
    const first = performance.now() - start;
    return { contender, first, covered: list.length, wrong: wrongCount(list, truth) };
  });
  const times = cells.map((cell): number[] => (cell === null ? [] : [cell.first]));
  for (let round = 0; round < ROUNDS; round++) {
    cells.forEach((cell, k) => {
      if (cell === null || cell.first > QUICK_MILLISECONDS) return;
      const work = (): number => cell.contender.within(shape, metres).length;
      times[k]?.push(...sampled(work, 1, TURN_MILLISECONDS));
    });
  }
  return cells.map((cell, k) => cell && { ...cell, timing: timingOf(times[k] ?? []) });
}

async function benchContenders(name: string, columns: Columns): Promise<void> {
  const contenders = await contendersOf(columns);
  const ratios = new Map<string, number[]>();
  const rows: string[][] = [];
  for (const { name: shapeName, geometry } of benchShapes()) {
    for (const metres of REACHES) {
      const truth = truthWithin(columns, geometry, metres);
      const cells = cellsOf(contenders, geometry, metres, truth);
      const ours = cells[0]?.timing.median ?? Number.NaN;
      contenders.forEach((each, k) => {
        const ratio = (cells[k]?.timing.median ?? Number.NaN) / ours;
        if (ratio > 0) ratios.set(each.name, [...(ratios.get(each.name) ?? []), ratio]);
      });
      rows.push([
        `${shapeName}, ${metres} m`,
        String(cells[0]?.covered ?? 0),
        ...cells.map((each) => {
          if (each === null) return '–';
          return `${both(each.timing)}${each.wrong > 0 ? ` (${each.wrong} wrong)` : ''}`;
        }),
      ]);
    }
  }
  say(`\n### ${name}: ${columns.lng.length.toLocaleString('en')} villages, least / median ms\n`);
  table(['shape, distance', 'covered', ...contenders.map((each) => each.name)], rows);
  const means = contenders.map(({ name: each }) => {
    const list = ratios.get(each) ?? [];
    return Math.exp(list.reduce((sum, ratio) => sum + Math.log(ratio), 0) / list.length);
  });
  table(
    ['ratio of medians to Cuntu, geometric mean', ...contenders.map((each) => each.name)],
    [['', ...means.map((mean) => (mean < 10 ? mean.toFixed(1) : mean.toFixed(0)))]],
  );
}

function benchEngine(columns: Columns): void {
  const { lng, lat } = columns;
  const index = villageIndex(lng, lat);
  const out = new Uint32Array(index.count);
  const rows: string[][] = [
    ['index built', both(timed(5, () => villageIndex(lng, lat).count))],
    [
      'index taken over from its buffer',
      both(timed(5, () => villageIndexFrom(index.buffer).count)),
    ],
  ];
  for (const { name, geometry } of benchShapes()) {
    const shape = projectShape(geometry);
    const list = nearList(index, shape, 10_000);
    const overlap = new Overlap(index.count, 500);
    overlap.put('a', list);
    let metres = 500;
    const next = (): number => (metres = 500 + ((metres + 37) % 9000));
    rows.push(
      [`${name}: shape prepared`, both(timed(301, () => projectShape(geometry).pieceCount))],
      [
        `${name}: list at 5 km, shape kept`,
        both(timed(301, () => villagesWithinInto(index, shape, 5000, out))),
      ],
      [
        `${name}: sorted list to 10 km, once`,
        both(timed(101, () => nearList(index, shape, 10_000).villages.length)),
      ],
      [`${name}: slider step, list`, both(timed(1001, () => list.countWithin(next())))],
      [
        `${name}: slider step, union kept up to date`,
        both(timed(1001, () => (overlap.setDistance(next()), overlap.covered))),
      ],
      [
        `${name}: distances of all villages`,
        both(timed(3, () => villageDistances(index, projectShape(geometry)).metres.length)),
      ],
    );
  }
  const shapes = manyLines(300).map(projectShape);
  rows.push([
    'nearest of 300 lines (60,000 vertices), all villages',
    both(timed(3, () => nearestProjects(index, shapes).metres.length)),
  ]);
  table(['Cuntu alone', 'least / median ms'], rows);
  const features = heldBytes(() => turfFeatures(columns));
  table(
    ['memory', 'MB'],
    [
      ['Cuntu index (its buffer)', (index.buffer.byteLength / 1e6).toFixed(1)],
      ['kdbush (its buffer)', (kdTree(columns).data.byteLength / 1e6).toFixed(1)],
      ['GeoJSON features for turf', (features / 1e6).toFixed(1)],
    ],
  );
}

/** Contenders on villages within 5 m of the edge round a line of 40 km legs: what each decides wrongly. */
async function benchEdge(): Promise<void> {
  const COUNT = 10_000;
  say('\n### Wrong decisions among 10,000 villages within 5 m of the edge\n');
  say('Round a line of 40 km legs at 35° N; every fourth village closer, down to 0.1 µm.\n');
  const rows = new Map<string, string[]>();
  for (const metres of REACHES) {
    const each = edgeCase('line', 35, metres, COUNT, seeded(metres));
    if (each.geometry.type !== 'LineString') throw new Error(`line asked, ${each.geometry.type}`);
    const truth = Uint8Array.from(each.truth, (d) => (d <= metres ? 1 : 0));
    for (const contender of await contendersOf(each)) {
      const wrong = wrongCount(contender.within(each.geometry, metres), truth);
      rows.set(contender.name, [...(rows.get(contender.name) ?? []), String(wrong)]);
    }
  }
  table(
    ['', ...REACHES.map((metres) => `${metres} m`)],
    [...rows].map(([name, wrongs]) => [name, ...wrongs]),
  );
  const edge = checkEdges(EDGE_VILLAGES, seeded(1));
  say(
    `Cuntu on ${edge.points.toLocaleString('en')} such villages round lines, polygons with holes, points and collections, latitudes 5–53°, 500 m, 2 km and 5 km: ${edge.wrong} wrong by any of its three ways; largest distance error ${edge.worstMetres.toExponential(1)} m.\n`,
  );
}

function errorTable(): void {
  const random = seeded(11);
  const distances = [10, 500, 2e3, 5e3, 2e4, 1e5, 2e5, 5e5];
  const label = (metres: number): string => (metres < 1000 ? `${metres} m` : `${metres / 1000} km`);
  const worst = (lat: number, distance: number): string => {
    let largest = 0;
    for (let k = 0; k < 120; k++) {
      const a: Position = [110 + random(), lat + random()];
      const [x = 0, y = 0] = a;
      const b: Position = [x + (random() - 0.5) * 1.5, y + random() - 0.5];
      const [mx = 0, my = 0] = cutGeodesic(a, b, 2)[1] ?? [];
      const away = (distance * (0.5 + random())) / 111_000;
      const turn = random() * 2 * Math.PI;
      const village = [
        mx + (away * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180),
        my + away * Math.sin(turn),
      ] as const;
      if (Math.abs(village[1]) > 84) continue;
      const truth = distanceToGeodesicMetres(village, [x, y], [b[0] ?? 0, b[1] ?? 0]);
      const index = villageIndex(Float64Array.of(village[0]), Float64Array.of(village[1]));
      const shape = projectShape({ type: 'LineString', coordinates: [a, b] });
      const [got = Number.NaN] = villageDistances(index, shape).metres;
      largest = Math.max(largest, Math.abs(got - truth));
    }
    return largest.toExponential(0);
  };
  say('\n### Largest error in metres against GeographicLib, before any refinement\n');
  say('120 places a cell round a 100 km edge, at 0.5 to 1.5 times the distance.\n');
  table(
    ['latitude', ...distances.map(label)],
    [5, 18, 35, 53, 70].map((lat) => [`${lat}°`, ...distances.map((each) => worst(lat, each))]),
  );
}

const day = new Date().toISOString().slice(0, 10);
const load = (loadavg()[0] ?? 0).toFixed(1);
say(
  `Measured ${day}, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, load average ${load} at the start. Above a load of 1 other jobs share the cores: every time is too long by an unknown factor, ratios within the run are rough, and least times are nearer the truth than medians. Contenders were asked by turns, ${ROUNDS} turns of ${TURN_MILLISECONDS} ms each; who needs over a second, once.`,
);
const began = performance.now();
for (const { name, count, box } of isQuick ? SIZES.slice(0, 1) : SIZES) {
  const columns = clusteredVillages(count, box);
  await benchContenders(name, columns);
  benchEngine(columns);
}
await benchEdge();
errorTable();
process.stderr.write(`(sink ${sinkValue()}, ${milliseconds(performance.now() - began)} ms)\n`);

if (process.argv.includes('--write') && !isQuick) {
  const [head] = readFileSync(DOC, 'utf8').split(MARK);
  writeFileSync(DOC, `${head}${MARK}\n\n${reportText()}\n`);
}
