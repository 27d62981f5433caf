// A GeoJSON file as a layer: a collection, one feature, a bare geometry, a list of features, or GeoJSON text sequences
// (RFC 8142, one feature a line). Property values that are lists or objects are kept as their JSON text.
import type { Geometry } from 'geojson';
import type { Problem } from '../domain/problem';
import { GeometryCopier, MalformedGeometry, isEmptyGeometry, ownValue } from './copy-geometry';
import { declaredCrsOf } from './crs';
import { decodeText } from './decode-text';
import { FeatureRows } from './feature-rows';
import { scanJson } from './json-scan';
import { type LayersOutcome, fileNote, fileProblem, refuseFile } from './read-layers';
import type { DeclaredCrs, SourceCell } from './source-layer';

const MOST_ROW_PROBLEMS = 20;
const MEND_EXPORT = '请在出图软件中以 GeoJSON（WGS84）重新导出。';

function cellOf(value: unknown): SourceCell {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

class LayerReader {
  readonly rows = new FeatureRows();
  readonly copier = new GeometryCopier();
  readonly problems: Problem[] = [];
  readonly #file: string;
  malformed = 0;

  constructor(file: string) {
    this.#file = file;
  }

  #geometry(value: unknown, row: number): Geometry | null {
    if (value === null || value === undefined) return null;
    try {
      const geometry = this.copier.copy(value);
      return isEmptyGeometry(geometry) ? null : geometry;
    } catch (cause) {
      if (!(cause instanceof MalformedGeometry)) throw cause;
      this.malformed += 1;
      if (this.malformed <= MOST_ROW_PROBLEMS) {
        const where = { file: this.#file, row };
        const what = `${cause.what}，按没有位置处理。`;
        this.problems.push(
          fileProblem('geojson-geometry', 'warning', where, what, '请改正该要素的坐标。', '个要素'),
        );
      }
      return null;
    }
  }

  add(value: unknown): void {
    const row = this.rows.size + 1;
    if (ownValue(value, 'type') !== 'Feature') {
      this.rows.add(row, [], this.#geometry(value, row));
      return;
    }
    const properties = ownValue(value, 'properties');
    const isObject = typeof properties === 'object' && properties !== null;
    const cells = new Map<string, SourceCell>();
    const id = ownValue(value, 'id');
    if (typeof id === 'string' || typeof id === 'number') cells.set('id', id);
    if (isObject) {
      for (const [key, cell] of Object.entries(properties)) cells.set(key, cellOf(cell));
    }
    this.rows.add(row, cells, this.#geometry(ownValue(value, 'geometry'), row));
  }
}

/** Values to read as features; null when it is JSON but no GeoJSON. */
function membersOf(root: unknown): readonly unknown[] | null {
  if (Array.isArray(root)) {
    const list = root as unknown[];
    return list.every((each) => ownValue(each, 'type') === 'Feature') && list.length > 0
      ? list
      : null;
  }
  const type = ownValue(root, 'type');
  const features = ownValue(root, 'features');
  if (type === 'FeatureCollection') return Array.isArray(features) ? (features as unknown[]) : null;
  if (type === 'Feature') return [root];
  const isGeometry =
    ownValue(root, 'coordinates') !== undefined || ownValue(root, 'geometries') !== undefined;
  return isGeometry ? [root] : null;
}

/** Parsed values of a text sequence; null when a line is no JSON. */
function sequenceOf(text: string): readonly unknown[] | null {
  const lines = text
    .replaceAll('\u001E', '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const values: unknown[] = [];
  for (const line of lines) {
    const value = parsedJson(line);
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

/** undefined when it is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
}

function declaredOf(root: unknown): DeclaredCrs | null {
  const crs = ownValue(root, 'crs');
  if (crs === undefined || crs === null) return null;
  const name = ownValue(ownValue(crs, 'properties'), 'name');
  return typeof name === 'string' ? declaredCrsOf(name) : { crs: null, printed: '（未写明）' };
}

function otherJson(root: unknown, file: string): LayersOutcome {
  if (ownValue(root, 'type') === 'Topology') {
    return refuseFile('geojson-topojson', file, '是 TopoJSON，不是 GeoJSON。', MEND_EXPORT);
  }
  if (ownValue(root, 'geometryType') !== undefined) {
    return refuseFile('geojson-esri', file, '是 Esri JSON，不是 GeoJSON。', MEND_EXPORT);
  }
  return refuseFile('geojson-type', file, '是 JSON，但不是 GeoJSON，没有要素。', MEND_EXPORT);
}

function notesOf(reader: LayerReader, encoding: string, file: string): Problem[] {
  const notes = [...reader.problems];
  if (reader.malformed > MOST_ROW_PROBLEMS) {
    const what = `共 ${reader.malformed} 个要素的坐标有误，只列出前 ${MOST_ROW_PROBLEMS} 个。`;
    notes.push(fileNote('geojson-geometry', file, what, MEND_EXPORT));
  }
  if (encoding === 'gb18030') {
    const what = '不是 UTF-8 编码，已按 GB18030（GBK）读取。';
    notes.push(fileNote('geojson-gb18030', file, what, '若文字有误，请另存为 UTF-8。'));
  }
  if (reader.copier.withHeight > 0) {
    const what = `${reader.copier.withHeight} 个点带有高程等第三个数，已略去。`;
    notes.push(fileNote('geojson-height', file, what, '分析只用平面位置，无需处理。'));
  }
  return notes;
}

/** @throws LimitPassed before the text is parsed. */
export function readGeojsonLayer(bytes: Uint8Array, file: string): LayersOutcome {
  const decoded = decodeText(bytes);
  if (decoded === null) return refuseFile('geojson-not-json', file, '不是文本文件。', MEND_EXPORT);
  const { text, encoding } = decoded;
  scanJson(text);
  const root = parsedJson(text);
  const sequence = root === undefined ? sequenceOf(text) : null;
  if (root === undefined && sequence === null) {
    const what = '不是完整的 JSON，可能在传送中被截断。';
    return refuseFile('geojson-not-json', file, what, '请重新导出或复制该文件。');
  }
  const members = sequence?.flatMap((each) => membersOf(each) ?? []) ?? membersOf(root);
  if (members === null) return otherJson(root, file);
  const reader = new LayerReader(file);
  for (const member of members) reader.add(member);
  if (reader.rows.size === 0) {
    return refuseFile('geojson-nothing', file, '文件里没有任何要素。', '请检查是否选对了文件。');
  }
  const printedName = ownValue(root, 'name');
  const name = typeof printedName === 'string' ? printedName : file.replace(/^.*\/|\.[^.]*$/g, '');
  const layer = { name, ...reader.rows.finish(), declaredCrs: declaredOf(root) };
  const notes = notesOf(reader, encoding, file);
  return { ok: true, value: { format: 'geojson', encoding, layers: [layer] }, notes };
}
