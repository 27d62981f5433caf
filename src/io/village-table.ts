// A village list as columns, from any table: headings in Chinese or English, codes as text, positions to WGS84.
// Every row is looked at even when some are wrong, so that all faults show at once; the first are listed, the rest counted.
import type { Outcome, Problem } from '../domain/problem';
import { orderByValue, orderScratch } from '../geo/value-order';
import type { Converter } from './crs-convert';

export interface VillageTable {
  /** Sorted by code, which are 12 digits; columns follow. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** WGS84 degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** The true position lies within this many metres. */
  readonly accuracyMetres: Float64Array;
}

export type Cell = string | number | null | undefined;

export interface VillageTableOptions {
  readonly fileName: string;
  readonly convert: Converter;
  /** For rows without an accuracy of their own. */
  readonly defaultAccuracyMetres: number;
  /** "行", or "要素" in a GeoJSON file. */
  readonly rowWord?: string;
}

type Field = 'code' | 'name' | 'lng' | 'lat' | 'accuracy';

/** Lower case, blanks and what stands in brackets dropped. */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  code: [
    'code',
    '行政区划代码',
    '区划代码',
    '统计用区划代码',
    '村代码',
    '行政村代码',
    '代码',
    '编码',
  ],
  name: ['name', '村名', '行政村', '行政村名称', '村名称', '名称', '单位名称'],
  lng: ['lng', 'lon', 'long', 'longitude', '经度', 'x', 'x坐标', '东坐标', '横坐标', 'easting'],
  lat: ['lat', 'latitude', '纬度', 'y', 'y坐标', '北坐标', '纵坐标', 'northing'],
  accuracy: ['accuracy_m', 'accuracy', '位置精度', '精度'],
};
const REQUIRED: readonly Field[] = ['code', 'lng', 'lat'];
const FIELD_WORDS: Readonly<Record<Field, string>> = {
  code: '行政区划代码（code）',
  name: '村名（name）',
  lng: '经度（lng）',
  lat: '纬度（lat）',
  accuracy: '位置精度（accuracy_m）',
};

const CODE = /^\d{12}$/;
const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/i;
const PROBLEMS_LISTED = 20;

export function headingKey(heading: Cell): string {
  return String(heading ?? '')
    .replaceAll(/[\s\uFEFF]/g, '')
    .replaceAll(/[(（].*?[)）]/g, '')
    .toLowerCase();
}

function columnsOf(heading: readonly Cell[]): Partial<Record<Field, number>> {
  const keys = heading.map(headingKey);
  const found: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(HEADINGS) as Field[]) {
    const at = HEADINGS[field].map((key) => keys.indexOf(key)).find((each) => each >= 0);
    if (at !== undefined) found[field] = at;
  }
  return found;
}

/** An integer cell of a spreadsheet is its digits; 12 of them are far below where numbers lose digits. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  return cell?.trim() ?? '';
}

/** "111.5", "+3", "1e5" → number; blanks, hexadecimal and words → NaN. */
function cellNumber(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  const text = cellText(cell);
  const second = text.charCodeAt(1) | 32;
  // Number() also reads 0x1f, 0b1 and 0o7.
  const isOtherBase = second === 120 || second === 98 || second === 111;
  return text === '' || isOtherBase ? Number.NaN : Number(text);
}

function ascending(keys: Float64Array): boolean {
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at - 1] as number) > (keys[at] as number)) return false;
  }
  return true;
}

export class VillageTableBuilder {
  private readonly codes: string[] = [];
  private readonly names: string[] = [];
  private readonly lng: number[] = [];
  private readonly lat: number[] = [];
  private readonly accuracy: number[] = [];
  private readonly rows: number[] = [];
  private readonly problems: Problem[] = [];
  private problemCount = 0;
  private columns: Partial<Record<Field, number>> | null = null;

  constructor(private readonly options: VillageTableOptions) {}

  get hasHeading(): boolean {
    return this.columns !== null;
  }

  /** The heading row; rows before it would have no meaning. A missing column is a problem that ends the reading. */
  setHeading(heading: readonly Cell[], row: number): boolean {
    const columns = columnsOf(heading);
    this.columns = columns;
    const missing = REQUIRED.filter((field) => columns[field] === undefined);
    if (missing.length === 0) return true;
    const words = missing.map((field) => FIELD_WORDS[field]).join('、');
    const printed = heading.map((cell) => cellText(cell)).join(', ');
    this.report(
      'villages-heading',
      row,
      undefined,
      `缺少列：${words}；表头是「${printed.slice(0, 120)}」。`,
      '请补上所缺的列，或改用上面括号里的列名。',
    );
    return false;
  }

