// 图册: the areas of which each has a page, with the sums and the uncovered villages of one coverage answer.
import type { MultiPolygon, Polygon } from 'geojson';
import type { CoverageSummary } from '../analysis/coverage-summary';
import type { BoundingBox } from '../domain/lng-lat';
import type { PackIndex } from '../domain/pack-index';
import { coverageFigures } from './coverage-report';
import type { CoverageRow, CoverageTable } from './coverage-table';
import type { HandoutAmount } from './handout-model';
import type { Outline } from './page-parts';
import type { ReportFigure } from './report-model';

export type AtlasLevel = 'county' | 'township';

/** A village that is not covered. Figures that the public may not know are text. */
export type AtlasRow = Pick<
  CoverageRow,
  'code' | 'name' | 'township' | 'distanceMetres' | 'nearest'
> & { readonly households: HandoutAmount; readonly persons: HandoutAmount };

export interface AtlasArea {
  readonly code: string;
  /** A township with its county: “平陆县圣人涧镇”. */
  readonly name: string;
  readonly outline: Outline;
  readonly bounds: BoundingBox;
  readonly figures: readonly ReportFigure[];
  /** In code order. */
  readonly uncovered: readonly AtlasRow[];
}

/** All rings of all parts. */
export function outlineOf(geometry: Polygon | MultiPolygon): Outline {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function boundsOf(outline: Outline): BoundingBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of outline) {
    for (const [lng = 0, lat = 0] of ring) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

function byArea(
  index: PackIndex,
  rows: readonly CoverageRow[],
  level: AtlasLevel,
): ReadonlyMap<string, readonly CoverageRow[]> {
  const lists = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const village = index.villageByCode.get(row.code);
    if (!village) throw new Error(`row of village ${row.code}, which the pack does not have`);
    const code = level === 'county' ? village.countyCode : village.townshipCode;
    const list = lists.get(code);
    if (list) list.push(row);
    else lists.set(code, [row]);
  }
  return lists;
}

/**
 * Every county, or every township that has an area of its own, in pack order. `table` must list the villages that are not
 * covered, of the same answer as `summary`. Townships without a seat have no area to show; `withoutArea` names them.
 */
export function atlasAreas(
  index: PackIndex,
  summary: CoverageSummary,
  table: CoverageTable,
  level: AtlasLevel,
): { readonly areas: readonly AtlasArea[]; readonly withoutArea: readonly string[] } {
  const lists = byArea(index, table.rows, level);
  const sums = level === 'county' ? summary.byCounty : summary.byTownship;
  const withoutArea: string[] = [];
  const areas = sums.flatMap((own): AtlasArea[] => {
    const county = index.countyByCode.get(own.code);
    const township = index.townshipByCode.get(own.code);
    const geometry = (county ?? township)?.geometry ?? null;
    const home = township ? (index.countyByCode.get(township.countyCode)?.name ?? '') : '';
    const name = `${home}${own.name}`;
    if (geometry === null) {
      withoutArea.push(name);
      return [];
    }
    const outline = outlineOf(geometry);
    const uncovered = lists.get(own.code) ?? [];
    const figures = coverageFigures({ ...summary, total: own });
    return [{ code: own.code, name, outline, bounds: boundsOf(outline), figures, uncovered }];
  });
  return { areas, withoutArea };
}
