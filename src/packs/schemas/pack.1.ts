// Shapes of every file of a region pack, specification version 1 (geodata/SPEC.md). Geometry is checked apart
// (geometry-check.ts); villages.csv and tables/*.csv rows are read by their own loops. A version 2 is a file beside this.
import * as z from 'zod/mini';

// zod otherwise compiles with `new Function`, which a content security policy may forbid.
z.config({ jitless: true });

const text = z.string();
const filled = z.string().check(z.regex(/\S/));
const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/));
const countyCode = z.string().check(z.regex(/^\d{6}$/));
const townshipCode = z.string().check(z.regex(/^\d{9}$/));
const areaCode = z.string().check(z.regex(/^(\d{6}|\d{9})$/));
const year = z.int().check(z.gte(1949), z.lte(2200));
const metres = z.number().check(z.gte(0));
const count = z.int().check(z.gte(0));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const longitude = z.number().check(z.gte(-180), z.lte(180));
const latitude = z.number().check(z.gte(-90), z.lte(90));
const lngLat = z.tuple([longitude, latitude]);
const ids = z.array(filled);

export const manifest = z.object({
  spec: z.literal(1),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: filled,
  planTitle: filled,
  beltsWord: z.optional(filled),
  version: filled,
  date: isoDate,
  crs: z.literal('WGS84'),
  bbox: z.tuple([longitude, latitude, longitude, latitude]),
  years: z.tuple([year, year]),
  files: z.array(
    z.object({
      path: z.string().check(z.regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$/)),
      bytes: count,
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      records: count,
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;
export type ManifestFile = Manifest['files'][number];

export const countyProperties = z.object({
  code: countyCode,
  name: filled,
  povertyClass: z.enum(['national', 'provincial', 'lifted', 'scattered', 'with-task', 'unlisted']),
  labelPoint: lngLat,
  sourceIds: ids,
});

export const townshipProperties = z.object({
  code: townshipCode,
  name: filled,
  countyCode,
  seat: z.nullable(lngLat),
  seatAccuracyMetres: z.nullable(metres),
  seatMethod: z.enum(['gazetteer', 'median-of-known-villages', 'unknown']),
  sourceIds: ids,
});

export const baseProperties = z.object({
  id: slug,
  name: filled,
  kind: z.enum([
    'river',
    'canal',
    'lake',
    'reservoir',
    'dam',
    'mountain',
    'tableland',
    'hill',
    'ridge',
    'peak',
    'road',
    'protected-area',
  ]),
  rank: z.literal([1, 2, 3]),
  schematic: z.boolean(),
  accuracyMetres: z.nullable(metres),
  sourceIds: ids,
  note: text,
});

export const beltProperties = z.object({
  id: slug,
  name: filled,
  shapeKind: z.enum(['zone', 'corridor', 'upland']),
  widthMetres: metres,
  shapeAccuracyMetres: metres,
  countyCodes: z.array(countyCode),
  chapter: text,
  chapterText: text,
  claimIds: ids,
  sourceIds: ids,
  note: text,
});

const figure = z.object({ label: filled, text: filled, sourceIds: ids });

export const projectProperties = z.object({
  id: slug,
  name: filled,
  kind: z.enum(['water', 'power', 'road', 'facility']),
  group: text,
  chapter: text,
  alignment: z.enum(['surveyed', 'digitised', 'schematic', 'places', 'scope-only']),
  alignmentAccuracyMetres: z.nullable(metres),
  places: z.array(
    z.object({
      name: filled,
      position: z.nullable(lngLat),
      accuracyMetres: z.nullable(metres),
      role: text,
      inferred: z.boolean(),
      sourceIds: ids,
    }),
  ),
  countyCodes: z.array(countyCode),
  townshipCodes: z.array(townshipCode),
  scopeNote: text,
  figures: z.array(figure),
  startYear: z.nullable(year),
  endYear: z.nullable(year),
  defaultDistanceMetres: metres,
  sourceIds: ids,
});

export const relocation = z.object({
  id: slug,
  name: filled,
  countyCodes: z.array(countyCode),
  siteCount: z.nullable(count),
  persons: z.nullable(count),
  registeredPoorPersons: z.nullable(count),
  investmentYuan: z.nullable(z.number().check(z.gte(0))),
  chapter: text,
  scopeNote: text,
  figures: z.array(figure),
  sourceIds: ids,
});

export const timelineYear = z.object({
  year,
  exitingCountyCodes: z.array(countyCode),
  statusByCounty: z.record(
    countyCode,
    z.enum([
      'poor',
      'exiting',
      'consolidating',
      'scattered-poor',
      'scattered-cleared',
      'with-task',
      'task-done',
      'unlisted',
    ]),
  ),
  targets: z.array(z.object({ label: filled, text: filled, chapter: text })),
  note: text,
});

export const claim = z.object({
  id: slug,
  subject: filled,
  objectIds: ids,
  measure: filled,
  value: z.number(),
  qualifier: z.enum(['exact', 'atLeast', 'about', 'atMost']),
  unit: text,
  year: z.nullable(year),
  chapter: text,
  printed: filled,
});

export const source = z.object({
  id: filled,
  title: filled,
  date: text,
  licence: text,
  citation: text,
  note: text,
});

export const tableSidecar = z.object({
  id: slug,
  title: filled,
  chapter: text,
  documentId: filled,
  year: z.nullable(year),
  level: z.enum(['county', 'township', 'none']),
  countyCode: z.nullable(countyCode),
  columns: z.array(
    z.object({
      heading: text,
      measure: z.nullable(
        z.enum([
          'administrativeVillages',
          'povertyVillages',
          'poorHouseholds',
          'poorPersons',
          'povertyIncidence',
          'exitedVillages',
          'exitedHouseholds',
          'exitedPersons',
        ]),
      ),
      printedUnit: text,
      impliedUnit: text,
      evidence: z.nullable(filled),
      quantity: z.optional(z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/))),
    }),
  ),
  rows: z.array(z.object({ role: z.enum(['body', 'total']), areaCode: z.nullable(areaCode) })),
  notes: z.array(filled),
});
export type TableSidecar = z.infer<typeof tableSidecar>;

/** Heading of villages.csv, in order. */
export const VILLAGE_HEADING = [
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
] as const;
