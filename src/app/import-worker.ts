// Reads and judges files apart from the page. One question at a time; the page ends the worker to cancel.
import { auditTables } from '../analysis/audit';
import { planTableOf } from '../analysis/audit-plain-table';
import type { AuditFinding } from '../domain/audit-finding';
import { type ImportContent, OWN_FIGURES, type VillageFigures } from '../domain/imported';
import { featuresOf, villageRowsOf } from '../domain/imported-things';
import type { LngLat } from '../domain/lng-lat';
import { type Problem, reasonOf } from '../domain/problem';
import { walkPositions } from '../geo/positions';
import { declaredCrsOf, declaredCrsProblem, parseCrs } from '../io/crs';
import { elevationPreview } from '../io/elevation-import';
import type { ImportChoices, ImportContext, ImportPreview } from '../io/import-choices';
import { previewImport } from '../io/import-preview';
import { type ImportSuggestion, suggestChoices } from '../io/import-suggest';
import { findShape } from '../io/import-table';
import { MOST_FILE_BYTES } from '../io/limits';
import { plainTableOf } from '../io/plain-table';
import { readElevation } from '../io/read-geotiff';
import { readSources } from '../io/read-sources';
import type { InputFile, SourceFile } from '../io/source-layer';
import { keptTerrain, terrainPreview } from '../io/terrain-import';
import { terrainWords } from '../io/terrain-words';
import type {
  ChosenFile,
  FromImportWorker,
  ImportAnswers,
  ImportAsk,
  ImportStep,
  LayerPlace,
  PreviewAnswer,
  ReadAnswer,
  ReadLayer,
  ToImportWorker,
} from './import-task';
import { columnsOfRows } from './village-row-columns';

const HEAD_ROWS = 12;
const MOST_POSITIONS = 3000;
/** Rows listed to be matched by hand, the next ones as these are matched; more are told by their count. */
const MOST_UNMATCHED = 80;
/** A folder of more files than this is not what somebody meant to import. */
const MOST_FILES = 2000;
/** Rows of one message to the page: it reads so many in a few milliseconds. */
const SLICE_ROWS = 1000;

interface Opened {
  readonly sources: readonly SourceFile[];
  /** Bytes of terrain files, by name. */
  readonly terrain: ReadonlyMap<string, Uint8Array>;
  /** Terrain decoded so far: the guess and every preview look at the same grid. */
  readonly grids: Map<string, ReturnType<typeof readElevation>>;
}

let opened: Opened | null = null;
/** As it is now: an import before may have changed it. */
let region: ImportContext | null = null;
let taken: ImportContent | null = null;

function post(message: FromImportWorker): void {
  // The page's lib has no type for a dedicated worker's own postMessage.
  (self as unknown as { postMessage: (data: FromImportWorker) => void }).postMessage(message);
}

/** The page draws the whole dialog for each step that it is told. */
const STEP_EVERY_MILLISECONDS = 150;
let told = { words: '', at: 0 };

function tell(step: ImportStep): void {
  const at = performance.now();
  if (step.words === told.words && at - told.at < STEP_EVERY_MILLISECONDS) return;
  told = { words: step.words, at };
  post({ type: 'step', step });
}

function files(): Opened {
  if (opened === null) throw new Error('asked before any file was read');
  return opened;
}

function context(): ImportContext {
  if (region === null) throw new Error('asked before the region was told');
  return region;
}

function tooLarge(path: string): Problem {
  return {
    code: 'input-too-large',
    severity: 'error',
    where: { file: path },
    text: `${path}：超过 200 MB 的上限，没有读入。`,
    mend: '请先拆分，或只导出本区域的部分。',
  };
}

function tooMany(count: number): Problem {
  return {
    code: 'too-many-files',
    severity: 'error',
    where: {},
    text: `一次选了 ${count} 个文件，超过 ${MOST_FILES} 个的上限，没有读入。`,
    mend: '请只拖入要导入的文件，或分几次导入。',
  };
}

function unreadable(path: string): Problem {
  return {
    code: 'file-unreadable',
    severity: 'error',
    where: { file: path },
    text: `${path}：浏览器读不到这个文件，可能已被移动、改名、改动，或正被其他程序占用。`,
    mend: '请关闭占用它的程序，再重新选择这个文件。',
  };
}

