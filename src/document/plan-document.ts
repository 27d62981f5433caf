import type { Geometry } from 'geojson';
import type { ImportRecord } from '../domain/imported';

/** Version of what is written to storage and files; a new version gets a schema.N.ts and a migration (docs/document-format.md). */
export const DOCUMENT_SCHEMA_VERSION = 2;

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

/** 方案: what the user made on top of one region pack. Immutable; changed only by edits (edits/*.ts). */
export interface PlanDocument {
  readonly schemaVersion: typeof DOCUMENT_SCHEMA_VERSION;
  /** Tells documents apart, also across machines; never changes. */
  readonly id: string;
  readonly title: string;
  readonly packId: string;
  /** Version of the pack that the document was last opened with. */
  readonly packVersion: string;
  /** By project id. */
  readonly alignments: ReadonlyMap<string, UserAlignment>;
  /** Half-width or margin in metres by belt id; a belt without an entry keeps the pack's default. */
  readonly beltWidths: ReadonlyMap<string, number>;
  /** By import id, in order of import. */
  readonly imports: ReadonlyMap<string, ImportRecord>;
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
    alignments: new Map(),
    beltWidths: new Map(),
    imports: new Map(),
  };
}
