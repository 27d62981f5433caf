import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/io/clean-text';
import { parseCrs } from '../../src/io/crs';
import { converterFrom } from '../../src/io/crs-convert';
import { exportCrsChoices, suggestedZoneCrs } from '../../src/io/export-crs';
import {
  EXPORT_FORMATS,
  crsRefusal,
  exportFormat,
  formatRefusal,
} from '../../src/io/export-format';
import { fileStem } from '../../src/io/file-name';
import { distinctHeadings } from '../../src/io/prepare-export';
import { dbfFieldNames } from '../../src/io/write-dbf';
import {
  csvRows,
  dxf,
  geojson,
  kmlFeatures,
  shapeLayers,
  textOf,
  unzipped,
  written,
  xlsxRows,
} from './reread';
import { BBOX, crsOf, featureTable, point, table, textTable, villageTable } from './write-table';

const ODD = [
  '<img src=x onerror=alert(1)>',
  '甲村 & "乙村"\'s',
  '=SUM(A1:A9)',
  '+1',
  '-1',
  '@cmd',
  '\tx',
  '\nx',
  '＝1',
  '两行\n文字',
  '𠮷村 👨‍👩‍👧 𣲷',
  'a,b;c|d',
  '_x0041_',
  '%%d {\\H1;} ^J',
  '001',
  '__proto__',
  'constructor',
  ']]>',
  '0'.repeat(300),
];

/** Guarded cells begin with an apostrophe, which spreadsheets do not show. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\t\n＝＋－＠])/, '');

/** Any text: pieces that have hurt somebody, and every code unit, half characters too. */
const anyText = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
);

describe('odd text comes back as it was, but for the characters that are told', () => {
  const property = (check: (texts: readonly string[], clean: readonly string[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 6 }), async (texts) => {
        await check(
          texts,
          texts.map((text) => cleanText(text).text),
        );
      }),
      { numRuns: 60, seed: 20261122 },
    );

  it('CSV', () =>
    property(async (texts, clean) => {
      const [heading, ...rows] = csvRows((await written(textTable(texts), 'csv')).bytes);
      expect(heading).toEqual(['名称', '序号', '经度', '纬度']);
      expect(rows.map(([name = '']) => unguarded(name))).toEqual(clean.map(unguarded));
    }));

  it('XLSX', () =>
    property(async (texts, clean) => {
      const [, ...rows] = await xlsxRows((await written(textTable(texts), 'xlsx')).bytes);
      // The reader trims cells; Excel does not.
      const shown = (value: unknown): string => String(value ?? '').trim();
      expect(rows.map(([name]) => shown(name))).toEqual(clean.map((text) => text.trim()));
    }));

  it('GeoJSON', () =>
    property(async (texts, clean) => {
      const { features } = geojson((await written(textTable(texts), 'geojson')).bytes);
      expect(features.map(({ properties }) => properties?.['名称'])).toEqual(clean);
    }));

  it('KML', () =>
    property(async (texts, clean) => {
      const features = kmlFeatures((await written(textTable(texts), 'kml')).bytes);
      const names = features.map(({ properties }) => properties?.['名称'] ?? '');
      expect(names).toEqual(clean);
    }));

  it('Shapefile, up to 254 bytes and without blanks at the end', () =>
    property(async (texts, clean) => {
      const [features = []] = (
        await shapeLayers((await written(textTable(texts), 'shapefile')).bytes)
      ).values();
      const names = features.map(({ properties }) => String(properties?.['名称'] ?? ''));
      expect(names.map((name) => name.trim())).toEqual(
        clean.map((text) => text.slice(0, 254).trim()),
      );
    }));

  it('DXF labels, on one line', () =>
    property(async (texts, clean) => {
      const { entities } = dxf((await written(textTable(texts), 'dxf', 'epsg:4546')).bytes);
      const labels = entities
        .filter(({ type }) => type === 'TEXT')
        .map((entity) => (entity as unknown as { text: string }).text);
      const lines = clean
        .map((text) => text.replaceAll(/[\n\t]+/g, ' ').trim())
        .filter((text) => text !== '');
      expect(labels.map((label) => label.trim())).toEqual(lines.map((line) => line.trim()));
      expect(entities.filter(({ type }) => type === 'POINT')).toHaveLength(texts.length);
    }));
});

