import type { Geometry } from 'geojson';
import type { AuditTreatment } from '../domain/audit-finding';
import type { Assignment } from '../domain/assignment';
import type { ImportRecord } from '../domain/imported';
import type { PlanObject } from '../domain/plan-object';
import type { Scene } from '../domain/scene';
import type { TargetActual } from '../domain/target';

/** Version of what is written to storage and files; a new version gets a schema.N.ts and a migration (docs/document-format.md). */
export const DOCUMENT_SCHEMA_VERSION = 5;

/** drawn: on the map. typed: coordinates entered by keyboard. imported: read from a file. */
export type AlignmentOrigin = 'drawn' | 'typed' | 'imported';

/** Where a project lies according to the user: replaces what the pack knows of its place. */
export interface UserAlignment {
  readonly projectId: string;
  /** WGS84 longitude, latitude (RFC 7946). */
  readonly geometry: Geometry;
  /** The true alignment lies within this many metres of `geometry`. */
  readonly accuracyMetres: number;
  readonly origin: AlignmentOrigin;
  /** The user's own words, e.g. the drawing or file it comes from; may be empty. */
  readonly note: string;
  /** ISO 8601 instant, given by the caller. */
  readonly madeAt: string;
}

/** What a planner decides, and may decide otherwise in another scenario. */
export interface PlanContent {
  /** By project id. */
  readonly alignments: ReadonlyMap<string, UserAlignment>;
  /** Half-width or margin in metres by belt id; a belt without an entry keeps the pack's default. */
  readonly beltWidths: ReadonlyMap<string, number>;
  /** By object id. */
  readonly objects: ReadonlyMap<string, PlanObject>;
  /** By assignmentId. */
  readonly assignments: ReadonlyMap<string, Assignment>;
}

/** 情景: a named branch of the plan's content. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** A locked scenario takes no edit of its content. */
  readonly isLocked: boolean;
  readonly content: PlanContent;
}

/** The scenario that every document begins with. */
export const BASE_SCENARIO_ID = 'base';
export const BASE_SCENARIO_TITLE = '基本方案';

/** 方案: what the user made on top of one region pack. Immutable; changed only by edits (edits/*.ts). */
export interface PlanDocument {
  readonly schemaVersion: typeof DOCUMENT_SCHEMA_VERSION;
  /** Tells documents apart, also across machines; never changes. */
  readonly id: string;
  readonly title: string;
  readonly packId: string;
  /** Version of the pack that the document was last opened with. */
  readonly packVersion: string;
  /** By import id, in order of import; shared by all scenarios. */
  readonly imports: ReadonlyMap<string, ImportRecord>;
  /** By scene id, in the order shown; shared by all scenarios. */
  readonly scenes: ReadonlyMap<string, Scene>;
  /** By finding id; shared by all scenarios. */
  readonly treatments: ReadonlyMap<string, AuditTreatment>;
  /** By actualId; shared by all scenarios. */
  readonly actuals: ReadonlyMap<string, TargetActual>;
  /** By scenario id, in the order shown; never empty. */
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** The scenario that is worked on. */
  readonly scenarioId: string;
}

export const EMPTY_CONTENT: PlanContent = {
  alignments: new Map(),
  beltWidths: new Map(),
  objects: new Map(),
  assignments: new Map(),
};

/** The scenario that is worked on. Throws when the document has none of that id. */
export function openScenario({ scenarios, scenarioId }: PlanDocument): Scenario {
  const scenario = scenarios.get(scenarioId);
  if (!scenario) throw new Error(`no scenario ${scenarioId} among ${scenarios.size}`);
  return scenario;
}

/** What the scenario that is worked on holds. */
export function contentOf(doc: PlanDocument): PlanContent {
  return openScenario(doc).content;
}

export function emptyDocument(about: {
  readonly id: string;
  readonly title: string;
  readonly packId: string;
  readonly packVersion: string;
}): PlanDocument {
  const { id, title, packId, packVersion } = about;
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    id,
    title,
    packId,
    packVersion,
    imports: new Map(),
    scenes: new Map(),
    treatments: new Map(),
    actuals: new Map(),
    scenarios: new Map([
      [
        BASE_SCENARIO_ID,
        {
          id: BASE_SCENARIO_ID,
          title: BASE_SCENARIO_TITLE,
          isLocked: false,
          content: EMPTY_CONTENT,
        },
      ],
    ]),
    scenarioId: BASE_SCENARIO_ID,
  };
}
