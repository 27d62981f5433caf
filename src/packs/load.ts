// Loads one region pack: pack.json, then every listed file at once, then parse in the order of who mentions whom.
// Damage to pack.json, counties, townships or villages fails the region with all its problems; damage to any other
// file empties that layer or drops that table, and the problem goes into `notes`. Nothing here throws for bad data.
import type * as z from 'zod/mini';
import type { County, Township } from '../domain/administrative';
import type { Outcome, Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { Village } from '../domain/village';
import { BELTS_WORD } from '../domain/wording';
import { sha256Hex } from './checksum';
import { type GeometryChecker, loadGeometryChecker } from './geometry-check';
import { brokenAuditLinks } from './audit-links';
import { brokenLinks } from './link-check';
import {
  type Parsed,
  MEND_REPLACE_PACK,
  hasErrors,
  limitProblems,
  problemAt,
} from './pack-problem';
import { parseCounties, parseTownships } from './parse-areas';
import { parseBase, parseBelts, parseProjects } from './parse-layers';
import { CORE_FILES, type LAYER_FILES, MANIFEST_FILE, parseManifest } from './parse-manifest';
import { parseRecords } from './parse-records';
import { parseTable } from './parse-table';
import { parseVillages } from './parse-villages';
import { type Digest, type ReadFile, readListedFile, readProblem } from './read-files';
import { type AreaCodes, type Mention, duplicateProblems, unknownMentions } from './references';
import { namedList, relation, statement, target } from './schemas/audit.1';
import { type Manifest, claim, relocation, source, timelineYear } from './schemas/pack.1';
import { rule } from './schemas/rule.1';
import { storyScene } from './schemas/storyline.1';
import type { PackSource } from './source';
import { tableFigures } from './table-figures';

export interface LoadProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** File that was just read. */
  readonly path: string;
}

export interface LoadOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Waited for between pieces of villages.csv, with the rows read so far and those that pack.json promises. */
  readonly breathe?: (rows: number, total: number) => Promise<void>;
  /** SHA-256 as hex, or null where none can be had; defaults to the browser's own. */
  readonly digest?: Digest;
}

type Files = ReadonlyMap<string, ReadFile>;

function fileOf(files: Files, path: string): ReadFile {
  const file = files.get(path);
  if (file) return file;
  const where = { file: path };
  const what = 'pack.json 的文件清单里没有它。';
  const problem = problemAt('error', 'pack-unlisted-file', where, what, MEND_REPLACE_PACK);
  return { path, bytes: null, records: null, problems: [problem] };
}

async function readFiles(
  source: PackSource,
  { files }: Pick<Manifest, 'files'>,
  options: LoadOptions,
): Promise<Files> {
  const totalBytes = files.reduce((sum, entry) => sum + entry.bytes, 0);
  let doneBytes = 0;
  const read = await Promise.all(
    files.map(async (entry) => {
      const file = await readListedFile(source, entry, options.digest ?? sha256Hex);
      doneBytes += entry.bytes;
      options.onProgress?.({ doneBytes, totalBytes, path: entry.path });
      return file;
    }),
  );
  return new Map(read.map((file) => [file.path, file]));
}

interface Core {
  readonly counties: readonly County[];
  readonly townships: readonly Township[];
  readonly villages: readonly Village[];
  readonly problems: readonly Problem[];
}

function codesOf(areas: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(areas.map((area) => area.code));
}

async function parseCore(
  files: Files,
  manifest: Manifest,
  check: GeometryChecker,
  options: LoadOptions,
): Promise<Core> {
  const { bbox } = manifest;
  const counties = parseCounties(fileOf(files, 'counties.geojson'), bbox, check);
  const countyCodes = hasErrors(counties.problems) ? null : codesOf(counties.value);
  const townships = parseTownships(fileOf(files, 'townships.geojson'), bbox, countyCodes, check);
  const areas =
    countyCodes === null || hasErrors(townships.problems)
      ? null
      : { counties: countyCodes, townships: codesOf(townships.value) };
  const listed = fileOf(files, 'villages.csv');
  const villages = await parseVillages(listed, bbox, areas, async (rows) => {
    await options.breathe?.(rows, listed.records ?? rows);
  });
  return {
    counties: counties.value,
    townships: townships.value,
    villages: villages.value,
    problems: [
      ...limitProblems('counties.geojson', counties.problems),
      ...limitProblems('townships.geojson', townships.problems),
      ...limitProblems('villages.csv', villages.problems),
    ],
  };
}