describe('what can not be written is told', () => {
  it('control characters and half characters', async () => {
    const { notes } = await written(textTable(['甲\u0007村\uD800', '乙村\r\n丙村']), 'csv');
    expect(notes.map(({ code, text }) => [code, text])).toEqual([
      ['export-characters', '有 2 个控制字符或无效字符写不进文件，已去掉。'],
    ]);
  });

  it('text over 254 bytes in a shapefile, cut between characters', async () => {
    const long = '村'.repeat(100);
    const { bytes, notes } = await written(textTable([long]), 'shapefile');
    const [features = []] = (await shapeLayers(bytes)).values();
    expect(features[0]?.properties?.['名称']).toBe('村'.repeat(84));
    expect(notes.map(({ code }) => code)).toEqual(['shapefile-text-cut']);
  });

  it('lines in a table, attributes in a drawing, rows without geometry', async () => {
    const rivers = featureTable('base.geojson');
    expect((await written(rivers, 'csv')).notes.map(({ code }) => code)).toEqual([
      'export-no-geometry',
    ]);
    const half = table(
      [{ heading: '名称', kind: 'text' }],
      [
        [['甲'], null],
        [['乙'], point(111, 35)],
      ],
    );
    const codes = (await written(half, 'dxf', 'epsg:4546')).notes.map(({ code }) => code);
    expect(codes).toEqual(['dxf-attributes', 'dxf-without-geometry']);
  });

  it('formats refuse what they can not hold, with the reason', () => {
    const bare = table([{ heading: '名称', kind: 'text' }], [[['甲'], null]]);
    const refusals = EXPORT_FORMATS.map((info) => formatRefusal(info, bare) === null);
    expect(refusals).toEqual([true, true, false, false, false, false]);
    expect(formatRefusal(exportFormat('kml'), bare)).toContain('没有图形');
    expect(crsRefusal(exportFormat('kml'), crsOf('gcj02'))).toContain('WGS84');
    expect(crsRefusal(exportFormat('dxf'), crsOf('wgs84'))).toContain('投影带');
    expect(crsRefusal(exportFormat('dxf'), crsOf('epsg:4525'))).toBeNull();
  });
});

describe('types', () => {
  const typed = table(
    [
      { heading: '名称', kind: 'text' },
      { heading: '行政区划代码', kind: 'code' },
      { heading: '户数', kind: 'integer' },
      { heading: '估算(户)', kind: 'number' },
      { heading: '贫困发生率', kind: 'share' },
    ],
    [
      [['甲村', '140829001001', 12, 34.285714285714285, 0.0735], point(111, 35)],
      [['乙村', '001', -3, null, null], point(111.1, 35.1)],
    ],
  );

  it('XLSX: codes stay text, numbers numbers, unknown stays empty', async () => {
    const rows = await xlsxRows((await written(typed, 'xlsx')).bytes);
    expect(rows[1]).toEqual(['甲村', '140829001001', 12, 34.285714285714285, 0.0735, 111, 35]);
    expect(rows[2]).toEqual(['乙村', '001', -3, null, null, 111.1, 35.1]);
  });

  it('Shapefile: codes are text, numbers come back to the last digit, short names are told', async () => {
    const { bytes, notes } = await written(typed, 'shapefile');
    const [features = []] = (await shapeLayers(bytes)).values();
    expect(features[0]?.properties).toEqual({
      名称: '甲村',
      行政区: '140829001001',
      户数: 12,
      估算户: 34.285714285714285,
      贫困发: 0.0735,
    });
    expect(features[1]?.properties).toMatchObject({ 行政区: '001', 户数: -3, 估算户: NaN });
    expect(textOf(unzipped(bytes)['字段对照.txt']!)).toContain('行政区\t行政区划代码\t文字');
    expect(notes.map(({ code }) => code)).toEqual(['shapefile-fields']);
  });

  it('KML: numbers come back as numbers, codes as text', async () => {
    const [first] = kmlFeatures((await written(typed, 'kml')).bytes);
    expect(first?.properties).toMatchObject({
      行政区划代码: '140829001001',
      户数: 12,
      贫困发生率: 0.0735,
    });
  });

  it('GeoJSON: unknown is null, no heading is lost', async () => {
    const odd = table(
      [
        { heading: '__proto__', kind: 'text' },
        { heading: '1', kind: 'text' },
        { heading: '1', kind: 'text' },
      ],
      [[['甲', '乙', '丙'], point(1, 2)]],
    );
    const text = textOf((await written(odd, 'geojson')).bytes);
    expect(text).toContain('"properties":{"__proto__":"甲","1":"乙","1(2)":"丙"}');
  });

  it('CSV: numbers keep their sign, text that looks like a formula does not run', async () => {
    const text = textOf((await written(textTable(['=1+1', '-5']), 'csv')).bytes);
    expect(text).toContain("\r\n'=1+1,0,");
    expect(text).toContain("\r\n'-5,1,");
    expect(textOf((await written(typed, 'csv')).bytes)).toContain('001,-3,');
  });
});

