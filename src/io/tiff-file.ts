// The first image of a classic TIFF through geotiff.js (tags, strips and tiles, predictors, sample types), on this thread:
// its worker pool starts from a blob:, which our CSP forbids. Two things are ours. Sizes are judged before it allocates,
// as it takes memory for whatever count a tag states. And its unpackers are replaced by bounded ones: its Deflate has no
// limit, its LZW never ends at code 4093 (measured: out of memory on 5 kB) and holds every byte as a JS number.
import { unzlibSync } from 'fflate';
import {
  BaseDecoder,
  type GeoTIFFImage,
  type TypedArray,
  addDecoder,
  fromArrayBuffer,
} from 'geotiff';
import { LimitPassed } from './limits';
import { BrokenFile } from './read-layers';
import { unpackBits, unpackLzw } from './tiff-unpack';

/** A county at 1 m is fewer. */
const MOST_PIXELS = 100_000_000;
const MOST_TAG_VALUES = 5_000_000;
const BROKEN = 'TIFF 已损坏或不完整';
/** By field type. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8] as const;
const TAG_BYTES = 12;

export interface TiffImage {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array | Float64Array;
  /** Numbers of a tag; empty when it has none. */
  readonly numbers: (tag: number) => readonly number[];
  readonly text: (tag: number) => string;
}

type Unpack = (packed: Uint8Array, size: number) => Uint8Array;

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return unzlibSync(packed, { out: new Uint8Array(size) });
  } catch {
    // fflate throws its own errors at damaged data, and RangeError when it would pass `size`.
    throw new BrokenFile(BROKEN);
  }
}

function bitsOf({ bitsPerSample }: BaseDecoder['parameters']): number {
  return typeof bitsPerSample === 'number' ? bitsPerSample : (bitsPerSample[0] ?? 8);
}

function register(compressions: number[], unpack: Unpack): void {
  class BoundedDecoder extends BaseDecoder {
    override decodeBlock(buffer: ArrayBufferLike): ArrayBufferLike {
      const { tileWidth, tileHeight, samplesPerPixel = 1 } = this.parameters;
      const size = tileWidth * tileHeight * samplesPerPixel * (bitsOf(this.parameters) / 8);
      return unpack(new Uint8Array(buffer), size).buffer;
    }
  }
  addDecoder(
    compressions,
    () => Promise.resolve(BoundedDecoder),
    async (directory) => {
      const isTiled = directory.hasTag('TileOffsets');
      const [width = 0, height = 0] = [
        await directory.loadValue(isTiled ? 'TileWidth' : 'ImageWidth'),
        await directory.loadValue(isTiled ? 'TileLength' : 'ImageLength'),
      ];
      const rows = isTiled ? height : ((await directory.loadValue('RowsPerStrip')) ?? height);
      const isPlanar = (await directory.loadValue('PlanarConfiguration')) === 2;
      return {
        tileWidth: width,
        tileHeight: Math.min(rows, height),
        predictor: (await directory.loadValue('Predictor')) ?? 1,
        bitsPerSample: (await directory.loadValue('BitsPerSample')) ?? 8,
        planarConfiguration: isPlanar ? 2 : 1,
        samplesPerPixel: isPlanar ? 1 : ((await directory.loadValue('SamplesPerPixel')) ?? 1),
      };
    },
  );
}

register([5], unpackLzw);
register([8, 32946], inflate);
register([32773], unpackBits);
const COMPRESSIONS = new Set([1, 5, 8, 32946, 32773]);

/** Every tag must lie inside the file. @throws BrokenFile */
function judgeTags(bytes: Uint8Array): void {
  if (bytes.length < 8) throw new BrokenFile(BROKEN);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const start = view.getUint32(4, isLittle);
  if (start + 2 > bytes.length) throw new BrokenFile(BROKEN);
  const end = start + 2 + view.getUint16(start, isLittle) * TAG_BYTES;
  if (end > bytes.length) throw new BrokenFile(BROKEN);
  for (let at = start + 2; at < end; at += TAG_BYTES) {
    const count = view.getUint32(at + 4, isLittle);
    const size = (TYPE_BYTES[view.getUint16(at + 2, isLittle)] ?? 0) * count;
    // An unknown type has no size: geotiff.js refuses it before it takes memory.
    if (size === 0) continue;
    const where = size <= 4 ? at + 8 : view.getUint32(at + 8, isLittle);
    if (where + size > bytes.length || count > MOST_TAG_VALUES) {
      throw new BrokenFile(BROKEN);
    }
  }
}

