// `{ "records": [ … ] }` files: relocations, timeline, claims, sources.
import type * as z from 'zod/mini';
import type { Problem } from '../domain/problem';
import { type Parsed, MEND_REPLACE_PACK, problemAt } from './pack-problem';
import { parseJson } from './parse-json';
import { type ReadFile, countProblems } from './read-files';
import { checkSchema } from './schema-problem';

/** Records that fit the schema, in file order. */
export function parseRecords<T>(file: ReadFile, schema: z.ZodMiniType<T>): Parsed<readonly T[]> {
  if (file.bytes === null) return { value: [], problems: file.problems };
  const problems: Problem[] = [...file.problems];
  const json = parseJson(file.path, file.bytes);
  if (json.problems.length > 0) return { value: [], problems: [...problems, ...json.problems] };
  const data = json.value;
  const records =
    typeof data === 'object' && data !== null && 'records' in data ? data.records : null;
  if (!Array.isArray(records)) {
    const what = '缺少 records 数组。';
    const where = { file: file.path };
    problems.push(problemAt('error', 'pack-not-records', where, what, MEND_REPLACE_PACK));
    return { value: [], problems };
  }
  problems.push(...countProblems(file, records.length));
  const value: T[] = [];
  records.forEach((record: unknown, index) => {
    const checked = checkSchema(schema, record, { file: file.path, row: index + 1 });
    if (checked.ok) value.push(checked.value);
    else problems.push(...checked.problems);
  });
  return { value, problems };
}
