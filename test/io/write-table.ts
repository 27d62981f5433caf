// Tables to write in tests: plain geometric numbers and plainly synthetic names, or the real pack.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import type { ExportCell, ExportColumn, ExportTable } from '../../src/io/export-table';
import { exportCrsChoices, type ExportCrs } from '../../src/io/export-crs';

export const BBOX = [110.2, 34.6, 112.1, 35.85] as const;
export const DAY = '2026-11-22';

export function crsOf(id: string): ExportCrs {
  const found = exportCrsChoices(BBOX).find((crs) => crs.id === id);
  if (!found) throw new Error(`no system ${id}`);
  return found;
}

export function table(
  columns: readonly ExportColumn[],
  rows: readonly (readonly [readonly ExportCell[], Geometry | null])[],
): ExportTable {
  return {
    title: '甲表',
    columns,
    rows: rows.map(([cells, geometry]) => ({ cells, geometry })),
    labelColumn: 0,
    layerColumn: null,
    about: ['资料来源：试验', '示意，不作划界依据'],
  };
}

export const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] });

/** Text and code columns of one odd text each, on one point. */
export function textTable(texts: readonly string[]): ExportTable {
  return table(
    [
      { heading: '名称', kind: 'text' },
      { heading: '序号', kind: 'integer' },
    ],
    texts.map((text, at) => [[text, at], point(111, 35 + at / 1000)] as const),
  );
}

interface PackFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

const PACK = join(import.meta.dirname, '../../geodata/yuncheng');

/** Real villages as an export table: 3,349 points. */
export function villageTable(): ExportTable {
  const [, ...lines] = readFileSync(join(PACK, 'villages.csv'), 'utf8').trim().split('\n');
  return table(
    [
      { heading: '村名', kind: 'text' },
      { heading: '行政区划代码', kind: 'code' },
      { heading: '位置精度(米)', kind: 'number' },
    ],
    lines.map((line) => {
      const [code = '', name = '', , , , lng, lat, accuracy] = line.split(',');
      return [[name, code, Number(accuracy)], point(Number(lng), Number(lat))] as const;
    }),
  );
}

/** Real features of a GeoJSON file of the pack: lines, areas and points. */
export function featureTable(file: string): ExportTable {
  const { features } = JSON.parse(readFileSync(join(PACK, file), 'utf8')) as {
    features: readonly PackFeature[];
  };
  return table(
    [
      { heading: '名称', kind: 'text' },
      { heading: '编号', kind: 'code' },
    ],
    features.map(({ properties, geometry }, at) => [
      [String(properties['name'] ?? properties['code'] ?? at), String(at)],
      geometry,
    ]),
  );
}
