// The map of a public file: every place of a village, project or object on the grid, dots of one size, for the size of a dot
// tells of its households. Boundaries, waters and relief are public geography and stay; what a comparison marks is left out.
import type { Geometry } from 'geojson';
import type { ImportRecord } from '../domain/imported';
import type { LngLat } from '../domain/lng-lat';
import { indexPack } from '../domain/pack-index';
import type { Project } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';
import { type MapScene, EMPTY_SCENE } from '../map/map-scene';
import { type PublishGrid, areaOnGrid, geometryOnGrid, onGrid } from '../report/publish-grid';

const placed = ([lng, lat]: LngLat, grid: PublishGrid): LngLat => [
  onGrid(lng, grid),
  onGrid(lat, grid),
];

function placedShape<T extends { readonly geometry: Geometry | null }>(
  thing: T,
  grid: PublishGrid,
): T {
  const { geometry } = thing;
  return { ...thing, geometry: geometry && geometryOnGrid(geometry, grid) };
}

function publicProject(project: Project, grid: PublishGrid): Project {
  const places = project.places.map((place) => ({
    ...place,
    position: place.position && placed(place.position, grid),
  }));
  return { ...placedShape(project, grid), places };
}

function publicPack(pack: RegionPack, grid: PublishGrid): RegionPack {
  const at = <T extends { readonly seat: LngLat | null }>(area: T): T => ({
    ...area,
    seat: area.seat && placed(area.seat, grid),
  });
  return {
    ...pack,
    villages: pack.villages.map((village) => ({
      ...village,
      position: placed(village.position, grid),
    })),
    townships: pack.townships.map(at),
    projects: pack.projects.map((project) => publicProject(project, grid)),
  };
}

export function publicImport(record: ImportRecord, grid: PublishGrid): ImportRecord {
  const { content } = record;
  if (!('features' in content)) return record;
  const features = content.features.map((feature) => ({
    ...feature,
    geometry: geometryOnGrid(feature.geometry, grid),
  }));
  return { ...record, content: { ...content, features } };
}

export function publicScene(scene: MapScene, grid: PublishGrid): MapScene {
  const { index, villages, reach } = scene;
  return {
    ...scene,
    index: index && indexPack(publicPack(index.pack, grid)),
    villages: { ...villages, weights: null },
    projects: scene.projects.map((project) => publicProject(project, grid)),
    reach: reach && {
      ...reach,
      features: reach.features.map((feature) => ({
        ...feature,
        geometry: areaOnGrid(feature.geometry, grid),
      })),
    },
    belts: scene.belts.map((belt) => ({
      ...belt,
      area: belt.area && areaOnGrid(belt.area, grid),
    })),
    imports: scene.imports.map((record) => publicImport(record, grid)),
    planObjects: scene.planObjects.map((object) => placedShape(object, grid)),
    flows: scene.flows.map(({ from, to }) => ({
      from: placed(from, grid),
      to: placed(to, grid),
      persons: null,
    })),
    changes: EMPTY_SCENE.changes,
  };
}
