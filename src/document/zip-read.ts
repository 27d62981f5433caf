// A zip archive read by its local headers alone, one after another, so that a file without its end, or with a piece
// missing, still gives what lies before and after: where a part is broken, the search for the next header goes on.
// Never more than `maxBytes` unpacked, never more than `maxParts` parts, no path that leads out of the archive.
import { Inflate } from 'fflate';
import type { Outcome, Problem } from '../domain/problem';
import { breathe } from './breathe';
import { crc32 } from './crc32';

export interface ReadPart {
  readonly path: string;
  /** As far as they could be unpacked. */
  readonly bytes: Uint8Array;
  /** Length and CRC are as the archive says. */
  readonly isWhole: boolean;
}

export interface ZipLimits {
  readonly maxBytes: number;
  readonly maxParts: number;
}

const LOCAL_HEADER_BYTES = 30;
const SLICE_BYTES = 64 * 1024;
const FLAG_ENCRYPTED = 1;
const FLAG_SIZES_AFTER = 8;

class TooLarge extends Error {}

function refused(code: string, text: string): Problem {
  return {
    code,
    severity: 'error',
    where: {},
    text,
    mend: '请确认文件来源；如需帮助，请联系提供者。',
  };
}

/** Where the next local header begins, from an offset on; -1 when there is none. */
function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  }
  return -1;
}

function leadsOut(path: string): boolean {
  return path.startsWith('/') || /[\\:\0]/.test(path) || path.split('/').includes('..');
}

/** Unpacked as far as it goes; throws TooLarge beyond `maxBytes`. */
async function inflated(data: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  });
  for (let at = 0; at < data.length; at += SLICE_BYTES) {
    try {
      inflate.push(data.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= data.length);
    } catch (cause) {
      if (cause instanceof TooLarge) throw cause;
      // Broken from here on: what came before is kept, and its checksum tells.
      break;
    }
    await breathe();
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

interface Header {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly plainBytes: number;
  readonly dataAt: number;
}

function readHeader(bytes: Uint8Array, at: number): Header | null {
  if (at + LOCAL_HEADER_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, LOCAL_HEADER_BYTES);
  const nameAt = at + LOCAL_HEADER_BYTES;
  const nameBytes = view.getUint16(26, true);
  return {
    path: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameBytes)),
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    crc: view.getUint32(14, true),
    packedBytes: view.getUint32(18, true),
    plainBytes: view.getUint32(22, true),
    dataAt: nameAt + nameBytes + view.getUint16(28, true),
  };
}

async function readPart(bytes: Uint8Array, header: Header, maxBytes: number): Promise<ReadPart> {
  const { path, flags, method, crc, packedBytes, plainBytes, dataAt } = header;
  const isSized = (flags & FLAG_SIZES_AFTER) === 0;
  const end = isSized ? dataAt + packedBytes : bytes.length;
  const data = bytes.subarray(dataAt, end);
  if (method === 0) {
    if (data.length > maxBytes) throw new TooLarge();
    return { path, bytes: data, isWhole: isSized && crc32(data) === crc };
  }
  const plain = await inflated(data, maxBytes);
  // Without sizes the checksum comes later in the file; whoever reads has one of its own.
  const isWhole = !isSized || (plain.length === plainBytes && crc32(plain) === crc);
  return { path, bytes: plain, isWhole };
}

/** All parts in the order of the file; empty when it is no zip. Of two parts with one path the first whole one counts. */
export async function readZip(
  bytes: Uint8Array,
  { maxBytes, maxParts }: ZipLimits,
): Promise<Outcome<readonly ReadPart[]>> {
  const parts = new Map<string, ReadPart>();
  let count = 0;
  let left = maxBytes;
  for (let at = nextHeader(bytes, 0); at >= 0;) {
    const header = readHeader(bytes, at);
    if (!header) break;
    if (++count > maxParts) {
      const text = `文件中的部分超过 ${maxParts} 个，不像村图方案，已拒绝打开。`;
      return { ok: false, problems: [refused('zip-too-many-parts', text)] };
    }
    if (leadsOut(header.path)) {
      const text = '文件中有指向外部的路径，已拒绝打开。';
      return { ok: false, problems: [refused('zip-path', text)] };
    }
    const isReadable = (header.flags & FLAG_ENCRYPTED) === 0 && [0, 8].includes(header.method);
    let next = header.dataAt;
    if (isReadable) {
      try {
        const part = await readPart(bytes, header, left);
        left -= part.bytes.length;
        if (!parts.get(part.path)?.isWhole) parts.set(part.path, part);
        if (part.isWhole && (header.flags & FLAG_SIZES_AFTER) === 0) next += header.packedBytes;
      } catch (cause) {
        if (!(cause instanceof TooLarge)) throw cause;
        const text = `文件解开后超过 ${Math.round(maxBytes / 1e6)} MB，已拒绝打开。`;
        return { ok: false, problems: [refused('zip-too-large', text)] };
      }
    }
    at = nextHeader(bytes, Math.min(next, bytes.length));
  }
  return { ok: true, value: [...parts.values()], notes: [] };
}
