// 两个情景的对象差别: added, removed and changed objects, matched by id; what changed in each, and how far it moved.
// Moved: geodesic distance of the centres of gravity (geo/shape-centre.ts). A change of shape that keeps the centre moves by 0
// and is still a change.
import type { Geometry } from 'geojson';
import type { FieldId, FieldValue, PlanObject } from '../domain/plan-object';
import { geodesicDistanceMetres } from '../geo/geodesic';
import { geometryNumbers, sameNumbers } from '../geo/positions';
import { centreOf } from '../geo/shape-centre';
import { objectSize } from './object-facts';

/** An own property of PlanObject that people edit. */
export type ObjectProperty = 'kind' | 'name' | 'accuracyMetres' | 'note';

export interface FieldChange {
  readonly field: FieldId;
  /** null: not there. */
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

export interface GeometryChange {
  /** null where one of the two has none. */
  readonly movedMetres: number | null;
  /** After − before; null where either has no surface. */
  readonly squareMetres: number | null;
}

export interface ObjectChange {
  readonly id: string;
  readonly before: PlanObject;
  readonly after: PlanObject;
  readonly properties: readonly ObjectProperty[];
  /** In order of the values before, then new ones. */
  readonly fields: readonly FieldChange[];
  /** null where the geometry is the same. */
  readonly geometry: GeometryChange | null;
}

export interface ObjectChanges {
  readonly added: readonly PlanObject[];
  readonly removed: readonly PlanObject[];
  /** In the order of `before`. */
  readonly changed: readonly ObjectChange[];
}

function sameValue(a: FieldValue | null, b: FieldValue | null): boolean {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    return a.length === b.length && a.every((item, at) => item === b[at]);
  }
  return Object.is(a, b);
}

function fieldChanges(before: PlanObject, after: PlanObject): readonly FieldChange[] {
  const ids = [...new Set([...before.values.keys(), ...after.values.keys()])];
  return ids.flatMap((field) => {
    const [from, to] = [before.values.get(field) ?? null, after.values.get(field) ?? null];
    return sameValue(from, to) ? [] : [{ field, before: from, after: to }];
  });
}

function geometryChange(before: Geometry | null, after: Geometry | null): GeometryChange | null {
  if (before === after) return null;
  if (before === null || after === null) return { movedMetres: null, squareMetres: null };
  if (sameNumbers(geometryNumbers(before), geometryNumbers(after))) return null;
  const [from, to] = [centreOf(before), centreOf(after)];
  const [areaBefore, areaAfter] = [objectSize(before).squareMetres, objectSize(after).squareMetres];
  return {
    movedMetres: from === null || to === null ? null : geodesicDistanceMetres(from, to),
    squareMetres: areaBefore === null || areaAfter === null ? null : areaAfter - areaBefore,
  };
}

const PROPERTIES: readonly ObjectProperty[] = ['kind', 'name', 'accuracyMetres', 'note'];

function objectChange(before: PlanObject, after: PlanObject): ObjectChange | null {
  if (before === after) return null;
  const properties = PROPERTIES.filter((property) => before[property] !== after[property]);
  const fields = fieldChanges(before, after);
  const geometry = geometryChange(before.geometry, after.geometry);
  if (properties.length === 0 && fields.length === 0 && geometry === null) return null;
  return { id: before.id, before, after, properties, fields, geometry };
}

/** Two states of the same document's objects. The time of making is no change. */
export function objectChanges(
  before: readonly PlanObject[],
  after: readonly PlanObject[],
): ObjectChanges {
  const [old, now] = [before, after].map((list) => new Map(list.map((each) => [each.id, each])));
  return {
    added: after.filter(({ id }) => old?.has(id) !== true),
    removed: before.filter(({ id }) => now?.has(id) !== true),
    changed: before.flatMap((object) => {
      const next = now?.get(object.id);
      return next === undefined ? [] : (objectChange(object, next) ?? []);
    }),
  };
}
