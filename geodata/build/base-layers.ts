// Base layers: geometry from facts/<region>/shapes-*.geojson, properties from base-layers.json, matched by id.
// Areas that the contouring left touching themselves are cleaned by the even-odd rule.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { featureCollection, union } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { BaseFeature } from '../../src/domain/base-layer';
import { readFact, readJson } from './facts';
import type { Areal } from '../../src/packs/make/planar';
import { publishedGeometry } from '../../src/packs/make/published-geometry';

/** The even-odd interior of an area, free of self-crossings. */
function cleanAreal(geometry: Areal): Areal {
  const self: Feature<Areal> = { type: 'Feature', properties: {}, geometry };
  const cleaned = union(featureCollection([self, self]));
  if (cleaned === null) throw new Error('an area has no interior');
  return cleaned.geometry;
}

/** Geometry by id from the shape files of `folder`, ready to publish. */
export function readShapes(folder: string): ReadonlyMap<string, Geometry> {
  const shapes = new Map<string, Geometry>();
  for (const name of readdirSync(folder).filter((file) => /^shapes-.*\.geojson$/.test(file))) {
    const file = readJson<FeatureCollection>(join(folder, name));
    for (const { id, geometry } of file.features) {
      const areal = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
      shapes.set(String(id), publishedGeometry(areal ? cleanAreal(geometry) : geometry));
    }
  }
  return shapes;
}

export function baseFeatures(
  folder: string,
  shapes: ReadonlyMap<string, Geometry>,
): readonly BaseFeature[] {
  return readFact<Omit<BaseFeature, 'geometry'>[]>(folder, 'base-layers.json', []).map((entry) => {
    const geometry = shapes.get(entry.id);
    if (geometry === undefined) throw new Error(`no shape for ${entry.id}`);
    return { ...entry, geometry };
  });
}
