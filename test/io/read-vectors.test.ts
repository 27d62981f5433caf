import { strToU8, zipSync } from 'fflate';
import type { Geometry } from 'geojson';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { bulgeArc, ellipseArc, splinePositions } from '../../src/io/dxf-curves';
import { plainMtext } from '../../src/io/dxf-text';
import {
  codesOf,
  dbf,
  dxf,
  gbk,
  geopackage,
  partsShp,
  pointShp,
  readOneFile,
} from './source-fixtures';

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));

async function layerOf(path: string, bytes: Uint8Array) {
  const [layer] = (await readOneFile(path, bytes)).layers;
  if (!layer) throw new Error('no layer');
  return layer;
}

async function geometriesOf(path: string, bytes: Uint8Array): Promise<(Geometry | null)[]> {
  return (await layerOf(path, bytes)).rows.map(({ geometry }) => geometry);
}

describe('GeoJSON', () => {
  const point = { type: 'Point', coordinates: [111, 35] };
  const feature = (properties: unknown, geometry: unknown = point) => ({
    type: 'Feature',
    properties,
    geometry,
  });

  it('gathers headings in order, keeps the file’s values, leaves heights out with a note', async () => {
    const bytes = json({
      type: 'FeatureCollection',
      features: [
        { ...feature({ 村名: '甲村', 户数: 3 }), id: 7 },
        feature(
          { 户数: null, 标记: true, 表: [1, { a: 2 }] },
          { type: 'Point', coordinates: [111, 35, 400] },
        ),
        feature(null, null),
      ],
    });
    expect(await layerOf('a.geojson', bytes)).toEqual({
      name: 'a',
      headings: ['id', '村名', '户数', '标记', '表'],
      declaredCrs: null,
      rows: [
        { row: 1, cells: [7, '甲村', 3, null, null], geometry: point },
        { row: 2, cells: [null, null, null, true, '[1,{"a":2}]'], geometry: point },
        { row: 3, cells: [null, null, null, null, null], geometry: null },
      ],
    });
    expect(await codesOf('a.geojson', bytes)).toEqual(['geojson-height']);
  });

  it('reads a feature, a geometry, a list of features and a text sequence', async () => {
    expect(await geometriesOf('a.json', json(feature({ a: 1 })))).toEqual([point]);
    expect(await geometriesOf('a.json', json(point))).toEqual([point]);
    expect(await geometriesOf('a.json', json([feature({}), feature({})]))).toEqual([point, point]);
    const lines = [feature({ a: 1 }), feature({ a: 2 })].map((each) => JSON.stringify(each));
    expect(await geometriesOf('a.geojsonl', strToU8(lines.join('\n')))).toEqual([point, point]);
    expect(await geometriesOf('a.geojson', strToU8(`\u001E${lines.join('\n\u001E')}\n`))).toEqual([
      point,
      point,
    ]);
  });

  it('names the row of a geometry that is none, and reads the others', async () => {
    const bytes = json([
      feature({}, { type: 'Point', coordinates: ['111', 35] }),
      feature({}),
      feature({}, { type: 'Circle' }),
    ]);
    expect(await geometriesOf('a.geojson', bytes)).toEqual([null, point, null]);
    expect(await codesOf('a.geojson', bytes)).toEqual(['geojson-geometry', 'geojson-geometry']);
  });

  it('lets no key reach an object of ours', async () => {
    const text =
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2],"__proto__":{"x":1}},"properties":{"__proto__":{"polluted":1},"constructor":"c"}}';
    const layer = await layerOf('a.geojson', strToU8(text));
    expect(layer.headings).toEqual(['__proto__', 'constructor']);
    expect(layer.rows[0]?.cells).toEqual(['{"polluted":1}', 'c']);
    expect('polluted' in {}).toBe(false);
  });

  it('takes the legacy crs member and refuses what nests too deep or is no GeoJSON', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4546' } };
    const layer = await layerOf('a.geojson', json({ ...point, crs }));
    expect(layer.declaredCrs).toEqual({ crs: 'epsg:4546', printed: 'urn:ogc:def:crs:EPSG::4546' });
    const deep = `{"type":"Point","coordinates":${'['.repeat(1e6)}1${']'.repeat(1e6)}}`;
    expect(await codesOf('a.geojson', strToU8(deep))).toEqual(['geojson-limit']);
    expect(await codesOf('a.geojson', json({ type: 'Topology' }))).toEqual(['geojson-topojson']);
    expect(await codesOf('a.geojson', json({ geometryType: 'esriGeometryPoint' }))).toEqual([
      'geojson-esri',
    ]);
    expect(await codesOf('a.geojson', strToU8('{"type":'))).toEqual(['geojson-not-json']);
  });
});

