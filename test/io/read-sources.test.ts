import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../src/io/read-sources';
import { routeInput } from '../../src/io/recognise';
import { codesOf, dbf, gbk, pointShp, readOneFile } from './source-fixtures';

const GEOJSON = strToU8('{"type":"Point","coordinates":[111,35]}');
const KML = strToU8(
  '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><Point><coordinates>111,35</coordinates></Point></Placemark></kml>',
);

describe('readSources', () => {
  it.each([
    ['an empty file', 'a.csv', strToU8(''), 'input-empty'],
    ['an old workbook', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'input-xls'],
    ['a locked workbook', 'a.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'input-encrypted'],
    ['a rar', 'a.zip', strToU8('Rar!\u001a\u0007'), 'input-archive'],
    ['a 7z', 'a.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'input-archive'],
    ['a login page', 'a.geojson', strToU8('<!DOCTYPE html><html></html>'), 'input-html'],
    ['a table as a web page', 'a.xls', strToU8('<html><table><tr></tr></table>'), 'input-html'],
    ['a drawing of AutoCAD', 'a.dwg', strToU8('AC1032\u0000\u0000'), 'input-dwg'],
    ['a binary DXF', 'a.dxf', strToU8('AutoCAD Binary DXF\r\n\u001a\u0000'), 'input-binary-dxf'],
    [
      'an Access database',
      'a.mdb',
      strToU8('\u0000\u0001\u0000\u0000Standard Jet DB\u0000'),
      'input-mdb',
    ],
    ['a MapInfo table', 'a.tab', strToU8('!table\n!version 300\n'), 'input-mapinfo'],
    ['a picture', 'a.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'input-image'],
    ['a PDF', 'a.xlsx', strToU8('%PDF-1.7'), 'input-pdf'],
    [
      'a Word file',
      'a.xlsx',
      zipSync({ '[Content_Types].xml': KML, 'word/document.xml': KML }),
      'input-office',
    ],
    [
      'a truncated zip',
      'a.zip',
      zipSync({ 'a.csv': strToU8('a,b') }).subarray(0, 40),
      'input-broken-zip',
    ],
    [
      'another database',
      'a.gpkg',
      strToU8(`SQLite format 3\u0000${'x'.repeat(100)}`),
      'geopackage-broken',
    ],
    ['binary rubbish', 'a.csv', Uint8Array.of(0xff, 0x00, 0x01, 0x80), 'input-not-text'],
    ['a plan', 'a.cuntu', zipSync({ 'document.json': GEOJSON }), 'input-cuntu'],
    ['a pack', 'a.zip', zipSync({ 'x/pack.json': GEOJSON }), 'input-pack'],
  ])('tells %s by its content', async (_name, path, bytes, code) => {
    expect(await codesOf(path, bytes)).toEqual([code]);
  });

  it('goes by content where the ending is wrong, and says so', async () => {
    const outcome = await readSources([{ path: 'a.csv', bytes: KML }]);
    expect(outcome).toMatchObject({
      ok: true,
      value: [{ format: 'kml' }],
      notes: [{ code: 'input-ending' }],
    });
    expect((await readOneFile('a.txt', GEOJSON)).format).toBe('geojson');
  });

  it('reads the others when one file is bad', async () => {
    const outcome = await readSources([
      { path: 'bad.xls', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) },
      { path: 'a.csv', bytes: strToU8('村名,户数\n甲村,3\n') },
      { path: 'b.kml', bytes: strToU8('<kml><Placemark>') },
    ]);
    if (!outcome.ok) throw new Error('nothing read');
    expect(outcome.value.map(({ fileName }) => fileName)).toEqual(['a.csv']);
    expect(outcome.notes.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error input-xls',
      'error kml-broken',
    ]);
  });

  it('puts companions together, loose or zipped, whatever their case; each shapefile once', async () => {
    const table = dbf([{ name: gbk('村名'), type: 'C', length: 10 }], [[gbk('甲村')]]);
    const shp = pointShp([[111, 35]]);
    const loose = await readSources([
      { path: '点/A.SHP', bytes: shp },
      { path: '点/a.dbf', bytes: table },
      { path: '点/a.shx', bytes: shp },
      { path: '点/a.shp.xml', bytes: strToU8('<metadata/>') },
      { path: '别的/a.dbf', bytes: table },
    ]);
    if (!loose.ok) throw new Error('nothing read');
    expect(
      loose.value.map(({ fileName, layers }) => [fileName, layers[0]?.rows[0]?.geometry]),
    ).toEqual([
      ['点/A.SHP', { type: 'Point', coordinates: [111, 35] }],
      ['别的/a.dbf', null],
    ]);
    expect(loose.value[0]?.layers[0]).toMatchObject({
      headings: ['村名'],
      rows: [{ row: 1, cells: ['甲村'] }],
    });
    const zip = zipSync({
      'x/a.shp': shp,
      'x/a.dbf': table,
      '__MACOSX/x/._a.shp': table,
      'x/说明.pdf': table,
    });
    const zipped = await readOneFile('p.zip', zip);
    expect(zipped.fileName).toBe('p.zip/x/a.shp');
    expect(zipped.layers).toEqual(loose.value[0]?.layers.map((layer) => ({ ...layer, name: 'a' })));
  });

  it('opens a zip once: one inside it is told', async () => {
    const inner = zipSync({ 'a.csv': strToU8('a,b\n1,2') });
    expect(await codesOf('p.zip', zipSync({ 'q.zip': inner }))).toEqual(['input-nested-zip']);
    expect(
      (await readOneFile('p.zip', zipSync({ '表/a.csv': strToU8('a,b\n1,2') }))).fileName,
    ).toBe('p.zip/表/a.csv');
  });

  it('says what of a shapefile is missing', async () => {
    expect(await codesOf('a.shp', pointShp([[111, 35]]))).toEqual([
      'shapefile-no-dbf',
      'shapefile-no-prj',
    ]);
    expect(await codesOf('a.prj', strToU8('GEOGCS[]'))).toEqual(['shapefile-no-shp']);
  });

  it('refuses layers on an old datum and tells a system that it can not read', async () => {
    const of = (name: string) =>
      strToU8(
        `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"${name}"}},"features":[{"type":"Feature","geometry":null,"properties":{"a":1}}]}`,
      );
    expect(await codesOf('a.geojson', of('urn:ogc:def:crs:EPSG::2383'))).toEqual(['crs-old-datum']);
    expect(await codesOf('a.geojson', of('EPSG:27700'))).toEqual(['crs-unreadable']);
    expect(await codesOf('a.geojson', of('urn:ogc:def:crs:EPSG::4546'))).toEqual([]);
  });

  it('routes plans and packs before reading, tells its progress, stops when told', async () => {
    expect(routeInput({ path: 'a.cuntu', bytes: strToU8('damaged') })).toBe('cuntu');
    expect(routeInput({ path: 'a.zip', bytes: zipSync({ 'pack.json': GEOJSON }) })).toBe('pack');
    expect(routeInput({ path: 'a.geojson', bytes: GEOJSON })).toBe('source');
    const seen: string[] = [];
    const files = [
      { path: 'a.geojson', bytes: GEOJSON },
      { path: 'b.kml', bytes: KML },
    ];
    await readSources(files, {
      onProgress: ({ done, total, fileName }) => seen.push(`${done}/${total} ${fileName}`),
    });
    expect(seen).toEqual(['0/2 a.geojson', '1/2 b.kml', '2/2 ']);
    const aborted = await readSources(files, { signal: AbortSignal.abort() });
    expect(aborted).toMatchObject({ ok: false, problems: [{ code: 'import-cancelled' }] });
    expect(await readSources([])).toMatchObject({ ok: false, problems: [{ code: 'input-none' }] });
  });
});
