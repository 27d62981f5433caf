// SQLite database files, read only (sqlite.org/fileformat2): pages, table b-trees, overflow chains and records. No SQL runs
// and nothing is written, so a file can do no more than be wrong; every page and offset is checked. Rows that are still in
// a write-ahead log beside the file are not seen.
import { BrokenFile } from './read-layers';

export type SqliteValue = string | number | Uint8Array | null;

export interface SqliteRow {
  readonly rowid: number;
  readonly values: readonly SqliteValue[];
}

const MAGIC = 'SQLite format 3\u0000';
const BROKEN = '数据库文件已损坏或不完整';
const INTERIOR = 5;
const LEAF = 13;
const MOST_DEPTH = 40;
const SERIAL_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

export function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && [...MAGIC].every((char, i) => bytes[i] === char.charCodeAt(0));
}

/** Reads numbers of a payload in order. */
class Cursor {
  readonly #bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** 1 to 9 bytes, big-endian, 7 bits each. */
  varint(): number {
    let value = 0n;
    for (let i = 0; i < 9; i++) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) throw new BrokenFile(BROKEN);
      this.at += 1;
      if (i === 8) return Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte)));
      value = (value << 7n) | BigInt(byte & 0x7f);
      if (byte < 0x80) break;
    }
    return Number(BigInt.asIntN(64, value));
  }
}

export class SqliteFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #pageSize: number;
  readonly #usable: number;
  readonly #decoder: TextDecoder;

  /** @throws BrokenFile */
  constructor(bytes: Uint8Array) {
    if (!isSqlite(bytes)) throw new BrokenFile(BROKEN);
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = this.#view.getUint16(16);
    this.#pageSize = size === 1 ? 65_536 : size;
    this.#usable = this.#pageSize - (bytes[20] ?? 0);
    const isPower = this.#pageSize >= 512 && (this.#pageSize & (this.#pageSize - 1)) === 0;
    if (!isPower || this.#usable < 480) throw new BrokenFile(BROKEN);
    const encodings: Readonly<Record<number, string>> = { 2: 'utf-16le', 3: 'utf-16be' };
    this.#decoder = new TextDecoder(encodings[this.#view.getUint32(56)] ?? 'utf-8');
  }

  #page(number: number): { readonly start: number; readonly end: number } {
    const start = (number - 1) * this.#pageSize;
    const end = start + this.#usable;
    if (number < 1 || end > this.#bytes.length) throw new BrokenFile(BROKEN);
    return { start, end };
  }

  /** The rows of the table whose b-tree begins at page `root`, in rowid order. @throws BrokenFile */
  *rows(root: number): Generator<SqliteRow> {
    yield* this.#tree(root, 0, { pages: 0 });
  }

  *#tree(page: number, depth: number, visited: { pages: number }): Generator<SqliteRow> {
    visited.pages += 1;
    const isLoop = visited.pages > this.#bytes.length / this.#pageSize + 1;
    if (depth > MOST_DEPTH || isLoop) throw new BrokenFile(BROKEN);
    const { start, end } = this.#page(page);
    const header = page === 1 ? start + 100 : start;
    const kind = this.#bytes[header];
    const cells = this.#view.getUint16(header + 3);
    if (kind !== INTERIOR && kind !== LEAF) throw new BrokenFile(BROKEN);
    const pointers = header + (kind === LEAF ? 8 : 12);
    if (pointers + cells * 2 > end) throw new BrokenFile(BROKEN);
    for (let i = 0; i < cells; i++) {
      const at = start + this.#view.getUint16(pointers + i * 2);
      if (at + 4 > end) throw new BrokenFile(BROKEN);
      if (kind === LEAF) yield this.#leafCell(at, end);
      else yield* this.#tree(this.#view.getUint32(at), depth + 1, visited);
    }
    if (kind === INTERIOR) yield* this.#tree(this.#view.getUint32(header + 8), depth + 1, visited);
  }

  #leafCell(at: number, end: number): SqliteRow {
    const cursor = new Cursor(this.#bytes, at);
    const size = cursor.varint();
    const rowid = cursor.varint();
    return { rowid, values: this.#record(this.#payload(cursor.at, end, size)) };
  }

  /** A payload, gathered from its overflow pages where it does not fit the leaf. */
  #payload(at: number, end: number, size: number): Uint8Array {
    if (size < 0 || size > this.#bytes.length) throw new BrokenFile(BROKEN);
    const most = this.#usable - 35;
    if (size <= most) {
      if (at + size > end) throw new BrokenFile(BROKEN);
      return this.#bytes.subarray(at, at + size);
    }
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = least + ((size - least) % (this.#usable - 4));
    const local = fitting <= most ? fitting : least;
    if (at + local + 4 > end) throw new BrokenFile(BROKEN);
    const whole = new Uint8Array(size);
    whole.set(this.#bytes.subarray(at, at + local));
    let filled = local;
    let next = this.#view.getUint32(at + local);
    while (filled < size) {
      const page = this.#page(next);
      const part = Math.min(size - filled, this.#usable - 4);
      whole.set(this.#bytes.subarray(page.start + 4, page.start + 4 + part), filled);
      filled += part;
      next = this.#view.getUint32(page.start);
    }
    return whole;
  }

  #record(payload: Uint8Array): SqliteValue[] {
    const cursor = new Cursor(payload, 0);
    const headerEnd = cursor.varint();
    if (headerEnd > payload.length) throw new BrokenFile(BROKEN);
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    const values: SqliteValue[] = [];
    let at = headerEnd;
    while (cursor.at < headerEnd) {
      const serial = cursor.varint();
      const length = serial < 10 ? (SERIAL_BYTES[serial] ?? -1) : Math.floor((serial - 12) / 2);
      if (length < 0 || at + length > payload.length) throw new BrokenFile(BROKEN);
      values.push(this.#value(serial, view, payload, at, length));
      at += length;
    }
    return values;
  }

  #value(
    serial: number,
    view: DataView,
    payload: Uint8Array,
    at: number,
    length: number,
  ): SqliteValue {
    if (serial === 0) return null;
    if (serial === 7) return view.getFloat64(at);
    if (serial >= 8 && serial <= 9) return serial - 8;
    if (serial >= 12) {
      const bytes = payload.subarray(at, at + length);
      return serial % 2 === 0 ? bytes : this.#decoder.decode(bytes);
    }
    if (length === 8) return Number(view.getBigInt64(at));
    let value = view.getInt8(at);
    for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
    return value;
  }
}