describe('shapefiles', () => {
  const square = (x: number, size: number, isHole: boolean): [number, number][] => {
    const ring: [number, number][] = [
      [x, 0],
      [x, size],
      [x + size, size],
      [x + size, 0],
      [x, 0],
    ];
    return isHole ? ring.toReversed() : ring;
  };

  it('sorts rings into polygons: a hole goes to the smallest ring around it, an island stands alone', async () => {
    const hole: [number, number][] = square(1, 1, true).map(([x, y]) => [x, y + 1]);
    const [one] = await geometriesOf(
      'a.shp',
      partsShp(5, [square(0, 10, false), hole, square(20, 5, false)]),
    );
    expect(one).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square(0, 10, false), hole], [square(20, 5, false)]],
    });
  });

  it('reads lines of parts, null shapes and heights', async () => {
    expect(
      await geometriesOf(
        'a.shp',
        partsShp(3, [
          [
            [0, 0],
            [1, 1],
          ],
          [
            [2, 2],
            [3, 3],
          ],
        ]),
      ),
    ).toMatchObject([{ type: 'MultiLineString' }]);
    const points = pointShp([null, [111, 35]], 400);
    expect(await geometriesOf('a.shp', points)).toEqual([
      null,
      { type: 'Point', coordinates: [111, 35] },
    ]);
    expect(await codesOf('a.shp', points)).toContain('shapefile-height');
    expect(await codesOf('a.shp', points.subarray(0, -3))).toContain('shapefile-shp-cut');
  });

  const fields = [
    { name: gbk('村名'), type: 'C', length: 4 },
    { name: gbk('n'), type: 'N', length: 6 },
    { name: gbk('d'), type: 'D', length: 8 },
    { name: gbk('l'), type: 'L', length: 1 },
  ];
  const record = [gbk('甲村'), gbk('12.5'), gbk('20160131'), gbk('T')];

  it('reads a lone table in GBK and its kinds of fields', async () => {
    const layer = await layerOf(
      'a.dbf',
      dbf(fields, [record, [gbk('乙'), gbk('***'), gbk(''), gbk('?')]]),
    );
    expect(layer.headings).toEqual(['村名', 'n', 'd', 'l']);
    expect(layer.rows.map(({ cells }) => cells)).toEqual([
      ['甲村', 12.5, '2016-01-31', true],
      ['乙', null, null, null],
    ]);
  });

  it('honours a .cpg, and overrules one that the bytes contradict', async () => {
    const shp = pointShp([[111, 35]]);
    const zip = (cpg: string) =>
      zipSync({ 'a.shp': shp, 'a.dbf': dbf(fields, [record]), 'a.cpg': strToU8(cpg) });
    for (const cpg of ['GBK', '936', 'ANSI 936', 'GB2312']) {
      expect((await readOneFile('a.zip', zip(cpg))).encoding).toBe('gb18030');
      expect(await codesOf('a.zip', zip(cpg))).toEqual(['shapefile-no-prj']);
    }
    expect(await codesOf('a.zip', zip('UTF-8'))).toEqual(['shapefile-no-prj', 'shapefile-cpg']);
  });

  it('is not misled by UTF-8 names cut in the middle of a character', async () => {
    const cut = [{ name: strToU8('行政村名称'), type: 'C', length: 8 }];
    const layer = await layerOf('a.dbf', dbf(cut, [[strToU8('甲村乙')]]));
    expect(layer.headings).toEqual(['行政村']);
    expect(layer.rows[0]?.cells).toEqual(['甲村']);
  });
});

