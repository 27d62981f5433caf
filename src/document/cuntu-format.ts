// The .cuntu file: a zip of manifest.json, document.json and one imports/*.json each. docs/document-format.md has it in
// words. Here: its shapes, and what writer and reader must agree on.
import * as z from 'zod/mini';

/** Version of the container; the document in it has its own (DOCUMENT_SCHEMA_VERSION). */
export const CUNTU_FORMAT_VERSION = 1;
export const MANIFEST_PATH = 'manifest.json';
export const DOCUMENT_PATH = 'document.json';
export const IMPORT_PATH = /^imports\/[A-Za-z0-9_-]{1,80}\.json$/;

/** Hex SHA-256 of bytes. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

const count = z.int().check(z.gte(0));

export const manifestFile = z.object({
  format: z.literal('cuntu'),
  formatVersion: z.literal(CUNTU_FORMAT_VERSION),
  id: z.string(),
  title: z.string(),
  packId: z.string(),
  packVersion: z.string(),
  parts: z.array(z.object({ path: z.string(), bytes: count, sha256: z.string() })),
  /** FNV-1a of each record line of document.json: what a damaged one still says can be told from what it never said. */
  lineChecksums: z.array(count),
});
export type Manifest = z.infer<typeof manifestFile>;
