// Zip files as data (PKWARE APPNOTE 6.3): the directory at the end is read first and everything is judged by it before a
// byte is inflated — count, sizes, ratio, names — and again while inflating, since a directory can lie. Names are UTF-8
// when flagged or strictly so, else GB18030: Windows in Chinese writes them in GBK. Encrypted entries and methods other
// than stored and deflated are refused.
import { Inflate, inflateSync } from 'fflate';
import { decodeText } from './decode-text';
import {
  LimitPassed,
  MOST_FILE_BYTES,
  MOST_UNPACKED_BYTES,
  MOST_ZIP_ENTRIES,
  MOST_ZIP_RATIO,
} from './limits';
import { BrokenFile } from './read-layers';

export interface ZipEntry {
  /** With `/` between folders, as stored otherwise. */
  readonly path: string;
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly headerAt: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const BROKEN = '压缩包已损坏或不完整';
const INFLATE_STEP = 1 << 16;
const RATIO_FROM_BYTES = 1 << 20;
/** Takes a third of the time in one go; a directory that lies about so many bytes costs seconds, not minutes. */
const MOST_AT_ONCE = 4 << 20;

export function isZip(bytes: Uint8Array): boolean {
  const isStart = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isStart && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function endAt(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BrokenFile(BROKEN);
}

function number64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function directoryOf(view: DataView): { count: number; at: number } {
  const end = endAt(view);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const end64 = number64(view, locator + 8);
    if (end64 + 56 <= view.byteLength && view.getUint32(end64, true) === END_64) {
      return { count: number64(view, end64 + 32), at: number64(view, end64 + 48) };
    }
  }
  return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
}

/** Sizes and place that do not fit 32 bits stand in the extra field 1, in this order, those only that do not fit. */
function wideNumbers(view: DataView, from: number, to: number, narrow: number[]): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return narrow.map((value) => {
      if (value !== 0xffffffff || next + 8 > to) return value;
      next += 8;
      return number64(view, next - 8);
    });
  }
  return narrow;
}

function nameOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.text.includes('\u0000')) throw new BrokenFile(BROKEN);
  return decoded.text.replaceAll('\\', '/');
}

function judgePath(path: string): void {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
    throw new LimitPassed(`压缩包里的路径「${path.slice(0, 60)}」指向包外，不安全`);
  }
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL)
    throw new BrokenFile(BROKEN);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new BrokenFile(BROKEN);
  const narrow = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  const [size = 0, packedSize = 0, headerAt = 0] = wideNumbers(view, nameEnd, extraEnd, narrow);
  const entry: ZipEntry = {
    path: nameOf(bytes.subarray(at + 46, nameEnd)),
    size,
    packedSize,
    headerAt,
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
  return { entry, next };
}

function judgeSizes(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { path, size, packedSize } of entries) {
    total += size;
    if (size > MOST_FILE_BYTES) throw new LimitPassed(`压缩包里的「${path}」解开后超过 200 MB`);
    if (size > RATIO_FROM_BYTES && size > packedSize * MOST_ZIP_RATIO) {
      throw new LimitPassed(`压缩包里的「${path}」压缩比超过 ${MOST_ZIP_RATIO} 倍，像是解压炸弹`);
    }
  }
  if (total > MOST_UNPACKED_BYTES) throw new LimitPassed('压缩包解开后超过 500 MB');
}

/**
 * The files of a zip, folders left out, nothing inflated.
 * @throws BrokenFile for a damaged zip, LimitPassed for a zip bomb or a path that leads out.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  if (view.byteLength < END_BYTES) throw new BrokenFile(BROKEN);
  const { count, at } = directoryOf(view);
  if (count > MOST_ZIP_ENTRIES) throw new LimitPassed(`压缩包里有 ${count} 个文件，超过 10,000 个`);
  const entries: ZipEntry[] = [];
  let next = at;
  for (let i = 0; i < count; i++) {
    const read = readEntry(bytes, view, next);
    next = read.next;
    judgePath(read.entry.path);
    if (!read.entry.path.endsWith('/')) entries.push(read.entry);
  }
  judgeSizes(entries);
  return entries;
}

function lyingDirectory(entry: ZipEntry): LimitPassed {
  return new LimitPassed(`压缩包里的「${entry.path}」解开后比目录所写的大，像是解压炸弹`);
}

/** At most `entry.size` bytes are kept, one more tells that there are more. */
function inflatedAtOnce(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const whole = inflateSync(packed, { out: new Uint8Array(entry.size + 1) });
  if (whole.length > entry.size) throw lyingDirectory(entry);
  return whole;
}

function inflatedInSteps(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const whole = new Uint8Array(entry.size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > entry.size) throw lyingDirectory(entry);
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP) {
    const isLast = at + INFLATE_STEP >= packed.length;
    inflate.push(packed.subarray(at, at + INFLATE_STEP), isLast);
  }
  return whole.subarray(0, filled);
}

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  let whole: Uint8Array;
  try {
    const isSmall = packed.length <= MOST_AT_ONCE;
    whole = isSmall ? inflatedAtOnce(packed, entry) : inflatedInSteps(packed, entry);
  } catch (cause) {
    if (cause instanceof LimitPassed) throw cause;
    throw new BrokenFile(BROKEN);
  }
  if (whole.length !== entry.size) throw new BrokenFile(BROKEN);
  return whole;
}

/** One file's bytes. @throws BrokenFile, LimitPassed as `zipEntries`. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw new BrokenFile('压缩包有密码，请解密后再用');
  const view = viewOf(bytes);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new BrokenFile(BROKEN);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length) throw new BrokenFile(BROKEN);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (entry.method === 8) return inflated(packed, entry);
  if (entry.method !== 0) throw new BrokenFile(`压缩包里的「${entry.path}」用了不支持的压缩方法`);
  if (entry.packedSize !== entry.size) throw new BrokenFile(BROKEN);
  return packed;
}
