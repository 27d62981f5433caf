// Belts and zones. Shapes come from the base layers by id: one river may be several pieces; a zone has no shape of its own.
import type { Geometry, Position } from 'geojson';
import { readFact } from './facts';

interface BeltFacts {
  readonly id: string;
  readonly shapeKind: 'zone' | 'corridor' | 'upland';
  /** Ids of base-layer shapes. */
  readonly shapeIds: readonly string[];
}

export interface BeltRecord extends Omit<BeltFacts, 'shapeIds'> {
  readonly geometry: Geometry | null;
}

function lineOf(geometry: Geometry, id: string): Position[] {
  if (geometry.type !== 'LineString') throw new Error(`${id} is ${geometry.type}, not a line`);
  return geometry.coordinates;
}

function beltGeometry(belt: BeltFacts, shapes: ReadonlyMap<string, Geometry>): Geometry | null {
  const found = belt.shapeIds.map((id) => {
    const shape = shapes.get(id);
    if (shape === undefined) throw new Error(`belt ${belt.id}: no shape ${id}`);
    return shape;
  });
  const [first, ...others] = found;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  return {
    type: 'MultiLineString',
    coordinates: found.map((shape) => lineOf(shape, belt.id)),
  };
}

/** Belts with geometry, other properties as the facts give them. */
export function beltRecords(
  folder: string,
  shapes: ReadonlyMap<string, Geometry>,
): readonly BeltRecord[] {
  return readFact<BeltFacts[]>(folder, 'belts.json', []).map(({ shapeIds, ...belt }) => ({
    ...belt,
    geometry: beltGeometry({ shapeIds, ...belt }, shapes),
  }));
}
