// What a cell says, as an office writes it: full-width digits, thousands separators, "12 户", "—", degrees-minutes-seconds,
// codes that a spreadsheet has turned into numbers. Nothing is guessed: a cell that can be read in two ways is a fault.
import type { ColumnUnit } from './import-choices';
import type { SourceCell } from './source-layer';

// Long tables are mostly plain cells: what tells them does so by character, a third of the time of a regular expression.

/** Only visible ASCII, the empty text included. */
export function isVisibleAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return true;
}

/** Only visible ASCII and common Chinese characters: `tidyText` changes nothing. */
function isTidy(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlain = (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
    if (!isPlain) return false;
  }
  return true;
}

const DOT = 46;
const ZERO = 48;
const NINE = 57;

/** Decimals of "111", "111.25": digits, and after a dot some more; −1 for all else. */
export function plainDecimals(text: string): number {
  let dot = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT && dot < 0 && at > 0) dot = at;
    else if (code < ZERO || code > NINE) return -1;
  }
  if (dot < 0) return text === '' ? -1 : 0;
  return dot + 1 < text.length ? text.length - 1 - dot : -1;
}

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, k) => 10 ** k);

/**
 * What `Number` gives for digits with at most one dot between them ("111", "111.25"); NaN for all else. Up to 15 digits
 * and the power of ten are whole numbers that a double holds exactly, so their quotient is rounded once, as `Number` does.
 */
export function plainValue(text: string): number {
  let digits = 0;
  let dot = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + (code - ZERO);
    else if (code === DOT && dot < 0 && at > 0) dot = at;
    else return Number.NaN;
  }
  const decimals = dot < 0 ? 0 : text.length - 1 - dot;
  if (text === '' || (decimals === 0 && dot >= 0)) return Number.NaN;
  if (dot < 0) return text.length <= 15 ? digits : Number(text);
  return text.length <= 16 ? digits / (POWERS_OF_TEN[decimals] as number) : Number(text);
}

/** Full-width ASCII to ASCII, every kind of blank to one space, invisible marks dropped, trimmed. */
export function tidyText(cell: SourceCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (isTidy(cell)) return cell;
  return cell
    .replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/[\s\u3000\u00A0]+/g, ' ')
    .trim();
}

/** The digits of a number; whole numbers of up to 15 digits are printed without an exponent. */
function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value);
}

