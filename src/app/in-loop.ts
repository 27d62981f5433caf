// What a lasso catches. Loaded with the first one: the first map does without its geometry.
import { booleanIntersects } from '@turf/turf';
import type { Geometry, Polygon } from 'geojson';
import type { PackIndex } from '../domain/pack-index';
import type { Project } from '../domain/project';
import { containsTest } from '../geo/area';

function touches(geometry: Geometry, loop: Polygon): boolean {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.some((part) => touches(part, loop));
  return booleanIntersects(geometry, loop);
}

/** Ids of the projects with any part inside the loop; scope-only projects have no place to catch. */
export function projectsInLoop(projects: readonly Project[], loop: Polygon): readonly string[] {
  return projects
    .filter((project) => project.geometry !== null && touches(project.geometry, loop))
    .map((project) => project.id);
}

/** Villages whose drawn position lies inside the loop, in pack order. */
export function villagesInLoop({ pack }: PackIndex, loop: Polygon) {
  const isIn = containsTest(loop);
  return pack.villages.filter(({ position }) => isIn([...position]));
}