function layersOf(sources: readonly SourceFile[]): readonly ReadLayer[] {
  const isOne = sources.length === 1 && sources[0]?.layers.length === 1;
  return sources.flatMap((source, file) => {
    const { fileName, format, encoding, sha256, layers } = source;
    const about = { fileName, format, encoding, sha256 };
    if (format === 'geotiff') {
      const place = { file, layer: 0 };
      return [
        { ...about, place, name: '', rowCount: 0, head: [], headings: null, isRemarks: false },
      ];
    }
    return layers.map((layer, at) => ({
      ...about,
      place: { file, layer: at },
      name: layers.length > 1 ? layer.name : '',
      rowCount: layer.rows.length,
      head: layer.rows.slice(0, HEAD_ROWS).map(({ row, cells }) => ({ row, cells })),
      headings: layer.headings,
      isRemarks: !isOne && suggestChoices(layer, fileName, context()).isRemarks,
    }));
  });
}

/** null for a file that is no longer there or not ours to read. */
async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

async function read(chosen: readonly ChosenFile[]): Promise<ReadAnswer> {
  if (chosen.length > MOST_FILES) return { layers: [], problems: [tooMany(chosen.length)] };
  const inputs: InputFile[] = [];
  const problems: Problem[] = [];
  for (const [done, { path, file }] of chosen.entries()) {
    tell({ words: `打开 ${path}`, done, total: chosen.length });
    if (file !== null && file.size > MOST_FILE_BYTES) {
      problems.push(tooLarge(path));
      continue;
    }
    const bytes = file && (await bytesOf(file));
    if (bytes) inputs.push({ path, bytes });
    else problems.push(unreadable(path));
  }
  const outcome = await readSources(inputs, {
    onProgress: ({ done, total, fileName }) => tell({ words: `读取 ${fileName}`, done, total }),
  });
  const sources = outcome.ok ? outcome.value : [];
  const isTerrain = new Set(
    sources.filter(({ format }) => format === 'geotiff').map(({ fileName }) => fileName),
  );
  const terrain = new Map(
    inputs.flatMap(({ path, bytes }) => (isTerrain.has(path) ? [[path, bytes]] : [])),
  );
  opened = { sources, terrain, grids: new Map() };
  return {
    layers: layersOf(sources),
    problems: [...problems, ...(outcome.ok ? outcome.notes : outcome.problems)],
  };
}

function sourceAt({ file, layer }: LayerPlace) {
  const source = files().sources[file];
  if (!source) throw new Error(`file ${file} of ${files().sources.length}`);
  return { source, layer: source.layers[layer] ?? null };
}

function gridOf(fileName: string): ReturnType<typeof readElevation> {
  const { terrain, grids } = files();
  const bytes = terrain.get(fileName);
  if (!bytes) throw new Error(`no terrain bytes of ${fileName}`);
  const grid = grids.get(fileName) ?? readElevation(bytes, fileName);
  grids.set(fileName, grid);
  return grid;
}

async function terrainSuggestion(fileName: string): Promise<ImportSuggestion> {
  const grid = await gridOf(fileName);
  const crs = grid.ok ? grid.value.crs : null;
  const evidence = crs === null ? '文件没有说明坐标系，请选择' : '文件自己声明的坐标系';
  const guess = { crs: crs ?? 'wgs84', axesSwapped: false, evidence, insideShare: 1 };
  return {
    choices: {
      skippedRows: 0,
      headingRows: 0,
      columns: [],
      crs: guess.crs,
      crsEvidence: evidence,
      axesSwapped: false,
      use: 'terrain',
      projectKind: 'facility',
      accuracyMetres: 0,
      allowOutside: false,
      matches: new Map(),
      addsUnknown: false,
    },
    crs: { guesses: [guess], isSure: crs !== null, reason: evidence },
    useEvidence: '文件是高程数据',
    key: '',
    isRemarks: false,
  };
}

async function suggest(ask: Extract<ImportAsk, { kind: 'suggest' }>): Promise<ImportSuggestion> {
  const { source, layer } = sourceAt(ask.place);
  if (layer === null) return terrainSuggestion(source.fileName);
  const shape = ask.shape ?? findShape(layer);
  const first = suggestChoices(layer, source.fileName, context(), undefined, shape);
  const remembered = ask.remembered.find(([key]) => key === first.key)?.[1];
  return remembered ? suggestChoices(layer, source.fileName, context(), remembered, shape) : first;
}

function refusedTerrain(problems: readonly Problem[]): ImportPreview {
  const counts = { rowsRead: 0, rowsOk: 0, rowsWarned: 0, rowsRefused: 0 };
  return { ...counts, unmatched: [], problems, problemCount: problems.length, content: null };
}