/** A cell as the user knows it from the file, for messages; at most 24 characters. */
export function printedCell(cell: SourceCell): string {
  const text = typeof cell === 'string' ? cell.trim() : tidyText(cell);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

export function isBlankCell(cell: SourceCell): boolean {
  if (typeof cell !== 'string') return cell === null;
  // A visible character decides for most cells.
  const first = cell.charCodeAt(0);
  return (
    !((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) &&
    tidyText(cell) === ''
  );
}

/** Words and strokes that stand for "no figure"; never for zero. */
const NO_DATA =
  /^([-—–－_/\\]+|无|无数据|暂无|暂缺|缺|空|不详|未统计|n\/a|na|null|none|\.\.\.|…+)$/i;

/** What spreadsheets show for a formula that failed. */
const FORMULA_FAILED = /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;

const DATE = /^\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?([T ].*)?$|^\d{1,2}月\d{1,2}日$/;

const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const SPACED = /^[+-]?\d{1,3}( \d{3})+(\.\d+)?$/;
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const CELL_UNITS: readonly (readonly [RegExp, ColumnUnit])[] = [
  [/%$/, 'percent'],
  [/‰$/, 'permille'],
  [/万\s*[户人口个名]?$/, 'ten-thousand'],
  [/[户人口个名家]$/, 'one'],
];

export type NumberReading =
  /** `unit` where the cell itself prints one. */
  | { readonly kind: 'number'; readonly value: number; readonly unit: ColumnUnit | null }
  | { readonly kind: 'blank' }
  /** A sign for "no figure", such as "—". */
  | { readonly kind: 'no-data' }
  /** Chinese: what is wrong with the cell, without naming the place. */
  | { readonly kind: 'fault'; readonly what: string; readonly mend: string };

function fault(what: string, mend: string): NumberReading {
  return { kind: 'fault', what, mend };
}

function failedFormula(text: string): NumberReading | null {
  if (!FORMULA_FAILED.test(text)) return null;
  return fault(`「${text}」是公式出错的结果`, '请在原表中改正公式，或直接填写数值。');
}

function splitUnit(text: string): { readonly digits: string; readonly unit: ColumnUnit | null } {
  for (const [pattern, unit] of CELL_UNITS) {
    if (pattern.test(text)) return { digits: text.replace(pattern, '').trim(), unit };
  }
  return { digits: text, unit: null };
}

/** Tidied, without the apostrophe that keeps a number as text; 百分之 as its sign. */
function asTyped(cell: SourceCell): string {
  return tidyText(cell)
    .replace(/^'(?=\S)/, '')
    .replace(/^百分之([\d.]+)$/, '$1%');
}

/** "１，２３４户" → 1234; "35.07%" → 35.07 with unit percent; what can not be read for sure is a fault. */
export function readNumber(cell: SourceCell): NumberReading {
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? { kind: 'number', value: cell, unit: null }
      : fault(`「${cell}」不是数字`, '请填写数字，没有数据就留空。');
  }
  const plain = typeof cell === 'string' ? plainValue(cell) : Number.NaN;
  if (!Number.isNaN(plain)) return { kind: 'number', value: plain, unit: null };
  const text = asTyped(cell);
  if (text === '') return { kind: 'blank' };
  if (NO_DATA.test(text)) return { kind: 'no-data' };
  const failed = failedFormula(text);
  if (failed !== null) return failed;
  const { digits, unit } = splitUnit(text);
  const bare = GROUPED.test(digits)
    ? digits.replaceAll(',', '')
    : SPACED.test(digits)
      ? digits.replaceAll(' ', '')
      : digits;
  if (PLAIN.test(bare)) {
    const value = Number(bare);
    if (Number.isFinite(value)) return { kind: 'number', value, unit };
  }
  const printed = printedCell(cell);
  if (DATE.test(text)) {
    return fault(`「${printed}」是日期，不是数字`, '请在原表中把该列设为数值格式后重新填写。');
  }
  if (/^[\d,]+$/.test(digits)) {
    return fault(`「${printed}」中的逗号不是千分位`, '请去掉逗号，小数用圆点。');
  }
  return fault(`「${printed}」不是数字`, '请只填写阿拉伯数字，没有数据就留空。');
}

const DEGREES =
  /^([ENWS东北西南])?\s*[经纬]?\s*(\d{1,3})\s*[°度º\u02DA]\s*(?:(\d{1,2}(?:\.\d+)?)\s*[′'’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:″|"|”|''|′′|秒)\s*)?([ENWS东北西南])?$/i;

/** True for "111°12′30″", "东经111度12分". */
export function isDegreesMinutesSeconds(cell: SourceCell): boolean {
  return typeof cell === 'string' && DEGREES.test(tidyText(cell));
}

function readDegrees(text: string): NumberReading | null {
  const found = DEGREES.exec(text);
  if (found === null) return null;
  const [, before = '', degrees = '0', minutes = '0', seconds = '0', after = ''] = found;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) {
    return fault(`「${text}」的分或秒超过 59`, '请核对度分秒。');
  }
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  const sign = /[WS西南]/i.test(before + after) ? -1 : 1;
  return { kind: 'number', value: sign * size, unit: null };
}

const HEMISPHERE = /^[EN东北]\s*[经纬]?\s*(?=\d)|\s*[EN]$/gi;

/** A coordinate: decimal degrees, metres, or degrees-minutes-seconds. Signs for "no figure" count as blank. */
export function readCoordinate(cell: SourceCell): NumberReading {
  if (typeof cell === 'number') return readNumber(cell);
  const plain = typeof cell === 'string' ? plainValue(cell) : Number.NaN;
  if (!Number.isNaN(plain)) return { kind: 'number', value: plain, unit: null };
  if (typeof cell === 'string' && PLAIN.test(cell)) {
    return { kind: 'number', value: Number(cell), unit: null };
  }
  const text = asTyped(cell);
  const degrees = readDegrees(text);
  if (degrees !== null) return degrees;
  const read = readNumber(text.replaceAll(HEMISPHERE, '').replace(/[°度米m]$/i, ''));
  if (read.kind === 'no-data') return { kind: 'blank' };
  if (read.kind !== 'fault') return read;
  return fault(
    FORMULA_FAILED.test(text) ? read.what : `坐标「${printedCell(cell)}」不是数字`,
    '请填写十进制度数（如 111.123456）、度分秒（如 111°07′24″）或投影坐标的米数。',
  );
}

/** Both numbers of a cell such as "111.2174, 34.8373"; null when it does not hold two. */
export function splitPair(cell: SourceCell): readonly [string, string] | null {
  if (typeof cell !== 'string') return null;
  const parts = tidyText(cell)
    .replaceAll(/^[([{]|[)\]}]$/g, '')
    .split(/\s*[,;、|]\s*|\s+/)
    .filter((part) => part !== '');
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined) return null;
  return [first, second];
}

export type CodeReading =
  /** 12 digits: a village. */
  | { readonly kind: 'village'; readonly code: string }
  /** 6 or 9 digits, or 12 that end in zeros: only a county or township is named. */
  | { readonly kind: 'area'; readonly code: string; readonly what: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly what: string; readonly mend: string };

const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/i;
const MEND_CODE = '请核对代码：村级统计用区划代码是 12 位数字，按文本保存。';

/** 12 digits that do not end in three zeros. */
function isVillageCode(text: string): boolean {
  return text.length === 12 && plainDecimals(text) === 0 && !text.endsWith('000');
}

/** A code as text. Lost digits are told, never filled in. */
export function readCode(cell: SourceCell): CodeReading {
  if (typeof cell === 'string' && isVillageCode(cell)) {
    return { kind: 'village', code: cell };
  }
  const text = tidyText(cell).replaceAll(/^'|\s|(?<=^\d+)\.0+$/g, '');
  if (text === '' || NO_DATA.test(text)) return { kind: 'blank' };
  if (SCIENTIFIC.test(text)) {
    return {
      kind: 'fault',
      what: `代码「${text}」被表格软件改成了科学计数，末尾数字已丢失`,
      mend: '请从原表重新导出：先把代码列设为文本格式，或直接导入 xlsx。',
    };
  }
  if (!/^\d+$/.test(text)) {
    return { kind: 'fault', what: `代码「${printedCell(cell)}」不是数字`, mend: MEND_CODE };
  }
  const zeros = /^(\d{6})0{6}$|^(\d{9})0{3}$/.exec(text);
  const area = zeros?.[1] ?? zeros?.[2] ?? (text.length === 6 || text.length === 9 ? text : null);
  if (area !== null) {
    const level = area.length === 6 ? '县级' : '乡镇级';
    return { kind: 'area', code: area, what: `代码「${text}」只到${level}，不是村的代码` };
  }
  if (text.length === 12) return { kind: 'village', code: text };
  const what = `代码「${text}」有 ${text.length} 位，应为 12 位`;
  const short = text.length < 12 ? '，可能丢了开头或末尾的数字' : '';
  return { kind: 'fault', what: `${what}${short}`, mend: MEND_CODE };
}
