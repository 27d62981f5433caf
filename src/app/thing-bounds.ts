import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import type { PackIndex } from '../domain/pack-index';
import type { Inspected } from '../features/inspect/inspected';

/** About 2 km round a single point, so that its surroundings show. */
const POINT_MARGIN_DEGREES = 0.02;

function positionsOf(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const flat = (part: unknown): readonly Position[] => {
    if (!Array.isArray(part)) return [];
    return typeof part[0] === 'number' ? [part as Position] : part.flatMap(flat);
  };
  return flat(geometry.coordinates);
}

function boundsOf(geometries: readonly Geometry[]): BoundingBox | null {
  const positions = geometries.flatMap(positionsOf);
  if (positions.length === 0) return null;
  const lngs = positions.map(([lng = 0]) => lng);
  const lats = positions.map(([, lat = 0]) => lat);
  const margin = positions.length === 1 ? POINT_MARGIN_DEGREES : 0;
  return [
    Math.min(...lngs) - margin,
    Math.min(...lats) - margin,
    Math.max(...lngs) + margin,
    Math.max(...lats) + margin,
  ];
}

function countyShapes(index: PackIndex, codes: readonly string[]): readonly Geometry[] {
  return codes.flatMap((code) => index.countyByCode.get(code)?.geometry ?? []);
}

function geometriesOf(index: PackIndex, thing: Inspected): readonly Geometry[] {
  const { pack } = index;
  switch (thing.kind) {
    case 'village': {
      const village = index.villageByCode.get(thing.code);
      return village ? [{ type: 'Point', coordinates: [...village.position] }] : [];
    }
    case 'township': {
      const township = index.townshipByCode.get(thing.code);
      if (!township) return [];
      return township.geometry ? [township.geometry] : countyShapes(index, [township.countyCode]);
    }
    case 'county':
      return countyShapes(index, [thing.code]);
    case 'project': {
      const project = index.projectById.get(thing.id);
      if (!project) return [];
      return project.geometry ? [project.geometry] : countyShapes(index, project.countyCodes);
    }
    case 'belt':
      return countyShapes(
        index,
        pack.belts.find((belt) => belt.id === thing.id)?.countyCodes ?? [],
      );
    case 'relocation':
      return countyShapes(
        index,
        pack.relocations.find((programme) => programme.id === thing.id)?.countyCodes ?? [],
      );
    case 'base-feature':
      return pack.baseFeatures.flatMap((f) => (f.id === thing.id ? [f.geometry] : []));
  }
}

/** Where to look for things; scope-only things give their counties. Null when the pack knows none of them. */
export function thingBounds(index: PackIndex, things: readonly Inspected[]): BoundingBox | null {
  return boundsOf(things.flatMap((thing) => geometriesOf(index, thing)));
}
