import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import { findImportedThing } from '../domain/imported-things';
import type { ImportRecord } from '../domain/imported';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
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
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  // An imported layer may have more positions than a call takes arguments.
  for (const geometry of geometries) {
    for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  }
  if (west > east) return null;
  const margin = west === east && south === north ? POINT_MARGIN_DEGREES : 0;
  return [west - margin, south - margin, east + margin, north + margin];
}

function countyShapes(index: PackIndex, codes: readonly string[]): readonly Geometry[] {
  return codes.flatMap((code) => index.countyByCode.get(code)?.geometry ?? []);
}

/** The user's own things that may be looked at. */
interface OwnThings {
  readonly imports: ReadonlyMap<string, ImportRecord>;
  readonly objects: ReadonlyMap<string, PlanObject>;
}

function geometriesOf(index: PackIndex, own: OwnThings, thing: Inspected): readonly Geometry[] {
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
    case 'imported': {
      const found = findImportedThing(own.imports.values(), thing.id);
      return found ? [found.feature.geometry] : [];
    }
    case 'plan-object': {
      const object = own.objects.get(thing.id);
      return object?.geometry ? [object.geometry] : [];
    }
  }
}

/** Where to look for things; scope-only things give their counties. Null when none of them is known. */
export function thingBounds(
  index: PackIndex,
  own: OwnThings,
  things: readonly Inspected[],
): BoundingBox | null {
  return boundsOf(things.flatMap((thing) => geometriesOf(index, own, thing)));
}

/** Where an import lies: its things, or its villages where they now stand. Null when it names no place. */
export function importBounds(index: PackIndex, { content }: ImportRecord): BoundingBox | null {
  if (content.kind === 'terrain') return content.grid.bounds;
  if (content.kind !== 'villages') return boundsOf(content.features.map((each) => each.geometry));
  return boundsOf(
    content.villages.flatMap(({ code }) =>
      geometriesOf(index, { imports: new Map(), objects: new Map() }, { kind: 'village', code }),
    ),
  );
}
