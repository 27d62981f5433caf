// What one cluster of gap villages (gap-cluster-choice.ts) tells: size, reach, and how well its places are known.
//
// Positions known only to the township are spread evenly (geodata/SPEC.md): a cluster says how many members have a
// position of their own, because a cluster of spread positions shows where to look, not where to build.
import type { LngLat } from '../domain/lng-lat';
import type { Village } from '../domain/village';
import { pointDistanceMetres } from '../geo/neighbours';
import type { GapVillage } from './gap-village';

export interface GapCluster {
  /** Code of its core village. */
  readonly id: string;
  /** 1-based place: most poor households first, unknown last, then the nearer core, then id. */
  readonly rank: number;
  readonly nearestTargetId: string | null;
  readonly core: GapVillage;
  /** The core included; in code order. */
  readonly villages: readonly GapVillage[];
  /** Sums of the known estimates; null when no member has one. */
  readonly poorHouseholds: number | null;
  readonly poorPersons: number | null;
  readonly unitsWithoutEstimate: number;
  /** A straight spur from the project to the core: all members then lie within the radius of its end. */
  readonly spurMetres: number | null;
  /** More reach of the project as it is (d − D): the least that covers one member, and the least that covers all. */
  readonly extraToNearestMetres: number | null;
  readonly extraToAllMetres: number | null;
  /** Position of the core. */
  readonly centre: LngLat;
  /** Farthest member from the centre; at most the radius asked for. */
  readonly radiusMetres: number;
  /** Members whose own position is known (surveyed, gazetteer or imported). */
  readonly ownPositions: number;
  /** Largest position accuracy among the members: each may be off by so much. */
  readonly worstPositionAccuracyMetres: number;
}

function villageOf(villages: readonly Village[], member: GapVillage): Village {
  const village = villages[member.at];
  if (village === undefined) throw new Error(`gap village ${member.at} of ${villages.length}`);
  return village;
}

function sumOfKnown(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
}

/** `members` in code order, `villages` the pack's, which `GapVillage.at` points into. */
export function clusterOf(
  villages: readonly Village[],
  core: GapVillage,
  members: readonly GapVillage[],
  rank: number,
): GapCluster {
  const units = members.map((member) => villageOf(villages, member));
  const centre = villageOf(villages, core).position;
  const extras = members.flatMap((member) => member.extraMetres ?? []);
  const own = units.filter(
    ({ positionMethod: method }) => method !== 'within-township' && method !== 'within-county',
  );
  return {
    id: core.code,
    rank,
    nearestTargetId: core.nearestTargetId,
    core,
    villages: members,
    poorHouseholds: sumOfKnown(members.map((member) => member.poorHouseholds)),
    poorPersons: sumOfKnown(members.map((member) => member.poorPersons)),
    unitsWithoutEstimate: members.filter((member) => member.poorHouseholds === null).length,
    spurMetres: core.distanceMetres,
    extraToNearestMetres: extras.length === 0 ? null : Math.min(...extras),
    extraToAllMetres: extras.length === 0 ? null : Math.max(...extras),
    centre,
    radiusMetres: units.reduce(
      (most, { position }) => Math.max(most, pointDistanceMetres(centre, position)),
      0,
    ),
    ownPositions: own.length,
    worstPositionAccuracyMetres: units.reduce(
      (most, unit) => Math.max(most, unit.positionAccuracyMetres),
      0,
    ),
  };
}
