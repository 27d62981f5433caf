// Reads the geometry of a GeoJSON file (RFC 7946): a geometry, a feature or a collection of features, joined into one
// geometry. The file is data: only `type`, `coordinates` and the like are looked at, by own property, and every number is
// copied into fresh arrays, so no key of the file can reach an object of ours. Text is UTF-8, else GB18030.
import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import type { Outcome, Problem, ProblemPlace } from '../domain/problem';
import { ringSelfCrossing } from '../geo/ring-checks';
import { decodeText } from './decode-text';
import { joinGeometries } from './join-geometries';
import { type PositionTally, addPosition, startTally, tallyProblems } from './position-check';

export const GEOJSON_MAX_BYTES = 200 * 1024 * 1024;
export const GEOJSON_MAX_POSITIONS = 10_000_000;
const MAX_NESTED_COLLECTIONS = 8;
const MAX_RING_PROBLEMS = 5;

export interface GeojsonInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The region's box, WGS84 degrees; a position outside is a warning. */
  readonly bbox: BoundingBox;
  /** Read latitude first, after the user confirmed that the file has it so. */
  readonly swapAxes: boolean;
}

export interface GeojsonReading {
  /** WGS84 longitude, latitude; heights are left out. */
  readonly geometry: Geometry;
  readonly featureCount: number;
  readonly positionCount: number;
}

interface Reader {
  readonly fileName: string;
  /** Place of the only feature, where the value read is one of a file's features. */
  readonly row: number;
  readonly swapAxes: boolean;
  readonly tally: PositionTally;
  readonly problems: Problem[];
  readonly geometries: Geometry[];
  featureCount: number;
  withoutGeometry: number;
  withHeight: number;
}

class TooManyPositions extends Error {}

function error(code: string, where: ProblemPlace, text: string, mend: string): Problem {
  return { code, severity: 'error', where, text, mend };
}

function warning(code: string, where: ProblemPlace, text: string, mend: string): Problem {
  return { ...error(code, where, text, mend), severity: 'warning' };
}

/** Refuses a file by its size alone, before a byte is read; null when it may be read. */
export function fileSizeProblem(fileName: string, sizeBytes: number): Problem | null {
  const where = { file: fileName };
  if (sizeBytes === 0) {
    return error('geojson-empty', where, `${fileName} 是空文件。`, '请重新导出或复制该文件。');
  }
  if (sizeBytes <= GEOJSON_MAX_BYTES) return null;
  const size = Math.ceil(sizeBytes / 1024 / 1024);
  const text = `${fileName} 有 ${size} MB，超过 200 MB 的上限。`;
  return error(
    'geojson-too-large',
    where,
    text,
    '请先在出图软件中只导出该项目的线路，或简化线形。',
  );
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** WGS84 and CGCS2000 geographic agree within a metre; anything else would need a conversion. */
const KNOWN_CRS = /(CRS:?84|EPSG:(?:[\w.]*:)?(?:4326|4490))$/i;

function crsProblem(root: unknown, where: ProblemPlace): Problem | null {
  const crs = own(root, 'crs');
  if (crs === undefined || crs === null) return null;
  const name = own(own(crs, 'properties'), 'name');
  if (typeof name === 'string' && KNOWN_CRS.test(name)) return null;
  const printed = typeof name === 'string' ? name.slice(0, 60) : '（未写明）';
  return error(
    'geojson-crs',
    where,
    `文件声明的坐标系是 ${printed}，不是 WGS84 或 CGCS2000 经纬度。`,
    '请在出图软件中以 WGS84（EPSG:4326）重新导出。',
  );
}

function readPosition(reader: Reader, value: unknown, where: ProblemPlace): Position {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  const [lng, lat] = reader.swapAxes ? [parts[1], parts[0]] : [parts[0], parts[1]];
  if (reader.tally.count >= GEOJSON_MAX_POSITIONS) throw new TooManyPositions();
  addPosition(reader.tally, lng, lat, where);
  if (parts.length > 2) reader.withHeight += 1;
  return [Number(lng), Number(lat)];
}

/** A list of at least `fewest` items; too few is a problem and gives null. */
function readList<T>(
  reader: Reader,
  value: unknown,
  fewest: number,
  where: ProblemPlace,
  read: (item: unknown) => T | null,
): T[] | null {
  if (!Array.isArray(value) || value.length < fewest) {
    const found = Array.isArray(value) ? `只有 ${value.length} 个` : '没有';
    const text = `第 ${where.row ?? 1} 个要素的坐标不完整：至少要 ${fewest} 个，${found}。`;
    reader.problems.push(error('geojson-few-positions', where, text, '请补全或删除该要素。'));
    return null;
  }
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const one = read(item);
    if (one === null) return null;
    items.push(one);
  }
  return items;
}

