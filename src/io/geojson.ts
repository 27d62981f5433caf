// GeoJSON (RFC 7946): WGS84 longitude, latitude; UTF-8 without BOM; one feature a line, so that files can be compared.
import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** 7 decimals = about 1 cm: finer than any position we hold, coarser than rounding noise. */
const DECIMALS = 7;
const SCALE = 10 ** DECIMALS;

function rounded(coordinates: unknown): unknown {
  if (Array.isArray(coordinates)) return coordinates.map(rounded);
  return typeof coordinates === 'number' ? Math.round(coordinates * SCALE) / SCALE : coordinates;
}

function replacer(key: string, value: unknown): unknown {
  return key === 'coordinates' ? rounded(value) : value;
}

function featureText(feature: Feature<Geometry | null>): string {
  return JSON.stringify(feature, replacer);
}

/**
 * A collection as file bytes. `about` becomes the foreign member "about" (RFC 7946 §6.1), for sources and parameters;
 * readers that do not know it skip it.
 */
export function writeGeoJson(
  collection: FeatureCollection<Geometry | null>,
  about: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  const features = collection.features.map(featureText).join(',\n');
  const text = `{"type":"FeatureCollection","about":${JSON.stringify(about)},"features":[\n${features}\n]}\n`;
  return new TextEncoder().encode(text);
}
