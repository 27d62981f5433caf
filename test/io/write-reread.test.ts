// What we write, our own readers read: the same names, codes as text, numbers and places.
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parseCrs } from '../../src/io/crs';
import { converterFrom } from '../../src/io/crs-convert';
import type { ExportFormat } from '../../src/io/export-format';
import type { ExportTable } from '../../src/io/export-table';
import { readSources } from '../../src/io/read-sources';
import type { SourceLayer } from '../../src/io/source-layer';
import { written } from './reread';
import { featureTable, point, table } from './write-table';

async function layersOf(
  source: ExportTable,
  format: ExportFormat,
  crsId = 'wgs84',
): Promise<readonly SourceLayer[]> {
  const { name, bytes } = await written(source, format, crsId);
  const outcome = await readSources([{ path: name, bytes }]);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join());
  return outcome.value.flatMap((file) => file.layers);
}

const ODD: ExportTable = table(
  [
    { heading: '村名', kind: 'text' },
    { heading: '行政区划代码', kind: 'code' },
    { heading: '贫困户', kind: 'integer' },
    { heading: '距离(米)', kind: 'number' },
  ],
  [
    [['<img src=x onerror=alert(1)>', '140829001001', 12, 34.5], point(111, 35)],
    [['甲"村, 乙', '001', 0, null], point(111.25, 35.125)],
    [['𠮷村 constructor', '140829001003', null, 0.1], point(110.5, 34.75)],
    [['__proto__', '140829001004', 3, 1e-7], point(112, 35.5)],
    [["=HYPERLINK('x')", '140829001005', -5, -1.5], point(112, 35.25)],
    [["'+甲村", '140829001006', 1, 2], point(112, 35)],
    [['＠甲, "村"', '140829001007', 1, 2], point(112, 34)],
  ],
);

const cellsOf = (layer: SourceLayer | undefined): unknown[][] =>
  (layer?.rows ?? []).map(({ cells }) => [...cells]);

describe('attributes by our own readers', () => {
  const expected = ODD.rows.map(({ cells }) => [...cells]);

  it.each(['geojson', 'kml', 'shapefile', 'xlsx', 'csv'] as const)('%s', async (format) => {
    const [layer] = await layersOf(ODD, format);
    const isPlain = layer?.headings === null;
    const headings = isPlain ? cellsOf(layer)[0] : [...(layer?.headings ?? [])];
    const rows = isPlain ? cellsOf(layer).slice(1, 1 + expected.length) : cellsOf(layer);
    const places = ['村名', '行政区划代码'].map((heading) => headings!.indexOf(heading));
    expect(rows.map((row) => places.map((at) => row[at]))).toEqual(
      expected.map(([name, code]) => [name, code]),
    );
    const households = headings!.indexOf('贫困户');
    expect(rows.map((row) => Number(row[households] ?? 0))).toEqual([12, 0, 0, 3, -5, 1, 1]);
  });
});

/** Every cell of every row as the format can hold it: an empty cell stays empty, a number a number, a code its digits. */
it.each(['geojson', 'kml', 'shapefile', 'xlsx', 'csv'] as const)(
  '%s gives all cells again, in one file without any others',
  async (format) => {
    const { name, bytes } = await written(ODD, format);
    const outcome = await readSources([{ path: name, bytes }]);
    if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join());
    expect(outcome.value).toHaveLength(1);
    const [layer] = outcome.value[0]?.layers ?? [];
    const isPlain = layer?.headings === null;
    const headings = isPlain ? cellsOf(layer)[0] : [...(layer?.headings ?? [])];
    const rows = (isPlain ? cellsOf(layer).slice(1) : cellsOf(layer)).slice(0, ODD.rows.length);
    const value = (cell: unknown): unknown => (cell === '' || cell === undefined ? null : cell);
    for (const [at, { heading, kind }] of ODD.columns.entries()) {
      const place = headings!.indexOf(heading);
      expect(place, `${heading} in ${JSON.stringify(headings)}`).toBeGreaterThanOrEqual(0);
      const isNumber = kind === 'integer' || kind === 'number';
      const again = rows.map((row) => {
        const cell = value(row[place]);
        return cell !== null && isNumber ? Number(cell) : cell;
      });
      expect(again, heading).toEqual(ODD.rows.map(({ cells }) => cells[at]));
    }
  },
);

it('dxf gives every label again, which is all that a drawing holds of a table', async () => {
  const layers = await layersOf(ODD, 'dxf', 'epsg:4546');
  const texts = layers.flatMap((layer) => cellsOf(layer).flat());
  expect(texts).toEqual(expect.arrayContaining(ODD.rows.map(({ cells }) => cells[0])));
});

function positionsOf(geometry: Geometry | null): Position[] {
  if (geometry === null) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const flat = (value: unknown): Position[] =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [value as Position]
      : (value as unknown[]).flatMap(flat);
  return flat(geometry.coordinates);
}

const metres = ([xa = 0, ya = 0]: readonly number[], [xb = 0, yb = 0]: readonly number[]): number =>
  Math.hypot((xa - xb) * 111_320 * Math.cos((ya * Math.PI) / 180), (ya - yb) * 110_950);

describe('places by our own readers, in the system that the file itself declares', () => {
  const counties = featureTable('counties.geojson');
  const before = counties.rows.flatMap(({ geometry }) => positionsOf(geometry));

  it.each([
    ['geojson', 'wgs84', 0.001],
    ['geojson', 'cgcs2000', 0.001],
    ['geojson', 'epsg:4546', 0.001],
    ['geojson', 'epsg:4497', 0.001],
    ['geojson', 'epsg:3857', 0.001],
    ['geojson', 'gcj02', 0.5],
    ['geojson', 'bd09', 0.5],
    ['shapefile', 'epsg:4546', 0.001],
    ['shapefile', 'epsg:4525', 0.001],
    ['shapefile', 'epsg:4508', 0.001],
    ['shapefile', 'epsg:3857', 0.001],
    ['kml', 'wgs84', 0.001],
  ] as const)('%s in %s: every corner within %d m', async (format, crsId, tolerance) => {
    const layers = await layersOf(counties, format, crsId);
    const declared = layers[0]?.declaredCrs?.crs ?? 'wgs84';
    const parsed = parseCrs(declared);
    if (!parsed.ok) throw new Error(declared);
    const convert = converterFrom(parsed.value);
    const after = layers
      .flatMap(({ rows }) => rows)
      .flatMap(({ geometry }) => positionsOf(geometry))
      .map(([x = NaN, y = NaN]) => {
        const conversion = convert(x, y);
        return conversion.ok ? conversion.position : [NaN, NaN];
      });
    expect(after).toHaveLength(before.length);
    expect(after.filter((position) => position.some(Number.isNaN))).toEqual([]);
    // Rings may begin elsewhere and run the other way: every corner must be met, whatever the order.
    const key = ([x = 0, y = 0]: readonly number[]): string => `${x.toFixed(3)} ${y.toFixed(3)}`;
    const cells = new Map<string, (readonly number[])[]>();
    for (const position of after) {
      const [x = 0, y = 0] = position;
      for (const dx of [-0.001, 0, 0.001])
        for (const dy of [-0.001, 0, 0.001]) {
          const cell = key([x + dx, y + dy]);
          const list = cells.get(cell);
          if (list) list.push(position);
          else cells.set(cell, [position]);
        }
    }
    const worst = before.reduce((most, position) => {
      const near = cells.get(key(position)) ?? [];
      return Math.max(most, Math.min(...near.map((other) => metres(position, other))));
    }, 0);
    expect(worst).toBeLessThan(tolerance);
  });
});