const metresBetween = ([xa = 0, ya = 0]: Position, [xb = 0, yb = 0]: Position): number =>
  Math.hypot((xa - xb) * 111_320 * Math.cos((ya * Math.PI) / 180), (ya - yb) * 110_950);

function positionsOf(geometry: Geometry | null): Position[] {
  if (geometry === null) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const flat = (value: unknown): Position[] =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [value as Position]
      : (value as unknown[]).flatMap(flat);
  return flat(geometry.coordinates);
}

/** Positions by ring, line or point. */
function pathsOf(geometry: Geometry | null): Position[][] {
  if (geometry === null) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(pathsOf);
  if (geometry.type === 'Point') return [[geometry.coordinates]];
  const flat = (value: unknown): Position[][] =>
    Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === 'number'
      ? [value as Position[]]
      : (value as unknown[]).flatMap(flat);
  return flat(geometry.coordinates);
}

/** Metres between the places of two paths, corner by corner. */
const apart = (a: readonly Position[], b: readonly Position[]): number =>
  a.length === b.length
    ? Math.max(...a.map((position, at) => metresBetween(position, b[at]!)))
    : Infinity;

describe('coordinates come back', () => {
  const villages = villageTable();
  const places = villages.rows.map(({ geometry }) => positionsOf(geometry)[0]!);

  it.each(
    exportCrsChoices(BBOX)
      .filter(({ id }) => id !== 'epsg:3857')
      .map((crs) => [crs.id, crs.kind]),
  )('%s: 3,349 villages by our own reader', async (id, kind) => {
    const { features } = geojson((await written(villages, 'geojson', id)).bytes);
    const parsed = parseCrs(id);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.text);
    const back = converterFrom(parsed.value);
    const worst = Math.max(
      ...features.map(({ geometry }, at) => {
        const [x = NaN, y = NaN] = positionsOf(geometry)[0]!;
        const conversion = back(x, y);
        return conversion.ok ? metresBetween([...conversion.position], places[at]!) : Infinity;
      }),
    );
    expect(worst).toBeLessThan(kind === 'offset' ? 0.5 : 0.001);
  });

  it('Web Mercator is the sphere of EPSG:3857', async () => {
    const one = table([{ heading: '名称', kind: 'text' }], [[['甲'], point(111, 35)]]);
    const { features } = geojson((await written(one, 'geojson', 'epsg:3857')).bytes);
    // proj4's own EPSG:3857.
    const { default: proj4 } = await import('proj4');
    const [x = 0, y = 0] = proj4('EPSG:4326', 'EPSG:3857', [111, 35]);
    const [u = 0, v = 0] = positionsOf(features[0]!.geometry)[0]!;
    expect(Math.hypot(u - x, v - y)).toBeLessThan(0.001);
  });

  it.each(['wgs84', 'cgcs2000', 'epsg:4546', 'epsg:4525', 'epsg:4497', 'epsg:4508'])(
    'Shapefile in %s: areas, lines and points of the pack, read by shpjs through the .prj',
    async (id) => {
      for (const file of ['counties.geojson', 'base.geojson']) {
        const source = featureTable(file);
        const layers = await shapeLayers((await written(source, 'shapefile', id)).bytes);
        const all = [...layers.values()].flat();
        expect(all).toHaveLength(source.rows.length);
        for (const { geometry, properties } of all) {
          const from = source.rows[Number(properties?.['编号'])]!;
          expect(properties?.['名称']).toBe(from.cells[0]);
          const [before, after] = [pathsOf(from.geometry), pathsOf(geometry)];
          expect(after).toHaveLength(before.length);
          // A shapefile's rings run the other way round.
          const worst = Math.max(
            ...before.map((path, at) =>
              Math.min(apart(path, after[at]!), apart(path, after[at]!.toReversed())),
            ),
          );
          expect(worst).toBeLessThan(0.001);
        }
      }
    },
  );

  it('Shapefile: outer rings run clockwise, holes the other way', async () => {
    const ring = (size: number): Position[] => [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
      [0, 0],
    ];
    const hole = ring(1).map(([x = 0, y = 0]) => [x + 1, y + 1]);
    const square: Geometry = { type: 'Polygon', coordinates: [ring(4), hole] };
    const { bytes } = await written(
      table([{ heading: '名称', kind: 'text' }], [[['甲'], square]]),
      'shapefile',
    );
    const files = unzipped(bytes);
    const shpFile = Object.entries(files).find(([name]) => name.endsWith('.shp'))![1];
    const view = new DataView(shpFile.buffer, shpFile.byteOffset);
    // Record content begins at 108: type, box, 2 parts, 10 points, part starts 0 and 5, then points.
    expect([view.getInt32(108, true), view.getInt32(144, true), view.getInt32(148, true)]).toEqual([
      5, 2, 10,
    ]);
    expect([view.getFloat64(160 + 16, true), view.getFloat64(160 + 24, true)]).toEqual([0, 4]);
    const [features = []] = (await shapeLayers(bytes)).values();
    expect(features[0]?.geometry).toMatchObject({ type: 'Polygon' });
    expect(positionsOf(features[0]?.geometry ?? null)).toHaveLength(10);
  });

  it('KML: every geometry of the pack', async () => {
    for (const file of ['counties.geojson', 'base.geojson', 'projects.geojson']) {
      const source = featureTable(file);
      const features = kmlFeatures((await written(source, 'kml')).bytes);
      expect(features).toHaveLength(source.rows.length);
      features.forEach(({ geometry }, at) => {
        const before = positionsOf(source.rows[at]!.geometry);
        const after = positionsOf(geometry as Geometry | null);
        expect(after.map(String)).toEqual(before.map(String));
      });
    }
  });

  it('DXF: rings closed, in metres of the zone, layers by name', async () => {
    const source = { ...featureTable('counties.geojson'), layerColumn: 0 };
    const { entities, tables } = dxf((await written(source, 'dxf', 'epsg:4546')).bytes);
    const rings = entities.filter(({ type }) => type === 'LWPOLYLINE');
    const expected = source.rows.flatMap(({ geometry }) =>
      geometry?.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : geometry?.type === 'Polygon'
          ? geometry.coordinates
          : [],
    );
    expect(rings).toHaveLength(expected.length);
    const back = converterFrom({ kind: 'zone', name: '', zone: 37, prefix: 'without' });
    rings.forEach((entity, at) => {
      const { vertices, shape } = entity as unknown as {
        vertices: { x: number; y: number }[];
        shape: boolean;
      };
      expect(shape).toBe(true);
      expect(vertices).toHaveLength(expected[at]!.length - 1);
      vertices.forEach(({ x, y }, corner) => {
        const conversion = back(x, y);
        expect(
          conversion.ok && metresBetween([...conversion.position], expected[at]![corner]!),
        ).toBeLessThan(0.001);
      });
    });
    const names = Object.keys(tables.layer.layers);
    for (const { cells } of source.rows) expect(names).toContain(cells[0]);
  });
});

