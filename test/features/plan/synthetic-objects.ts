import type { Geometry } from 'geojson';
import type { FieldValue, PlanObject, PlanObjectKind } from '../../../src/domain/plan-object';

/** A plainly synthetic object; geometry in plain degrees. */
export function planObject(
  id: string,
  kind: PlanObjectKind,
  values: Readonly<Record<string, FieldValue>> = {},
  geometry: Geometry | null = null,
): PlanObject {
  return {
    id,
    kind,
    name: `甲${id}`,
    geometry,
    accuracyMetres: 100,
    values: new Map(Object.entries(values)),
    note: '',
    madeAt: '2020-01-01T00:00:00.000Z',
  };
}

export function point(lng: number, lat: number): Geometry {
  return { type: 'Point', coordinates: [lng, lat] };
}
