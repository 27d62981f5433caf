// A plane's heights and slope are known in closed form: z = a + b·x + c·y climbs by atan √(b² + c²) everywhere.
import { describe, expect, it } from 'vitest';
import type { Village } from '../../src/domain/village';
import type { ElevationGrid } from '../../src/domain/elevation-grid';
import { parseCrs, type Crs } from '../../src/io/crs';
import { converterTo } from '../../src/io/crs-convert';
import { SAMPLED_WITHIN_METRES, elevationPreview } from '../../src/io/elevation-import';

function crsOf(text: string): Crs {
  const crs = parseCrs(text);
  if (!crs.ok) throw new Error(text);
  return crs.value;
}

const ZONE = crsOf('cgcs2000:zone37');
const CENTRE: readonly [number, number] = [111, 35];
const [EAST_RISE, NORTH_RISE, BASE_METRES] = [0.03, 0.04, 600];
const CELL_METRES = 30;
const CELLS = 101;

function village(code: string, position: readonly [number, number], accuracy: number): Village {
  return {
    code,
    name: `甲村${code}`,
    kind: 'village-committee',
    townshipCode: '0',
    countyCode: '0',
    position,
    positionAccuracyMetres: accuracy,
    positionMethod: 'gazetteer',
    sourceId: 'test',
  };
}

/** A plane over 3 km round the centre, BASE_METRES high in the centre. */
function plane(): ElevationGrid {
  const centre = converterTo(ZONE)(...CENTRE);
  if (!centre.ok) throw new Error(centre.what);
  const half = (CELLS * CELL_METRES) / 2;
  const [west, north] = [centre.position[0] - half, centre.position[1] + half];
  const values = Float64Array.from({ length: CELLS * CELLS }, (_, at) => {
    const [column, row] = [at % CELLS, Math.floor(at / CELLS)];
    const east = (column + 0.5) * CELL_METRES - half;
    const south = (row + 0.5) * CELL_METRES - half;
    return BASE_METRES + EAST_RISE * east - NORTH_RISE * south;
  });
  const size = { cellWidth: CELL_METRES, cellHeight: CELL_METRES, width: CELLS, height: CELLS };
  return { west, north, ...size, values, crs: 'cgcs2000:zone37', unit: 'metre' };
}

describe('elevation of villages', () => {
  it('is the plane’s own height and slope', () => {
    const north: readonly [number, number] = [111, 35.009];
    const villages = [village('1', CENTRE, 10), village('2', north, SAMPLED_WITHIN_METRES)];
    const { content, problems, rowsOk } = elevationPreview(plane(), ZONE, villages, 'dem.tif');
    if (content?.kind !== 'villages') throw new Error('no villages');
    const [first, second] = content.villages;
    expect(first?.figures).toMatchObject({ elevationMetres: 600, slopeDegrees: 2.9 });
    const [from, to] = [CENTRE, north].map((place) => converterTo(ZONE)(...place));
    if (!from?.ok || !to?.ok) throw new Error('not convertible');
    const rise =
      EAST_RISE * (to.position[0] - from.position[0]) +
      NORTH_RISE * (to.position[1] - from.position[1]);
    expect(second?.figures.elevationMetres).toBeCloseTo(600 + rise, 1);
    expect(first?.position).toBeNull();
    expect([problems, rowsOk]).toEqual([[], 2]);
  });

  it('is not taken for a village known coarsely, nor outside the grid, and both are told', () => {
    const villages = [
      village('1', CENTRE, SAMPLED_WITHIN_METRES + 1),
      village('2', [112, 35], 10),
      village('3', CENTRE, 10),
    ];
    const preview = elevationPreview(plane(), ZONE, villages, 'dem.tif');
    expect(preview.problems.map(({ code, text }) => `${code} ${text}`)).toEqual([
      'elevation-coarse dem.tif：1 个村的位置精度差于 500 米，没有取高程。',
      'elevation-outside dem.tif：1 个村在高程数据之外或落在空白处，没有取高程。',
    ]);
    const { rowsRead, rowsOk, rowsWarned, rowsRefused, content } = preview;
    expect([rowsRead, rowsOk, rowsWarned, rowsRefused]).toEqual([3, 1, 0, 2]);
    expect(content?.kind === 'villages' && content.villages.map(({ row }) => row)).toEqual([3]);
  });

  it('of nothing but coarse villages is no import', () => {
    const { content } = elevationPreview(plane(), ZONE, [village('1', CENTRE, 3000)], 'dem.tif');
    expect(content).toBeNull();
  });
});
