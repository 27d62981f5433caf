// The two classic packings of TIFF 6.0: PackBits (§9) and LZW (§13: most significant bit first, early change).
import { BrokenFile } from './read-layers';

/** `size` is the whole length; what the data does not fill stays 0. */
export function unpackBits(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  for (let at = 0; at < packed.length && filled < size;) {
    const head = packed[at] ?? 0;
    at += 1;
    if (head < 128) {
      const part = packed.subarray(at, at + Math.min(head + 1, size - filled));
      whole.set(part, filled);
      filled += head + 1;
      at += head + 1;
    } else if (head > 128) {
      whole.fill(packed[at] ?? 0, filled, Math.min(filled + 257 - head, size));
      filled += 257 - head;
      at += 1;
    }
  }
  return whole;
}

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/** @throws BrokenFile at a code that was never made */
export function unpackLzw(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  // Every string is a piece of the output: where it was written first and how long it is.
  const starts = new Int32Array(MOST_CODES);
  const lengths = new Int32Array(MOST_CODES);
  let next = 258;
  let width = 9;
  let previousAt = -1;
  let previousLength = 0;
  let filled = 0;
  let bits = 0;
  let held = 0;
  for (const byte of packed) {
    bits = (bits << 8) | byte;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    bits &= (1 << held) - 1;
    if (code === END || filled >= size) break;
    if (code === CLEAR) {
      next = 258;
      width = 9;
      previousAt = -1;
      continue;
    }
    const at = filled;
    if (code < 256) {
      whole[filled] = code;
      filled += 1;
    } else {
      const isNew = code === next && previousAt >= 0;
      if (!isNew && code >= next) throw new BrokenFile('TIFF 的 LZW 数据有错误');
      const from = isNew ? previousAt : (starts[code] ?? 0);
      const length = isNew ? previousLength + 1 : (lengths[code] ?? 0);
      for (let i = 0; i < length && filled < size; i++) {
        whole[filled] = whole[from + i] ?? 0;
        filled += 1;
      }
    }
    if (previousAt >= 0 && next < MOST_CODES) {
      starts[next] = previousAt;
      lengths[next] = previousLength + 1;
      next += 1;
    }
    previousAt = at;
    previousLength = filled - at;
    if (next + 1 >= 1 << width && width < 12) width += 1;
  }
  return whole;
}