describe('KML', () => {
  const kml = (inner: string) =>
    strToU8(
      `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>规划</name>${inner}</Document></kml>`,
    );

  it('reads geometries, extended data and folders', async () => {
    const bytes = kml(
      '<Folder><name>东片</name><Placemark><name>甲线 &lt;b&gt;</name><description><![CDATA[<i>x</i>]]></description>' +
        '<ExtendedData><Data name="长度"><value>12</value></Data><SchemaData><SimpleData name="等级">三级</SimpleData></SchemaData></ExtendedData>' +
        '<LineString><coordinates>111,35,0 111.5,35.5,0\n112, 36</coordinates></LineString></Placemark></Folder>' +
        '<Placemark><MultiGeometry><Polygon><innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs>' +
        '<outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon><Point><coordinates>5,5,90</coordinates></Point></MultiGeometry></Placemark>',
    );
    const layer = await layerOf('a.kml', bytes);
    expect(layer).toMatchObject({ name: '规划', declaredCrs: { crs: 'wgs84' } });
    expect(layer.headings).toEqual(['name', 'description', '长度', '等级', 'folder']);
    expect(layer.rows[0]).toEqual({
      row: 1,
      cells: ['甲线 <b>', '<i>x</i>', '12', '三级', '东片'],
      geometry: {
        type: 'LineString',
        coordinates: [
          [111, 35],
          [111.5, 35.5],
          [112, 36],
        ],
      },
    });
    expect(layer.rows[1]?.geometry).toMatchObject({
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [9, 0],
              [9, 9],
              [0, 0],
            ],
            [
              [1, 1],
              [2, 1],
              [2, 2],
              [1, 1],
            ],
          ],
        },
        { type: 'Point' },
      ],
    });
    expect(await codesOf('a.kml', bytes)).toEqual(['kml-height']);
    expect(
      await geometriesOf('a.kmz', zipSync({ 'files/x.png': bytes, 'doc.kml': bytes })),
    ).toHaveLength(2);
  });

  it('follows no link, opens no entity, says what it can not read', async () => {
    expect(await codesOf('a.kml', kml('<NetworkLink><href>http://x</href></NetworkLink>'))).toEqual(
      ['kml-empty', 'kml-network-link'],
    );
    const bomb =
      '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&a;</name></Placemark></kml>';
    expect(await codesOf('a.kml', strToU8(bomb))).toEqual(['kml-limit']);
    expect(
      await codesOf(
        'a.kml',
        kml('<Placemark><Point><coordinates>x y</coordinates></Point></Placemark>'),
      ),
    ).toEqual(['kml-coordinates']);
    expect(await codesOf('a.kml', strToU8(`<kml>${'<a>'.repeat(5000)}`))).toEqual(['kml-limit']);
    expect(await codesOf('a.kml', kml('<Placemark></Folder>'))).toEqual(['kml-broken']);
  });

  it('reads a track', async () => {
    const bytes = kml(
      '<Placemark><gx:Track><when>2020</when><gx:coord>111 35 0</gx:coord><gx:coord>112 36 0</gx:coord></gx:Track></Placemark>',
    );
    expect(await geometriesOf('a.kml', bytes)).toEqual([
      {
        type: 'LineString',
        coordinates: [
          [111, 35],
          [112, 36],
        ],
      },
    ]);
  });
});