async function previewTerrain(fileName: string, choices: ImportChoices): Promise<ImportPreview> {
  const grid = await gridOf(fileName);
  if (!grid.ok) return refusedTerrain(grid.problems);
  const crs = parseCrs(choices.crs);
  if (!crs.ok) {
    const problem = declaredCrsProblem(declaredCrsOf(choices.crs), fileName);
    return refusedTerrain(problem ? [problem] : crs.problems);
  }
  const { bbox, villages } = context();
  const sampled =
    choices.use === 'terrain-only'
      ? null
      : elevationPreview(grid.value, crs.value, villages, fileName);
  if (sampled && choices.use === 'villages') return sampled;
  return terrainPreview(keptTerrain(grid.value, { crs: crs.value, bbox }), sampled, fileName);
}

function positionsOf(content: ImportContent): readonly LngLat[] {
  const all: LngLat[] = [];
  for (const { position } of villageRowsOf(content)) if (position) all.push(position);
  for (const { geometry } of featuresOf(content)) {
    walkPositions(geometry, ([lng = Number.NaN, lat = Number.NaN]) => all.push([lng, lat]));
  }
  const step = Math.max(1, Math.ceil(all.length / MOST_POSITIONS));
  return all.filter((_, at) => at % step === 0);
}

function answerOf({ content, unmatched, ...preview }: ImportPreview): PreviewAnswer {
  const villages = content === null ? [] : villageRowsOf(content);
  const hasFigure = (figures: VillageFigures): boolean =>
    OWN_FIGURES.some((figure) => figures[figure] !== null);
  return {
    ...preview,
    unmatched: unmatched.slice(0, MOST_UNMATCHED),
    unmatchedCount: unmatched.length,
    addableCount: unmatched.filter(({ newCode }) => newCode !== null).length,
    kind: content?.kind ?? null,
    count: content === null ? 0 : villages.length + featuresOf(content).length,
    placed: villages.filter(({ position, added }) => position !== null && added === null).length,
    added: villages.filter(({ added }) => added !== null).length,
    withFigures: villages.filter(({ figures }) => hasFigure(figures)).length,
    withSite:
      content?.kind === 'villages' && content.purpose === 'relocation'
        ? villages.filter(({ siteName }) => siteName !== undefined).length
        : null,
    withHeight: villages.filter(({ figures }) => figures.elevationMetres !== null).length,
    terrain: content?.kind === 'terrain' ? terrainWords(content.grid) : '',
    positions: content === null ? [] : positionsOf(content),
  };
}

async function preview(ask: Extract<ImportAsk, { kind: 'preview' }>): Promise<PreviewAnswer> {
  const { source, layer } = sourceAt(ask.place);
  const result =
    layer === null
      ? await previewTerrain(source.fileName, ask.choices)
      : await previewImport(source, layer, ask.choices, context(), {
          onProgress: (done, total) => tell({ words: '核对各行', done, total }),
        });
  taken = result.content;
  return answerOf(result);
}

function audit({ place, shape }: Extract<ImportAsk, { kind: 'audit' }>): readonly AuditFinding[] {
  const { source, layer } = sourceAt(place);
  if (layer === null) return [];
  tell({ words: '体检本表', done: 0, total: 1 });
  return auditTables([planTableOf(plainTableOf(source, layer, shape))]);
}

function slices<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / SLICE_ROWS);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * SLICE_ROWS, (at + 1) * SLICE_ROWS),
  );
}

/** Sends the rows ahead and answers the rest of the content. */
function sentInSlices(content: ImportContent): ImportContent {
  if ('villages' in content) {
    for (const rows of slices(content.villages)) {
      post({ type: 'villages', columns: columnsOfRows(rows) });
    }
    return { ...content, villages: [] };
  }
  for (const rows of slices(content.features)) post({ type: 'features', rows });
  return { ...content, features: [] };
}

async function answer(ask: ImportAsk): Promise<ImportAnswers[ImportAsk['kind']]> {
  switch (ask.kind) {
    case 'read':
      return read(ask.files);
    case 'suggest':
      return suggest(ask);
    case 'preview':
      return preview(ask);
    case 'audit':
      return audit(ask);
    case 'take':
      if (taken === null) throw new Error('nothing was previewed');
      return sentInSlices(taken);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
  if (data.kind === 'region') {
    ({ region } = data);
    return;
  }
  if (data.kind === 'region-villages') {
    const now = context();
    region = { ...now, villages: now.villages.concat(data.villages) };
    return;
  }
  answer(data).then(
    (value) => post({ type: 'done', answer: value }),
    (error: unknown) => post({ type: 'failed', message: reasonOf(error) }),
  );
});
