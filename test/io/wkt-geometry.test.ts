import { describe, expect, it } from 'vitest';
import { MOST_VERTICES, VertexCount } from '../../src/io/limits';
import { withWktGeometry, wktGeometry } from '../../src/io/wkt-geometry';

const read = (text: string) => wktGeometry(text, new VertexCount());

describe('geometry as text', () => {
  it.each([
    ['POINT(111 35)', 'Point', [111, 35]],
    ['point zm (111 35 400 7)', 'Point', [111, 35, 400, 7]],
    ['SRID=4490;LINESTRING(1 2,-3.5 4e1)', 'LineString', [[1, 2], [-3.5, 40]]], // prettier-ignore
    ['POLYGON((0 0, 9 0, 9 9, 0 0),(1 1, 2 1, 2 2, 1 1))', 'Polygon', [[[0, 0], [9, 0], [9, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]], // prettier-ignore
    ['MULTIPOINT(1 2, 3 4)', 'MultiPoint', [[1, 2], [3, 4]]], // prettier-ignore
    ['MULTIPOINT((1 2), (3 4))', 'MultiPoint', [[1, 2], [3, 4]]], // prettier-ignore
    ['MULTILINESTRING((1 2, 3 4), (5 6, 7 8))', 'MultiLineString', [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]], // prettier-ignore
    ['MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)))', 'MultiPolygon', [[[[0, 0], [9, 0], [9, 9], [0, 0]]]]], // prettier-ignore
  ])('%s', (text, type, coordinates) => {
    expect(read(text)).toEqual({ type, coordinates });
  });

  it.each([
    'POINT(111)',
    'POINT(1 2, 3 4)',
    'POINT(1 2',
    'POINT(1 2))',
    'POINT(1 二)',
    'POINT(1 2) 等',
    'POINT("1 2")',
    'LINESTRING((1 2, 3 4))',
    'LINESTRING(1 2; 3 4)',
    'POLYGON((1 2, 3 4), 5 6)',
    'POLYGON EMPTY',
    'CIRCULARSTRING(1 2, 3 4, 5 6)',
    '南坡村(东)',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('is refused above ten million vertices, over all cells', () => {
    const vertices = new VertexCount();
    vertices.add(MOST_VERTICES - 1);
    expect(wktGeometry('POINT(1 2)', vertices)).not.toBeNull();
    expect(() => wktGeometry('POINT(1 2)', vertices)).toThrow('超过 1,000 万个');
  });

  it('is taken from a plain table alone: features have their own', () => {
    const rows = [{ row: 1, cells: ['POINT(1 2)'], geometry: null }];
    const layer = { name: '甲', headings: ['文字'], rows, declaredCrs: null };
    expect(withWktGeometry(layer, '甲.geojson', new VertexCount()).layer).toBe(layer);
  });
});