describe('DXF', () => {
  const rowsOf = async (entities: readonly string[], blocks: readonly string[] = []) =>
    (await layerOf('a.dxf', dxf(entities, blocks))).rows;

  it('reads lines, polylines, points and texts with layer and colour', async () => {
    const rows = await rowsOf([
      '0 LINE',
      '8 road',
      '62 256',
      '10 1',
      '20 2',
      '11 3',
      '21 4',
      '0 LWPOLYLINE',
      '8 road',
      '70 1',
      '38 50',
      '62 5',
      '10 0',
      '20 0',
      '10 2',
      '20 0',
      '10 2',
      '20 2',
      '0 POLYLINE',
      '8 0',
      '66 1',
      '0 VERTEX',
      '10 7',
      '20 8',
      '0 VERTEX',
      '10 9',
      '20 8',
      '0 SEQEND',
      '0 POINT',
      '8 0',
      '10 5',
      '20 6',
      '30 400',
      '0 TEXT',
      '8 0',
      '1 \\U+7532村 45%%d',
      '10 1',
      '20 1',
      '72 1',
      '11 3',
      '21 3',
      '0 MTEXT',
      '8 0',
      '3 {\\fArial|b0;甲}\\P',
      '1 乙',
      '10 4',
      '20 4',
    ]);
    expect(rows.map(({ cells, geometry }) => [...cells, geometry])).toEqual([
      [
        'road',
        'LINE',
        3,
        null,
        null,
        null,
        {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      [
        'road',
        'LWPOLYLINE',
        5,
        null,
        null,
        50,
        {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 0],
          ],
        },
      ],
      [
        '0',
        'POLYLINE',
        null,
        null,
        null,
        null,
        {
          type: 'LineString',
          coordinates: [
            [7, 8],
            [9, 8],
          ],
        },
      ],
      ['0', 'POINT', null, null, null, 400, { type: 'Point', coordinates: [5, 6] }],
      ['0', 'TEXT', null, '甲村 45°', null, null, { type: 'Point', coordinates: [3, 3] }],
      ['0', 'MTEXT', null, '甲\n乙', null, null, { type: 'Point', coordinates: [4, 4] }],
    ]);
  });

  it('expands blocks in blocks, turned, scaled and shifted, and reads their attributes', async () => {
    const inner = ['0 BLOCK', '2 I', '10 1', '20 0', '0 POINT', '8 0', '10 2', '20 0', '0 ENDBLK'];
    const outer = [
      '0 BLOCK',
      '2 O',
      '10 0',
      '20 0',
      '0 INSERT',
      '2 I',
      '8 0',
      '10 10',
      '20 0',
      '41 3',
      '42 3',
      '0 ENDBLK',
    ];
    const insert = [
      '0 INSERT',
      '8 road',
      '2 O',
      '66 1',
      '10 100',
      '20 50',
      '50 90',
      '0 ATTRIB',
      '2 村名',
      '1 甲村',
      '10 0',
      '20 0',
      '0 SEQEND',
    ];
    const rows = await rowsOf(insert, [...inner, ...outer]);
    // Inner point: (2 − 1) · 3 + 10 = 13 along x, turned by 90° about the insert.
    const [attribute, point] = rows;
    expect(attribute?.cells).toEqual(['road', 'INSERT', 3, null, 'O', null, '甲村']);
    expect(attribute?.geometry).toEqual({ type: 'Point', coordinates: [100, 50] });
    expect(point?.cells.slice(0, 5)).toEqual(['road', 'POINT', 3, null, 'O']);
    if (point?.geometry?.type !== 'Point') throw new Error('no point');
    expect(point.geometry.coordinates[0]).toBeCloseTo(100, 9);
    expect(point.geometry.coordinates[1]).toBeCloseTo(63, 9);
  });

  it('stops at blocks that hold themselves, tells what it leaves out', async () => {
    const loop = ['0 BLOCK', '2 A', '0 INSERT', '2 A', '0 ENDBLK'];
    expect(await codesOf('a.dxf', dxf(['0 INSERT', '2 A'], loop))).toEqual(['dxf-limit']);
    const point = ['0 POINT', '10 1', '20 1'];
    expect(
      await codesOf(
        'a.dxf',
        dxf([...point, '0 HATCH', '8 0', '0 INSERT', '2 X', '0 POINT', '67 1']),
      ),
    ).toEqual(['dxf-skipped', 'dxf-paper', 'dxf-missing-block']);
    expect(await codesOf('a.dxf', dxf(['0 HATCH']))).toEqual(['dxf-empty', 'dxf-skipped']);
    expect(await codesOf('a.dxf', dxf(point).subarray(0, -7))).toEqual(['dxf-cut']);
  });

  it('mirrors what is seen from below, reads GBK', async () => {
    const [circle] = await rowsOf([
      '0 ARC',
      '8 0',
      '10 5',
      '20 0',
      '40 1',
      '50 0',
      '51 90',
      '230 -1',
    ]);
    if (circle?.geometry?.type !== 'LineString') throw new Error('no line');
    expect(circle.geometry.coordinates[0]).toEqual([-6, 0]);
    const bytes = Uint8Array.from(
      [...dxf(['0 TEXT', '1 @', '10 0', '20 0'])].flatMap((byte) =>
        byte === 0x40 ? [...gbk('甲村')] : [byte],
      ),
    );
    expect((await layerOf('a.dxf', bytes)).rows[0]?.cells[3]).toBe('甲村');
    expect(await codesOf('a.dxf', bytes)).toEqual(['dxf-gb18030']);
  });

  it('keeps to curves within a ten-thousandth of the radius', () => {
    for (const positions of [
      ellipseArc([0, 0], [1000, 0], 1, 0, 0),
      [[1000, 0], ...bulgeArc([1000, 0], [-1000, 0], 1)],
    ]) {
      for (const [i, [x = 0, y = 0]] of positions.entries()) {
        expect(Math.hypot(x, y)).toBeCloseTo(1000, 9);
        const [u = 0, v = 0] = positions[i + 1] ?? [x, y];
        expect(Math.hypot((x + u) / 2, (y + v) / 2)).toBeGreaterThan(1000 * (1 - 1.0001e-4));
      }
    }
    // A half circle to the left of its chord: the way from (1000, 0) to (−1000, 0) passes (0, 1000).
    expect(Math.max(...bulgeArc([1000, 0], [-1000, 0], 1).map(([, y = 0]) => y))).toBeGreaterThan(
      999,
    );
    expect(Math.min(...bulgeArc([1000, 0], [-1000, 0], -1).map(([, y = 0]) => y))).toBeLessThan(
      -999,
    );
  });

  it('draws a Bézier spline through its closed form', () => {
    const controls = [
      [0, 0],
      [1, 2],
      [3, 2],
      [4, 0],
    ];
    const positions = splinePositions({
      degree: 3,
      knots: [0, 0, 0, 0, 1, 1, 1, 1],
      controls,
      weights: [],
    });
    for (const [i, [x = 0, y = 0]] of (positions ?? []).entries()) {
      const t = i / 16;
      expect(x).toBeCloseTo(3 * (1 - t) ** 2 * t + 9 * (1 - t) * t ** 2 + 4 * t ** 3, 9);
      expect(y).toBeCloseTo(6 * (1 - t) ** 2 * t + 6 * (1 - t) * t ** 2, 9);
    }
    expect(positions).toHaveLength(17);
    expect(splinePositions({ degree: 3, knots: [0, 1], controls, weights: [] })).toBeNull();
    expect(plainMtext('{\\H1.5x;\\C1;a\\~b}\\Pc\\S1/2;')).toBe('a b\nc1/2');
  });
});

