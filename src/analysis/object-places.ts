// 到最近的县城、乡镇、道路、卫生所、学校: what an object is measured to, and how far it is.
// Seats and roads come from the pack, clinics, schools and more roads from what the user drew or imported. Nothing stands in
// for what no source gives: the pack has no county seats, so that distance has a reason instead of a number.
import type { Geometry } from 'geojson';
import { type PlanObject, textValue } from '../domain/plan-object';
import type { RegionPack } from '../domain/region-pack';
import { geometryDistanceMetres } from '../geo/geometry-distance';
import { projectShape } from '../geo/project-shape';
import { villageIndex } from '../geo/village-index';
import { villageDistances } from '../geo/villages-distances';

export type PlaceKind = 'county-seat' | 'township-seat' | 'road' | 'clinic' | 'school';

export const PLACE_KINDS: readonly PlaceKind[] = [
  'county-seat',
  'township-seat',
  'road',
  'clinic',
  'school',
];

export const PLACE_KIND_WORDS: Readonly<Record<PlaceKind, string>> = {
  'county-seat': '县城',
  'township-seat': '乡镇驻地',
  road: '道路项目',
  clinic: '卫生所（院）',
  school: '学校',
};

export interface KnownPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: string;
  readonly geometry: Geometry;
  /** The true place lies within this many metres. */
  readonly accuracyMetres: number;
}

export interface PlaceDistance {
  readonly kind: PlaceKind;
  /** null with a reason where nothing of the kind has a place. */
  readonly nearest: {
    readonly id: string;
    readonly name: string;
    /** Geodesic, to the nearest point of both; 0 where they meet. */
    readonly metres: number;
    /** Accuracies of both added up. */
    readonly accuracyMetres: number;
  } | null;
  /** Chinese; empty when there is a distance. */
  readonly reason: string;
}

const MISSING: Readonly<Record<PlaceKind, string>> = {
  'county-seat': '数据包没有县城驻地的坐标',
  'township-seat': '没有已知坐标的乡镇驻地',
  road: '没有带线位的道路项目',
  clinic: '没有卫生所（院）的位置，可以画出或导入',
  school: '没有学校的位置，可以画出或导入',
};

const FACILITIES: Readonly<Record<string, PlaceKind>> = {
  'village-clinic': 'clinic',
  'township-hospital': 'clinic',
  'primary-school': 'school',
  'middle-school': 'school',
};

function placeKindOf(object: PlanObject): PlaceKind | null {
  if (object.kind !== 'project') return null;
  if (textValue(object, 'projectKind') === 'road') return 'road';
  if (textValue(object, 'projectKind') !== 'facility') return null;
  return FACILITIES[textValue(object, 'facilityKind') ?? ''] ?? null;
}

/** Every place of the pack and of the drawn objects; give the effective pack so that imports count. */
export function knownPlaces(
  pack: RegionPack,
  objects: readonly PlanObject[],
): readonly KnownPlace[] {
  const seats = pack.townships.flatMap(({ code, name, seat, seatAccuracyMetres }): KnownPlace[] => {
    if (seat === null) return [];
    const geometry: Geometry = { type: 'Point', coordinates: [...seat] };
    const accuracyMetres = seatAccuracyMetres ?? 0;
    return [{ kind: 'township-seat', id: code, name, geometry, accuracyMetres }];
  });
  const roads = pack.projects.flatMap(
    ({ id, name, kind, geometry, alignmentAccuracyMetres }): KnownPlace[] =>
      kind !== 'road' || geometry === null
        ? []
        : [{ kind, id, name, geometry, accuracyMetres: alignmentAccuracyMetres ?? 0 }],
  );
  const drawn = objects.flatMap((object): KnownPlace[] => {
    const kind = placeKindOf(object);
    const { id, name, geometry, accuracyMetres } = object;
    return kind === null || geometry === null ? [] : [{ kind, id, name, geometry, accuracyMetres }];
  });
  return [...seats, ...roads, ...drawn];
}

/** Points are measured in one go: 150 township seats would otherwise prepare the object 150 times. */
function metresToPlaces(geometry: Geometry, places: readonly KnownPlace[]): readonly number[] {
  const points = places.map((place) =>
    place.geometry.type === 'Point' ? place.geometry.coordinates : null,
  );
  const known = points.filter((point) => point !== null);
  const index = villageIndex(
    Float64Array.from(known, ([lng = Number.NaN]) => lng),
    Float64Array.from(known, ([, lat = Number.NaN]) => lat),
  );
  const { exactAt } = villageDistances(index, projectShape(geometry));
  let at = 0;
  return places.map((place, k) =>
    points[k] === null ? geometryDistanceMetres(geometry, place.geometry) : exactAt(at++),
  );
}

/** The nearest of each kind, in the order of PLACE_KINDS; the first of two equally near. The object itself is left out. */
export function placeDistances(
  object: Pick<PlanObject, 'id' | 'accuracyMetres'> & { readonly geometry: Geometry },
  places: readonly KnownPlace[],
): readonly PlaceDistance[] {
  const others = places.filter(({ id }) => id !== object.id);
  const metres = metresToPlaces(object.geometry, others);
  return PLACE_KINDS.map((kind): PlaceDistance => {
    let nearest: PlaceDistance['nearest'] = null;
    others.forEach((place, at) => {
      const away = metres[at] ?? Number.POSITIVE_INFINITY;
      if (place.kind !== kind || !(away < (nearest?.metres ?? Number.POSITIVE_INFINITY))) return;
      const accuracyMetres = object.accuracyMetres + place.accuracyMetres;
      nearest = { id: place.id, name: place.name, metres: away, accuracyMetres };
    });
    return { kind, nearest, reason: nearest === null ? MISSING[kind] : '' };
  });
}