const LAYER_WORDS: Readonly<Record<(typeof LAYER_FILES)[number], string>> = {
  'base.geojson': '底图要素',
  'belts.geojson': BELTS_WORD,
  'projects.geojson': '规划项目',
  'relocations.json': '易地搬迁',
  'timeline.json': '时间轴',
  'claims.json': '规划口径',
  'rules.json': '规则',
  'storyline.json': '故事线',
  'statements.json': '正文数字',
  'relations.json': '数字关系',
  'lists.json': '名单',
  'targets.json': '指标',
  'sources.json': '资料来源',
};

/** Gathers the notes of optional files, and empties those with an error. */
class LayerNotes {
  readonly problems: Problem[] = [];
  readonly failed = new Set<string>();

  keep<T>(file: (typeof LAYER_FILES)[number], parsed: Parsed<readonly T[]>): readonly T[] {
    this.problems.push(...limitProblems(file, parsed.problems));
    if (!hasErrors(parsed.problems)) return parsed.value;
    this.drop(file, LAYER_WORDS[file]);
    return [];
  }

  drop(file: string, word: string): void {
    this.failed.add(file);
    const what = `有错误，“${word}”没有载入，其余内容照常可用。`;
    const mend = '按上面列出的问题改正后重新打开。';
    this.problems.push(problemAt('warning', 'pack-layer-dropped', { file }, what, mend));
  }
}

function withUnique<T>(
  file: string,
  parsed: Parsed<readonly T[]>,
  column: string,
  codeOf: (record: T) => string,
  counties: ReadonlySet<string>,
  countiesOf: (record: T) => readonly string[],
): Parsed<readonly T[]> {
  const mention = (record: T, index: number): Mention => ({
    row: index + 1,
    column,
    code: codeOf(record),
  });
  const countyMentions = parsed.value.flatMap((record, index) =>
    countiesOf(record).map((code) => ({ row: index + 1, column: 'countyCodes', code })),
  );
  return {
    value: parsed.value,
    problems: [
      ...parsed.problems,
      ...duplicateProblems(file, column, parsed.value.map(mention)),
      ...unknownMentions(file, 'error', '县', counties, countyMentions),
    ],
  };
}

function parseTables(files: Files, areas: AreaCodes, notes: LayerNotes) {
  const ids = new Set<string>();
  for (const path of files.keys()) {
    const id = /^tables\/(.+)\.(?:csv|json)$/.exec(path)?.[1];
    if (id !== undefined) ids.add(id);
  }
  return [...ids].flatMap((id) => {
    const csvPath = `tables/${id}.csv`;
    const csv = fileOf(files, csvPath);
    const json = fileOf(files, `tables/${id}.json`);
    const parsed = parseTable(csv, json, areas);
    notes.problems.push(...limitProblems(csvPath, parsed.problems));
    if (parsed.value === null) notes.drop(csvPath, `规划表 ${id}`);
    return parsed.value ? [parsed.value] : [];
  });
}

function parseLayers(files: Files, core: Core, check: GeometryChecker, notes: LayerNotes) {
  const areas: AreaCodes = {
    counties: codesOf(core.counties),
    townships: codesOf(core.townships),
  };
  const { counties } = areas;
  const none = (): readonly string[] => [];
  const relocations = withUnique(
    'relocations.json',
    parseRecords(fileOf(files, 'relocations.json'), relocation),
    'id',
    (record) => record.id,
    counties,
    (record) => record.countyCodes,
  );
  const timeline = withUnique(
    'timeline.json',
    parseRecords(fileOf(files, 'timeline.json'), timelineYear),
    'year',
    (record) => String(record.year),
    counties,
    (record) => [...record.exitingCountyCodes, ...Object.keys(record.statusByCounty)],
  );
  const claims = withUnique(
    'claims.json',
    parseRecords(fileOf(files, 'claims.json'), claim),
    'id',
    (record) => record.id,
    counties,
    none,
  );
  // Optional files: a pack without them is whole.
  const optional = <T extends { readonly id: string }>(
    file: string,
    schema: z.ZodMiniType<T>,
    countiesOf: (record: T) => readonly string[] = none,
  ): Parsed<readonly T[]> =>
    withUnique(
      file,
      files.has(file) ? parseRecords(fileOf(files, file), schema) : { value: [], problems: [] },
      'id',
      (record) => record.id,
      counties,
      countiesOf,
    );
  const sources = withUnique(
    'sources.json',
    parseRecords(fileOf(files, 'sources.json'), source),
    'id',
    (record) => record.id,
    counties,
    none,
  );
  return {
    baseFeatures: notes.keep('base.geojson', parseBase(fileOf(files, 'base.geojson'), check)),
    belts: notes.keep('belts.geojson', parseBelts(fileOf(files, 'belts.geojson'), areas, check)),
    projects: notes.keep(
      'projects.geojson',
      parseProjects(fileOf(files, 'projects.geojson'), areas, check),
    ),
    relocations: notes.keep('relocations.json', relocations),
    timeline: notes.keep('timeline.json', timeline),
    claims: notes.keep('claims.json', claims),
    rules: notes.keep('rules.json', optional('rules.json', rule)),
    storyline: notes.keep(
      'storyline.json',
      optional('storyline.json', storyScene, (record) =>
        record.highlightCodes.filter((code) => code.length === 6),
      ),
    ),
    statements: notes.keep('statements.json', optional('statements.json', statement)),
    relations: notes.keep('relations.json', optional('relations.json', relation)),
    lists: notes.keep('lists.json', optional('lists.json', namedList)),
    targets: notes.keep('targets.json', optional('targets.json', target)),
    sources: notes.keep('sources.json', sources),
    tables: parseTables(files, areas, notes),
  };
}