function readLine(reader: Reader, value: unknown, where: ProblemPlace): Position[] | null {
  return readList(reader, value, 2, where, (item) => readPosition(reader, item, where));
}

function readRing(reader: Reader, value: unknown, where: ProblemPlace): Position[] | null {
  const ring = readList(reader, value, 4, where, (item) => readPosition(reader, item, where));
  if (!ring) return null;
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const isFinite = ring.every((position) => position.every(Number.isFinite));
  const crossing = isClosed && isFinite ? ringSelfCrossing(ring) : null;
  if (isClosed && crossing === null) return ring;
  const text = isClosed
    ? `第 ${where.row ?? 1} 个要素的多边形在「${ring[crossing ?? 0]?.join(', ')}」附近自相交。`
    : `第 ${where.row ?? 1} 个要素的多边形没有闭合（首尾两点不同）。`;
  if (reader.problems.length < MAX_RING_PROBLEMS) {
    const code = isClosed ? 'geojson-ring-crossing' : 'geojson-ring-open';
    reader.problems.push(error(code, where, text, '请在出图软件中修复几何后重新导出。'));
  }
  return ring;
}

function readPolygon(reader: Reader, value: unknown, where: ProblemPlace): Position[][] | null {
  return readList(reader, value, 1, where, (ring) => readRing(reader, ring, where));
}

function readCoordinates(
  reader: Reader,
  type: unknown,
  value: unknown,
  where: ProblemPlace,
): Geometry | null {
  const many = <T>(read: (r: Reader, v: unknown, w: ProblemPlace) => T | null): T[] | null =>
    readList(reader, value, 1, where, (item) => read(reader, item, where));
  const made = <G extends Geometry, C>(coordinates: C | null, make: (c: C) => G): G | null =>
    coordinates === null ? null : make(coordinates);
  switch (type) {
    case 'Point':
      return { type, coordinates: readPosition(reader, value, where) };
    case 'MultiPoint':
      return made(many(readPosition), (coordinates) => ({ type, coordinates }));
    case 'LineString':
      return made(readLine(reader, value, where), (coordinates) => ({ type, coordinates }));
    case 'MultiLineString':
      return made(many(readLine), (coordinates) => ({ type, coordinates }));
    case 'Polygon':
      return made(readPolygon(reader, value, where), (coordinates) => ({ type, coordinates }));
    case 'MultiPolygon':
      return made(many(readPolygon), (coordinates) => ({ type, coordinates }));
    default: {
      const printed = typeof type === 'string' ? type.slice(0, 30) : '（未写明）';
      const text = `第 ${where.row ?? 1} 个要素的类型「${printed}」不是 GeoJSON 的几何类型。`;
      reader.problems.push(error('geojson-type', where, text, '请以 GeoJSON 格式重新导出。'));
      return null;
    }
  }
}

function readGeometry(reader: Reader, value: unknown, where: ProblemPlace, nesting: number): void {
  const type = own(value, 'type');
  const parts = own(value, 'geometries');
  if (type === 'GeometryCollection' && Array.isArray(parts) && nesting < MAX_NESTED_COLLECTIONS) {
    for (const part of parts as unknown[]) readGeometry(reader, part, where, nesting + 1);
    return;
  }
  const geometry = readCoordinates(reader, type, own(value, 'coordinates'), where);
  if (geometry) reader.geometries.push(geometry);
}

function readFeature(reader: Reader, value: unknown, where: ProblemPlace): void {
  reader.featureCount += 1;
  const geometry = own(value, 'geometry');
  if (geometry === null || geometry === undefined) reader.withoutGeometry += 1;
  else readGeometry(reader, geometry, where, 0);
}

function readRoot(reader: Reader, root: unknown): void {
  const where = (row: number): ProblemPlace => ({ file: reader.fileName, row });
  const type = own(root, 'type');
  const features = own(root, 'features');
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    for (const [i, feature] of (features as unknown[]).entries()) {
      readFeature(reader, feature, where(i + 1));
      if (reader.problems.length >= MAX_RING_PROBLEMS) return;
    }
  } else if (type === 'Feature') {
    readFeature(reader, root, where(reader.row));
  } else {
    reader.featureCount = 1;
    readGeometry(reader, root, where(reader.row), 0);
  }
}

