// Facts and checks of plan objects for list and form. What depends on geometries alone is kept with them, since the list asks
// for every object after each edit.
import type { Geometry } from 'geojson';
import { type ObjectAreas, type SharedSquareMetres, objectAreas } from '../analysis/area-shares';
import type { CoverageResult } from '../analysis/coverage-result';
import { type CheckSurroundings, checkObject } from '../analysis/object-checks';
import {
  type ObjectFacts,
  type ObjectSurroundings,
  objectFacts,
  objectSize,
} from '../analysis/object-facts';
import { objectOverlaps } from '../analysis/object-overlaps';
import { knownPlaces } from '../analysis/object-places';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import { relocationList } from '../analysis/unassigned-villages';
import type { PlanContent, PlanDocument } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import type { Problem } from '../domain/problem';
import { type PlanRow, planRow } from '../features/plan/plan-list';
import { ShapeError } from '../geo/project-shape';
import { NotCutYet, OverlapFailed, cutAll, sharedNow } from './shared-areas';

type TerrainUnder = ObjectSurroundings['terrainUnder'];

export interface FactsAnswer {
  /** null without a place, and where they can not be computed. */
  readonly facts: ObjectFacts | null;
  readonly problem: Problem | null;
  /** Areas are still to be cut: `facts` are null until then. */
  readonly isLater: boolean;
}

function answered(compute: () => ObjectFacts | null): FactsAnswer {
  try {
    return { facts: compute(), problem: null, isLater: false };
  } catch (error) {
    if (error instanceof NotCutYet) return { facts: null, problem: null, isLater: true };
    if (error instanceof OverlapFailed) {
      return { facts: null, problem: error.problem, isLater: false };
    }
    if (!(error instanceof ShapeError)) throw error;
    const problem: Problem = {
      code: 'plan-object-shape',
      severity: 'error',
      where: {},
      text: `这个图形算不出距离和面积：${error.value}。`,
      mend: '重新标绘或录入它的位置。',
    };
    return { facts: null, problem, isLater: false };
  }
}

const areasByGeometry = new WeakMap<Geometry, ObjectAreas>();

function keptAreas(geometry: Geometry, index: PackIndex, shared: SharedSquareMetres): ObjectAreas {
  const kept = areasByGeometry.get(geometry);
  if (kept) return kept;
  const areas = objectAreas(geometry, index, shared);
  areasByGeometry.set(geometry, areas);
  return areas;
}

/** Cuts all areas that facts of `whose` need, a pair a turn. Gives up when told. */
export async function cutFor(
  whose: readonly PlanObject[],
  index: PackIndex,
  objects: readonly PlanObject[],
  signal: AbortSignal,
): Promise<void> {
  for (const { id, geometry } of whose) {
    if (signal.aborted) return;
    if (geometry === null) continue;
    const ask = (shared: SharedSquareMetres): unknown =>
      answered(() => {
        if (!areasByGeometry.has(geometry)) objectAreas(geometry, index, shared);
        objectOverlaps({ id, geometry }, objects, shared);
        return null;
      });
    await cutAll(ask, signal);
  }
}

/** What the rules ask for: without villages and distances. `shared` does the cutting. */
export function ruleFactsOf(
  object: PlanObject,
  index: PackIndex,
  objects: readonly PlanObject[],
  terrainUnder: TerrainUnder,
  shared: SharedSquareMetres = sharedNow,
): FactsAnswer {
  const { geometry } = object;
  if (geometry === null) return { facts: null, problem: null, isLater: false };
  return answered(() => ({
    ...objectSize(geometry),
    ...keptAreas(geometry, index, shared),
    inside: null,
    terrain: terrainUnder(geometry),
    distances: [],
    overlaps: objectOverlaps({ id: object.id, geometry }, objects, shared),
  }));
}

/** Everything of one object. `coverage`: of it at distance 0; null until the engine has answered. */
export function factsOf(
  object: PlanObject,
  coverage: CoverageResult | null,
  around: {
    readonly index: PackIndex;
    readonly estimate: PovertyEstimate;
    readonly objects: readonly PlanObject[];
    readonly terrainUnder: TerrainUnder;
    readonly shared: SharedSquareMetres;
  },
): FactsAnswer {
  const places = knownPlaces(around.index.pack, around.objects);
  return answered(() => objectFacts(object, coverage, { ...around, places }));
}

type RuleLists = CheckSurroundings['lists'];

/** The lists of villages that rules name, as far as the user has imported them. */
export function ruleLists(imports: PlanDocument['imports']): RuleLists {
  const codes = relocationList(imports.values()).map(({ code }) => code);
  return codes.length === 0 ? {} : { relocationVillages: codes };
}

/** The surroundings that checks look at. An assignment without a number of people counts as none of them. */
export function checkSurroundings(
  index: PackIndex,
  content: PlanContent,
  lists: RuleLists,
): CheckSurroundings {
  const { assignments, objects } = content;
  const flows = [...assignments.values()].map(({ villageCode, siteId, persons }) => ({
    villageCode,
    siteId,
    persons: persons ?? 0,
  }));
  return {
    rules: index.pack.rules,
    objects: [...objects.values()],
    lists,
    assignment: flows.length === 0 ? null : { flows },
    villageByCode: index.villageByCode,
  };
}

/** Rows of the list with their checks, by the same functions as the form's. */
export function planRows(
  index: PackIndex,
  content: PlanContent,
  terrainUnder: TerrainUnder,
  lists: RuleLists,
  shared: SharedSquareMetres = sharedNow,
): readonly PlanRow[] {
  const around = checkSurroundings(index, content, lists);
  return around.objects.map((object) => {
    const { facts, problem } = ruleFactsOf(object, index, around.objects, terrainUnder, shared);
    const broken = checkObject(object, facts, around).filter(({ result }) => result === 'broken');
    const counties = facts?.counties.map(({ code }) => code) ?? [];
    return planRow(object, counties, broken.length + (problem ? 1 : 0));
  });
}
