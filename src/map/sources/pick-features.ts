// The shape of what is picked, for its ring or outline.
import type { Geometry } from 'geojson';
import { findImportedThing } from '../../domain/imported-things';
import type { ImportRecord } from '../../domain/imported';
import type { PackIndex } from '../../domain/pack-index';
import type { PlanObject } from '../../domain/plan-object';
import type { Project } from '../../domain/project';
import type { BeltArea, MapPick } from '../map-types';
import { scopeAreas } from './plan-features';
import { collection, mapFeatures, type MapFeature, type MapFeatures } from './feature-shape';

export interface PickContext {
  readonly index: PackIndex | null;
  readonly projects: readonly Project[];
  readonly belts: readonly BeltArea[];
  readonly imports: readonly ImportRecord[];
  readonly planObjects: readonly PlanObject[];
}

/** Picks that name nothing known are left out. */
export function pickFeatures(picks: readonly MapPick[], context: PickContext): MapFeatures {
  return collection(picks.flatMap((pick) => featuresOf(pick, context)));
}

function featuresOf(pick: MapPick, context: PickContext): MapFeature[] {
  const geometries = pickGeometries(pick, context);
  return geometries.flatMap((geometry) => mapFeatures(geometry, { id: pick.id, kind: pick.kind }));
}

/** Geometries that show where a pick is; empty when unknown. */
export function pickGeometries(pick: MapPick, context: PickContext): Geometry[] {
  const { index, projects, belts } = context;
  switch (pick.kind) {
    case 'village': {
      const village = index?.villageByCode.get(pick.id);
      return village ? [pointAt(village.position)] : [];
    }
    case 'township': {
      const township = index?.townshipByCode.get(pick.id);
      if (township?.geometry) return [township.geometry];
      return township?.seat ? [pointAt(township.seat)] : [];
    }
    case 'county': {
      const county = index?.countyByCode.get(pick.id);
      return county ? [county.geometry] : [];
    }
    case 'project': {
      const project = projects.find((candidate) => candidate.id === pick.id);
      if (!project) return [];
      if (project.geometry) return [project.geometry];
      return index ? scopeAreas(project, index.pack).flatMap((area) => area.geometry ?? []) : [];
    }
    case 'belt': {
      const area = belts.find((belt) => belt.id === pick.id)?.area;
      return area ? [area] : [];
    }
    case 'base': {
      const base = index?.pack.baseFeatures.find((feature) => feature.id === pick.id);
      return base ? [base.geometry] : [];
    }
    case 'imported': {
      const found = findImportedThing(context.imports, pick.id);
      return found ? [found.feature.geometry] : [];
    }
    case 'plan-object': {
      const object = context.planObjects.find((candidate) => candidate.id === pick.id);
      return object?.geometry ? [object.geometry] : [];
    }
  }
}

function pointAt(position: readonly [number, number]): Geometry {
  return { type: 'Point', coordinates: [...position] };
}
