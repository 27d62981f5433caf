// dBASE tables (.dbf) as shapefiles carry them: III, IV and FoxPro headers, fields C N F D L I B (double); memo fields are
// told and left empty. Text is in the code page of the .cpg if there is one that we know, else strict UTF-8, else GB18030,
// judged over all text of the table at once, since a single short name can be both.
// shpjs 6.2.0 was tried: it keeps deleted records, merges columns of one name, reads a logical "?" as false, dates in the
// machine's time zone.
import { BrokenFile } from './read-layers';
import { type CellCount, MOST_COLUMNS } from './limits';
import type { SourceCell } from './source-layer';

interface DbfField {
  readonly name: Uint8Array;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

export interface DbfTable {
  readonly headings: readonly string[];
  /** One a record, in file order; deleted records are null. */
  readonly records: readonly (readonly SourceCell[] | null)[];
  readonly encoding: string;
  /** The .cpg named a code page that the bytes contradict, or that we do not know. */
  readonly ignoredCodePage: string | null;
  /** Headings of memo fields, whose text is in another file. */
  readonly memoHeadings: readonly string[];
  /** Records that the header promises but the file does not hold. */
  readonly missingRecords: number;
}

const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;

function fieldsOf(bytes: Uint8Array, headerLength: number): DbfField[] {
  const fields: DbfField[] = [];
  let at = 1;
  for (let start = 32; start + FIELD_BYTES <= headerLength; start += FIELD_BYTES) {
    if (bytes[start] === END_OF_FIELDS) break;
    const name = bytes.subarray(start, start + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[start + 11] ?? 0).toUpperCase();
    // A character field's length may run over the decimals byte (Clipper, FoxPro).
    const wide = type === 'C' ? (bytes[start + 17] ?? 0) << 8 : 0;
    const length = (bytes[start + 16] ?? 0) + wide;
    fields.push({ name: end < 0 ? name : name.subarray(0, end), type, at, length });
    at += length;
    if (fields.length > MOST_COLUMNS) throw new BrokenFile('.dbf 的字段过多');
  }
  if (fields.length === 0) throw new BrokenFile('.dbf 没有字段');
  return fields;
}

function decoderOf(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return null;
  }
}

/** Bytes of the whole character that a UTF-8 lead byte begins; 1 for any other byte. */
function utf8Length(byte: number): number {
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc0 ? 2 : 1;
}

/** Names and texts are cut at the field's width, often inside a Chinese character, which must not decide the encoding. */
function withoutCutEnd(text: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= text.length; back++) {
    const byte = text[text.length - back] ?? 0;
    if (byte >= 0xc0) return utf8Length(byte) > back ? text.subarray(0, -back) : text;
    if (byte < 0x80) return text;
  }
  return text;
}

function decodes(decoder: TextDecoder, texts: readonly Uint8Array[]): boolean {
  const isUtf8 = decoder.encoding === 'utf-8';
  try {
    for (const text of texts) decoder.decode(isUtf8 ? withoutCutEnd(text) : text);
    return true;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return false;
  }
}

/** "936", "cp936", "ANSI 936", "OEM 936" … → what TextDecoder knows. */
function encodingOfCodePage(printed: string): string {
  const name = printed.trim().toLowerCase();
  const digits = /(\d{3,5})$/.exec(name)?.[1];
  if (digits === '936' || /^(gbk|gb2312|gb18030|gb_2312)/.test(name)) return 'gb18030';
  if (digits === '950') return 'big5';
  if (digits === '65001' || /^utf-?8/.test(name)) return 'utf-8';
  if (/^(ansi|oem|cp)?[ _-]?125\d$/.test(name)) return `windows-${digits}`;
  return name;
}

function isText({ type }: DbfField): boolean {
  return (
    type !== 'N' && type !== 'F' && type !== 'D' && type !== 'L' && type !== 'I' && type !== 'B'
  );
}

interface Choice {
  readonly encoding: string;
  readonly decoder: TextDecoder;
  readonly ignoredCodePage: string | null;
}

function chooseEncoding(texts: readonly Uint8Array[], codePage: string | null): Choice {
  const stated = codePage === null ? null : encodingOfCodePage(codePage);
  const ways = [...(stated === null ? [] : [stated]), 'utf-8', 'gb18030'];
  for (const encoding of ways) {
    const decoder = decoderOf(encoding);
    if (!decoder || !decodes(decoder, texts)) continue;
    const lenient = new TextDecoder(encoding);
    return { encoding, decoder: lenient, ignoredCodePage: encoding === stated ? null : codePage };
  }
  // What can not be read becomes U+FFFD and is seen.
  const encoding = stated !== null && decoderOf(stated) ? stated : 'gb18030';
  return { encoding, decoder: new TextDecoder(encoding), ignoredCodePage: null };
}

/** Without the blanks that fill the field. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  let start = 0;
  while (start < end && bytes[start] === 0x20) start += 1;
  return bytes.subarray(start, end);
}

/** Half a character left at the end of a full field is dropped. */
function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes).replace(/\uFFFD$/, '');
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).trim();
}

function valueOf(field: DbfField, bytes: Uint8Array, decoder: TextDecoder): SourceCell {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (field.type === 'I' && bytes.length === 4) return view.getInt32(0, true);
  if (field.type === 'B' && bytes.length === 8) return view.getFloat64(0, true);
  const raw = trimmed(bytes);
  if (raw.length === 0) return null;
  if (isText(field)) return decoded(decoder, raw) || null;
  const text = ascii(raw);
  if (field.type === 'D') {
    return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
  }
  if (field.type === 'L') return /^[yt]$/i.test(text) ? true : /^[nf]$/i.test(text) ? false : null;
  if (/^\*+$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) && text !== '' ? value : text;
}

/**
 * `codePage` is the text of the .cpg, null without one.
 * @throws BrokenFile, LimitPassed
 */
export function readDbf(bytes: Uint8Array, codePage: string | null, count: CellCount): DbfTable {
  if (bytes.length < 33) throw new BrokenFile('.dbf 已损坏或不完整');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const promised = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (headerLength < 33 || recordLength < 2 || headerLength > bytes.length) {
    throw new BrokenFile('.dbf 已损坏或不完整');
  }
  const fields = fieldsOf(bytes, headerLength).filter(
    ({ at, length }) => at + length <= recordLength,
  );
  const held = Math.floor((bytes.length - headerLength) / recordLength);
  const records = Math.min(promised, held);
  const fieldBytes = (record: number, { at, length }: DbfField): Uint8Array => {
    const start = headerLength + record * recordLength + at;
    return bytes.subarray(start, start + length);
  };
  const texts = fields.map(({ name }) => name);
  for (let record = 0; record < records; record++) {
    count.addRow(record + 1, fields.length);
    for (const field of fields) if (isText(field)) texts.push(trimmed(fieldBytes(record, field)));
  }
  const { encoding, decoder, ignoredCodePage } = chooseEncoding(texts, codePage);
  const isMemo = ({ type }: DbfField): boolean => 'MGPW'.includes(type);
  const nameOf = ({ name }: DbfField): string => decoded(decoder, name).trim();
  return {
    headings: fields.map(nameOf),
    memoHeadings: fields.filter(isMemo).map(nameOf),
    encoding,
    ignoredCodePage,
    missingRecords: promised - records,
    records: Array.from({ length: records }, (_, record) =>
      bytes[headerLength + record * recordLength] === 0x2a
        ? null
        : fields.map((field) =>
            isMemo(field) ? null : valueOf(field, fieldBytes(record, field), decoder),
          ),
    ),
  };
}
