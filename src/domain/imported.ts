// What a file of the user's becomes in the document. One import is one record: one undo takes it back, and every value in
// it can be traced to file, row and coordinate system.
import type { Geometry } from 'geojson';
import type { TerrainGrid } from './elevation-grid';
import type { LngLat } from './lng-lat';
import type { ProjectKind } from './project';
import type { VillageKind } from './village';

/** Where an import comes from and how it was read. */
export interface ImportProvenance {
  readonly fileName: string;
  /** Hex SHA-256 of the file's bytes (of the main file of a shapefile). */
  readonly sha256: string;
  /** "csv", "xlsx", "shapefile", … */
  readonly format: string;
  /** null for binary formats. */
  readonly encoding: string | null;
  /** As `formatCrs` writes it: "wgs84", "gcj02", "cgcs2000:zone37", "epsg:3857", … */
  readonly crs: string;
  /** Chinese: why this coordinate system (declared by .prj, chosen by the user, …). */
  readonly crsEvidence: string;
  /** ISO 8601 instant, given by the caller. */
  readonly madeAt: string;
  readonly rowsRead: number;
  readonly rowsRefused: number;
}

/** A village's own figures as the file gives them; null where the file has none. Never an estimate. */
export interface VillageFigures {
  readonly households: number | null;
  readonly persons: number | null;
  readonly poorHouseholds: number | null;
  readonly poorPersons: number | null;
  /** Share in 0..1. */
  readonly povertyIncidence: number | null;
  /** Metres above sea level and degrees of slope, sampled from a terrain file. */
  readonly elevationMetres: number | null;
  readonly slopeDegrees: number | null;
}

/** A village's own figures, without those of terrain. */
export const OWN_FIGURES = [
  'households',
  'persons',
  'poorHouseholds',
  'poorPersons',
  'povertyIncidence',
] as const satisfies readonly (keyof VillageFigures)[];

/** One row about a village, matched to the pack's or new. */
export interface ImportedVillage {
  readonly code: string;
  readonly name: string;
  /** null leaves the pack's position as it is. WGS84. */
  readonly position: LngLat | null;
  /** null exactly when `position` is. */
  readonly positionAccuracyMetres: number | null;
  readonly figures: VillageFigures;
  /** Row of the file, from 1. */
  readonly row: number;
  /** In a relocation list, where people move to; absent where the list does not say. */
  readonly siteName?: string | undefined;
  /** Set for a village that the pack does not have; such a row has a position. */
  readonly added: {
    readonly kind: VillageKind;
    readonly townshipCode: string;
    readonly countyCode: string;
  } | null;
}

/** A thing with a place, read from a file. WGS84, RFC 7946. */
export interface ImportedFeature {
  /** Unique in its import. */
  readonly id: string;
  readonly name: string;
  readonly geometry: Geometry;
  /** Headings and values as text, in file order; a list, so that no heading can meet an object's own keys. */
  readonly attributes: readonly (readonly [heading: string, text: string])[];
  /** Row or feature of the file, from 1. */
  readonly row: number;
}

export type ImportContent =
  | {
      readonly kind: 'villages';
      /**
       * A list of who moves: its numbers are those of the people that move, and change nothing of the village. A village that
       * is divided among sites stands in a row a site. Absent: positions and figures of the villages themselves.
       */
      readonly purpose?: 'relocation' | undefined;
      readonly villages: readonly ImportedVillage[];
    }
  /** New projects: chosen, covered and exported like the plan's own. */
  | {
      readonly kind: 'projects';
      readonly projectKind: ProjectKind;
      readonly accuracyMetres: number;
      readonly features: readonly ImportedFeature[];
    }
  /** Relocation sites, zones, or a plain reference layer. */
  | {
      readonly kind: 'sites' | 'zones' | 'reference';
      readonly accuracyMetres: number;
      readonly features: readonly ImportedFeature[];
    }
  /** Heights of the ground, in which plan objects find elevation and slope; and of villages, sampled from it. */
  | {
      readonly kind: 'terrain';
      readonly grid: TerrainGrid;
      readonly villages: readonly ImportedVillage[];
    };

/** 导入: one file's part in the document. */
export interface ImportRecord {
  readonly id: string;
  /** The layer's name on screen; the file's name at first. */
  readonly title: string;
  readonly provenance: ImportProvenance;
  readonly content: ImportContent;
}