describe('GeoPackage', () => {
  it('reads what SQLite wrote: Chinese columns, overflow pages, null geometries, a column added later', async () => {
    const bytes = await geopackage(1200);
    const layer = await layerOf('a.gpkg', bytes);
    expect(layer).toMatchObject({ name: '村庄', declaredCrs: { crs: 'cgcs2000' } });
    expect(layer.headings).toEqual(['fid', '村名', '户数', '占比, %', 'note', '备注']);
    expect(layer.rows).toHaveLength(1200);
    for (const [i, { row, cells, geometry }] of layer.rows.entries()) {
      expect(row).toBe(i + 1);
      const note = i % 10 === 0 ? 'x'.repeat(9000) : null;
      expect(cells).toEqual([i + 1, `村${i}`, i * 1_000_003, i / 8, note, null]);
      expect(geometry).toEqual(
        i === 1 ? null : { type: 'Point', coordinates: [111 + i / 1000, 35] },
      );
    }
    expect(await codesOf('a.gpkg', bytes)).toEqual(['geopackage-kind', 'geopackage-height']);
  });

  it('reads a file left in write-ahead mode', async () => {
    const bytes = await geopackage(3);
    bytes.fill(2, 18, 20);
    expect((await layerOf('a.gpkg', bytes)).rows).toHaveLength(3);
  });

  it('runs no query of the file: a view without end stays unread, also when the schema calls it a table', async () => {
    const { Database } = await initSqlJs();
    const database = new Database(await geopackage(3));
    database.run(`
      CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
      INSERT INTO gpkg_contents VALUES ('endless', 'attributes', 'endless', '', NULL, 0, 4490);
    `);
    const bytes = database.export();
    database.run('PRAGMA writable_schema = ON');
    database.run("UPDATE sqlite_master SET type = 'table' WHERE name = 'endless'");
    const disguised = database.export();
    database.close();
    expect((await readOneFile('a.gpkg', bytes)).layers.map(({ name }) => name)).toEqual(['村庄']);
    expect(await codesOf('a.gpkg', bytes)).toContain('geopackage-view');
    expect(await codesOf('a.gpkg', disguised)).toEqual(['geopackage-broken']);
  });

  it('says when pages are missing', async () => {
    const bytes = await geopackage(500);
    expect(await codesOf('a.gpkg', bytes.subarray(0, bytes.length >> 1))).toEqual([
      'geopackage-broken',
    ]);
  });
});
