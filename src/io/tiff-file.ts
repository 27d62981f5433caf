// Classic TIFF (revision 6.0): the tags of the first image and its samples as numbers. Strips and tiles; uncompressed,
// PackBits, LZW and Deflate; predictors 1, 2 and 3; the first sample of each pixel. Sizes are judged by the tags before
// anything is unpacked.
import { unzlibSync } from 'fflate';
import { LimitPassed } from './limits';
import { BrokenFile } from './read-layers';
import { unpackBits, unpackLzw } from './tiff-unpack';

/** A county at 1 m is fewer. */
const MOST_PIXELS = 100_000_000;
const MOST_TAG_VALUES = 5_000_000;
const BROKEN = 'TIFF 已损坏或不完整';
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8] as const;

export interface TiffImage {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array | Float64Array;
  /** Numbers of a tag; empty when it has none. */
  readonly numbers: (tag: number) => readonly number[];
  readonly text: (tag: number) => string;
}

class TiffTags {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly isLittle: boolean;
  readonly #tags = new Map<number, { type: number; count: number; at: number }>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.isLittle = bytes[0] === 0x49;
    if (bytes.length < 8) throw new BrokenFile(BROKEN);
    const start = this.#view.getUint32(4, this.isLittle);
    if (start + 2 > bytes.length) throw new BrokenFile(BROKEN);
    const count = this.#view.getUint16(start, this.isLittle);
    if (start + 2 + count * 12 > bytes.length) throw new BrokenFile(BROKEN);
    for (let i = 0; i < count; i++) this.#add(start + 2 + i * 12);
  }

  #add(at: number): void {
    const type = this.#view.getUint16(at + 2, this.isLittle);
    const count = this.#view.getUint32(at + 4, this.isLittle);
    const size = (TYPE_BYTES[type] ?? 0) * count;
    if (size === 0) return;
    const where = size <= 4 ? at + 8 : this.#view.getUint32(at + 8, this.isLittle);
    if (where + size > this.#bytes.length || count > MOST_TAG_VALUES) throw new BrokenFile(BROKEN);
    this.#tags.set(this.#view.getUint16(at, this.isLittle), { type, count, at: where });
  }

  #number(type: number, at: number): number {
    const view = this.#view;
    switch (type) {
      case 3:
        return view.getUint16(at, this.isLittle);
      case 4:
        return view.getUint32(at, this.isLittle);
      case 6:
        return view.getInt8(at);
      case 8:
        return view.getInt16(at, this.isLittle);
      case 9:
        return view.getInt32(at, this.isLittle);
      case 11:
        return view.getFloat32(at, this.isLittle);
      case 12:
        return view.getFloat64(at, this.isLittle);
      case 5:
        return view.getUint32(at, this.isLittle) / view.getUint32(at + 4, this.isLittle);
      case 10:
        return view.getInt32(at, this.isLittle) / view.getInt32(at + 4, this.isLittle);
      default:
        return view.getUint8(at);
    }
  }

  numbers(tag: number): readonly number[] {
    const found = this.#tags.get(tag);
    if (!found) return [];
    const step = TYPE_BYTES[found.type] ?? 1;
    return Array.from({ length: found.count }, (_, i) =>
      this.#number(found.type, found.at + i * step),
    );
  }

  first(tag: number, fallback: number): number {
    return this.numbers(tag)[0] ?? fallback;
  }

  text(tag: number): string {
    const found = this.#tags.get(tag);
    if (!found) return '';
    const bytes = this.#bytes.subarray(found.at, found.at + found.count);
    return new TextDecoder().decode(bytes).replaceAll('\u0000', '');
  }
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly samples: number;
  /** Of one sample: 1, 2, 4 or 8. */
  readonly bytes: number;
  readonly format: number;
  readonly predictor: number;
  readonly compression: number;
  readonly isPlanar: boolean;
  readonly isTiled: boolean;
}

