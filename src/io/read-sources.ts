// The one entry for files that come in: recognised, put together, read, each by its own reader, which is loaded on first
// use. One bad file does not stop the others.
import type { Outcome, Problem } from '../domain/problem';
import { declaredCrsProblem } from './crs';
import { type ReadJob, groupFiles } from './group-files';
import { LimitPassed, VertexCount } from './limits';
import { BrokenFile, type LayersOutcome, refuseFile } from './read-layers';
import { extensionOf } from './recognise';
import { sha256Hex } from './sha256';
import type { InputFile, SourceFile, SourceLayer } from './source-layer';
import { withWktGeometry } from './wkt-geometry';

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read; empty when all are. */
  readonly fileName: string;
}

export interface ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Looked at between files; a reader itself runs through. */
  readonly signal?: AbortSignal;
  /** False for who goes through a long text table once: see `SourceLayer.list`. */
  readonly keepsRows?: boolean;
}

async function readJob(job: ReadJob, keepsRows: boolean | undefined): Promise<LayersOutcome> {
  switch (job.kind) {
    case 'csv':
      return (await import('./read-csv')).readCsv(job.bytes, job.path, keepsRows);
    case 'xlsx':
      return (await import('./read-xlsx')).readXlsx(job.bytes, job.path);
    case 'geojson':
      return (await import('./read-geojson-layer')).readGeojsonLayer(job.bytes, job.path);
    case 'shapefile':
      return (await import('./read-shapefile')).readShapefile(job.parts);
    case 'kml':
      return (await import('./read-kml')).readKml(job.bytes, job.path);
    case 'dxf':
      return (await import('./read-dxf')).readDxf(job.bytes, job.path);
    case 'geopackage':
      return (await import('./read-geopackage')).readGeopackage(job.bytes, job.path);
    case 'geotiff':
      // A raster has no rows: `readElevation` reads it where heights are wanted.
      return { ok: true, value: { format: 'geotiff', encoding: null, layers: [] }, notes: [] };
  }
}

/** What a reader throws at a file that lies about itself, as a problem of that file. */
function problemOf(cause: unknown, job: ReadJob): LayersOutcome {
  if (cause instanceof LimitPassed) {
    return refuseFile(`${job.kind}-limit`, job.path, `${cause.what}，没有读入。`, cause.mend);
  }
  if (cause instanceof BrokenFile) {
    return refuseFile(
      `${job.kind}-broken`,
      job.path,
      `${cause.what}。`,
      '请重新导出或复制该文件。',
    );
  }
  throw cause;
}

const ENDINGS: Readonly<Partial<Record<ReadJob['kind'], readonly string[]>>> = {
  csv: ['csv', 'tsv', 'txt', 'tab', 'dat', 'asc', 'prn', ''],
  xlsx: ['xlsx', 'xlsm', 'xltx'],
  geojson: ['geojson', 'json', 'geojsonl', 'geojsons'],
  kml: ['kml', 'kmz', 'zip'],
  dxf: ['dxf'],
  geopackage: ['gpkg'],
};
const NAMES: Readonly<Partial<Record<ReadJob['kind'], string>>> = {
  csv: '文本表格',
  xlsx: 'Excel 工作簿',
  geojson: 'GeoJSON',
  kml: 'KML',
  dxf: 'DXF',
  geopackage: 'GeoPackage',
};

function endingNote({ kind, path }: ReadJob): Problem[] {
  const extension = extensionOf(path);
  if (ENDINGS[kind]?.includes(extension) !== false) return [];
  const text = `${path}：扩展名是 .${extension}，内容是${NAMES[kind]}，已按内容读取。`;
  const mend = '无需处理；需要时请改正扩展名。';
  return [{ code: 'input-ending', severity: 'warning', where: { file: path }, text, mend }];
}

/** Digest of the bytes read; of a shapefile, of its companions one after another. */
async function digestOf(job: ReadJob): Promise<string> {
  if (job.kind !== 'shapefile') return sha256Hex(job.bytes);
  const { shp, dbf, prj, cpg } = job.parts;
  const parts = [shp, dbf, prj, cpg].filter((part) => part !== null);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return sha256Hex(whole);
}

/** Layers on a datum that can not be converted are left out; a system that is not understood is told. */
function judgeSystems(layers: readonly SourceLayer[], file: string): LayerJudgement {
  const problems = layers.map(({ declaredCrs }) => declaredCrsProblem(declaredCrs, file));
  const kept = layers.filter((_, i) => problems[i]?.severity !== 'error');
  const texts = new Set<string>();
  const notes = problems.filter((each) => {
    if (each === null || texts.has(each.text)) return false;
    texts.add(each.text);
    return true;
  });
  return { kept, notes: notes.filter((each) => each !== null) };
}

interface LayerJudgement {
  readonly kept: readonly SourceLayer[];
  readonly notes: readonly Problem[];
}

async function readOne(job: ReadJob, keepsRows: boolean | undefined): Promise<Outcome<SourceFile>> {
  const outcome = await readJob(job, keepsRows).catch((cause: unknown) => problemOf(cause, job));
  if (!outcome.ok) return outcome;
  const { format, encoding, layers: tables } = outcome.value;
  const vertices = new VertexCount();
  const placed = tables.map((layer) => withWktGeometry(layer, job.path, vertices));
  const layers = placed.map(({ layer }) => layer);
  const { kept, notes } = judgeSystems(layers, job.path);
  if (kept.length === 0 && layers.length > 0) return { ok: false, problems: notes };
  const sha256 = await digestOf(job);
  const value = { fileName: job.path, format, encoding, sha256, layers: kept };
  return {
    ok: true,
    value,
    notes: [
      ...endingNote(job),
      ...notes,
      ...outcome.notes,
      ...placed.flatMap((each) => each.notes),
    ],
  };
}

/**
 * Every file that can be read, in the order given; those that can not are errors among the notes. Fails only when none
 * can. Plans (.cuntu) and region packs are refused here: ask `routeInput` first. Never throws on bad input.
 */
export async function readSources(
  files: readonly InputFile[],
  options: ReadOptions = {},
): Promise<Outcome<readonly SourceFile[]>> {
  const { jobs, problems, notes } = groupFiles(files);
  const faults: Problem[] = [...problems];
  const found: Problem[] = [...notes];
  const read: SourceFile[] = [];
  for (const [done, job] of jobs.entries()) {
    if (options.signal?.aborted === true) {
      const text = '导入已取消。';
      const cancelled: Problem = {
        code: 'import-cancelled',
        severity: 'error',
        where: {},
        text,
        mend: '需要时请重新导入。',
      };
      return { ok: false, problems: [cancelled] };
    }
    options.onProgress?.({ done, total: jobs.length, fileName: job.path });
    const outcome = await readOne(job, options.keepsRows);
    if (outcome.ok) {
      read.push(outcome.value);
      found.push(...outcome.notes);
    } else faults.push(...outcome.problems);
  }
  options.onProgress?.({ done: jobs.length, total: jobs.length, fileName: '' });
  if (read.length === 0 && faults.length === 0) {
    const text = '没有选择任何文件。';
    faults.push({ code: 'input-none', severity: 'error', where: {}, text, mend: '请选择文件。' });
  }
  return read.length === 0
    ? { ok: false, problems: [...faults, ...found] }
    : { ok: true, value: read, notes: [...faults, ...found] };
}
