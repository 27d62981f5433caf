import { zlibSync } from 'fflate';
import { writeArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { readElevation } from '../../src/io/read-geotiff';

interface Raster {
  readonly rows: readonly (readonly number[])[];
  readonly bits: 8 | 16 | 32;
  /** 1 unsigned, 2 signed, 3 float. */
  readonly format: 1 | 2 | 3;
  readonly compression: number;
  readonly predictor: 1 | 2 | 3;
  readonly tile?: number;
  readonly extra?: readonly (readonly [tag: number, type: 2 | 3 | 12, values: readonly number[]])[];
}

const PLACE: NonNullable<Raster['extra']> = [
  [33550, 12, [0.5, 0.25, 0]],
  [33922, 12, [0, 0, 0, 111, 35, 0]],
  [34735, 3, [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4490]],
];

/** Samples of one block as bytes, little-endian, with the predictor applied. */
function blockBytes(
  values: readonly number[],
  width: number,
  { bits, format, predictor }: Raster,
): Uint8Array {
  const size = bits / 8;
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    const left = predictor === 2 && i % width !== 0 ? (values[i - 1] ?? 0) : 0;
    if (format === 3) view.setFloat32(i * 4, value, true);
    else if (bits === 8) view.setUint8(i, value - left);
    else if (bits === 16) view.setInt16(i * 2, value - left, true);
    else view.setInt32(i * 4, value - left, true);
  }
  if (predictor !== 3) return bytes;
  const rowBytes = width * 4;
  return Uint8Array.from(bytes, (_, at) => {
    const row = Math.floor(at / rowBytes) * rowBytes;
    const plane = (i: number): number =>
      bytes[row + (i % width) * 4 + 3 - Math.floor(i / width)] ?? 0;
    const i = at - row;
    return i === 0 ? plane(0) : plane(i) - plane(i - 1);
  });
}

function packBits(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    let run = 1;
    while (run < 128 && bytes[at + run] === bytes[at]) run += 1;
    if (run > 1) out.push(257 - run, bytes[at] ?? 0);
    else out.push(0, bytes[at] ?? 0);
    at += run;
  }
  return Uint8Array.from(out);
}

/** LZW as the specification's own encoder (TIFF 6.0, §13). */
function lzw(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  const write = (code: number, width: number): void => {
    for (let i = width - 1; i >= 0; i--) {
      held = (held << 1) | ((code >> i) & 1);
      bits += 1;
      if (bits === 8) {
        out.push(held);
        [held, bits] = [0, 0];
      }
    }
  };
  let table = new Map<string, number>();
  let next = 258;
  let width = 9;
  const codeOf = (text: string): number =>
    text.length === 1 ? text.charCodeAt(0) : (table.get(text) ?? -1);
  write(256, 9);
  let current = '';
  for (const byte of bytes) {
    const longer = current + String.fromCharCode(byte);
    if (longer.length === 1 || table.has(longer)) {
      current = longer;
      continue;
    }
    write(codeOf(current), width);
    table.set(longer, next);
    next += 1;
    if (next === 4095) {
      write(256, width);
      table = new Map();
      [next, width] = [258, 9];
    } else if (next === 512 || next === 1024 || next === 2048) width += 1;
    current = String.fromCharCode(byte);
  }
  write(codeOf(current), width);
  write(257, width);
  while (bits !== 0) write(0, 1);
  return Uint8Array.from(out);
}

const PACKERS: Readonly<Record<number, (bytes: Uint8Array) => Uint8Array>> = {
  1: (bytes) => bytes,
  5: lzw,
  8: (bytes) => zlibSync(bytes),
  32773: packBits,
};

