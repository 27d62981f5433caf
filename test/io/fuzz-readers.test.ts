// Whatever bytes come in, an Outcome comes out. Sound files of every format are cut and changed at seeded random places.
import { strToU8, zipSync } from 'fflate';
import { writeArrayBuffer } from 'geotiff';
import { beforeAll, describe, expect, it } from 'vitest';
import { readElevation } from '../../src/io/read-geotiff';
import { readSources } from '../../src/io/read-sources';
import type { InputFile } from '../../src/io/source-layer';
import { dbf, dxf, gbk, geopackage, partsShp, pointShp } from './source-fixtures';

const RUNS = 150;

/** Seeded (mulberry32), 0 to below 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cut, overwritten, set to extreme values or with a piece doubled. */
function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.slice(0, at);
  const copy = bytes.slice();
  if (kind === 4) return Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at >> 1)]);
  const changes = 1 + Math.floor(random() * 8);
  for (let i = 0; i < changes; i++) {
    const where = Math.floor(random() * (kind === 3 ? Math.min(200, bytes.length) : bytes.length));
    // Letters and signs keep a text a text, so that the damage reaches what the text says.
    const sign = 0x20 + Math.floor(random() * 0x5f);
    const extreme = random() < 0.5 ? 0xff : 0;
    copy[where] = kind === 1 ? sign : kind === 2 ? Math.floor(random() * 256) : extreme;
  }
  return copy;
}

const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>1.5</v></c></row></sheetData>' +
  '<mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>';

function xlsx(level: 0 | 6): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<R><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></R>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<R><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="t.xml"/></R>',
    'xl/t.xml': '<sst><si><t>村名</t></si></sst>',
    'xl/s.xml': SHEET,
  };
  const files = Object.entries(parts).map(
    ([path, text]) => [path, [strToU8(text), { level }]] as const,
  );
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}

const FIELDS = [{ name: gbk('村名'), type: 'C', length: 10 }];
const KML =
  '<kml><Document><Folder><name>a</name><Placemark><name>甲 &amp; &#20065;</name><ExtendedData><Data name="x"><value>1</value></Data></ExtendedData>' +
  '<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>';
const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:4490' } },
  features: [
    {
      type: 'Feature',
      properties: { 村名: '甲"村', n: 1.5 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    },
  ],
});
const DRAWING = dxf(
  [
    '0 LWPOLYLINE',
    '8 road',
    '70 1',
    '10 0',
    '20 0',
    '42 0.5',
    '10 2',
    '20 0',
    '0 INSERT',
    '2 B',
    '10 1',
    '20 1',
    '70 2',
    '44 5',
    '0 SPLINE',
    '71 2',
    '40 0',
    '40 0',
    '40 0',
    '40 1',
    '40 1',
    '40 1',
    '10 0',
    '20 0',
    '10 1',
    '20 1',
    '10 2',
    '20 0',
    '0 TEXT',
    '1 \\U+7532',
    '10 0',
    '20 0',
  ],
  ['0 BLOCK', '2 B', '10 0', '20 0', '0 CIRCLE', '40 3', '0 ENDBLK'],
);
const TABLE = dbf(FIELDS, [[gbk('甲村')], [gbk('乙')]]);
const RING: [number, number][] = [
  [0, 0],
  [0, 9],
  [9, 9],
  [0, 0],
];

const SOUND: Record<string, () => InputFile[] | Promise<InputFile[]>> = {
  csv: () => [{ path: 'a.csv', bytes: strToU8('村名,户数\n"甲\n村",3\n乙村,4,多\n') }],
  'csv in GBK': () => [{ path: 'a.csv', bytes: gbk('村名,n\n甲村,3\n') }],
  xlsx: () => [{ path: 'a.xlsx', bytes: xlsx(6) }],
  'xlsx stored, so that its XML is hit': () => [{ path: 'a.xlsx', bytes: xlsx(0) }],
  geojson: () => [{ path: 'a.geojson', bytes: strToU8(GEOJSON) }],
  shapefile: () => [
    { path: 'a.shp', bytes: pointShp([[1, 2], null], 3) },
    { path: 'a.dbf', bytes: TABLE },
    {
      path: 'a.prj',
      bytes: strToU8(
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      ),
    },
    { path: 'a.cpg', bytes: strToU8('GBK') },
  ],
  'shapefile of rings': () => [{ path: 'a.shp', bytes: partsShp(5, [RING, RING.toReversed()]) }],
  'zip of a shapefile': () => [
    {
      path: 'a.zip',
      bytes: zipSync({ 'a.shp': pointShp([[1, 2]]), 'a.dbf': TABLE }, { level: 0 }),
    },
  ],
  kml: () => [{ path: 'a.kml', bytes: strToU8(KML) }],
  kmz: () => [{ path: 'a.kmz', bytes: zipSync({ 'doc.kml': strToU8(KML) }) }],
  dxf: () => [{ path: 'a.dxf', bytes: DRAWING }],
  geopackage: async () => [{ path: 'a.gpkg', bytes: await geopackage(25) }],
};

describe('damaged files', () => {
  it.each(Object.keys(SOUND))('never makes the reader throw: %s', async (name) => {
    const files = (await SOUND[name]?.()) ?? [];
    expect((await readSources(files)).ok).toBe(true);
    const random = randomOf(name.length * 7919);
    const seen = new Set<boolean>();
    for (let run = 0; run < RUNS; run++) {
      const hit = Math.floor(random() * files.length);
      const tried = files.map((file, i) =>
        i === hit ? { ...file, bytes: damaged(file.bytes, random) } : file,
      );
      const outcome = await readSources(tried);
      seen.add(outcome.ok);
      const problems = outcome.ok ? outcome.notes : outcome.problems;
      for (const { text, mend } of problems) expect(text.length * mend.length).toBeGreaterThan(0);
    }
    // The damage was neither always deadly nor always harmless.
    expect(seen.size).toBe(2);
  });

  let relief: Uint8Array;
  beforeAll(() => {
    const values = Array.from({ length: 400 }, (_, i) => i);
    const tiff = writeArrayBuffer(values, {
      width: 20,
      height: 20,
      ModelPixelScale: [0.01, 0.01, 0],
      ModelTiepoint: [0, 0, 0, 111, 35, 0],
      GeographicTypeGeoKey: 4326,
    });
    relief = new Uint8Array(tiff as ArrayBuffer);
  });
  it('never makes the elevation reader throw', async () => {
    expect(await readElevation(relief, 'a.tif')).toMatchObject({ ok: true });
    const random = randomOf(5);
    for (let run = 0; run < 600; run++) await readElevation(damaged(relief, random), 'a.tif');
  });
});
