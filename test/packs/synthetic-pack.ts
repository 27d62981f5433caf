// A tiny, plainly synthetic pack: one square county of two square townships with two villages each, one of every
// optional record. Tests change its files and load it from memory.
import { createHash } from 'node:crypto';
import { type PackSource, SourceFailure } from '../../src/packs/source';

/** Path → text of every file but pack.json. */
export type PackFiles = ReadonlyMap<string, string>;

function square(west: number, south: number, east: number, north: number): number[][][] {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

function feature(properties: object, geometry: object | null): object {
  return { type: 'Feature', properties, geometry };
}

function collection(features: readonly object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
}

const POLYGON = 'Polygon';
const SOURCE_IDS = ['S1'];

const counties = collection([
  feature(
    {
      code: '990001',
      name: '甲县',
      povertyClass: 'national',
      labelPoint: [110.5, 35.5],
      sourceIds: SOURCE_IDS,
    },
    { type: POLYGON, coordinates: square(110, 35, 111, 36) },
  ),
]);

function township(code: string, name: string, west: number): object {
  return feature(
    {
      code,
      name,
      countyCode: '990001',
      seat: [west + 0.25, 35.5],
      seatAccuracyMetres: 300,
      seatMethod: 'gazetteer',
      sourceIds: SOURCE_IDS,
    },
    { type: POLYGON, coordinates: square(west, 35, west + 0.5, 36) },
  );
}

const villages = [
  'code,name,kind,township_code,county_code,lng,lat,accuracy_m,method,source',
  '990001001001,甲村,village-committee,990001001,990001,110.1,35.1,300,gazetteer,S1',
  '990001001002,乙村,village-committee,990001001,990001,110.2,35.2,300,gazetteer,S1',
  '990001002001,丙村,village-committee,990001002,990001,110.6,35.1,9000,within-township,S1',
  '990001002002,丁社区,residents-committee,990001002,990001,110.7,35.2,20,surveyed,S1',
  '',
].join('\n');

const base = collection([
  feature(
    {
      id: 'river-a',
      name: '甲河',
      kind: 'river',
      rank: 1,
      schematic: true,
      accuracyMetres: null,
      sourceIds: SOURCE_IDS,
      note: '',
    },
    {
      type: 'LineString',
      coordinates: [
        [109, 35],
        [112, 35.5],
      ],
    },
  ),
]);

const belts = collection([
  feature(
    {
      id: 'belt-a',
      name: '甲河带',
      shapeKind: 'corridor',
      widthMetres: 5000,
      shapeAccuracyMetres: 1000,
      countyCodes: ['990001'],
      chapter: '一',
      chapterText: '甲',
      claimIds: ['claim-a'],
      sourceIds: SOURCE_IDS,
      note: '',
    },
    {
      type: 'LineString',
      coordinates: [
        [110, 35],
        [111, 35.5],
      ],
    },
  ),
]);

const projects = collection([
  feature(
    {
      id: 'project-a',
      name: '甲渠',
      kind: 'water',
      group: '',
      chapter: '一',
      alignment: 'schematic',
      alignmentAccuracyMetres: 1000,
      places: [],
      countyCodes: ['990001'],
      townshipCodes: ['990001001'],
      scopeNote: '',
      figures: [{ label: '长度', text: '10 公里', sourceIds: SOURCE_IDS }],
      startYear: 2016,
      endYear: null,
      defaultDistanceMetres: 2000,
      sourceIds: SOURCE_IDS,
    },
    {
      type: 'LineString',
      coordinates: [
        [110.1, 35.1],
        [110.6, 35.1],
      ],
    },
  ),
]);

function records(...items: readonly object[]): string {
  return JSON.stringify({ records: items }, null, 1);
}

const relocations = records({
  id: 'relocation-a',
  name: '甲搬迁',
  countyCodes: ['990001'],
  siteCount: 1,
  persons: 10,
  registeredPoorPersons: 5,
  investmentYuan: 1000,
  chapter: '二',
  scopeNote: '',
  figures: [],
  sourceIds: SOURCE_IDS,
});

const timeline = records({
  year: 2016,
  exitingCountyCodes: [],
  statusByCounty: { '990001': 'poor' },
  targets: [],
  note: '',
});

const claims = records({
  id: 'claim-a',
  subject: '甲渠',
  objectIds: ['project-a'],
  measure: '覆盖贫困村',
  value: 2,
  qualifier: 'exact',
  unit: '个',
  year: null,
  chapter: '一',
  printed: '2个',
});

const sources = records({
  id: 'S1',
  title: '甲资料',
  date: '2016',
  licence: '',
  citation: '',
  note: '',
});

const tableCsv = [
  '乡镇,贫困户（户）,贫困发生率（%）',
  '子乡,100,12.5',
  '丑乡,200,8%',
  '开发区,3,1',
  '合计,303,',
  '',
].join('\n');

const tableJson = JSON.stringify(
  {
    id: 'table1',
    title: '表1',
    chapter: '一',
    documentId: 'S1',
    year: 2016,
    level: 'township',
    countyCode: '990001',
    columns: [
      { heading: '乡镇', measure: null, printedUnit: '', impliedUnit: '', evidence: null },
      {
        heading: '贫困户（户）',
        measure: 'poorHouseholds',
        printedUnit: '户',
        impliedUnit: '户',
        evidence: null,
      },
      {
        heading: '贫困发生率（%）',
        measure: 'povertyIncidence',
        printedUnit: '%',
        impliedUnit: '%',
        evidence: null,
      },
    ],
    rows: [
      { role: 'body', areaCode: '990001001' },
      { role: 'body', areaCode: '990001002' },
      { role: 'body', areaCode: null },
      { role: 'total', areaCode: null },
    ],
    notes: [],
  },
  null,
  1,
);

export function syntheticFiles(): Map<string, string> {
  return new Map([
    ['base.geojson', base],
    ['belts.geojson', belts],
    ['claims.json', claims],
    ['counties.geojson', counties],
    ['projects.geojson', projects],
    ['relocations.json', relocations],
    ['sources.json', sources],
    ['tables/table1.csv', tableCsv],
    ['tables/table1.json', tableJson],
    ['timeline.json', timeline],
    [
      'townships.geojson',
      collection([township('990001001', '子乡', 110), township('990001002', '丑乡', 110.5)]),
    ],
    ['villages.csv', villages],
  ]);
}

const RECORDS: Readonly<Record<string, number>> = {
  'tables/table1.csv': 4,
  'townships.geojson': 2,
  'villages.csv': 4,
};

/** pack.json text with true sizes and checksums of `files`; counts are those of the unbroken pack. */
export function sealedManifest(files: PackFiles): string {
  const entries = Array.from(files, ([path, text]) => ({
    path,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    records: RECORDS[path] ?? 1,
  }));
  return JSON.stringify({
    spec: 1,
    id: 'jia',
    name: '甲市',
    planTitle: '甲市规划',
    version: '1.0.0',
    date: '2026-11-22',
    crs: 'WGS84',
    bbox: [110, 35, 111, 36],
    years: [2016, 2020],
    files: entries,
  });
}

/** Files in memory; what is not there is missing. */
export function memorySource(files: PackFiles): PackSource {
  return {
    async read(path) {
      const text = files.get(path);
      if (text === undefined) throw new SourceFailure(path, 'missing', 'not in memory');
      return new TextEncoder().encode(text);
    },
  };
}

/** The pack with its manifest made after `change`, so that sizes and checksums are true. */
export function sealedSource(change: (files: Map<string, string>) => void = () => {}): PackSource {
  const files = syntheticFiles();
  change(files);
  return memorySource(files.set('pack.json', sealedManifest(files)));
}