function notJson(fileName: string, text: string): Problem {
  const start = text.trimStart();
  const guess = start.startsWith('PK')
    ? '，像是压缩包或 Excel 文件'
    : start.startsWith('<')
      ? '，像是 KML 或网页'
      : '';
  const what = `${fileName} 不是 JSON 文件${guess}，或内容不完整。`;
  return error(
    'geojson-not-json',
    { file: fileName },
    what,
    '请选择 GeoJSON（.geojson 或 .json）文件。',
  );
}

function notes(reader: Reader, encoding: string): Problem[] {
  const where = { file: reader.fileName };
  const found: Problem[] = [];
  if (encoding === 'gb18030') {
    const text = '文件不是 UTF-8 编码，已按 GB18030 读取。';
    found.push(warning('geojson-gb18030', where, text, '坐标不受影响，无需处理。'));
  }
  if (reader.withoutGeometry > 0) {
    const text = `${reader.withoutGeometry} 个要素没有几何，已略过。`;
    found.push(warning('geojson-no-geometry', where, text, '如不应为空，请检查原文件。'));
  }
  if (reader.withHeight > 0) {
    const text = `${reader.withHeight} 个点带有高程等第三个数，已略去。`;
    found.push(warning('geojson-height', where, text, '覆盖分析只用平面位置，无需处理。'));
  }
  return found;
}

function refuse(...problems: Problem[]): Outcome<GeojsonReading> {
  return { ok: false, problems };
}

/** A parsed GeoJSON value and where it comes from. */
export interface GeojsonValue extends Omit<GeojsonInput, 'bytes'> {
  readonly value: unknown;
  readonly encoding: string;
  /** Place of the feature in its file, from 1. */
  readonly row: number;
}

/** Reads one geometry out of a parsed file or one of its features. Never throws on bad input. */
export function readGeojsonValue(input: GeojsonValue): Outcome<GeojsonReading> {
  const { fileName, value, bbox, swapAxes, encoding, row } = input;
  const where = { file: fileName, row };
  const reader: Reader = {
    fileName,
    row,
    swapAxes,
    tally: startTally(bbox),
    problems: [],
    geometries: [],
    featureCount: 0,
    withoutGeometry: 0,
    withHeight: 0,
  };
  try {
    readRoot(reader, value);
  } catch (cause) {
    if (!(cause instanceof TooManyPositions)) throw cause;
    const text = `${fileName} 的坐标点超过 1,000 万个。`;
    return refuse(error('geojson-too-many', where, text, '请先简化线形或只导出该项目。'));
  }
  const positions = tallyProblems(reader.tally);
  if (positions.some((problem) => problem.severity === 'error')) return refuse(...positions);
  if (reader.problems.length > 0) return refuse(...reader.problems);
  const geometry = joinGeometries(reader.geometries);
  if (!geometry) {
    const text = `${fileName} 里没有任何点、线或面。`;
    return refuse(error('geojson-nothing', where, text, '请选择含有该项目线路的文件。'));
  }
  const { featureCount } = reader;
  return {
    ok: true,
    value: { geometry, featureCount, positionCount: reader.tally.count },
    notes: [...positions, ...notes(reader, encoding)],
  };
}

/** The parsed JSON of a file with a known coordinate system, or why not. */
export function parseGeojson(
  fileName: string,
  bytes: Uint8Array,
): Outcome<{ readonly value: unknown; readonly encoding: string }> {
  const size = fileSizeProblem(fileName, bytes.byteLength);
  if (size) return { ok: false, problems: [size] };
  const decoded = decodeText(bytes);
  if (!decoded) return { ok: false, problems: [notJson(fileName, '')] };
  let value: unknown;
  try {
    value = JSON.parse(decoded.text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { ok: false, problems: [notJson(fileName, decoded.text)] };
  }
  const crs = crsProblem(value, { file: fileName });
  if (crs) return { ok: false, problems: [crs] };
  return { ok: true, value: { value, encoding: decoded.encoding }, notes: [] };
}

/** Reads one geometry out of a GeoJSON file, or says in Chinese why not. Never throws on bad input. */
export function readGeojson(input: GeojsonInput): Outcome<GeojsonReading> {
  const { fileName, bytes, bbox, swapAxes } = input;
  const parsed = parseGeojson(fileName, bytes);
  if (!parsed.ok) return parsed;
  return readGeojsonValue({ fileName, bbox, swapAxes, ...parsed.value, row: 1 });
}
