import validation from 'geojson-validation';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { writeGeoJson } from '../../src/io/geojson';

const COLLECTION: FeatureCollection<Point> = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: '990001001001',
      properties: { 村名: '甲村', 贫困户: null },
      geometry: { type: 'Point', coordinates: [110.123456789, 35] },
    },
  ],
};

describe('writeGeoJson', () => {
  it('writes a collection that can be read back, rounded to 7 decimals, without BOM', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      writeGeoJson(COLLECTION, { title: '甲' }),
    );
    const read = JSON.parse(text) as FeatureCollection<Point> & { about: unknown };
    expect(read.about).toEqual({ title: '甲' });
    expect(read.features[0]?.geometry.coordinates).toEqual([110.1234568, 35]);
    expect(read.features[0]?.properties).toEqual({ 村名: '甲村', 贫困户: null });
    expect(validation.isGeometryObject(read.features[0]?.geometry, true)).toEqual([]);
    expect(text.split('\n')).toHaveLength(4);
  });

  it('writes an empty collection', () => {
    const text = new TextDecoder().decode(
      writeGeoJson({ type: 'FeatureCollection', features: [] }),
    );
    expect(JSON.parse(text)).toEqual({ type: 'FeatureCollection', about: {}, features: [] });
  });
});
