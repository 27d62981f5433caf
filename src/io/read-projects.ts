// Project geometries with names from a vector file: GeoJSON, or any format of read-sources.ts (loaded on first use). Every
// feature is one project. Geometry is checked by read-geojson.ts, whatever the format.
import type { Geometry } from 'geojson';
import type { Outcome, Problem } from '../domain/problem';
import { type Crs, WGS84, parseCrs } from './crs';
import { type Converter, convertGeometry, converterFrom } from './crs-convert';
import { parseGeojson, readGeojsonValue } from './read-geojson';
import { extensionOf } from './recognise';
import type { SourceFile, SourceLayer } from './source-layer';

export interface ProjectFeature {
  /** The file's own id, else "#3" for its third feature. */
  readonly id: string;
  readonly name: string;
  /** WGS84. */
  readonly geometry: Geometry;
  readonly accuracyMetres: number;
}

export interface ProjectFileOptions {
  readonly fileName: string;
  /** Of GeoJSON, KML, DXF and shapefiles without .prj. */
  readonly crs: Crs;
  /** For features without `alignmentAccuracyMetres` or `accuracy_m`. */
  readonly defaultAccuracyMetres: number;
}

const MEND_CRS =
  '请核对坐标，并说明坐标系，如 --projects-crs gcj02 或 --projects-crs cgcs2000:zone37。';
const WORLD = [-180, -90, 180, 90] as const;
const NAME_KEYS = ['name', '名称', '项目名称', 'NAME', 'Name'];
const ID_KEYS = ['id', 'ID', '编号'];
const ACCURACY_KEYS = ['alignmentAccuracyMetres', 'accuracy_m'];

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function firstText(properties: unknown, keys: readonly string[]): string {
  for (const key of keys) {
    const value = own(properties, key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}

function problem(
  code: string,
  file: string,
  row: number | null,
  what: string,
  mend: string,
): Problem {
  const where = row === null ? { file } : { file, row };
  const place = row === null ? file : `${file} 第 ${row} 个要素`;
  return { code, severity: 'error', where, text: `${place}：${what}`, mend };
}

function named(problems: readonly Problem[], file: string): readonly Problem[] {
  return problems.map((each) =>
    each.text.includes(file) ? each : { ...each, text: `${file}：${each.text}` },
  );
}

/** Every position of a coordinates array converted; what is no position stays for the geometry check to refuse. */
function converted(coordinates: unknown, convert: Converter, faults: string[]): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y] = coordinates as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number') {
    return coordinates.map((each) => converted(each, convert, faults));
  }
  const place = convert(x, y);
  if (place.ok) return [...place.position];
  faults.push(place.what);
  return coordinates;
}

function convertedGeometry(value: unknown, convert: Converter, faults: string[]): unknown {
  const parts = own(value, 'geometries');
  if (Array.isArray(parts)) {
    const geometries = parts.map((part) => convertedGeometry(part, convert, faults));
    return { type: 'GeometryCollection', geometries };
  }
  const coordinates = converted(own(value, 'coordinates'), convert, faults);
  return { type: own(value, 'type'), coordinates };
}

function readFeature(
  value: unknown,
  row: number,
  encoding: string,
  crs: Crs,
  options: ProjectFileOptions,
): Outcome<ProjectFeature> {
  const { fileName } = options;
  const faults: string[] = [];
  const geometry = convertedGeometry(own(value, 'geometry'), converterFrom(crs), faults);
  const [fault] = faults;
  if (fault !== undefined) {
    return {
      ok: false,
      problems: [problem('projects-position', fileName, row, `坐标 ${fault}。`, MEND_CRS)],
    };
  }
  const feature = { type: 'Feature', geometry };
  const bbox = WORLD;
  const reading = readGeojsonValue({
    fileName,
    value: feature,
    bbox,
    swapAxes: false,
    encoding,
    row,
  });
  if (!reading.ok) return { ok: false, problems: named(reading.problems, fileName) };
  const properties = own(value, 'properties');
  const id = firstText(value, ['id']) || firstText(properties, ID_KEYS) || `#${row}`;
  const accuracy = ACCURACY_KEYS.map((key) => own(properties, key)).find(
    (each) => typeof each === 'number' && each >= 0,
  );
  return {
    ok: true,
    value: {
      id,
      name: firstText(properties, NAME_KEYS) || id,
      geometry: reading.value.geometry,
      accuracyMetres: typeof accuracy === 'number' ? accuracy : options.defaultAccuracyMetres,
    },
    notes: [],
  };
}

function featuresOf(root: unknown): readonly unknown[] {
  const features = own(root, 'features');
  if (Array.isArray(features)) return features;
  if (own(root, 'type') === 'Feature') return [root];
  return [{ type: 'Feature', properties: null, geometry: root }];
}

interface FileFeatures {
  readonly features: readonly unknown[];
  readonly encoding: string;
}

