// pack.json: the specification version decides the schema; every other file is listed here.
import { checkSchema, shownValue } from './schema-problem';
import { type Parsed, MEND_REPLACE_PACK, problemAt } from './pack-problem';
import { parseJson } from './parse-json';
import { type Manifest, manifest } from './schemas/pack.1';

export const MANIFEST_FILE = 'pack.json';

/** Files without which a region cannot be shown at all. */
export const CORE_FILES = ['counties.geojson', 'townships.geojson', 'villages.csv'] as const;

/** Files whose damage empties one layer only. */
export const LAYER_FILES = [
  'base.geojson',
  'belts.geojson',
  'projects.geojson',
  'relocations.json',
  'timeline.json',
  'claims.json',
  'rules.json',
  'storyline.json',
  'statements.json',
  'relations.json',
  'lists.json',
  'targets.json',
  'sources.json',
] as const;

const SUPPORTED_SPEC = 1;

function specOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'spec' in data ? data.spec : undefined;
}

function duplicatePaths(value: Manifest): readonly string[] {
  const paths = value.files.map((file) => file.path);
  return paths.filter((path, index) => paths.indexOf(path) !== index);
}

/** Reads pack.json; `value` is null when there is any error. */
export function parseManifest(bytes: Uint8Array): Parsed<Manifest | null> {
  const file = MANIFEST_FILE;
  const json = parseJson(file, bytes);
  if (json.problems.length > 0) return { value: null, problems: json.problems };
  const spec = specOf(json.value);
  if (typeof spec === 'number' && spec !== SUPPORTED_SPEC) {
    const what = `数据包规格为第 ${spec} 版，本程序只能读第 ${SUPPORTED_SPEC} 版。`;
    const mend =
      spec > SUPPORTED_SPEC
        ? '请升级本程序，或换用第 1 版规格的数据包。'
        : '请换用第 1 版规格的数据包。';
    const place = { file, column: 'spec' };
    return { value: null, problems: [problemAt('error', 'pack-spec', place, what, mend)] };
  }
  const checked = checkSchema(manifest, json.value, { file });
  if (!checked.ok) return { value: null, problems: checked.problems };
  const duplicates = duplicatePaths(checked.value).map((path) =>
    problemAt(
      'error',
      'pack-duplicate',
      { file, column: 'files' },
      `文件${shownValue(path)}列出了两次。`,
      MEND_REPLACE_PACK,
    ),
  );
  return duplicates.length > 0
    ? { value: null, problems: duplicates }
    : { value: checked.value, problems: [] };
}
