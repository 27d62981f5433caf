import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { AuditFinding } from '../domain/audit-finding';
import type { ImportRecord } from '../domain/imported';
import type { PlanObject } from '../domain/plan-object';
import type { ClaimCheck } from '../analysis/claim-check';
import type { ClaimSettings } from '../analysis/claim-data';
import type { CoverageResult } from '../analysis/coverage-result';
import type { ClusterChoice } from '../analysis/gap-cluster-choice';
import type { GapColumns, GapRanks, GapState } from '../analysis/gap-ranks';
import type { EstimateColumns, MarginalCurve } from '../analysis/marginal-curve';
import type { NearestProjects } from '../analysis/nearest';
import type { PlacedVillage, VillageReach } from '../analysis/village-reach';
import type { Belt } from '../domain/belt';
import type { County } from '../domain/administrative';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';

/** Village positions as columns, in pack order; degrees and metres. */
export interface VillageColumns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly accuracyMetres: Float64Array;
}

/** Something that can cover villages: a project, a site, a belt's centreline. WGS84. */
export interface CoverageTarget {
  readonly id: string;
  /** What the user calls it, for problems; its id when absent. */
  readonly name?: string;
  readonly geometry: Geometry;
  readonly accuracyMetres: number;
}

export interface CoverageQuery {
  readonly targets: readonly CoverageTarget[];
  readonly distanceMetres: number;
}

export interface OverlapAnswer {
  readonly counts: Uint16Array;
  /** Villages reached by at least one target. */
  readonly covered: number;
}

export interface AuditedData {
  /** With the imported villages; its projects are not read. */
  readonly pack: RegionPack;
  /** Where they are in the document. */
  readonly projects: readonly Project[];
  /** Of the document; those of villages are in the pack already. */
  readonly imports: readonly ImportRecord[];
  readonly objects: readonly PlanObject[];
}

/** Every engine call: its input and output. `load-villages` comes first; later calls use those villages. */
export interface EngineRequests {
  'load-villages': { readonly input: VillageColumns; readonly output: { readonly count: number } };
  coverage: { readonly input: CoverageQuery; readonly output: CoverageResult };
  /**
   * The same states and counts at once, for a hand on a slider or a line: nearest distances that no state depends on may
   * still be NaN (`distancesPending`); `coverage` has them.
   */
  'coverage-now': { readonly input: CoverageQuery; readonly output: CoverageResult };
  /** The marginal curve of these targets, from 0 to the distance. */
  curve: {
    readonly input: {
      readonly targets: readonly CoverageTarget[];
      readonly toMetres: number;
      readonly estimate: EstimateColumns;
    };
    readonly output: MarginalCurve;
  };
  /** The two gap lists in rank order, as places: the page has the rest of each row in the answer that they are of. */
  gap: {
    readonly input: CoverageQuery & { readonly columns: GapColumns };
    readonly output: { readonly notCovered: GapRanks; readonly possible: GapRanks };
  };
  /** The clusters of one gap list, by places of the pack; progress counts villages. */
  'gap-clusters': {
    readonly input: CoverageQuery & {
      readonly columns: GapColumns;
      readonly state: GapState;
      readonly radiusMetres: number;
    };
    readonly output: ClusterChoice;
  };
  /**
   * Input places of the villages within the distance of any one target, drawn positions, no accuracies: the quickest
   * answer, for dragging. In no particular order; no village twice.
   */
  within: { readonly input: CoverageQuery; readonly output: Uint32Array };
  /** How many targets reach each village as drawn, in pack order. */
  overlap: { readonly input: CoverageQuery; readonly output: OverlapAnswer };
  /** The nearest target of every village, at any distance. */
  nearest: {
    readonly input: { readonly targets: readonly CoverageTarget[] };
    readonly output: NearestProjects;
  };
  /** Distance and state of one village by each target alone, nearest first; needs no loaded villages. */
  'village-reach': {
    readonly input: CoverageQuery & { readonly village: PlacedVillage };
    readonly output: readonly VillageReach[];
  };
  /** Every claim of the pack recomputed; needs no loaded villages. Seconds long: run it on an engine of its own. */
  claims: {
    readonly input: { readonly pack: RegionPack; readonly settings: ClaimSettings };
    readonly output: readonly ClaimCheck[];
  };
  /**
   * 数据体检 of the pack with what is laid over it; needs no loaded villages. Run it on an engine of its own. Pack null: that of
   * the audit before, for to copy one of 62,000 villages takes the page 0.1 s.
   */
  audit: {
    readonly input: Omit<AuditedData, 'pack'> & { readonly pack: RegionPack | null };
    readonly output: readonly AuditFinding[];
  };
  /** Reach polygons for display only; membership never uses them. */
  reach: {
    readonly input: CoverageQuery;
    readonly output: FeatureCollection<Polygon | MultiPolygon, { readonly id: string }>;
  };
  /** A belt's area for display, cut to its counties; null when nothing is left. */
  'belt-area': {
    readonly input: {
      readonly belt: Belt;
      readonly counties: readonly County[];
      readonly widthMetres: number;
    };
    readonly output: Polygon | MultiPolygon | null;
  };
}

export type EngineRequestKind = keyof EngineRequests;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type ToEngine =
  | {
      readonly type: 'run';
      readonly id: number;
      readonly kind: EngineRequestKind;
      readonly input: unknown;
    }
  | { readonly type: 'cancel'; readonly id: number };

export type FromEngine =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly message: string;
      /** For an expected failure: what to tell the user, in Chinese. */
      readonly problem?: Problem;
    }
  | { readonly type: 'cancelled'; readonly id: number };

/** Two-way channel to the engine: a Worker in the app, `run` itself in tests. */
export interface EngineTransport {
  post(message: ToEngine, transfer?: Transferable[]): void;
  onMessage(listener: (message: FromEngine) => void): void;
  close(): void;
}

/** Raised by a cancelled call. */
export class EngineCancelled extends Error {
  constructor() {
    super('engine call cancelled');
    this.name = 'EngineCancelled';
  }
}
