// A plainly synthetic region pack of any size, written at run time: square counties of 16 square townships with about 20
// villages each, seeded; ten lines. Positions known to the township only, as in the shipped packs.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LineString, Position } from 'geojson';
import { syntheticFiles } from '../packs/synthetic-pack';
import { benchShapes, manyLines } from './bench-shapes';
import { seeded } from './clustered-villages';

type Box = readonly [west: number, south: number, east: number, north: number];

const TOWNSHIPS_A_SIDE = 4;
const VILLAGES_A_TOWNSHIP = 20;
const METRES_A_DEGREE = 111_320;

interface Cell {
  readonly code: string;
  readonly box: Box;
}

function cut([west, south, east, north]: Box, columns: number, rows: number): readonly Box[] {
  // Shared edges must be the same numbers on both sides.
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  const x = (k: number): number => round(west + ((east - west) * k) / columns);
  const y = (k: number): number => round(south + ((north - south) * k) / rows);
  return Array.from({ length: columns * rows }, (_, k): Box => {
    const [column, row] = [k % columns, Math.floor(k / columns)];
    return [x(column), y(row), x(column + 1), y(row + 1)];
  });
}

function countiesOf(count: number, box: Box): readonly Cell[] {
  const wanted = Math.ceil(count / (TOWNSHIPS_A_SIDE ** 2 * VILLAGES_A_TOWNSHIP));
  const columns = Math.ceil(Math.sqrt(wanted));
  return cut(box, columns, Math.ceil(wanted / columns)).map((cell, k) => ({
    code: `99${String(k + 1).padStart(4, '0')}`,
    box: cell,
  }));
}

function townshipsOf(county: Cell): readonly Cell[] {
  return cut(county.box, TOWNSHIPS_A_SIDE, TOWNSHIPS_A_SIDE).map((box, k) => ({
    code: `${county.code}${String(k + 1).padStart(3, '0')}`,
    box,
  }));
}

function ring([west, south, east, north]: Box): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

const middle = ([west, south, east, north]: Box): Position => [
  (west + east) / 2,
  (south + north) / 2,
];