function tiff(raster: Raster): Uint8Array {
  const height = raster.rows.length;
  const width = raster.rows[0]?.length ?? 0;
  const side = raster.tile ?? 0;
  const blocks: Uint8Array[] = [];
  const pack = PACKERS[raster.compression] ?? ((bytes: Uint8Array) => bytes);
  for (let top = 0; top < height; top += side || 2) {
    for (let left = 0; left < width; left += side || width) {
      const rows = raster.rows.slice(top, top + (side || 2));
      const padded = side === 0 ? rows : Array.from({ length: side }, (_, i) => rows[i] ?? []);
      const values = padded.flatMap((row) =>
        Array.from({ length: side || width }, (_, i) => row[left + i] ?? 0),
      );
      blocks.push(pack(blockBytes(values, side || width, raster)));
    }
  }
  type Tag = readonly [tag: number, type: 2 | 3 | 4 | 12, values: readonly number[]];
  const at = blocks.map(
    (_, i) => 8 + blocks.slice(0, i).reduce((sum, block) => sum + block.length, 0),
  );
  const counts = blocks.map((block) => block.length);
  const layout: Tag[] =
    side === 0
      ? [
          [273, 4, at],
          [278, 3, [2]],
          [279, 4, counts],
        ]
      : [
          [322, 3, [side]],
          [323, 3, [side]],
          [324, 4, at],
          [325, 4, counts],
        ];
  const tags: Tag[] = [
    [256, 3, [width]],
    [257, 3, [height]],
    [258, 3, [raster.bits]],
    [259, 3, [raster.compression]],
    [277, 3, [1]],
    [317, 3, [raster.predictor]],
    [339, 3, [raster.format]],
    ...layout,
    ...(raster.extra ?? PLACE),
  ];
  const sizes = { 2: 1, 3: 2, 4: 4, 12: 8 } as const;
  const start = 8 + counts.reduce((sum, count) => sum + count, 0);
  const bytes = new Uint8Array(
    start +
      2 +
      tags.length * 12 +
      4 +
      tags.reduce((sum, [, type, values]) => sum + sizes[type] * values.length, 0),
  );
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, start, true);
  for (const [i, block] of blocks.entries()) bytes.set(block, at[i] ?? 0);
  view.setUint16(start, tags.length, true);
  let free = start + 2 + tags.length * 12 + 4;
  for (const [i, [tag, type, values]] of tags.toSorted((a, b) => a[0] - b[0]).entries()) {
    const entry = start + 2 + i * 12;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, values.length, true);
    const size = sizes[type];
    let to = entry + 8;
    if (size * values.length > 4) {
      view.setUint32(to, free, true);
      to = free;
      free += size * values.length;
    }
    for (const [j, value] of values.entries()) {
      if (type === 2) view.setUint8(to + j, value);
      else if (type === 3) view.setUint16(to + j * 2, value, true);
      else if (type === 4) view.setUint32(to + j * 4, value, true);
      else view.setFloat64(to + j * 8, value, true);
    }
  }
  return bytes;
}

/** Where the value of tag 259, the fourth, stands. */
function compressionAt(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(4, true) + 2 + 3 * 12 + 8;
}

const rows = Array.from({ length: 70 }, (_, r) =>
  Array.from({ length: 90 }, (_, c) => ((r * 13 + c * 7) % 250) + (r > 40 ? 1 : 0)),
);

