// Writes a pack folder: files as text, then pack.json with their sizes, checksums and record counts, sorted by path.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Geometry } from 'geojson';
import Papa from 'papaparse';
import type { BoundingBox } from '../../domain/lng-lat';

/** The review of the audit's findings by hand, in the pack's folder. */
export const AUDIT_REVIEW = 'AUDIT.md';

export interface PackFile {
  readonly path: string;
  readonly text: string;
  readonly records: number;
}

export interface PackHead {
  readonly id: string;
  readonly name: string;
  readonly planTitle: string;
  /** The plan's own word for its belts together. */
  readonly beltsWord?: string | undefined;
  readonly version: string;
  readonly date: string;
  readonly bbox: BoundingBox;
  readonly years: readonly [number, number];
}

export interface OutFeature {
  readonly properties: object;
  readonly geometry: Geometry | null;
}

/** One feature a line, so that a changed feature is one changed line. */
export function geoJsonFile(path: string, features: readonly OutFeature[]): PackFile {
  const lines = features.map(({ properties, geometry }) =>
    JSON.stringify({ type: 'Feature', properties, geometry }),
  );
  const text = `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
  return { path, text, records: features.length };
}

/** `{ "records": [...] }`, one record a line. */
export function recordsFile(path: string, records: readonly object[]): PackFile {
  const lines = records.map((record) => JSON.stringify(record));
  return { path, text: `{"records":[\n${lines.join(',\n')}\n]}\n`, records: records.length };
}

export function csvFile(
  path: string,
  heading: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): PackFile {
  const text = `${Papa.unparse([[...heading], ...rows.map((row) => [...row])], { newline: '\n' })}\n`;
  return { path, text, records: rows.length };
}

export function jsonFile(path: string, value: object): PackFile {
  return { path, text: `${JSON.stringify(value, null, 1)}\n`, records: 1 };
}

/** Replaces `folder` by the pack, but for AUDIT.md, which is written by hand. `notice` is SOURCES.md, for people and not listed. */
export function writePack(
  folder: string,
  head: PackHead,
  files: readonly PackFile[],
  notice: string,
): void {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const listed = sorted.map(({ path, text, records }) => {
    const bytes = Buffer.from(text, 'utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path, bytes: bytes.length, sha256, records };
  });
  const { id, name, planTitle, beltsWord, version, date, bbox, years } = head;
  const pack = {
    spec: 1,
    id,
    name,
    planTitle,
    beltsWord,
    version,
    date,
    crs: 'WGS84',
    bbox,
    years,
  };
  const old = existsSync(folder) ? readdirSync(folder) : [];
  for (const path of old.filter((one) => one !== AUDIT_REVIEW)) {
    rmSync(join(folder, path), { recursive: true });
  }
  for (const { path, text } of sorted) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'SOURCES.md'), notice);
  const lines = listed.map((file) => `  ${JSON.stringify(file)}`);
  const body = JSON.stringify({ ...pack, files: [] }, null, 1).replace(
    '"files": []',
    `"files": [\n${lines.join(',\n')}\n ]`,
  );
  writeFileSync(join(folder, 'pack.json'), `${body}\n`);
}