/** The system a layer's numbers are in: its .prj's, else the one stated on the command line (for KML always that). */
function crsOfLayer(
  { format }: SourceFile,
  { declaredCrs }: SourceLayer,
  options: ProjectFileOptions,
): Outcome<Crs> {
  if (declaredCrs === null || format === 'kml') return { ok: true, value: options.crs, notes: [] };
  return parseCrs(declaredCrs.crs ?? declaredCrs.printed);
}

/** Rows as features, in WGS84 where the file itself says its system. */
function featuresOfLayer(
  layer: SourceLayer,
  crs: Crs,
  options: ProjectFileOptions,
): Outcome<readonly unknown[]> {
  const convert = converterFrom(crs);
  const features: unknown[] = [];
  const problems: Problem[] = [];
  for (const { row, cells, geometry } of layer.rows) {
    const properties = Object.fromEntries(
      (layer.headings ?? []).map((heading, i) => [heading, cells[i] ?? null]),
    );
    const moved = geometry === null ? null : convertGeometry(geometry, convert);
    if (moved !== null && !moved.ok) {
      problems.push(
        problem('projects-position', options.fileName, row, `坐标 ${moved.what}。`, MEND_CRS),
      );
    }
    features.push({ type: 'Feature', properties, geometry: moved?.ok ? moved.geometry : null });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: features, notes: [] };
}

/** Features of any vector file but GeoJSON, already in WGS84. */
async function readVectors(
  bytes: Uint8Array,
  options: ProjectFileOptions,
): Promise<Outcome<FileFeatures>> {
  const { readSources } = await import('./read-sources');
  const outcome = await readSources([{ path: options.fileName, bytes }]);
  if (!outcome.ok) return outcome;
  const features: unknown[] = [];
  for (const file of outcome.value) {
    for (const layer of file.layers) {
      const crs = crsOfLayer(file, layer, options);
      if (!crs.ok) return { ok: false, problems: named(crs.problems, options.fileName) };
      const read = featuresOfLayer(layer, crs.value, options);
      if (!read.ok) return read;
      features.push(...read.value);
    }
  }
  return { ok: true, value: { features, encoding: 'utf-8' }, notes: outcome.notes };
}

const VECTOR_ENDINGS = new Set(['kml', 'kmz', 'zip', 'dxf', 'gpkg']);

async function readFormat(
  bytes: Uint8Array,
  options: ProjectFileOptions,
): Promise<Outcome<FileFeatures & { readonly crs: Crs }>> {
  const { fileName } = options;
  const extension = extensionOf(fileName);
  if (VECTOR_ENDINGS.has(extension)) {
    const read = await readVectors(bytes, options);
    return read.ok ? { ...read, value: { ...read.value, crs: WGS84 } } : read;
  }
  if (extension !== 'geojson' && extension !== 'json') {
    const mend = '可用的格式：.geojson、.json、.kml、.kmz、.dxf、.gpkg、.zip（打包的 Shapefile）。';
    return {
      ok: false,
      problems: [problem('projects-format', fileName, null, '不认识的文件格式。', mend)],
    };
  }
  const parsed = parseGeojson(fileName, bytes);
  if (!parsed.ok) return { ok: false, problems: named(parsed.problems, fileName) };
  const { value, encoding } = parsed.value;
  const { crs } = options;
  return { ok: true, value: { features: featuresOf(value), encoding, crs }, notes: [] };
}

/** Every feature of the file that has a geometry; one fault refuses the file. */
export async function readProjects(
  bytes: Uint8Array,
  options: ProjectFileOptions,
): Promise<Outcome<readonly ProjectFeature[]>> {
  const format = await readFormat(bytes, options);
  if (!format.ok) return format;
  const { fileName } = options;
  const { features, encoding, crs } = format.value;
  const withGeometry = [...features.entries()].filter(
    ([, feature]) => own(feature, 'geometry') != null,
  );
  const outcomes = withGeometry.map(([at, feature]) =>
    readFeature(feature, at + 1, encoding, crs, options),
  );
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  const projects = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const ids = new Set<string>();
  for (const { id } of projects) {
    if (ids.has(id)) {
      const mend = '每个项目的 id 只能出现一次：请改正或删去 id 属性。';
      problems.push(problem('projects-duplicate', fileName, null, `id「${id}」出现两次。`, mend));
    }
    ids.add(id);
  }
  if (problems.length === 0 && projects.length === 0) {
    const mend = '请选择含有点、线或面的文件。';
    problems.push(problem('projects-empty', fileName, null, '没有任何带几何的要素。', mend));
  }
  if (problems.length > 0) return { ok: false, problems };
  const skipped = features.length - withGeometry.length;
  const note: Problem = {
    ...problem(
      'projects-no-geometry',
      fileName,
      null,
      `${skipped} 个要素没有几何，已略过。`,
      '如不应为空，请检查原文件。',
    ),
    severity: 'warning',
  };
  return { ok: true, value: projects, notes: [...format.notes, ...(skipped > 0 ? [note] : [])] };
}
