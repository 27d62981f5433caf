// Any GeoJSON file of a pack: syntax, FeatureCollection, one schema for the properties, one rule for the geometry.
import type { Geometry } from 'geojson';
import type * as z from 'zod/mini';
import type { Problem } from '../domain/problem';
import type { GeometryChecker, GeometryRule } from './geometry-check';
import { type Parsed, MEND_REPLACE_PACK, problemAt } from './pack-problem';
import { parseJson } from './parse-json';
import { type ReadFile, countProblems } from './read-files';
import { checkSchema } from './schema-problem';

export interface ParsedFeature<P> {
  /** Place in the file, from 1. */
  readonly row: number;
  readonly properties: P;
  readonly geometry: Geometry | null;
}

function member(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null
    ? (data as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** Name for a text: "圣人涧镇（140829100）". */
function labelOf(properties: unknown): string {
  const name = member(properties, 'name');
  const code = member(properties, 'code') ?? member(properties, 'id');
  const codeText = typeof code === 'string' && code !== '' ? `（${code}）` : '';
  return `${typeof name === 'string' ? name : ''}${codeText}`;
}

function geometryProblem(file: string, row: number, label: string, finding: string): Problem {
  const what = label === '' ? finding : `${label}的${finding}`;
  const mend = '请在地理软件中修正这个图形（或换用完整的数据包），然后重新生成 pack.json。';
  return problemAt('error', 'pack-geometry', { file, row }, what, mend);
}

/** Features that pass; those that do not are left out, each with its problems. */
export function parseFeatures<P>(
  file: ReadFile,
  schema: z.ZodMiniType<P>,
  rule: GeometryRule,
  check: GeometryChecker,
): Parsed<readonly ParsedFeature<P>[]> {
  if (file.bytes === null) return { value: [], problems: file.problems };
  const problems: Problem[] = [...file.problems];
  const json = parseJson(file.path, file.bytes);
  if (json.problems.length > 0) return { value: [], problems: [...problems, ...json.problems] };
  const features = member(json.value, 'features');
  if (member(json.value, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    const what = '不是 GeoJSON 的 FeatureCollection。';
    const where = { file: file.path };
    problems.push(problemAt('error', 'pack-not-features', where, what, MEND_REPLACE_PACK));
    return { value: [], problems };
  }
  problems.push(...countProblems(file, features.length));
  const value: ParsedFeature<P>[] = [];
  features.forEach((feature: unknown, index) => {
    const row = index + 1;
    const properties = member(feature, 'properties');
    const checked = checkSchema(schema, properties, { file: file.path, row });
    const verdict = check(member(feature, 'geometry'), rule);
    if (!checked.ok) problems.push(...checked.problems);
    if (!verdict.ok) {
      const label = labelOf(properties);
      for (const finding of verdict.findings)
        problems.push(geometryProblem(file.path, row, label, finding));
    }
    if (checked.ok && verdict.ok)
      value.push({ row, properties: checked.value, geometry: verdict.geometry });
  });
  return { value, problems };
}
