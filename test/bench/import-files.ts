// Plainly synthetic files of many rows for the import bench: villages called 甲村 on a grid round the townships' seats,
// points numbered on a grid over the region.
import type { RegionPack } from '../../src/domain/region-pack';
import { encoded, xlsx } from '../fixtures/import/bytes';

export const ROWS = 60_000;

type Cell = string | number;

export interface BenchFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const GRID_DEGREES = 0.0005;

/** `rows` new villages, spread over the townships of the pack; codes that the pack does not have. */
export function newVillageRows(pack: RegionPack): readonly (readonly Cell[])[] {
  const known = new Set(pack.villages.map(({ code }) => code));
  const townships = pack.townships.filter(({ seat }) => seat !== null);
  const rows: (readonly Cell[])[] = [];
  for (let k = 999; rows.length < ROWS && k > 0; k--) {
    for (const { code: township, name, seat } of townships) {
      const code = `${township}${String(k).padStart(3, '0')}`;
      if (known.has(code) || !seat || rows.length === ROWS) continue;
      const lng = seat[0] + ((k % 20) - 10) * GRID_DEGREES;
      const lat = seat[1] + (Math.floor(k / 20) % 20) * GRID_DEGREES;
      const at = rows.length + 1;
      const place = [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
      rows.push([code, `甲村${at}`, name, ...place, 10 + (at % 40), 30 + (at % 90)]);
    }
  }
  return [['行政区划代码', '行政村', '乡镇', '经度', '纬度', '贫困户', '贫困人口'], ...rows];
}

/** The pack's own villages a little aside, with synthetic figures. */
export function movedVillageRows(pack: RegionPack): readonly (readonly Cell[])[] {
  const rows = pack.villages.slice(0, ROWS).map(({ code, name, position: [lng, lat] }, at) => {
    const place = [Number((lng + 0.0003).toFixed(6)), Number((lat + 0.0002).toFixed(6))];
    return [code, name, ...place, 10 + (at % 40), 30 + (at % 90)];
  });
  return [['行政区划代码', '行政村', '经度', '纬度', '贫困户', '贫困人口'], ...rows];
}

/** Numbered points on a grid inside the middle half of the region. */
export function pointRows({ bbox }: RegionPack): readonly (readonly Cell[])[] {
  const [west, south, east, north] = bbox;
  const side = Math.ceil(Math.sqrt(ROWS));
  const rows = Array.from({ length: ROWS }, (_, k) => {
    const [x, y] = [(k % side) / side, Math.floor(k / side) / side];
    const lng = west + (east - west) * (0.25 + x / 2);
    const lat = south + (north - south) * (0.25 + y / 2);
    return [`P${k + 1}`, Number(lng.toFixed(6)), Number(lat.toFixed(6)), `第 ${k % 9} 类`];
  });
  return [['编号', '经度', '纬度', '分类'], ...rows];
}

export function csvFile(name: string, rows: readonly (readonly Cell[])[]): BenchFile {
  const text = rows.map((row) => row.join(',')).join('\r\n');
  return { name: `${name}.csv`, bytes: encoded(text, 'gbk') };
}

export function xlsxFile(name: string, rows: readonly (readonly Cell[])[]): BenchFile {
  return { name: `${name}.xlsx`, bytes: xlsx({ name: '甲', rows: rows.map((row) => [...row]) }) };
}

export function geojsonFile(name: string, rows: readonly (readonly Cell[])[]): BenchFile {
  const features = rows.slice(1).map(([number, lng, lat, kind]) => ({
    type: 'Feature',
    properties: { 编号: number, 分类: kind },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return { name: `${name}.geojson`, bytes: new TextEncoder().encode(text) };
}
