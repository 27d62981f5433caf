// KML, and KMZ (a zip with a .kml inside), as a layer. WGS84 by definition of the format. @xmldom/xmldom 0.9.12 with
// @tmcw/togeojson 7.1.3 was tried: 60,000 placemarks (13 MB) take 13.2 s and 680 MB, ours 1.2 s and 87 MB; an inner boundary
// written first becomes the outer one, "111.0, 35.0" with a space loses the geometry.
import type { Problem } from '../domain/problem';
import { decodeText } from './decode-text';
import { type KmlReading, readPlacemarks } from './kml-placemarks';
import { VertexCount } from './limits';
import { BrokenFile, type LayersOutcome, fileNote, fileProblem, refuseFile } from './read-layers';
import { isZip, unzipEntry, zipEntries } from './zip-entries';

const MEND = '请在谷歌地球等软件中重新导出。';

/** The document of a KMZ: doc.kml, else its first .kml. */
function unpacked(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly others: number } {
  const documents = zipEntries(bytes).filter(({ path }) => /\.kml$/i.test(path));
  const main = documents.find(({ path }) => /(^|\/)doc\.kml$/i.test(path)) ?? documents[0];
  if (!main) throw new BrokenFile('压缩包里没有 KML');
  return { bytes: unzipEntry(bytes, main), others: documents.length - 1 };
}

function notesOf(reading: KmlReading, file: string, others: number): Problem[] {
  const notes: Problem[] = [];
  const note = (code: string, what: string, mend: string): void => {
    notes.push(fileNote(code, file, what, mend));
  };
  if (others > 0)
    note('kml-others', `压缩包里还有 ${others} 个 KML 没有读入。`, '需要时请解压后逐个导入。');
  if (reading.networkLinks > 0) {
    const what = `${reading.networkLinks} 个网络链接没有打开（本软件不联网）。`;
    note('kml-network-link', what, '请在谷歌地球中把链接的内容另存为 KML 后再导入。');
  }
  if (reading.overlays > 0) {
    note('kml-overlay', `${reading.overlays} 个图片叠加层没有读入。`, '只读点、线、面，无需处理。');
  }
  if (reading.withHeight > 0) {
    const what = `${reading.withHeight} 个点带有高程，已略去。`;
    note('kml-height', what, '分析只用平面位置，无需处理。');
  }
  const [row] = reading.malformedRows;
  if (row !== undefined) {
    const what = `有坐标读不懂（共 ${reading.malformedRows.length} 个地标），按没有位置处理。`;
    notes.push(fileProblem('kml-coordinates', 'warning', { file, row }, what, MEND, '个地标'));
  }
  return notes;
}

/** @throws BrokenFile, LimitPassed */
export function readKml(bytes: Uint8Array, file: string): LayersOutcome {
  const document = isZip(bytes) ? unpacked(bytes) : { bytes, others: 0 };
  const decoded = decodeText(document.bytes);
  if (decoded === null) return refuseFile('kml', file, '不是文本，KML 已损坏。', MEND);
  const reading = readPlacemarks(decoded.text, new VertexCount());
  const notes = notesOf(reading, file, document.others);
  if (reading.rows.size === 0) {
    const why =
      reading.networkLinks > 0 ? '文件里只有网络链接，没有地标。' : '文件里没有任何地标。';
    return {
      ok: false,
      problems: [...refuseFile('kml-empty', file, why, MEND).problems, ...notes],
    };
  }
  const name = reading.documentName || file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const declaredCrs = { crs: 'wgs84', printed: 'KML（WGS84）' };
  const layer = { name, ...reading.rows.finish(), declaredCrs };
  return { ok: true, value: { format: 'kml', encoding: decoded.encoding, layers: [layer] }, notes };
}