/** LZW reaches about 2,700 : 1, Deflate 1,032 : 1; a few bytes that promise more are a trap. */
const MOST_RATIO = 3000;
const RATIO_FROM_BYTES = 1 << 20;

/** @throws BrokenFile, LimitPassed */
function judgeImage(image: GeoTIFFImage, numbers: TiffImage['numbers'], fileBytes: number): void {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const [blockWidth, blockHeight] = [image.getTileWidth(), image.getTileHeight()];
  if (![width, height, blockWidth, blockHeight].every((side) => side >= 1)) {
    throw new BrokenFile(BROKEN);
  }
  if (width * height > MOST_PIXELS)
    throw new LimitPassed(`栅格有 ${width} × ${height} 格，超过 1 亿格`);
  if (blockWidth * blockHeight > MOST_PIXELS) throw new LimitPassed('栅格的分块过大');
  const [bits, format] = [image.getBitsPerSample() || 1, image.getSampleFormat()];
  if (![8, 16, 32, 64].includes(bits)) throw new BrokenFile(`不支持每格 ${bits} 位的 TIFF`);
  if (format !== 3 && bits === 64) throw new BrokenFile('不支持 64 位整数的 TIFF');
  const compression = numbers(259)[0] ?? 1;
  if (!COMPRESSIONS.has(compression)) throw new BrokenFile(`不支持第 ${compression} 种 TIFF 压缩`);
  const samples = image.getSamplesPerPixel();
  if (!(samples >= 1 && samples <= 16)) throw new BrokenFile(BROKEN);
  const counts = numbers(image.isTiled ? 325 : 279);
  const offsets = numbers(image.isTiled ? 324 : 273);
  const blocks = Math.ceil(width / blockWidth) * Math.ceil(height / blockHeight);
  if (offsets.length < blocks || counts.length < blocks) throw new BrokenFile(BROKEN);
  if (offsets.some((offset, i) => offset + (counts[i] ?? 0) > fileBytes)) {
    throw new BrokenFile(BROKEN);
  }
  const packed = counts.reduce((sum, count) => sum + count, 0);
  const size = (width * height * samples * bits) / 8;
  if (size > RATIO_FROM_BYTES && size > packed * MOST_RATIO) {
    throw new LimitPassed('栅格的数据远少于它声明的大小');
  }
}

/** Wide enough for every sample, so that NaN can stand for none. */
function floats(band: TypedArray): Float32Array | Float64Array {
  if (band instanceof Float32Array || band instanceof Float64Array) return band;
  return band.BYTES_PER_ELEMENT === 4 ? Float64Array.from(band) : Float32Array.from(band);
}

async function readImage(bytes: Uint8Array): Promise<TiffImage> {
  const { buffer } = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
  const tiff = await fromArrayBuffer(buffer as ArrayBuffer);
  // Its arrays loaded later are read as little-endian whatever the file is (3.0.5).
  tiff.parser.eager = true;
  const image = await tiff.getImage();
  const valueOf = (tag: number): unknown => image.fileDirectory.getValue(tag as never);
  const numbers = (tag: number): readonly number[] => {
    const value = valueOf(tag);
    if (typeof value === 'number') return [value];
    const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
    return isList ? Array.from(value as ArrayLike<unknown>, Number) : [];
  };
  judgeImage(image, numbers, bytes.length);
  const [band] = await image.readRasters({ samples: [0] });
  if (!band) throw new BrokenFile(BROKEN);
  const values = floats(band);
  const text = (tag: number): string => String(valueOf(tag) ?? '').replaceAll('\u0000', '');
  return { width: image.getWidth(), height: image.getHeight(), values, numbers, text };
}

/** The first image of the file, its first band. @throws BrokenFile, LimitPassed */
export async function readTiff(bytes: Uint8Array): Promise<TiffImage> {
  judgeTags(bytes);
  try {
    return await readImage(bytes);
  } catch (cause) {
    if (cause instanceof LimitPassed || cause instanceof BrokenFile) throw cause;
    // geotiff.js throws RangeError, TypeError and Error at damaged files alike.
    throw new BrokenFile(BROKEN);
  }
}
