// What a file is: by its content first, by its name's ending second, since files are renamed more often than converted.
import { decodeText } from './decode-text';
import { LimitPassed } from './limits';
import { BrokenFile } from './read-layers';
import type { InputFile } from './source-layer';
import { type ZipEntry, isZip, zipEntries } from './zip-entries';

export type InputKind =
  | 'csv'
  | 'xlsx'
  | 'geojson'
  | 'shapefile-part'
  | 'kml'
  | 'dxf'
  | 'geopackage'
  | 'geotiff'
  | 'zip'
  | 'cuntu'
  | 'pack';

export type Recognised =
  | { readonly ok: true; readonly kind: InputKind }
  /** Chinese: what it is, ending with a full stop, and how to mend it. */
  | { readonly ok: false; readonly code: string; readonly what: string; readonly mend: string };

const SHAPEFILE_PARTS = /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|fix|qpj|shp\.xml)$/i;
const TABLE_TEXT = /\.(csv|tsv|txt|tab|dat|asc|prn|xlsx?|xlsm|et)$|^[^.]*$/i;
const SQLITE = 'SQLite format 3\u0000';
const HEAD_BYTES = 4096;
/** Begins every text of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u001E';
const MEND_XLSX = '请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。';

function refused(code: string, what: string, mend: string): Recognised {
  return { ok: false, code, what, mend };
}

function known(kind: InputKind): Recognised {
  return { ok: true, kind };
}

function startsWith(bytes: Uint8Array, start: readonly number[] | string, at = 0): boolean {
  const codes = typeof start === 'string' ? [...start].map((char) => char.charCodeAt(0)) : start;
  return codes.every((code, i) => bytes[at + i] === code);
}

export function extensionOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Files that systems put into archives of their own accord, and all but one of a file geodatabase. */
export function isJunk(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\.gdb\/(?!gdb$)/i.test(path);
}

