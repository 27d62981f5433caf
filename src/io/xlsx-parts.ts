// The small parts of an Excel workbook (ECMA-376 part 1, §18): its sheets, shared strings and which styles are dates.
import { shownText } from '../domain/excel-text';
import { decodeText } from './decode-text';
import { BrokenFile } from './read-layers';
import { type XmlAttributes, type XmlHandler, readXml } from './xml-events';
import { type ZipEntry, unzipEntry, zipEntries } from './zip-entries';

const nothing = (): void => undefined;

/** The parts of a workbook by path, inflated when asked for. */
export class XlsxParts {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = new Map(zipEntries(bytes).map((entry) => [entry.path.toLowerCase(), entry]));
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** Reads a part; false when there is none. @throws BrokenFile, LimitPassed */
  read(path: string, handler: Partial<XmlHandler>): boolean {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) return false;
    const decoded = decodeText(unzipEntry(this.#bytes, entry));
    if (decoded === null) throw new BrokenFile(`${path} 不是文本`);
    readXml(decoded.text, { open: nothing, text: nothing, close: nothing, ...handler });
    return true;
  }
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** `../x` and `/x` as a path from the package's root. */
function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function relationsOf(
  parts: XlsxParts,
  path: string,
): Map<string, { type: string; target: string }> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const found = new Map<string, { type: string; target: string }>();
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name !== 'Relationship') return;
    const type = attributes.get('Type') ?? '';
    const target = resolved(folder, attributes.get('Target') ?? '');
    found.set(attributes.get('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target });
  };
  parts.read(`${folder}_rels/${path.slice(slash + 1)}.rels`, { open });
  return found;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Dates count from 1904 (old Mac workbooks). */
  readonly is1904: boolean;
  readonly stringsPath: string | null;
  readonly stylesPath: string | null;
}

/** @throws BrokenFile when it is no workbook. */
export function workbookParts(parts: XlsxParts): WorkbookParts {
  const roots = [...relationsOf(parts, '').values()];
  const root = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (root.endsWith('.bin')) {
    throw new BrokenFile('是二进制工作簿（.xlsb），请在 Excel 中另存为 .xlsx');
  }
  const relations = relationsOf(parts, root);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet') return;
    const relation = relations.get(attributes.get('id') ?? '');
    if (relation?.type !== 'worksheet') return;
    const isHidden = /hidden/i.test(attributes.get('state') ?? '');
    sheets.push({ name: attributes.get('name') ?? '', path: relation.target, isHidden });
  };
  if (!parts.read(root, { open })) throw new BrokenFile('压缩包里没有 Excel 工作簿');
  const pathOf = (kind: string): string | null =>
    [...relations.values()].find(({ type }) => type === kind)?.target ?? null;
  return { sheets, is1904, stringsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') };
}

/** Shared strings by index; formatting runs are joined, phonetic guides left out. */
export function sharedStrings(parts: XlsxParts, path: string | null): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  if (path === null) return strings;
  parts.read(path, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(shownText(text));
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
  });
  return strings;
}

/** Built-in formats that show a date or time, the Chinese ones (27–36, 50–58) included. */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/** A format code shows a date when y, m, d, h or s stand outside quotes, escapes and brackets. */
function isDateCode(code: string): boolean {
  const first = code.split(';')[0] ?? '';
  const bare = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare.trim());
}

/** For every cell style whether it shows a date. */
export function dateStyles(parts: XlsxParts, path: string | null): readonly boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isCellFormats = false;
  if (path === null) return styles;
  parts.read(path, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        custom.set(
          Number(attributes.get('numFmtId')),
          isDateCode(attributes.get('formatCode') ?? ''),
        );
      } else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        styles.push(custom.get(id) ?? isBuiltInDate(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return styles;
}
