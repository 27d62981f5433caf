import type { Geometry } from 'geojson';
import type { LngLat } from './lng-lat';

export type ProjectKind = 'water' | 'power' | 'road' | 'facility';

/**
 * How well a project's alignment is known.
 * surveyed / digitised: real line. user: drawn, typed or imported by the user. schematic: straight legs between places whose order a source gives.
 * places: served or passed places only, not joined. scope-only: no place published, only the areas that the plan names.
 */
export type AlignmentMethod =
  'surveyed' | 'digitised' | 'user' | 'schematic' | 'places' | 'scope-only';

export interface ProjectPlace {
  readonly name: string;
  readonly position: LngLat | null;
  readonly accuracyMetres: number | null;
  readonly role: string;
  /** True when our own judgement, not a source, put the place on this project. */
  readonly inferred: boolean;
  readonly sourceIds: readonly string[];
}

/** A figure about a project as a source prints it. */
export interface ProjectFigure {
  readonly label: string;
  readonly text: string;
  readonly sourceIds: readonly string[];
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly kind: ProjectKind;
  /** Group in the plan, e.g. 三引 / 六扩; empty when none. */
  readonly group: string;
  readonly chapter: string;
  readonly alignment: AlignmentMethod;
  /** The true alignment lies within this many metres of `geometry`; null for scope-only. */
  readonly alignmentAccuracyMetres: number | null;
  readonly geometry: Geometry | null;
  readonly places: readonly ProjectPlace[];
  readonly countyCodes: readonly string[];
  readonly townshipCodes: readonly string[];
  /** Why the scope or geometry is what it is, in Chinese; shown to the user. */
  readonly scopeNote: string;
  readonly figures: readonly ProjectFigure[];
  readonly startYear: number | null;
  readonly endYear: number | null;
  readonly defaultDistanceMetres: number;
  readonly sourceIds: readonly string[];
}