describe('GeoTIFF', () => {
  const kinds = [
    { bits: 8, format: 1, predictor: 1 },
    { bits: 16, format: 2, predictor: 2 },
    { bits: 32, format: 2, predictor: 2 },
    { bits: 32, format: 3, predictor: 1 },
    { bits: 32, format: 3, predictor: 3 },
  ] as const;
  it.each(
    kinds.flatMap((kind) =>
      [1, 5, 8, 32773].flatMap((compression) =>
        [0, 32].map((tile) => ({ ...kind, compression, tile })),
      ),
    ),
  )(
    'reads $bits bits, format $format, predictor $predictor, packing $compression, tiles of $tile',
    async ({ tile, ...kind }) => {
      const bytes = tiff({ ...kind, rows, ...(tile > 0 ? { tile } : {}) });
      const outcome = await readElevation(bytes, 'a.tif');
      if (!outcome.ok) throw new Error(outcome.problems[0]?.text);
      expect([...outcome.value.values]).toEqual(rows.flat());
    },
  );

  it('takes heights that are not of this earth for cells without one, also where the file names none', async () => {
    const values = [-32768, -32767, 32767, 12_000, -12_000, 351];
    const bytes = tiff({ rows: [values], bits: 16, format: 2, compression: 1, predictor: 1 });
    const outcome = await readElevation(bytes, 'a.tif');
    const none = Number.NaN;
    expect(outcome.ok && [...outcome.value.values]).toEqual([
      none,
      none,
      none,
      12_000,
      -12_000,
      351,
    ]);
  });

  it('knows the place, the system and the gaps', async () => {
    const gap = [...'-9999'].map((char) => char.charCodeAt(0));
    const raster = {
      rows: [
        [1, -9999],
        [3, 4],
      ],
      bits: 16,
      format: 2,
      compression: 1,
      predictor: 1,
    } as const;
    const outcome = await readElevation(
      tiff({ ...raster, extra: [...PLACE, [42113, 2, [...gap, 0]]] }),
      'a.tif',
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        west: 111,
        north: 35,
        cellWidth: 0.5,
        cellHeight: 0.25,
        width: 2,
        height: 2,
        crs: 'cgcs2000',
        unit: 'degree',
      },
    });
    expect(outcome.ok && [...outcome.value.values]).toEqual([1, Number.NaN, 3, 4]);
    const point = [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 2, 3072, 0, 1, 4546];
    const matrix = [30, 0, 0, 500_000, 0, -30, 0, 3_874_000, 0, 0, 0, 0, 0, 0, 0, 1];
    const projected = await readElevation(
      tiff({
        ...raster,
        extra: [
          [34264, 12, matrix],
          [34735, 3, point],
        ],
      }),
      'a.tif',
    );
    expect(projected).toMatchObject({
      ok: true,
      value: { west: 499_985, north: 3_874_015, crs: 'epsg:4546', unit: 'metre' },
    });
  });

  it.each([
    ['no place', [], 'geotiff-place'],
    ['a turned raster', [[34264, 12, [1, 1, 0, 0, 1, -1, 0, 0]]], 'geotiff-place'],
    [
      'an old datum',
      [...PLACE.slice(0, 2), [34735, 3, [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4610]]],
      'crs-old-datum',
    ],
    [
      'feet',
      [...PLACE.slice(0, 2), [34735, 3, [1, 1, 0, 2, 1024, 0, 1, 2, 4099, 0, 1, 9002]]],
      'geotiff-unit',
    ],
  ] as const)('refuses %s', async (_name, extra, code) => {
    const bytes = tiff({ rows: [[1]], bits: 8, format: 1, compression: 1, predictor: 1, extra });
    expect(await readElevation(bytes, 'a.tif')).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('refuses few bytes that promise a hundred million cells', async () => {
    const bytes = tiff({
      rows: [[1]],
      bits: 8,
      format: 1,
      compression: 8,
      predictor: 1,
      extra: [...PLACE],
    });
    const view = new DataView(bytes.buffer);
    const start = view.getUint32(4, true);
    for (const entry of [0, 1]) view.setUint16(start + 2 + entry * 12 + 8, 9999, true);
    expect(await readElevation(bytes, 'a.tif')).toMatchObject({
      ok: false,
      problems: [{ code: 'geotiff-broken' }],
    });
    view.setUint16(start + 2 + 6 * 12 + 8, 65_535, true);
    expect(await readElevation(bytes, 'a.tif')).toMatchObject({
      ok: false,
      problems: [{ code: 'geotiff-limit' }],
    });
  });

  it('survives LZW codes that geotiff.js itself never comes back from', async () => {
    const codes = [256, ...Array.from({ length: 3837 }, (_, i) => 65 + (i % 2)), 4093, 4093, 257];
    const bits: number[] = [];
    let width = 9;
    for (const [i, code] of codes.entries()) {
      for (let bit = width - 1; bit >= 0; bit--) bits.push((code >> bit) & 1);
      // 256 codes of one byte, two of control, one more with every code after the first.
      if (257 + i >= 1 << width && width < 12) width += 1;
    }
    const packed = Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
      Number.parseInt(
        bits
          .slice(i * 8, i * 8 + 8)
          .join('')
          .padEnd(8, '0'),
        2,
      ),
    );
    const bytes = tiff({ rows: [packed], bits: 8, format: 1, compression: 1, predictor: 1 });
    new DataView(bytes.buffer).setUint16(compressionAt(bytes), 5, true);
    expect(await readElevation(bytes, 'a.tif')).toMatchObject({ ok: true });
  });

  it('reads what geotiff.js writes', async () => {
    const made = writeArrayBuffer(rows.flat(), {
      width: 90,
      height: 70,
      ModelPixelScale: [1, 1, 0],
      ModelTiepoint: [0, 0, 0, 0, 0, 0],
      GeographicTypeGeoKey: 4326,
    });
    const outcome = await readElevation(new Uint8Array(made as ArrayBuffer), 'a.tif');
    expect(outcome.ok && [...outcome.value.values]).toEqual(rows.flat());
  });
});
