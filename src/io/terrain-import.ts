// What a document keeps of an elevation grid: the part round the region in the grid's own system, whole cells averaged
// where it would be too large. Heights are rounded to the decimetre.
import { type ElevationGrid, MOST_TERRAIN_CELLS, type TerrainGrid } from '../domain/elevation-grid';
import type { ImportContent, ImportedVillage } from '../domain/imported';
import type { BoundingBox } from '../domain/lng-lat';
import type { Problem } from '../domain/problem';
import type { Crs } from './crs';
import { type Converter, converterFrom, converterTo } from './crs-convert';
import type { ImportPreview } from './import-choices';
import { terrainWords } from './terrain-words';

/** Kept beyond the region's bounds, so that an object at the border has slopes all round. */
const MARGIN_DEGREES = 0.02;
/** Edges of a box bend in another system: looked at in so many pieces. */
const PIECES_AN_EDGE = 16;
const DECIMETRES = 10;

/** The bounds of a box's outline in another system; null when no place of it can be converted. */
function convertedBounds(
  [west, south, east, north]: BoundingBox,
  convert: Converter,
): BoundingBox | null {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let piece = 0; piece <= PIECES_AN_EDGE; piece++) {
    const share = piece / PIECES_AN_EDGE;
    const x = west + share * (east - west);
    const y = south + share * (north - south);
    for (const [u, v] of [
      [x, south],
      [x, north],
      [west, y],
      [east, y],
    ] as const) {
      const place = convert(u, v);
      if (!place.ok) continue;
      xs.push(place.position[0]);
      ys.push(place.position[1]);
    }
  }
  return xs.length === 0
    ? null
    : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

interface CellWindow {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** The cells that meet the box, in the grid's own system; null when none does. */
function cellWindow(grid: ElevationGrid, bounds: BoundingBox): CellWindow | null {
  const [west, south, east, north] = bounds;
  const clamped = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  const left = clamped(Math.floor((west - grid.west) / grid.cellWidth), grid.width);
  const right = clamped(Math.ceil((east - grid.west) / grid.cellWidth), grid.width);
  const top = clamped(Math.floor((grid.north - north) / grid.cellHeight), grid.height);
  const bottom = clamped(Math.ceil((grid.north - south) / grid.cellHeight), grid.height);
  if (right <= left || bottom <= top) return null;
  return { column: left, row: top, width: right - left, height: bottom - top };
}

/** The mean of by × by cells; NaN where one of them has no height. */
function meanHeight(grid: ElevationGrid, column: number, row: number, by: number): number {
  let sum = 0;
  for (let down = 0; down < by; down++) {
    const start = (row + down) * grid.width + column;
    for (let right = 0; right < by; right++) sum += grid.values[start + right] ?? Number.NaN;
  }
  return Math.round((sum / (by * by)) * DECIMETRES) / DECIMETRES;
}

/** Cells are thinned by the least whole number that brings them under `mostCells`. */
function thinning({ width, height }: CellWindow, mostCells: number): number {
  let by = Math.max(1, Math.floor(Math.sqrt((width * height) / mostCells)));
  while (Math.floor(width / by) * Math.floor(height / by) > mostCells) by++;
  return by;
}

/**
 * The part of `grid`, which is in system `crs`, that a document of the region keeps; null when none of it has a height there.
 */
export function keptTerrain(
  grid: ElevationGrid,
  about: { readonly crs: Crs; readonly bbox: BoundingBox },
  mostCells = MOST_TERRAIN_CELLS,
): TerrainGrid | null {
  const [west, south, east, north] = about.bbox;
  const wanted = convertedBounds(
    [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES],
    converterTo(about.crs),
  );
  const cells = wanted && cellWindow(grid, wanted);
  if (!cells) return null;
  const by = thinning(cells, mostCells);
  const [width, height] = [Math.floor(cells.width / by), Math.floor(cells.height / by)];
  const values = new Float32Array(width * height);
  let known = 0;
  for (let at = 0; at < values.length; at++) {
    const column = cells.column + (at % width) * by;
    const row = cells.row + Math.floor(at / width) * by;
    const metres = meanHeight(grid, column, row, by);
    values[at] = metres;
    if (!Number.isNaN(metres)) known++;
  }
  if (known === 0) return null;
  const place = {
    west: grid.west + cells.column * grid.cellWidth,
    north: grid.north - cells.row * grid.cellHeight,
    cellWidth: grid.cellWidth * by,
    cellHeight: grid.cellHeight * by,
  };
  const bounds = convertedBounds(
    [
      place.west,
      place.north - height * place.cellHeight,
      place.west + width * place.cellWidth,
      place.north,
    ],
    converterFrom(about.crs),
  );
  if (!bounds) return null;
  return {
    ...place,
    width,
    height,
    values,
    crs: about.crs.name,
    unit: grid.unit,
    bounds,
    thinnedBy: by,
  };
}

function notes(grid: TerrainGrid, file: string): Problem[] {
  if (grid.thinnedBy === 1) return [];
  return [
    {
      code: 'terrain-thinned',
      severity: 'warning',
      where: { file },
      text: `${file}：格子太多，${terrainWords(grid)}；坡度因此偏缓。`,
      mend: '要更细的坡度，请先按县裁剪后分别导入。',
    },
  ];
}

/** The grid as an import, with the villages' own figures that were sampled from it (`sampled`) or none (null). */
export function terrainPreview(
  grid: TerrainGrid | null,
  sampled: ImportPreview | null,
  file: string,
): ImportPreview {
  if (grid === null) {
    const problem: Problem = {
      code: 'terrain-outside',
      severity: 'error',
      where: { file },
      text: `${file}：在本区域内没有高程。`,
      mend: '请核对坐标系，或换用本区域的高程数据。',
    };
    const none = { rowsRead: 0, rowsOk: 0, rowsWarned: 0, rowsRefused: 0 };
    return { ...none, unmatched: [], problems: [problem], problemCount: 1, content: null };
  }
  const villages: readonly ImportedVillage[] =
    sampled?.content?.kind === 'villages' ? sampled.content.villages : [];
  const content: ImportContent = { kind: 'terrain', grid, villages };
  const own = notes(grid, file);
  const whole = { rowsRead: grid.height, rowsOk: grid.height, rowsWarned: 0, rowsRefused: 0 };
  return {
    ...(sampled ?? { ...whole, unmatched: [] }),
    problems: [...own, ...(sampled?.problems ?? [])],
    problemCount: own.length + (sampled?.problemCount ?? 0),
    content,
  };
}
