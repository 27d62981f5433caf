// Which villages the objects of a claim reach: every target by the coverage engine at its own distance, strongest state kept.
import type { Belt } from '../domain/belt';
import type { Claim } from '../domain/claim';
import type { Project } from '../domain/project';
import type { RelocationProgramme } from '../domain/relocation';
import type { NamedList } from '../domain/statement';
import { type ClaimData, type ClaimSettings, beltWidthMetres } from './claim-data';
import { type PreparedTarget, coverage } from './coverage';
import { COVERED_CERTAIN } from './coverage-result';

export interface ClaimObjects {
  readonly projects: readonly Project[];
  readonly belts: readonly Belt[];
  readonly relocations: readonly RelocationProgramme[];
  /** What the plan lists by name beside stating how many. */
  readonly lists: readonly NamedList[];
  /** Counties that the plan names for them, without repeats, in pack order; every county where it names no object. */
  readonly countyCodes: readonly string[];
  /** The plan names no object: the claim speaks of the whole region. */
  readonly isWholeRegion: boolean;
}

export function claimObjects({ pack }: ClaimData, { objectIds }: Claim): ClaimObjects {
  const wanted = new Set(objectIds);
  const isWanted = ({ id }: { readonly id: string }): boolean => wanted.has(id);
  const projects = pack.projects.filter(isWanted);
  const belts = pack.belts.filter(isWanted);
  const relocations = pack.relocations.filter(isWanted);
  const lists = pack.lists.filter(isWanted);
  const named = new Set(
    [...projects, ...belts, ...relocations].flatMap((each) => each.countyCodes),
  );
  const isWholeRegion = objectIds.length === 0;
  const countyCodes = pack.counties.flatMap(({ code }) =>
    isWholeRegion || named.has(code) ? [code] : [],
  );
  return { projects, belts, relocations, lists, countyCodes, isWholeRegion };
}

/** The service distance that a claim's projects are checked at. */
export function claimDistanceMetres({ projects }: ClaimObjects, settings: ClaimSettings): number {
  return (
    settings.distanceMetres ??
    projects.reduce((most, each) => Math.max(most, each.defaultDistanceMetres), 0)
  );
}

/** A zone is its counties: its villages are in it by their codes, for certain. */
function addZone(data: ClaimData, belt: Belt, states: Uint8Array): void {
  const named = new Set(belt.countyCodes);
  data.pack.villages.forEach(({ countyCode }, at) => {
    if (named.has(countyCode)) states[at] = COVERED_CERTAIN;
  });
}

/** Strongest coverage state of every village over the claim's projects and belts; objects without a target reach none. */
export function reachStates(
  data: ClaimData,
  objects: ClaimObjects,
  settings: ClaimSettings,
): Uint8Array {
  const states = new Uint8Array(data.accuracies.length);
  const add = (id: string, metres: number): void => {
    const target = data.targets.get(id);
    if (target === undefined) return;
    coverage(data.accuracies, [target], metres).states.forEach((state, at) => {
      if (state > (states[at] ?? 0)) states[at] = state;
    });
  };
  const distance = claimDistanceMetres(objects, settings);
  for (const { id } of objects.projects) add(id, distance);
  for (const belt of objects.belts) {
    if (belt.shape.kind === 'zone') addZone(data, belt, states);
    else add(belt.id, beltWidthMetres(belt, settings));
  }
  return states;
}

/** Targets of the claim's projects and belts, in pack order. */
export function claimTargets(data: ClaimData, objects: ClaimObjects): readonly PreparedTarget[] {
  return [...objects.projects, ...objects.belts].flatMap(({ id }) => data.targets.get(id) ?? []);
}