function layoutOf(tags: TiffTags): Layout {
  const [width, height] = [tags.first(256, 0), tags.first(257, 0)];
  if (width < 1 || height < 1) throw new BrokenFile(BROKEN);
  if (width * height > MOST_PIXELS)
    throw new LimitPassed(`栅格有 ${width} × ${height} 格，超过 1 亿格`);
  const isTiled = tags.numbers(324).length > 0;
  const blockWidth = isTiled ? tags.first(322, 0) : width;
  const blockHeight = isTiled ? tags.first(323, 0) : Math.min(tags.first(278, height), height);
  const bits = tags.first(258, 1);
  if (![8, 16, 32, 64].includes(bits)) throw new BrokenFile(`不支持每格 ${bits} 位的 TIFF`);
  if (blockWidth < 1 || blockHeight < 1) throw new BrokenFile(BROKEN);
  if (blockWidth * blockHeight > MOST_PIXELS) throw new LimitPassed('栅格的分块过大');
  const samples = tags.first(277, 1);
  if (samples < 1 || samples > 16) throw new BrokenFile(BROKEN);
  return {
    width,
    height,
    blockWidth,
    blockHeight,
    samples: tags.first(284, 1) === 2 ? 1 : samples,
    bytes: bits / 8,
    format: tags.first(339, 1),
    predictor: tags.first(317, 1),
    compression: tags.first(259, 1),
    isPlanar: tags.first(284, 1) === 2,
    isTiled,
  };
}

function unpacked(packed: Uint8Array, compression: number, size: number): Uint8Array {
  switch (compression) {
    case 1:
      return packed;
    case 5:
      return unpackLzw(packed, size);
    case 32773:
      return unpackBits(packed, size);
    case 8:
    case 32946:
      try {
        return unzlibSync(packed, { out: new Uint8Array(size) });
      } catch {
        // fflate throws its own errors at damaged data, and RangeError when it would pass `size`.
        throw new BrokenFile(BROKEN);
      }
    default:
      throw new BrokenFile(`不支持第 ${compression} 种 TIFF 压缩`);
  }
}

/** Undoes predictor 2 (differences of samples) and 3 (bytes of floats in planes, then differences), row by row. */
function unpredicted(block: Uint8Array, layout: Layout, isLittle: boolean): void {
  const { blockWidth, blockHeight, samples, bytes, predictor } = layout;
  const rowBytes = blockWidth * samples * bytes;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const plain = new Uint8Array(rowBytes);
  for (let row = 0; row < blockHeight && (row + 1) * rowBytes <= block.length; row++) {
    const start = row * rowBytes;
    if (predictor === 2) {
      for (let i = samples; i < blockWidth * samples; i++) {
        const [at, before] = [start + i * bytes, start + (i - samples) * bytes];
        if (bytes === 1) view.setUint8(at, view.getUint8(at) + view.getUint8(before));
        else if (bytes === 2) {
          const sum = view.getUint16(at, isLittle) + view.getUint16(before, isLittle);
          view.setUint16(at, sum & 0xffff, isLittle);
        } else if (bytes === 4) {
          const sum = view.getUint32(at, isLittle) + view.getUint32(before, isLittle);
          view.setUint32(at, sum >>> 0, isLittle);
        }
      }
    } else if (predictor === 3) {
      for (let i = samples; i < rowBytes; i++) {
        block[start + i] = ((block[start + i] ?? 0) + (block[start + i - samples] ?? 0)) & 0xff;
      }
      const values = blockWidth * samples;
      for (let i = 0; i < values; i++) {
        for (let b = 0; b < bytes; b++) {
          // Planes hold the most significant byte first.
          const to = i * bytes + (isLittle ? bytes - 1 - b : b);
          plain[to] = block[start + b * values + i] ?? 0;
        }
      }
      block.set(plain, start);
    }
  }
}