function zipKind(path: string, entries: readonly ZipEntry[]): Recognised {
  const extension = extensionOf(path);
  const paths = entries.map((entry) => entry.path).filter((each) => !isJunk(each));
  const has = (pattern: RegExp): boolean => paths.some((each) => pattern.test(each));
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^xl\/workbook\.bin$/i)) {
      return refused('input-xlsb', '是二进制的 Excel 工作簿（.xlsb）。', MEND_XLSX);
    }
    if (has(/^xl\//i)) return known('xlsx');
    const what = has(/^word\//i)
      ? '是 Word 文档，不是数据表。'
      : '是 Office 文档，不是 Excel 工作簿。';
    return refused('input-office', what, '请把其中的表格复制到 Excel，存为 .xlsx 后再导入。');
  }
  if (extension === 'cuntu' || has(/^document\.json$/)) return known('cuntu');
  if (has(/^([^/]+\/)?pack\.json$/)) return known('pack');
  if (has(/^content\.xml$/) && has(/^mimetype$/)) {
    return refused('input-ods', '是 OpenDocument 表格（.ods）。', '请另存为 .xlsx 后再导入。');
  }
  const isKmz =
    extension === 'kmz' || (has(/\.kml$/i) && !has(/\.(shp|csv|xlsx|geojson|dxf|gpkg)$/i));
  return known(isKmz ? 'kml' : 'zip');
}

function ofZip({ path, bytes }: InputFile): Recognised {
  try {
    return zipKind(path, zipEntries(bytes));
  } catch (cause) {
    if (cause instanceof BrokenFile || cause instanceof LimitPassed) {
      if (extensionOf(path) === 'cuntu') return known('cuntu');
      const isUnsafe = cause instanceof LimitPassed;
      const code = isUnsafe ? 'input-unsafe-zip' : 'input-broken-zip';
      const mend = isUnsafe ? '请解压后只选需要的文件。' : '请重新下载、复制或打包。';
      return refused(code, `${cause.what}。`, mend);
    }
    throw cause;
  }
}

function ofOle(extension: string): Recognised {
  if (extension === 'xlsx' || extension === 'xlsm') {
    const what = '是加了密码的工作簿，或旧版 Excel（.xls）改了扩展名。';
    return refused('input-encrypted', what, '请用 Excel 打开，去掉密码，另存为 .xlsx 后再导入。');
  }
  if (extension === 'doc' || extension === 'ppt') {
    return refused('input-office', '是旧版 Office 文档，不是数据表。', MEND_XLSX);
  }
  return refused('input-xls', '是旧版 Excel 工作簿（.xls）。', MEND_XLSX);
}

/** Binary formats known by their first bytes; null for none of them. */
function ofMagic(file: InputFile): Recognised | null {
  const { bytes, path } = file;
  const extension = extensionOf(path);
  const starts = (start: readonly number[] | string, at = 0): boolean =>
    startsWith(bytes, start, at);
  if (isZip(bytes)) return ofZip(file);
  if (starts(SQLITE)) return known('geopackage');
  if (starts([0x49, 0x49, 42, 0]) || starts([0x4d, 0x4d, 0, 42])) return known('geotiff');
  if (starts([0x49, 0x49, 43, 0]) || starts([0x4d, 0x4d, 0, 43])) {
    const mend = '请另存为普通 GeoTIFF（小于 4 GB）后再导入。';
    return refused('input-bigtiff', '是 BigTIFF，不能读。', mend);
  }
  if (starts([0, 0, 0x27, 0x0a])) return known('shapefile-part');
  if (starts([0xd0, 0xcf, 0x11, 0xe0])) return ofOle(extension);
  if (starts([0x09, 0x08]) && extension === 'xls') {
    return refused('input-xls', '是旧版 Excel 工作簿（.xls）。', MEND_XLSX);
  }
  if (starts('Rar!') || starts([0x37, 0x7a, 0xbc, 0xaf]) || starts([0x1f, 0x8b])) {
    const what = '是 RAR、7z 或 gzip 压缩包，不能直接读。';
    return refused('input-archive', what, '请先解压，或改用 zip 打包。');
  }
  if (starts('AC10') && extension !== 'csv') {
    return refused('input-dwg', '是 DWG 图纸。', '请在 CAD 中另存为「AutoCAD 2007 DXF」后再导入。');
  }
  if (starts('AutoCAD Binary DXF')) {
    return refused(
      'input-binary-dxf',
      '是二进制 DXF。',
      '请在 CAD 中另存为文本（ASCII）DXF 后再导入。',
    );
  }
  if (starts('Standard Jet DB', 4) || starts('Standard ACE DB', 4)) {
    const mend = '请在 Access 或 ArcGIS 中导出为 .xlsx 或 Shapefile。';
    return refused('input-mdb', '是 Access 数据库（.mdb、.accdb）。', mend);
  }
  if (starts('%PDF')) {
    return refused('input-pdf', '是 PDF，不是数据表。', '请把其中的表格转为 .xlsx 后再导入。');
  }
  if (starts([0x89, 0x50, 0x4e, 0x47]) || starts([0xff, 0xd8, 0xff])) {
    return refused('input-image', '是图片，没有坐标数据。', '请选择表格或矢量文件。');
  }
  return null;
}

function ofMarkup(head: string, extension: string): Recognised {
  if (/<!doctype html|<html[\s>]|<(table|head|body)[\s>]/i.test(head)) {
    const isTable = /xmlns:x="urn:schemas-microsoft-com:office:excel"|<table/i.test(head);
    const what = isTable
      ? '是网页格式的表格，不是真正的表格文件。'
      : '是网页，可能下载到的是登录页或出错页。';
    const mend = isTable ? MEND_XLSX : '请重新下载该文件。';
    return refused('input-html', what, mend);
  }
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(head)) {
    return refused('input-xml-sheet', '是 XML 格式的 Excel 表格（2003）。', MEND_XLSX);
  }
  if (/<gpx[\s>]/i.test(head)) {
    return refused('input-gpx', '是 GPX 轨迹。', '请转换为 KML 或 GeoJSON 后再导入。');
  }
  if (/<(\w+:)?kml[\s>]/i.test(head) || extension === 'kml') return known('kml');
  return refused('input-xml', '是 XML，但不是 KML。', '请转换为 KML、GeoJSON 或 Shapefile。');
}

