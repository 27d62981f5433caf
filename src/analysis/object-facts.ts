// 规划对象的现况: what can be computed of one object, as the form and the checks show it. Every part is a function of its own
// (object-places.ts, object-overlaps.ts …), so that a screen may ask for the quick ones on every frame of a drag.
import type { Geometry } from 'geojson';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import { polygonAreaSquareMetres } from '../geo/area';
import { pathsOf } from '../geo/edit-paths';
import { geodesicDistanceMetres } from '../geo/geodesic';
import { type ObjectAreas, type SharedSquareMetres, isArea, objectAreas } from './area-shares';
import { type CoverageResult, type CoverageStateCode, NOT_COVERED } from './coverage-result';
import { type SummaryRow, summariseCoverage } from './coverage-summary';
import { type ObjectOverlap, objectOverlaps } from './object-overlaps';
import { type KnownPlace, type PlaceDistance, placeDistances } from './object-places';
import type { PovertyEstimate } from './poverty-estimate';
import type { TerrainFacts } from './terrain-facts';

export interface ObjectSize {
  /** Geodesic; null for lines and points. */
  readonly squareMetres: number | null;
  /** Geodesic length of lines, or of all borders; null for points. */
  readonly metres: number | null;
}

export interface VillageInside {
  readonly code: string;
  readonly name: string;
  /** 1 possible, 2 as drawn, 3 certain. */
  readonly state: Exclude<CoverageStateCode, 0>;
}

export interface VillagesInside {
  /** Villages and estimated poor households and persons by state, as every coverage is summed. */
  readonly sums: SummaryRow;
  /** Strongest state first, then pack order. */
  readonly villages: readonly VillageInside[];
}

/** What the terrain says of a geometry; null without a terrain, 'later' until it has been sampled. */
export type TerrainAnswer = TerrainFacts | 'later' | null;

export interface ObjectFacts extends ObjectSize, ObjectAreas {
  /** null until the engine has answered. */
  readonly inside: VillagesInside | null;
  readonly terrain: TerrainAnswer;
  readonly distances: readonly PlaceDistance[];
  readonly overlaps: readonly ObjectOverlap[];
}

export interface ObjectSurroundings {
  readonly index: PackIndex;
  readonly estimate: PovertyEstimate;
  readonly terrainUnder: (geometry: Geometry) => TerrainAnswer;
  /** Of knownPlaces(). */
  readonly places: readonly KnownPlace[];
  /** All objects of the document; the object itself is left out by its id. */
  readonly objects: readonly PlanObject[];
  readonly shared: SharedSquareMetres;
}

/** Size of any WGS84 geometry. Lines and borders of a collection are added up. */
export function objectSize(geometry: Geometry): ObjectSize {
  const paths = pathsOf(geometry).filter(({ kind }) => kind !== 'point');
  const metres = paths.reduce((sum, { kind, positions }) => {
    const ends =
      kind === 'ring' ? [...positions.slice(1), ...positions.slice(0, 1)] : positions.slice(1);
    return ends.reduce((length, end, at) => {
      const start = positions[at];
      return start === undefined ? length : length + geodesicDistanceMetres(start, end);
    }, sum);
  }, 0);
  return {
    squareMetres: isArea(geometry) ? polygonAreaSquareMetres(geometry) : null,
    metres: paths.length > 0 ? metres : null,
  };
}

/**
 * Villages inside an object, from the engine's coverage of it at distance 0: certain = inside wherever the true place is,
 * as drawn = inside as drawn, possible = outside by less than the accuracies. Throws RangeError for another distance.
 */
export function villagesInside(
  coverage: CoverageResult,
  index: PackIndex,
  estimate: PovertyEstimate,
): VillagesInside {
  if (coverage.distanceMetres !== 0) {
    throw new RangeError(`coverage at ${coverage.distanceMetres} m, expected 0`);
  }
  const villages = index.pack.villages.flatMap(({ code, name }, at): VillageInside[] => {
    const state = coverage.states[at] as CoverageStateCode;
    return state === NOT_COVERED ? [] : [{ code, name, state }];
  });
  return {
    sums: summariseCoverage(coverage, index, estimate).total,
    villages: villages.toSorted((a, b) => b.state - a.state),
  };
}

/** Everything of one drawn object; null for one without geometry. Throws ShapeError for a geometry without distances. */
export function objectFacts(
  object: PlanObject,
  coverage: CoverageResult | null,
  around: ObjectSurroundings,
): ObjectFacts | null {
  const { geometry } = object;
  if (geometry === null) return null;
  const { index, estimate, terrainUnder, places, objects, shared } = around;
  const drawn = { ...object, geometry };
  return {
    ...objectSize(geometry),
    ...objectAreas(geometry, index, shared),
    inside: coverage === null ? null : villagesInside(coverage, index, estimate),
    terrain: terrainUnder(geometry),
    distances: placeDistances(drawn, places),
    overlaps: objectOverlaps(drawn, objects, shared),
  };
}
