// KML, and KMZ (a zip with a .kml inside), to GeoJSON features. WGS84 by definition of the format.
// @xmldom/xmldom parses, since Node and workers have no DOMParser; it expands no external entity.
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import type { Outcome } from '../domain/problem';
import { decodeText } from './decode-text';
import type { FileFeatures } from './file-features';

/** A KMZ whose document unpacks to more than this is no plan. */
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

function refuse(file: string, what: string): Outcome<FileFeatures> {
  const where = { file };
  const mend = '请在谷歌地球等软件中重新导出。';
  return {
    ok: false,
    problems: [{ code: 'kml', severity: 'error', where, text: `${file}：${what}`, mend }],
  };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The document of a KMZ: its first .kml; null for no such or a damaged zip. */
function unpacked(bytes: Uint8Array): Uint8Array | null {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        name.toLowerCase().endsWith('.kml') && originalSize <= MOST_UNPACKED_BYTES,
    });
    return Object.values(files)[0] ?? null;
  } catch {
    return null;
  }
}

/** Parsed XML; null when it is not well-formed. */
function parseXml(text: string): Document | null {
  const faults: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') faults.push(message);
    },
  });
  try {
    const document: unknown = parser.parseFromString(text, 'text/xml');
    return faults.length === 0 ? (document as Document) : null;
  } catch {
    return null;
  }
}

/** Placemarks as features, folders flattened. */
export function readKml(bytes: Uint8Array, fileName: string): Outcome<FileFeatures> {
  const document = isZip(bytes) ? unpacked(bytes) : bytes;
  if (document === null) return refuse(fileName, '压缩包里没有 KML，或文件不完整。');
  const decoded = decodeText(document);
  const xml = decoded === null ? null : parseXml(decoded.text);
  if (decoded === null || xml === null) return refuse(fileName, '不是完整的 KML（XML 有错误）。');
  const { features } = kml(xml);
  return { ok: true, value: { features, encoding: decoded.encoding }, notes: [] };
}