function ofText(head: string, file: InputFile): Recognised {
  const extension = extensionOf(file.path);
  const start = head.trimStart().replace(RECORD_SEPARATOR, '').trimStart();
  if (start.startsWith('<')) return ofMarkup(start, extension);
  if (/^\s*(999\r?\n[^\n]*\n\s*)*0\s*\r?\nSECTION/i.test(head)) return known('dxf');
  if (extension === 'dxf') return known('dxf');
  if (
    /^\{|^\[\s*[{\]]/.test(start) ||
    ['geojson', 'json', 'geojsonl', 'geojsons'].includes(extension)
  ) {
    return known('geojson');
  }
  if (/^!table/i.test(start) || /^Version\s+\d+\s*\r?\n\s*Charset/i.test(start)) {
    const mend = '请在 MapInfo 中导出为 Shapefile 后再导入。';
    return refused('input-mapinfo', '是 MapInfo 文件（.tab、.mif）。', mend);
  }
  if (TABLE_TEXT.test(file.path)) return known('csv');
  return refused('input-unknown', '不认识的文件格式。', MEND_FORMATS);
}

const MEND_FORMATS =
  '可用的格式：CSV、TSV、XLSX、GeoJSON、Shapefile、KML/KMZ、DXF、GeoPackage、GeoTIFF 高程、zip。';

/** First bytes as text; null for binary. */
function headOf(bytes: Uint8Array): string | null {
  const text = decodeText(bytes.subarray(0, HEAD_BYTES))?.text ?? null;
  if (text !== null) return text.includes('\u0000') ? null : text;
  // The cut may fall inside a GB18030 character.
  for (let cut = 1; cut <= 3; cut++) {
    const shorter = decodeText(bytes.subarray(0, Math.min(HEAD_BYTES, bytes.length) - cut))?.text;
    if (shorter !== undefined) return shorter.includes('\u0000') ? null : shorter;
  }
  return null;
}

/** What the file is, or why it can not be read. Never throws. */
export function recognise(file: InputFile): Recognised {
  const { bytes, path } = file;
  if (/\.gdb\/gdb$/i.test(path)) {
    const mend = '请在 ArcGIS 或 QGIS 中把要用的图层导出为 Shapefile 或 GeoPackage。';
    return refused('input-gdb', '是 Esri 文件地理数据库（.gdb）。', mend);
  }
  if (bytes.length === 0) return refused('input-empty', '是空文件。', '请重新导出或复制该文件。');
  const magic = ofMagic(file);
  if (magic) return magic;
  if (SHAPEFILE_PARTS.test(path)) return known('shapefile-part');
  const extension = extensionOf(path);
  if (extension === 'cuntu') return known('cuntu');
  const head = headOf(bytes);
  if (head !== null) return ofText(head, file);
  if (['zip', 'xlsx', 'xlsm', 'kmz'].includes(extension)) {
    return refused('input-broken-zip', '已损坏或不完整。', '请重新下载、复制或另存。');
  }
  if (['dat', 'map', 'id', 'ind', 'tab'].includes(extension)) {
    const mend = '请在 MapInfo 中导出为 Shapefile 后再导入。';
    return refused('input-mapinfo', '是 MapInfo 的附属文件或二进制数据。', mend);
  }
  if (extension === 'dxf') return known('dxf');
  if (
    TABLE_TEXT.test(path) ||
    extension === 'json' ||
    extension === 'geojson' ||
    extension === 'kml'
  ) {
    return refused(
      'input-not-text',
      '不是文本文件，或已损坏。',
      '请重新导出；表格请存为 .xlsx 或 CSV UTF-8。',
    );
  }
  return refused('input-unknown', '不认识的文件格式。', MEND_FORMATS);
}

/** Where the app sends a dropped file: a plan to open, a region pack to open, or data to import. */
export function routeInput(file: InputFile): 'cuntu' | 'pack' | 'source' {
  const recognised = recognise(file);
  if (!recognised.ok) return 'source';
  return recognised.kind === 'cuntu' || recognised.kind === 'pack' ? recognised.kind : 'source';
}
