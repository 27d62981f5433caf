// Project geometries with names from a vector file: GeoJSON, KML, KMZ or a zipped shapefile. Every feature is one
// project. The formats' readers are loaded on first use. Geometry is checked by read-geojson.ts, whatever the format.
import type { Geometry } from 'geojson';
import type { Outcome, Problem } from '../domain/problem';
import type { Crs } from './crs';
import { type Converter, converterFrom } from './crs-convert';
import type { FileFeatures } from './file-features';
import { parseGeojson, readGeojsonValue } from './read-geojson';

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
  /** Of GeoJSON, KML and shapefiles without .prj. */
  readonly crs: Crs;
  /** For features without `alignmentAccuracyMetres` or `accuracy_m`. */
  readonly defaultAccuracyMetres: number;
}

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
  options: ProjectFileOptions,
): Outcome<ProjectFeature> {
  const { fileName } = options;
  const faults: string[] = [];
  const geometry = convertedGeometry(own(value, 'geometry'), converterFrom(options.crs), faults);
  const [fault] = faults;
  if (fault !== undefined) {
    const mend =
      '请核对坐标，并说明坐标系，如 --projects-crs gcj02 或 --projects-crs cgcs2000:zone37。';
    return {
      ok: false,
      problems: [problem('projects-position', fileName, row, `坐标 ${fault}。`, mend)],
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

function extensionOf(fileName: string): string {
  return /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

async function readFormat(
  bytes: Uint8Array,
  options: ProjectFileOptions,
): Promise<Outcome<FileFeatures>> {
  const { fileName } = options;
  const extension = extensionOf(fileName);
  if (extension === 'kml' || extension === 'kmz') {
    const { readKml } = await import('./read-kml');
    return readKml(bytes, fileName);
  }
  if (extension === 'zip') {
    const { readShapefileZip } = await import('./read-shapefile-zip');
    return readShapefileZip(bytes, fileName);
  }
  if (extension !== 'geojson' && extension !== 'json') {
    const mend = '可用的格式：.geojson、.json、.kml、.kmz、.zip（打包的 Shapefile）。';
    return {
      ok: false,
      problems: [problem('projects-format', fileName, null, '不认识的文件格式。', mend)],
    };
  }
  const parsed = parseGeojson(fileName, bytes);
  if (!parsed.ok) return { ok: false, problems: named(parsed.problems, fileName) };
  const { value, encoding } = parsed.value;
  return { ok: true, value: { features: featuresOf(value), encoding }, notes: [] };
}

/** Every feature of the file that has a geometry; one fault refuses the file. */
export async function readProjects(
  bytes: Uint8Array,
  options: ProjectFileOptions,
): Promise<Outcome<readonly ProjectFeature[]>> {
  const format = await readFormat(bytes, options);
  if (!format.ok) return format;
  const { fileName } = options;
  const { features, encoding } = format.value;
  const withGeometry = [...features.entries()].filter(
    ([, feature]) => own(feature, 'geometry') != null,
  );
  const outcomes = withGeometry.map(([at, feature]) =>
    readFeature(feature, at + 1, encoding, options),
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