function collection<T>(
  items: readonly T[],
  propertiesOf: (item: T) => object,
  geometryOf: (item: T) => object,
): string {
  const features = items.map((item) => ({
    type: 'Feature',
    properties: propertiesOf(item),
    geometry: geometryOf(item),
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const polygon = ({ box }: Cell): object => ({ type: 'Polygon', coordinates: [ring(box)] });

/** Rows of one township: villages round a centre of its own, each as inaccurate as its cell is wide. */
function villageRows(township: Cell, first: number, size: number, random: () => number): string[] {
  const [west, south, east, north] = township.box;
  const [width, height] = [east - west, north - south];
  const [x, y] = [west + width * (0.3 + 0.4 * random()), south + height * (0.3 + 0.4 * random())];
  return Array.from({ length: size }, (_, k) => {
    const [turn, away] = [2 * Math.PI * random(), 0.28 * Math.sqrt(random())];
    const lng = x + width * away * Math.cos(turn);
    const lat = y + height * away * Math.sin(turn);
    const isKnown = random() < 0.06;
    const corner = Math.hypot(
      Math.max(lng - west, east - lng) * Math.cos((lat * Math.PI) / 180),
      Math.max(lat - south, north - lat),
    );
    const accuracy = isKnown ? 300 : Math.ceil(corner * METRES_A_DEGREE);
    const code = `${township.code}${String(k + 1).padStart(3, '0')}`;
    const name = `甲村${String(first + k + 1).padStart(6, '0')}`;
    const place = `${lng.toFixed(6)},${lat.toFixed(6)},${accuracy}`;
    const method = isKnown ? 'gazetteer' : 'within-township';
    return `${code},${name},village-committee,${township.code},${township.code.slice(0, 6)},${place},${method},S1`;
  });
}

function villagesCsv(count: number, townships: readonly Cell[]): string {
  const random = seeded(20261122);
  const rows = ['code,name,kind,township_code,county_code,lng,lat,accuracy_m,method,source'];
  townships.forEach((township, k) => {
    const first = Math.floor((count * k) / townships.length);
    const next = Math.floor((count * (k + 1)) / townships.length);
    for (const row of villageRows(township, first, next - first, random)) rows.push(row);
  });
  return `${rows.join('\n')}\n`;
}

export interface BenchProject {
  readonly id: string;
  readonly geometry: LineString;
  readonly accuracyMetres: number;
}

/** One line of 2,000 vertices and nine of 200. */
export function benchProjects(): readonly BenchProject[] {
  const lines = benchShapes().flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? [geometry] : [],
  );
  return [...lines, ...manyLines(9)].map((geometry, k) => ({
    id: `bench-${k + 1}`,
    geometry: {
      type: 'LineString',
      coordinates: geometry.coordinates.map((at) => at.map((each) => Math.round(each * 1e6) / 1e6)),
    },
    accuracyMetres: 1000,
  }));
}

const projectProperties = ({ id, accuracyMetres }: BenchProject): object => ({
  id,
  name: `甲渠${id}`,
  kind: 'water',
  group: '',
  chapter: '一',
  alignment: 'schematic',
  alignmentAccuracyMetres: accuracyMetres,
  places: [],
  countyCodes: [],
  townshipCodes: [],
  scopeNote: '',
  figures: [],
  startYear: null,
  endYear: null,
  defaultDistanceMetres: 2000,
  sourceIds: ['S1'],
});

function figureTable(counties: readonly Cell[]): readonly (readonly [string, string])[] {
  const csv = ['县,贫困户（户）', ...counties.map(({ code }, k) => `县${code},${1000 + k}`), ''];
  const plain = { measure: null, printedUnit: '', impliedUnit: '', evidence: null };
  const json = {
    id: 'table1',
    title: '表1',
    chapter: '一',
    documentId: 'S1',
    year: 2016,
    level: 'county',
    countyCode: null,
    columns: [
      { heading: '县', ...plain },
      {
        heading: '贫困户（户）',
        ...plain,
        measure: 'poorHouseholds',
        printedUnit: '户',
        impliedUnit: '户',
      },
    ],
    rows: counties.map(({ code }) => ({ role: 'body', areaCode: code })),
    notes: [],
  };
  return [
    ['tables/table1.csv', csv.join('\n')],
    ['tables/table1.json', JSON.stringify(json)],
  ];
}

/** Writes a whole pack of `count` villages into `folder`; the loader finds nothing to object to. */
export function writeBenchPack(folder: string, count: number, box: Box): void {
  const counties = countiesOf(count, box);
  const townships = counties.flatMap(townshipsOf);
  const projects = benchProjects();
  const S1 = { sourceIds: ['S1'] };
  const files = syntheticFiles();
  files.set(
    'counties.geojson',
    collection(
      counties,
      ({ code, box: cell }) => ({
        code,
        name: `县${code}`,
        povertyClass: 'national',
        labelPoint: middle(cell),
        ...S1,
      }),
      polygon,
    ),
  );
  files.set(
    'townships.geojson',
    collection(
      townships,
      ({ code, box: cell }) => ({
        code,
        name: `乡${code}`,
        countyCode: code.slice(0, 6),
        seat: middle(cell),
        seatAccuracyMetres: 300,
        seatMethod: 'gazetteer',
        ...S1,
      }),
      polygon,
    ),
  );
  files.set(
    'projects.geojson',
    collection(projects, projectProperties, ({ geometry }) => geometry),
  );
  files.set('villages.csv', villagesCsv(count, townships));
  for (const [path, text] of figureTable(counties)) files.set(path, text);
  files.set('claims.json', JSON.stringify({ records: [] }));
  const records: Readonly<Record<string, number>> = {
    'counties.geojson': counties.length,
    'townships.geojson': townships.length,
    'villages.csv': count,
    'claims.json': 0,
    'projects.geojson': projects.length,
    'tables/table1.csv': counties.length,
  };
  const entries = Array.from(files, ([path, text]) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { path, bytes: Buffer.byteLength(text), sha256, records: records[path] ?? 1 };
  });
  const manifest = {
    spec: 1,
    id: 'bench',
    name: '甲省',
    planTitle: '甲省规划',
    version: '1.0.0',
    date: '2026-11-22',
    crs: 'WGS84',
    bbox: box,
    years: [2016, 2020],
    files: entries,
  };
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(manifest));
}