  /** Adds one row; faults are kept as problems. Empty rows and "# …" remarks are passed over. */
  addRow(cells: readonly Cell[], row: number): void {
    const first = cells[0];
    const isRemark = typeof first === 'string' && first.startsWith('#');
    if (isRemark || cells.every((cell) => cell == null || cell === '')) return;
    const at = this.columns ?? {};
    const code = cellText(cells[at.code ?? -1]);
    if (!CODE.test(code)) return this.reportCode(code, row);
    const [x, y] = [cellNumber(cells[at.lng ?? -1]), cellNumber(cells[at.lat ?? -1])];
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      const printed = `${cellText(cells[at.lng ?? -1])}, ${cellText(cells[at.lat ?? -1])}`;
      return this.report(
        'villages-number',
        row,
        undefined,
        `坐标「${printed}」不是数字。`,
        MEND_DEGREES,
      );
    }
    const place = this.options.convert(x, y);
    if (!place.ok)
      return this.report('villages-position', row, undefined, `坐标 ${place.what}。`, MEND_CRS);
    const own = at.accuracy === undefined ? '' : cells[at.accuracy];
    const accuracy =
      own == null || own === '' ? this.options.defaultAccuracyMetres : cellNumber(own);
    if (!(accuracy >= 0 && accuracy < Infinity)) {
      const what = `位置精度「${cellText(own)}」不是 0 或更大的米数。`;
      return this.report('villages-accuracy', row, undefined, what, '请写成米数，如 300。');
    }
    this.codes.push(code);
    this.names.push(at.name === undefined ? '' : cellText(cells[at.name]));
    this.lng.push(place.position[0]);
    this.lat.push(place.position[1]);
    this.accuracy.push(accuracy);
    this.rows.push(row);
  }

  /** A fault found outside, by a reader of the file's own format. */
  report(code: string, row: number, column: string | undefined, what: string, mend: string): void {
    this.problemCount += 1;
    if (this.problems.length >= PROBLEMS_LISTED) return;
    const { fileName: file, rowWord = '行' } = this.options;
    const where = column === undefined ? { file, row } : { file, row, column };
    const text = `${file} 第 ${row} ${rowWord === '行' ? '行' : `个${rowWord}`}：${what}`;
    this.problems.push({ code, severity: 'error', where, text, mend });
  }

  private reportCode(code: string, row: number): void {
    const what = SCIENTIFIC.test(code)
      ? `行政区划代码「${code}」被表格软件改成了科学计数，末尾数字已丢失。`
      : `行政区划代码「${code}」不是 12 位数字。`;
    const mend = SCIENTIFIC.test(code)
      ? '请从原表重新导出，代码列设为文本格式，或直接用 xlsx。'
      : '请核对代码：行政村是 12 位，按文本保存。';
    this.report('villages-code', row, 'code', what, mend);
  }

  /** The table in code order; two rows of one code are a problem. */
  finish(): Outcome<VillageTable> {
    const keys = Float64Array.from(this.codes, Number);
    const order = this.order(keys);
    for (let at = 1; at < order.length; at++) {
      const [before, here] = [order[at - 1] as number, order[at] as number];
      if (keys[before] !== keys[here]) continue;
      const what = `代码「${this.codes[here]}」与第 ${this.rows[before]} 行重复。`;
      this.report(
        'villages-duplicate',
        this.rows[here] as number,
        'code',
        what,
        '每个代码只能出现一次：请删去一行或改正代码。',
      );
    }
    const { fileName: file } = this.options;
    if (this.problemCount === 0 && order.length === 0) {
      const text = `${file}：没有任何村。`;
      const mend = '请选择第一行是表头、其后每行一个村的文件。';
      return {
        ok: false,
        problems: [{ code: 'villages-empty', severity: 'error', where: { file }, text, mend }],
      };
    }
    if (this.problemCount > 0) {
      const rest = this.problemCount - this.problems.length;
      const more: Problem = {
        code: 'villages-more',
        severity: 'error',
        where: { file },
        text: `${file}：另有 ${rest} 处问题未逐一列出。`,
        mend: '先改正已列出的问题，再重新运行。',
      };
      return { ok: false, problems: rest > 0 ? [...this.problems, more] : this.problems };
    }
    const table: VillageTable = {
      codes: inOrder(order, this.codes),
      names: inOrder(order, this.names),
      lng: columnInOrder(order, this.lng),
      lat: columnInOrder(order, this.lat),
      accuracyMetres: columnInOrder(order, this.accuracy),
    };
    return { ok: true, value: table, notes: [] };
  }

  /** Places in code order, equal codes in file order. 12 digits fit a number exactly. */
  private order(keys: Float64Array): Uint32Array {
    const order = Uint32Array.from(keys.keys());
    if (ascending(keys)) return order;
    const range = keys.reduce<[number, number]>(
      ([least, largest], key) => [Math.min(least, key), Math.max(largest, key)],
      [Infinity, -Infinity],
    );
    orderByValue(order, keys, 0, order.length, range, orderScratch(order.length));
    return order;
  }
}

/** Loops: `from` with a function takes five times as long, which counts at 668,000 rows. */
function inOrder(order: Uint32Array, values: readonly string[]): string[] {
  const sorted: string[] = [];
  for (let at = 0; at < order.length; at++) sorted.push(values[order[at] as number] as string);
  return sorted;
}

function columnInOrder(order: Uint32Array, values: readonly number[]): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) sorted[at] = values[order[at] as number] as number;
  return sorted;
}

const MEND_DEGREES = '请改正为十进制度数（经度、纬度）或投影坐标的米数。';
const MEND_CRS =
  '请核对坐标，并说明坐标系，如 --villages-crs gcj02 或 --villages-crs cgcs2000:zone37（带号见出图说明）。';
