// The formats that files are written in, what each can hold, and the words for what it can not.
import { type ExportCrs } from './export-crs';
import { type ExportTable, dimensionsIn } from './export-table';

export type ExportFormat = 'xlsx' | 'csv' | 'geojson' | 'shapefile' | 'kml' | 'dxf';

export interface ExportFormatInfo {
  readonly id: ExportFormat;
  readonly title: string;
  readonly extension: string;
  readonly mime: string;
  /** What it is good for, in Chinese. */
  readonly hint: string;
  readonly needsGeometry: boolean;
  /** KML has one system by definition; a drawing wants ground metres. */
  readonly crsKinds: readonly ExportCrs['kind'][];
  /** Chinese: why other systems are refused; empty when all are taken. */
  readonly crsReason: string;
}

/** Rows that one sheet of Excel holds below its heading. */
const XLSX_MOST_ROWS = 1_048_575;

const ANY_CRS: readonly ExportCrs['kind'][] = ['geographic', 'offset', 'zone', 'web-mercator'];

export const EXPORT_FORMATS: readonly ExportFormatInfo[] = [
  {
    id: 'xlsx',
    title: 'XLSX',
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    hint: 'Excel 工作簿：代码存为文字，另有“说明”表；点图形写成坐标两列',
    needsGeometry: false,
    crsKinds: ANY_CRS,
    crsReason: '',
  },
  {
    id: 'csv',
    title: 'CSV',
    extension: 'csv',
    mime: 'text/csv;charset=utf-8',
    hint: 'UTF-8 文本表：Excel 可直接打开；点图形写成坐标两列',
    needsGeometry: false,
    crsKinds: ANY_CRS,
    crsReason: '',
  },
  {
    id: 'geojson',
    title: 'GeoJSON',
    extension: 'geojson',
    mime: 'application/geo+json',
    hint: '图形与属性：网页与 GIS 通用；标准规定用 WGS84',
    needsGeometry: true,
    crsKinds: ANY_CRS,
    crsReason: '',
  },
  {
    id: 'shapefile',
    title: 'Shapefile',
    extension: 'zip',
    mime: 'application/zip',
    hint: '压缩包：UTF-8，按点线面分图层，字段名对照另附',
    needsGeometry: true,
    crsKinds: ANY_CRS,
    crsReason: '',
  },
  {
    id: 'kml',
    title: 'KML',
    extension: 'kml',
    mime: 'application/vnd.google-earth.kml+xml',
    hint: '谷歌地球、奥维等：带名称与属性',
    needsGeometry: true,
    crsKinds: ['geographic'],
    crsReason: 'KML 规定用 WGS84 经纬度',
  },
  {
    id: 'dxf',
    title: 'DXF',
    extension: 'dxf',
    mime: 'image/vnd.dxf',
    hint: 'CAD 图：按图层分，名称作注记，不带属性表',
    needsGeometry: true,
    crsKinds: ['zone'],
    crsReason: 'DXF 按实地米成图，须用 CGCS2000 投影带',
  },
];

/** Throws on an id that is not in the list. */
export function exportFormat(id: ExportFormat): ExportFormatInfo {
  const info = EXPORT_FORMATS.find((candidate) => candidate.id === id);
  if (!info) throw new Error(`no export format ${id} among ${EXPORT_FORMATS.length}`);
  return info;
}

/** Chinese: why this table can not be written in this format; null when it can. */
export function formatRefusal(info: ExportFormatInfo, table: ExportTable): string | null {
  if (table.rows.length === 0) return '没有可导出的行';
  if (info.needsGeometry && dimensionsIn(table.rows).size === 0) {
    return `这张表没有图形，${info.title} 存不了；请用 XLSX 或 CSV`;
  }
  if (info.id === 'xlsx' && table.rows.length > XLSX_MOST_ROWS) {
    return `Excel 一张表最多 ${XLSX_MOST_ROWS.toLocaleString('zh-CN')} 行；请用 CSV`;
  }
  return null;
}

/** Chinese: why this format can not be in this system; null when it can. KML takes WGS84 only, not its near twin. */
export function crsRefusal(
  { id, crsKinds, crsReason }: ExportFormatInfo,
  crs: ExportCrs,
): string | null {
  const taken = id === 'kml' ? crs.id === 'wgs84' : crsKinds.includes(crs.kind);
  return taken ? null : crsReason;
}
