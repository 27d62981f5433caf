// Projects, their scope, relocation and belts as features.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { County } from '../../domain/administrative';
import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';
import type { RelocationProgramme } from '../../domain/relocation';
import type { BeltArea } from '../map-types';
import { printedName } from './base-features';
import { collection, mapFeatures, type MapFeature, type MapFeatures } from './feature-shape';
import { labelPoint } from './label-point';

function isSchematic(project: Project): boolean {
  return project.alignment === 'schematic';
}

/** Lines and points of the projects that have any. */
export function projectFeatures(
  projects: readonly Project[],
  chosen: ReadonlySet<string>,
): MapFeatures {
  return collection(
    projects.flatMap((project) =>
      mapFeatures(project.geometry, {
        id: project.id,
        name: project.name,
        kind: project.kind,
        schematic: isSchematic(project),
        chosen: chosen.has(project.id),
      }),
    ),
  );
}

/** One name a project, ≈ before a schematic one, and the names of its known places. */
export function projectLabelFeatures(
  projects: readonly Project[],
  chosen: ReadonlySet<string>,
): MapFeatures {
  const features = projects.flatMap((project): MapFeature[] => {
    const point = project.geometry ? labelPoint(project.geometry) : null;
    if (!point) return [];
    const common = { id: project.id, kind: project.kind, chosen: chosen.has(project.id) };
    const name = printedName(project.name, isSchematic(project));
    const places = project.places.flatMap((place) =>
      mapFeatures(place.position ? { type: 'Point', coordinates: [...place.position] } : null, {
        ...common,
        label: 'place',
        name: printedName(place.name),
      }),
    );
    return [
      ...mapFeatures(
        { type: 'Point', coordinates: [...point] },
        { ...common, label: 'project', name },
      ),
      ...places,
    ];
  });
  return collection(features);
}

/** Areas that a project without geometry is drawn as: the counties it names, else the townships it names. */
export function scopeAreas(
  project: Project,
  areas: Pick<RegionPack, 'counties' | 'townships'>,
): readonly { readonly code: string; readonly geometry: Polygon | MultiPolygon | null }[] {
  const counties = areas.counties.filter((county) => project.countyCodes.includes(county.code));
  if (counties.length > 0) return counties;
  return areas.townships.filter((township) => project.townshipCodes.includes(township.code));
}

/** Scope of the chosen projects that have no geometry, each area once a kind. */
export function scopeFeatures(
  projects: readonly Project[],
  chosen: ReadonlySet<string>,
  areas: Pick<RegionPack, 'counties' | 'townships'>,
): MapFeatures {
  const drawn = new Set<string>();
  const scoped = projects.filter((project) => !project.geometry && chosen.has(project.id));
  return collection(
    scoped.flatMap((project) =>
      scopeAreas(project, areas).flatMap(({ code, geometry }) => {
        const key = `${project.kind} ${code}`;
        if (drawn.has(key)) return [];
        drawn.add(key);
        return mapFeatures(geometry, { id: project.id, kind: project.kind, code });
      }),
    ),
  );
}

export function relocationFeatures(
  programmes: readonly RelocationProgramme[],
  counties: readonly County[],
): MapFeatures {
  const codes = new Set(programmes.flatMap((programme) => programme.countyCodes));
  return collection(
    counties
      .filter((county) => codes.has(county.code))
      .flatMap((county) => mapFeatures(county.geometry, { code: county.code, name: county.name })),
  );
}

/** `tint` indexes the palette's belt tints. */
export function beltFeatures(belts: readonly BeltArea[], tints: number): MapFeatures {
  return collection(
    belts.flatMap((belt, index) =>
      mapFeatures(belt.area, { id: belt.id, name: belt.name, tint: index % tints }),
    ),
  );
}

export function beltLabelFeatures(belts: readonly BeltArea[]): MapFeatures {
  return collection(
    belts.flatMap((belt) => {
      const point = belt.area ? labelPoint(belt.area) : null;
      return mapFeatures(point ? { type: 'Point', coordinates: [...point] } : null, {
        id: belt.id,
        name: belt.name,
      });
    }),
  );
}

export function reachFeatures(
  reach: FeatureCollection<Polygon | MultiPolygon, { readonly id: string }> | null,
): MapFeatures {
  return collection(
    (reach?.features ?? []).flatMap((feature) =>
      mapFeatures(feature.geometry, { id: feature.properties.id }),
    ),
  );
}
