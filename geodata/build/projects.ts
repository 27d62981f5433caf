// Projects: geometry follows from what sources give, never from a guess.
//  - `branches` name places whose order a source gives: straight legs between them, alignment "schematic";
//  - a `shapeId` names a base-layer line that a source describes: that line, "schematic";
//  - other places that a source (not we) put on the project and whose position is known: points, "places";
//  - nothing of these: "scope-only", no geometry.
// A place given by its township stands at the township's seat; its accuracy is the distance from the seat to the
// farthest corner of the planning cell. A branch's accuracy assumes that the real canal between two stations is at most
// DETOUR times the straight leg: it then stays within leg × √(DETOUR² − 1) / 2 of it.
import type { Geometry, LineString, Position } from 'geojson';
import type { Township } from '../../src/domain/administrative';
import type { AlignmentMethod, Project, ProjectPlace } from '../../src/domain/project';
import { readFact } from './facts';
import { farthestMetres, geodesicMetres } from '../../src/packs/make/geodesic-metres';
import { cornersOf } from '../../src/packs/make/planar';
import { roundPosition } from '../../src/packs/make/published-geometry';

/** For users to change; the plan gives no service distance. */
const DEFAULT_DISTANCE_METRES = 2000;
const DETOUR = 1.5;

interface TownshipPlace extends Omit<ProjectPlace, 'position' | 'accuracyMetres'> {
  readonly townshipCode: string;
}

interface ProjectFacts extends Omit<
  Project,
  'alignment' | 'alignmentAccuracyMetres' | 'geometry' | 'places' | 'defaultDistanceMetres'
> {
  readonly places: readonly (ProjectPlace | TownshipPlace)[];
  /** Names of places, in the order that a source gives. */
  readonly branches: readonly (readonly string[])[];
  readonly shapeId: string | null;
  readonly shapeAccuracyMetres: number | null;
}

const roundedUp = (metres: number): number => Math.ceil(metres / 100) * 100;

function resolvePlace(
  place: ProjectPlace | TownshipPlace,
  townships: ReadonlyMap<string, Township>,
): ProjectPlace {
  if (!('townshipCode' in place)) {
    return {
      ...place,
      position: place.position === null ? null : roundPosition([...place.position]),
    };
  }
  const { townshipCode, name, role, inferred, sourceIds } = place;
  const township = townships.get(townshipCode);
  if (township === undefined) throw new Error(`no township ${townshipCode} for ${name}`);
  const { seat, geometry } = township;
  if (seat === null || geometry === null) throw new Error(`${name}: ${townshipCode} has no seat`);
  const accuracyMetres = roundedUp(farthestMetres([...seat], cornersOf(geometry)));
  return { name, position: seat, accuracyMetres, role, inferred, sourceIds };
}

interface Placed {
  readonly name: string;
  readonly position: Position;
  readonly accuracyMetres: number;
}

function placedBySource(places: readonly ProjectPlace[]): Placed[] {
  return places.flatMap(({ name, position, accuracyMetres, inferred }) =>
    position === null || accuracyMetres === null || inferred
      ? []
      : [{ name, position: [...position], accuracyMetres }],
  );
}

interface Alignment {
  readonly alignment: AlignmentMethod;
  readonly alignmentAccuracyMetres: number | null;
  readonly geometry: Geometry | null;
}

const SCOPE_ONLY: Alignment = {
  alignment: 'scope-only',
  alignmentAccuracyMetres: null,
  geometry: null,
};

function pointsGeometry(points: readonly Placed[]): Geometry | null {
  const [first, ...others] = points;
  if (first === undefined) return null;
  return others.length === 0
    ? { type: 'Point', coordinates: first.position }
    : { type: 'MultiPoint', coordinates: points.map(({ position }) => position) };
}

function branchAlignment(facts: ProjectFacts, placed: readonly Placed[]): Alignment {
  const lines = facts.branches.map((names): LineString => ({
    type: 'LineString',
    coordinates: names.map((name) => {
      const place = placed.find((one) => one.name === name);
      if (place === undefined) throw new Error(`${facts.id}: branch place ${name} is not placed`);
      return place.position;
    }),
  }));
  const legs = lines.flatMap(({ coordinates }) =>
    coordinates.slice(1).map((to, index) => geodesicMetres(coordinates[index] ?? to, to)),
  );
  const onBranches = new Set(facts.branches.flat());
  const rest = pointsGeometry(placed.filter(({ name }) => !onBranches.has(name)));
  const bow = (Math.max(...legs) * Math.sqrt(DETOUR ** 2 - 1)) / 2;
  const accuracy = Math.max(bow, ...placed.map(({ accuracyMetres }) => accuracyMetres));
  return {
    alignment: 'schematic',
    alignmentAccuracyMetres: roundedUp(accuracy),
    geometry: {
      type: 'GeometryCollection',
      geometries: [...lines, ...(rest === null ? [] : [rest])],
    },
  };
}

function alignmentOf(
  facts: ProjectFacts,
  places: readonly ProjectPlace[],
  shapes: ReadonlyMap<string, Geometry>,
): Alignment {
  const placed = placedBySource(places);
  if (facts.branches.length > 0) return branchAlignment(facts, placed);
  if (facts.shapeId !== null) {
    const geometry = shapes.get(facts.shapeId);
    if (geometry === undefined) throw new Error(`${facts.id}: no shape ${facts.shapeId}`);
    return { alignment: 'schematic', alignmentAccuracyMetres: facts.shapeAccuracyMetres, geometry };
  }
  const geometry = pointsGeometry(placed);
  if (geometry === null) return SCOPE_ONLY;
  const accuracies = placed.map(({ accuracyMetres }) => accuracyMetres);
  return { alignment: 'places', alignmentAccuracyMetres: Math.max(...accuracies), geometry };
}

export function projectRecords(
  folder: string,
  townships: readonly Township[],
  shapes: ReadonlyMap<string, Geometry>,
): readonly Project[] {
  const byCode = new Map(townships.map((township) => [township.code, township]));
  return readFact<ProjectFacts[]>(folder, 'projects.json', []).map((facts) => {
    const places = facts.places.map((place) => resolvePlace(place, byCode));
    const { id, name, kind, group, chapter, countyCodes, townshipCodes, scopeNote, figures } =
      facts;
    return {
      id,
      name,
      kind,
      group,
      chapter,
      ...alignmentOf(facts, places, shapes),
      places,
      countyCodes,
      townshipCodes,
      scopeNote,
      figures,
      startYear: facts.startYear,
      endYear: facts.endYear,
      defaultDistanceMetres: DEFAULT_DISTANCE_METRES,
      sourceIds: facts.sourceIds,
    };
  });
}
