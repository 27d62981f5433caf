// 重叠: which other objects and reference areas an object lies on, by name, with surface and shares. As drawn: accuracies
// are left out. What is less than a square metre is two borders that should be one, and no overlap.
import type { Geometry } from 'geojson';
import { type PlanObject, type PlanObjectKind, textValue } from '../domain/plan-object';
import { polygonAreaSquareMetres } from '../geo/area';
import { geometryDistanceMetres } from '../geo/geometry-distance';
import { type SharedSquareMetres, boundsMeet, isArea } from './area-shares';

/** Land that a rule keeps free: only the strict parts of reserves and water sources. */
export type Protection = 'redline' | 'basic-farmland' | 'protected-core' | 'water-source';

export interface ObjectOverlap {
  readonly id: string;
  readonly name: string;
  readonly kind: PlanObjectKind;
  readonly protection: Protection | null;
  /** null where either is a point or a line: then they only meet. */
  readonly squareMetres: number | null;
  /** 0..1 of the object, and of the other; null like `squareMetres`. */
  readonly share: number | null;
  readonly shareOfOther: number | null;
}

const LEAST_SQUARE_METRES = 1;

/** The protection that a reference area stands for; null for other objects and for parts without a ban. */
export function protectionOf(object: PlanObject): Protection | null {
  if (object.kind !== 'reference') return null;
  switch (textValue(object, 'referenceKind')) {
    case 'redline':
      return 'redline';
    case 'basic-farmland':
      return 'basic-farmland';
    case 'protected-area':
      return textValue(object, 'protectedPart') === 'core' ? 'protected-core' : null;
    case 'water-source':
      return textValue(object, 'waterSourceGrade') === 'first' ? 'water-source' : null;
    default:
      return null;
  }
}

function overlap(
  geometry: Geometry,
  other: PlanObject & { readonly geometry: Geometry },
  shared: SharedSquareMetres,
): ObjectOverlap | null {
  const { id, name, kind } = other;
  const base = { id, name, kind, protection: protectionOf(other) };
  if (!isArea(geometry) || !isArea(other.geometry)) {
    const isMet = geometryDistanceMetres(geometry, other.geometry) === 0;
    return isMet ? { ...base, squareMetres: null, share: null, shareOfOther: null } : null;
  }
  const squareMetres = shared(geometry, other.geometry);
  if (squareMetres < LEAST_SQUARE_METRES) return null;
  const part = (whole: number): number => Math.min(squareMetres / whole, 1);
  return {
    ...base,
    squareMetres,
    share: part(polygonAreaSquareMetres(geometry)),
    shareOfOther: part(polygonAreaSquareMetres(other.geometry)),
  };
}

/** Overlaps with `others`, largest first, then those that only meet; itself and what is not drawn left out. */
export function objectOverlaps(
  { id, geometry }: { readonly id: string; readonly geometry: Geometry },
  others: readonly PlanObject[],
  shared: SharedSquareMetres,
): readonly ObjectOverlap[] {
  const found = others.flatMap((other) => {
    if (other.id === id || other.geometry === null) return [];
    if (!boundsMeet(geometry, other.geometry)) return [];
    return overlap(geometry, { ...other, geometry: other.geometry }, shared) ?? [];
  });
  return found.toSorted(
    (a, b) => (b.squareMetres ?? 0) - (a.squareMetres ?? 0) || a.id.localeCompare(b.id),
  );
}
