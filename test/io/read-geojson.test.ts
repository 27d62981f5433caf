import { describe, expect, it } from 'vitest';
import type { BoundingBox } from '../../src/domain/lng-lat';
import { GEOJSON_MAX_BYTES, fileSizeProblem, readGeojson } from '../../src/io/read-geojson';

const bbox: BoundingBox = [110, 34, 112, 36];
const line = {
  type: 'LineString',
  coordinates: [
    [111, 35],
    [111.5, 35.5],
  ],
};
const feature = (geometry: unknown) => ({ type: 'Feature', properties: { name: '甲' }, geometry });
const collection = (...geometries: unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map(feature),
});

function read(content: unknown, swapAxes = false) {
  const bytes =
    content instanceof Uint8Array
      ? content
      : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return readGeojson({ fileName: '甲.geojson', bytes, bbox, swapAxes });
}

function codes(content: unknown, swapAxes = false): string[] {
  const outcome = read(content, swapAxes);
  return (outcome.ok ? outcome.notes : outcome.problems).map(
    (problem) => `${problem.severity} ${problem.code}`,
  );
}

describe('readGeojson', () => {
  it.each([
    ['a bare geometry', line, 'LineString', 1],
    ['a feature', feature(line), 'LineString', 1],
    ['one feature of a collection', collection(line), 'LineString', 1],
    ['several lines', collection(line, line), 'MultiLineString', 2],
    [
      'points and multipoints',
      collection(
        { type: 'Point', coordinates: [111, 35] },
        { type: 'MultiPoint', coordinates: [[111, 35]] },
      ),
      'MultiPoint',
      2,
    ],
    [
      'kinds mixed',
      collection(line, { type: 'Point', coordinates: [111, 35] }),
      'GeometryCollection',
      2,
    ],
    [
      'a geometry collection',
      { type: 'GeometryCollection', geometries: [line, line] },
      'MultiLineString',
      1,
    ],
  ])('reads %s', (_name, content, type, featureCount) => {
    expect(read(content)).toMatchObject({
      ok: true,
      value: { geometry: { type }, featureCount },
      notes: [],
    });
  });

  it.each([
    ['no JSON', '{"type":', 'error geojson-not-json'],
    ['an Excel file', 'PK\u0003\u0004', 'error geojson-not-json'],
    ['an empty file', '', 'error geojson-empty'],
    ['JSON that is no geometry', { hello: 1 }, 'error geojson-type'],
    ['TopoJSON', { type: 'Topology', objects: {} }, 'error geojson-type'],
    ['null', 'null', 'error geojson-type'],
    ['nothing in it', collection(), 'error geojson-nothing'],
    [
      'text for numbers',
      { type: 'Point', coordinates: ['111', '35'] },
      'error position-not-number',
    ],
    [
      'null for NaN',
      {
        type: 'LineString',
        coordinates: [
          [111, 35],
          [null, 35],
        ],
      },
      'error position-not-number',
    ],
    [
      'Gauss–Krüger metres',
      { type: 'Point', coordinates: [500000, 3870000] },
      'error position-projected',
    ],
    [
      'latitude first',
      {
        type: 'LineString',
        coordinates: [
          [35, 111],
          [35.5, 111.5],
        ],
      },
      'error position-swapped',
    ],
    [
      'degrees that are none',
      { type: 'Point', coordinates: [111, 95] },
      'error position-out-of-range',
    ],
    ['a place elsewhere', { type: 'Point', coordinates: [120, 30] }, 'warning position-outside'],
    [
      'a line of one point',
      { type: 'LineString', coordinates: [[111, 35]] },
      'error geojson-few-positions',
    ],
    ['no coordinates', { type: 'LineString' }, 'error geojson-few-positions'],
    [
      'an open ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [111, 35],
            [111.1, 35],
            [111.1, 35.1],
            [111, 35.1],
          ],
        ],
      },
      'error geojson-ring-open',
    ],
    [
      'a bow tie',
      {
        type: 'Polygon',
        coordinates: [
          [
            [111, 35],
            [111.1, 35.1],
            [111.1, 35],
            [111, 35.1],
            [111, 35],
          ],
        ],
      },
      'error geojson-ring-crossing',
    ],
    [
      'another CRS',
      { ...line, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2383' } } },
      'error geojson-crs',
    ],
    [
      'a linked CRS',
      { ...line, crs: { type: 'link', properties: { href: 'http://x' } } },
      'error geojson-crs',
    ],
    ['heights', { type: 'Point', coordinates: [111, 35, 400] }, 'warning geojson-height'],
    ['a feature without geometry', collection(line, null), 'warning geojson-no-geometry'],
  ])('meets %s', (_name, content, code) => {
    expect(codes(content)).toEqual([code]);
  });

  it('accepts CRS84, WGS84 and CGCS2000 by their names', () => {
    for (const name of [
      'urn:ogc:def:crs:OGC:1.3:CRS84',
      'EPSG:4326',
      'urn:ogc:def:crs:EPSG::4490',
    ]) {
      expect(codes({ ...line, crs: { type: 'name', properties: { name } } })).toEqual([]);
    }
  });

  it('reads latitude first when told so', () => {
    const swapped = {
      type: 'LineString',
      coordinates: [
        [35, 111],
        [35.5, 111.5],
      ],
    };
    const outcome = read(swapped, true);
    expect(outcome.ok && outcome.value.geometry).toEqual(line);
  });

  it('names the file and the feature where the first oddity is', () => {
    const outcome = read(collection(line, { type: 'Point', coordinates: [120, 30] }));
    expect(outcome.ok && outcome.notes[0]?.where).toEqual({ file: '甲.geojson', row: 2 });
    expect(outcome.ok && outcome.notes[0]?.text).toContain('120, 30');
  });

  it('reads GB18030 and UTF-16 text and says the former', () => {
    const [before = '', after = ''] = JSON.stringify(feature(line)).split('甲');
    const encoder = new TextEncoder();
    const gbk = Uint8Array.from([...encoder.encode(before), 0xbc, 0xd7, ...encoder.encode(after)]);
    expect(codes(gbk)).toEqual(['warning geojson-gb18030']);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${JSON.stringify(feature(line))}`, 'utf16le'));
    expect(codes(utf16)).toEqual([]);
  });

  it('lets no key of the file reach an object of ours', () => {
    const outcome = read(
      '{"__proto__": {"polluted": 1, "type": "Point", "coordinates": [111, 35]}, "constructor": {"prototype": {"polluted": 1}}}',
    );
    expect(outcome.ok).toBe(false);
    const kept = read('{"type":"Point","coordinates":[111,35],"__proto__":{"polluted":1}}');
    expect(kept.ok && Object.keys(kept.value.geometry)).toEqual(['type', 'coordinates']);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses by size before reading', () => {
    expect(fileSizeProblem('甲', GEOJSON_MAX_BYTES)).toBeNull();
    expect(fileSizeProblem('甲', GEOJSON_MAX_BYTES + 1)?.code).toBe('geojson-too-large');
  });

  it('joins parts of two hundred thousand points', () => {
    const points = Array.from({ length: 200_000 }, (_, i) => [110 + (i % 1000) / 1000, 35]);
    const many = { type: 'MultiPoint', coordinates: points };
    const outcome = read(collection(many, many));
    expect(outcome.ok && outcome.value.positionCount).toBe(400_000);
  });
});
