// MapLibre filters are simplest on a property, so every feature carries its shape; collections are split.
import type { Feature, FeatureCollection, Geometry } from 'geojson';

export type FeatureShape = 'area' | 'line' | 'point';

export type Properties = Readonly<Record<string, string | number | boolean | null>>;

export type MapFeature = Feature<Geometry, Properties & { readonly shape: FeatureShape }>;
export type MapFeatures = FeatureCollection<
  Geometry,
  Properties & { readonly shape: FeatureShape }
>;

export const NO_FEATURES: MapFeatures = { type: 'FeatureCollection', features: [] };

const SHAPES: Readonly<Record<Exclude<Geometry['type'], 'GeometryCollection'>, FeatureShape>> = {
  Polygon: 'area',
  MultiPolygon: 'area',
  LineString: 'line',
  MultiLineString: 'line',
  Point: 'point',
  MultiPoint: 'point',
};

/** One feature for a plain geometry, one for each member of a collection, none for null. */
export function mapFeatures(geometry: Geometry | null, properties: Properties): MapFeature[] {
  if (!geometry) return [];
  if (geometry.type === 'GeometryCollection') {
    return geometry.geometries.flatMap((member) => mapFeatures(member, properties));
  }
  return [
    { type: 'Feature', geometry, properties: { ...properties, shape: SHAPES[geometry.type] } },
  ];
}

/** The shapes that a geometry is drawn as; several for a collection. */
export function featureShapes(geometry: Geometry): ReadonlySet<FeatureShape> {
  return new Set(mapFeatures(geometry, {}).map(({ properties }) => properties.shape));
}

export function collection(features: MapFeature[]): MapFeatures {
  return { type: 'FeatureCollection', features };
}

function sameFeature(a: MapFeature, b: MapFeature): boolean {
  if (a.geometry !== b.geometry) return false;
  const keys = Object.keys(a.properties);
  return (
    keys.length === Object.keys(b.properties).length &&
    keys.every((key) => a.properties[key] === b.properties[key])
  );
}

/** The same geometries (as objects: they are not changed in place) with the same properties, in the same order. */
export function sameFeatures(a: MapFeatures, b: MapFeatures): boolean {
  return (
    a.features.length === b.features.length &&
    a.features.every((feature, at) => sameFeature(feature, b.features[at] as MapFeature))
  );
}