function sampleReader(
  view: DataView,
  { bytes, format }: Layout,
  isLittle: boolean,
): (at: number) => number {
  if (format === 3) {
    return bytes === 8
      ? (at) => view.getFloat64(at, isLittle)
      : (at) => view.getFloat32(at, isLittle);
  }
  if (bytes === 1) return format === 2 ? (at) => view.getInt8(at) : (at) => view.getUint8(at);
  if (bytes === 2) {
    return format === 2
      ? (at) => view.getInt16(at, isLittle)
      : (at) => view.getUint16(at, isLittle);
  }
  return format === 2 ? (at) => view.getInt32(at, isLittle) : (at) => view.getUint32(at, isLittle);
}

type Values = Float32Array | Float64Array;

function fillBlock(
  values: Values,
  block: Uint8Array,
  layout: Layout,
  index: number,
  isLittle: boolean,
): void {
  const { width, height, blockWidth, blockHeight, samples, bytes } = layout;
  const across = Math.ceil(width / blockWidth);
  const [left, top] = [(index % across) * blockWidth, Math.floor(index / across) * blockHeight];
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const read = sampleReader(view, layout, isLittle);
  const columns = Math.min(blockWidth, width - left);
  for (let row = 0; row < blockHeight && top + row < height; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * blockWidth + column) * samples * bytes;
      if (at + bytes > block.length) throw new BrokenFile(BROKEN);
      values[(top + row) * width + left + column] = read(at);
    }
  }
}

/** LZW reaches about 2,700 : 1, Deflate 1,032 : 1; a few bytes that promise more are a trap. */
const MOST_RATIO = 3000;
const RATIO_FROM_BYTES = 1 << 20;

function judgeRatio({ width, height, bytes, samples }: Layout, counts: readonly number[]): void {
  const packed = counts.reduce((sum, count) => sum + count, 0);
  const size = width * height * bytes * samples;
  if (size > RATIO_FROM_BYTES && size > packed * MOST_RATIO) {
    throw new LimitPassed('栅格的数据远少于它声明的大小');
  }
}

/** The first image of the file. @throws BrokenFile, LimitPassed */
export function readTiff(bytes: Uint8Array): TiffImage {
  const tags = new TiffTags(bytes);
  const layout = layoutOf(tags);
  const { width, height, blockWidth, blockHeight } = layout;
  if (layout.format === 3 && layout.bytes < 4) throw new BrokenFile('不支持半精度浮点的 TIFF');
  if (layout.format !== 3 && layout.bytes === 8) throw new BrokenFile('不支持 64 位整数的 TIFF');
  const offsets = tags.numbers(layout.isTiled ? 324 : 273);
  const counts = tags.numbers(layout.isTiled ? 325 : 279);
  const blocks = Math.ceil(width / blockWidth) * Math.ceil(height / blockHeight);
  if (offsets.length < blocks || counts.length < blocks) throw new BrokenFile(BROKEN);
  judgeRatio(layout, counts);
  const isWide = layout.bytes === 8 || (layout.bytes === 4 && layout.format !== 3);
  const values = isWide ? new Float64Array(width * height) : new Float32Array(width * height);
  const size = blockWidth * blockHeight * layout.samples * layout.bytes;
  for (let index = 0; index < blocks; index++) {
    const [offset = 0, count = 0] = [offsets[index], counts[index]];
    if (offset + count > bytes.length) throw new BrokenFile(BROKEN);
    // A sparse file leaves blocks out: they hold nothing.
    if (count === 0) continue;
    const packed = bytes.subarray(offset, offset + count);
    const plain = unpacked(packed, layout.compression, size);
    const block = layout.predictor === 1 ? plain : plain.slice();
    if (layout.predictor !== 1) unpredicted(block, layout, tags.isLittle);
    fillBlock(values, block, layout, index, tags.isLittle);
  }
  return {
    width,
    height,
    values,
    numbers: (tag) => tags.numbers(tag),
    text: (tag) => tags.text(tag),
  };
}