describe('names', () => {
  it('of files: nothing that a file system or a reader of names trips over', () => {
    expect(fileStem('运城/平陆: "清单"\u202Egpj.exe')).toBe('运城平陆清单gpj.exe');
    expect(fileStem('..\\..\\etc/passwd')).toBe('etcpasswd');
    expect([fileStem('CON'), fileStem('...'), fileStem('')]).toEqual(['CON_', '导出', '导出']);
    expect([...fileStem('𠮷'.repeat(200))]).toHaveLength(80);
  });

  it('of a GeoJSON that is not in WGS84: loud', async () => {
    expect((await written(textTable(['甲']), 'geojson', 'gcj02')).name).toBe(
      '甲表_GCJ02偏移坐标_非WGS84.geojson',
    );
    expect((await written(textTable(['甲']), 'geojson')).name).toBe('甲表.geojson');
    const { crs } = geojson((await written(textTable(['甲']), 'geojson', 'epsg:4546')).bytes);
    expect(crs).toEqual({ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4546' } });
  });

  it('of headings: apart, none empty', () => {
    expect(distinctHeadings(['户', '户', '', ' ', 'a', 'A'])).toEqual([
      '户',
      '户(2)',
      '列3',
      '列4',
      'a',
      'A(2)',
    ]);
  });

  it('of shapefile fields: at most 10 bytes, apart, no digit first', () => {
    const names = dbfFieldNames([
      '贫困户(2015)',
      '贫困户(2016)',
      '2015年',
      '行政区划代码',
      '行政区',
      '<>',
      '𠮷𠮷𠮷',
    ]);
    expect(names).toEqual(['贫困户2', '贫困户1', 'F2015年', '行政区', '行政区1', 'F', '𠮷𠮷']);
    for (const name of names) expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(10);
    expect(new Set(names).size).toBe(names.length);
  });

  it('of zones: the one of the region first, with its EPSG code', () => {
    expect(suggestedZoneCrs(BBOX).id).toBe('epsg:4546');
    expect(exportCrsChoices(BBOX).map(({ id }) => id)).toEqual([
      'wgs84',
      'cgcs2000',
      'epsg:4546',
      'epsg:4525',
      'epsg:4508',
      'epsg:4497',
      'gcj02',
      'bd09',
      'epsg:3857',
    ]);
  });
});
