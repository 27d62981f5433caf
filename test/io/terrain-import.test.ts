// A plane's heights are known in closed form, whatever part of it is kept and however it is thinned: the mean of a block of a
// plane is the plane's height in the block's middle.
import { describe, expect, it } from 'vitest';
import type { ElevationGrid, TerrainGrid } from '../../src/domain/elevation-grid';
import type { BoundingBox } from '../../src/domain/lng-lat';
import { sampleElevation, sampleSlopeDegrees } from '../../src/geo/elevation';
import { type Crs, parseCrs } from '../../src/io/crs';
import { converterTo } from '../../src/io/crs-convert';
import { keptTerrain, terrainPreview } from '../../src/io/terrain-import';
import { terrainWords } from '../../src/io/terrain-words';

function crsOf(text: string): Crs {
  const crs = parseCrs(text);
  if (!crs.ok) throw new Error(text);
  return crs.value;
}

const WGS84 = crsOf('wgs84');
const SECOND = 1 / 3600;
const BBOX: BoundingBox = [111, 34.9, 111.1, 35];

const heightAt = (lng: number, lat: number): number => 600 + 2000 * (lng - 111) + 1000 * (lat - 35);

/** Cells of ten seconds from 110.5 to 111.5° E and 34.5 to 35.5° N on a plane. */
function plane(): ElevationGrid {
  const [width, height, cell] = [360, 360, 10 * SECOND];
  const values = Float64Array.from({ length: width * height }, (_, at) =>
    heightAt(110.5 + ((at % width) + 0.5) * cell, 35.5 - (Math.floor(at / width) + 0.5) * cell),
  );
  const size = { cellWidth: cell, cellHeight: cell, width, height };
  return { west: 110.5, north: 35.5, ...size, values, crs: 'wgs84', unit: 'degree' };
}

function kept(mostCells?: number): TerrainGrid {
  const grid = keptTerrain(plane(), { crs: WGS84, bbox: BBOX }, mostCells);
  if (!grid) throw new Error('the plane covers the region');
  return grid;
}

describe('terrain kept of a grid', () => {
  it('covers the region with a margin, and no more, at the file’s own heights', () => {
    const grid = kept();
    const [west, south, east, north] = grid.bounds;
    expect(west).toBeGreaterThan(110.97);
    expect(west).toBeLessThanOrEqual(110.98);
    expect([south, east, north].map((degrees) => degrees.toFixed(2))).toEqual([
      '34.88',
      '111.12',
      '35.02',
    ]);
    expect([grid.thinnedBy, grid.crs]).toEqual([1, 'wgs84']);
    expect(sampleElevation(grid, 111.05, 34.95)).toBeCloseTo(heightAt(111.05, 34.95), 1);
    expect(sampleSlopeDegrees(grid, 111.05, 34.95)).toBeCloseTo(
      sampleSlopeDegrees(plane(), 111.05, 34.95) ?? Number.NaN,
      1,
    );
  });

  it('is thinned by the least whole number, the plane staying where it is, and says so', () => {
    const whole = kept();
    const grid = kept((whole.width * whole.height) / 3);
    expect(grid.thinnedBy).toBe(2);
    expect(grid.width * grid.height).toBeLessThanOrEqual((whole.width * whole.height) / 3);
    expect(sampleElevation(grid, 111.05, 34.95)).toBeCloseTo(heightAt(111.05, 34.95), 1);
    const { problems, content } = terrainPreview(grid, null, '甲.tif');
    expect(content).toEqual({ kind: 'terrain', grid, villages: [] });
    expect(terrainWords(grid)).toMatch(/^\d+×\d+ 格，每格约 618 米（原文件每 2×2 格取平均）$/);
    expect(problems.map(({ text }) => text)).toEqual([
      `甲.tif：格子太多，${terrainWords(grid)}；坡度因此偏缓。`,
    ]);
  });

  it('keeps a gap a gap, also in a mean', () => {
    const grid = plane();
    grid.values[198 * grid.width + 198] = Number.NaN;
    const gaps = (most?: number) => {
      const made = keptTerrain(grid, { crs: WGS84, bbox: BBOX }, most);
      return made?.values.filter((metres) => Number.isNaN(metres)).length;
    };
    expect([gaps(), gaps(900)]).toEqual([1, 1]);
  });

  it('stays in a projected system', () => {
    const zone = crsOf('cgcs2000:zone37');
    const centre = converterTo(zone)(111, 35);
    if (!centre.ok) throw new Error(centre.what);
    const [east, north] = centre.position;
    const size = {
      cellWidth: 100,
      cellHeight: 100,
      width: 400,
      height: 400,
      unit: 'metre',
    } as const;
    const values = new Float32Array(160_000).fill(500);
    const source = { west: east - 20_000, north: north + 20_000, ...size, values, crs: null };
    const grid = keptTerrain(source, { crs: zone, bbox: BBOX });
    expect([grid?.crs, grid?.unit, grid?.cellWidth]).toEqual(['cgcs2000:zone37', 'metre', 100]);
    const [west, south, eastEnd, northEnd] = grid?.bounds ?? [0, 0, 0, 0];
    expect(west).toBeCloseTo(110.98, 2);
    expect(south).toBeCloseTo(34.88, 1);
    expect(eastEnd).toBeCloseTo(111.12, 2);
    expect(northEnd).toBeCloseTo(35.02, 2);
  });

  it('is refused where the grid has nothing in the region', () => {
    expect(keptTerrain(plane(), { crs: WGS84, bbox: [100, 30, 101, 31] })).toBeNull();
    const empty = { ...plane(), values: new Float32Array(360 * 360).fill(Number.NaN) };
    expect(keptTerrain(empty, { crs: WGS84, bbox: BBOX })).toBeNull();
    const { content, problems } = terrainPreview(null, null, '甲.tif');
    expect([content, problems[0]?.code]).toEqual([null, 'terrain-outside']);
  });
});