const NO_DIGEST_NOTE = problemAt(
  'warning',
  'pack-checksum-unavailable',
  { file: MANIFEST_FILE },
  '当前网页环境不提供 SHA-256，只核对了文件大小和记录数，没有核对校验和。',
  '请用 localhost 或 https 地址打开本程序。',
);

function assemble(manifest: Manifest, core: Core, files: Files, check: GeometryChecker) {
  const notes = new LayerNotes();
  const layers = parseLayers(files, core, check, notes);
  const figures = layers.tables.map((table) => tableFigures(`tables/${table.id}.csv`, table));
  const { id, name, planTitle, beltsWord, version, date, bbox, years } = manifest;
  const { counties, townships, villages } = core;
  const pack: RegionPack = {
    id,
    name,
    planTitle,
    beltsWord: beltsWord ?? BELTS_WORD,
    version,
    date,
    bbox,
    years,
    counties,
    townships,
    villages,
    ...layers,
    figures: figures.flatMap((parsed) => parsed.value),
  };
  const figureNotes = figures.flatMap((parsed) => parsed.problems);
  const links = [...brokenLinks(pack, notes.failed), ...brokenAuditLinks(pack, notes.failed)];
  return { pack, notes: [...notes.problems, ...figureNotes, ...links] };
}

async function readManifest(source: PackSource): Promise<Outcome<Manifest>> {
  let bytes: Uint8Array;
  try {
    bytes = await source.read(MANIFEST_FILE);
  } catch (cause) {
    return { ok: false, problems: [readProblem(MANIFEST_FILE, cause)] };
  }
  const manifest = parseManifest(bytes);
  return manifest.value === null
    ? { ok: false, problems: manifest.problems }
    : { ok: true, value: manifest.value, notes: [] };
}

const CORE: ReadonlySet<string> = new Set(CORE_FILES);

/** Where a region's places are, without its plan. */
export type RegionAreas = Pick<RegionPack, 'bbox' | 'counties' | 'townships' | 'villages'>;

/**
 * Reads and checks what every pack must have, and none of its layers and tables. Rings are not looked at: that takes as
 * long as all the rest, and the checksums say that the borders are those of the pack that was made.
 */
export async function loadAreas(source: PackSource): Promise<Outcome<RegionAreas>> {
  const manifest = await readManifest(source);
  if (!manifest.ok) return manifest;
  const listed = { files: manifest.value.files.filter(({ path }) => CORE.has(path)) };
  const [files, check] = await Promise.all([
    readFiles(source, listed, {}),
    loadGeometryChecker(false),
  ]);
  const { problems, ...areas } = await parseCore(files, manifest.value, check, {});
  if (hasErrors(problems)) return { ok: false, problems };
  return { ok: true, value: { bbox: manifest.value.bbox, ...areas }, notes: problems };
}

/** Reads and checks a whole pack. `notes` of a success name every optional file that was left out, and why. */
export async function loadPack(
  source: PackSource,
  options: LoadOptions = {},
): Promise<Outcome<RegionPack>> {
  const manifest = await readManifest(source);
  if (!manifest.ok) return manifest;
  const digest = options.digest ?? sha256Hex;
  const canDigest = (await digest(new Uint8Array())) !== null;
  const [files, check] = await Promise.all([
    readFiles(source, manifest.value, options),
    loadGeometryChecker(),
  ]);
  const core = await parseCore(files, manifest.value, check, options);
  if (hasErrors(core.problems)) {
    const others = [...files.values()].filter((file) => !CORE.has(file.path));
    return {
      ok: false,
      problems: [...core.problems, ...others.flatMap((file) => file.problems)],
    };
  }
  const { pack, notes } = assemble(manifest.value, core, files, check);
  return {
    ok: true,
    value: pack,
    notes: [...(canDigest ? [] : [NO_DIGEST_NOTE]), ...core.problems, ...notes],
  };
}
