// A zip archive whose bytes depend on nothing but its parts: no time, no system, sizes in the local headers, so that a
// reader gets on without the directory at the end. (APPNOTE 6.3.9; fflate's own writers put sizes after the data.)
import { Deflate } from 'fflate';
import { breathe } from './breathe';
import { crc32 } from './crc32';

export interface ZipPart {
  /** ASCII. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const LEVEL = 6;
/** Bytes deflated between two breaths. */
const SLICE_BYTES = 512 * 1024;
const VERSION_2_0 = 20;
/** 1980-01-01 00:00, where zip time begins. */
const DOS_DATE = 0x0021;
const METHOD_DEFLATE = 8;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (chunk) => chunks.push(chunk));
  let at = 0;
  for (; bytes.length - at > SLICE_BYTES; at += SLICE_BYTES) {
    deflate.push(bytes.slice(at, at + SLICE_BYTES));
    await breathe();
  }
  deflate.push(bytes.slice(at), true);
  return joined(chunks);
}

/** Little-endian fields: [bytes, value]. */
function record(fields: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of parts) {
    const name = new TextEncoder().encode(path);
    const data = await deflated(bytes);
    const shared = [
      [2, VERSION_2_0],
      [2, 0],
      [2, METHOD_DEFLATE],
      [2, 0],
      [2, DOS_DATE],
      [4, crc32(bytes)],
      [4, data.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ] as const;
    const header = record([[4, 0x04034b50], ...shared]);
    body.push(header, name, data);
    // After the shared fields: comment length, disk, two attributes, where the local header is.
    directory.push(
      record([
        [4, 0x02014b50],
        [2, VERSION_2_0],
        ...shared,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ]),
      name,
    );
    offset += header.length + name.length + data.length;
  }
  const directoryBytes = joined(directory);
  const count = parts.length;
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directoryBytes.length],
    [4, offset],
    [2, 0],
  ]);
  return joined([...body, directoryBytes, end]);
}
