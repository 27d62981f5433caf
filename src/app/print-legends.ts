// 图例 of a sheet: the legend functions of the screen, asked of what lies in the sheet's extent, so that nothing is listed
// that is not drawn. Counts are of the sheet; where a part of the region is shown, class counts of areas are left out.
import { type StateCounts } from '../analysis/coverage-result';
import { OVERLAP_CLASSES } from '../analysis/overlap-summary';
import type { ImportRecord } from '../domain/imported';
import { countyCodeOf } from '../domain/administrative';
import type { BoundingBox } from '../domain/lng-lat';
import type { RegionPack } from '../domain/region-pack';
import { importLegend } from '../features/layers/import-legend';
import {
  coverageLegend,
  layerLegends,
  overlapLegend,
  scopeLegend,
} from '../features/layers/layer-legends';
import { planObjectLegend } from '../features/layers/plan-object-legend';
import { statusLegend } from '../features/timeline/timeline-view';
import { meetsBox } from '../geo/meets-box';
import { type LayerId, layerInfo, layerTitle } from '../map/layer-catalog';
import { type MapScene, layerSetting, sceneTimelineYear } from '../map/map-scene';
import { regionBounds } from '../map/sources/area-features';
import type { ReportLegend } from '../report/report-model';
import type { LegendModel, LegendRow } from '../ui/legend-model';

type Rows = (row: LegendRow) => boolean;

function only(legend: LegendModel, keeps: Rows): LegendModel {
  return { ...legend, rows: legend.rows.filter(keeps) };
}

function inBox([west, south, east, north]: BoundingBox, [lng, lat]: readonly [number, number]) {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** The pack with only what lies in the extent; belts and programmes stay, for their colours go by their place in the list. */
function packIn(pack: RegionPack, box: BoundingBox): RegionPack {
  return {
    ...pack,
    villages: pack.villages.filter(({ position }) => inBox(box, position)),
    baseFeatures: pack.baseFeatures.filter(({ geometry }) => meetsBox(geometry, box)),
  };
}

/** Villages in the extent by code 0..3. */
function codeCounts(codes: Uint8Array, pack: RegionPack, box: BoundingBox): readonly number[] {
  const counts = [0, 0, 0, 0];
  pack.villages.forEach(({ position }, at) => {
    const code = codes[at] ?? 0;
    if (inBox(box, position)) counts[code] = (counts[code] ?? 0) + 1;
  });
  return counts;
}

function stateCounts(states: Uint8Array, pack: RegionPack, box: BoundingBox): StateCounts {
  const [notCovered = 0, possible = 0, asDrawn = 0, certain = 0] = codeCounts(states, pack, box);
  return {
    certain,
    asDrawn,
    possible,
    notCovered,
    total: certain + asDrawn + possible + notCovered,
  };
}

function countiesIn(pack: RegionPack, box: BoundingBox): ReadonlySet<string> {
  const met = pack.counties.filter(({ geometry }) => meetsBox(geometry, box));
  return new Set(met.map(({ code }) => code));
}

/** Class indices of the areas that the sheet shows, and whether one without a figure is among them. */
function thematicRows(
  scene: MapScene,
  pack: RegionPack,
  counties: ReadonlySet<string>,
  box: BoundingBox,
): Rows {
  const { thematic } = scene;
  const areas = [
    ...pack.counties.filter(({ code }) => counties.has(code)),
    ...pack.townships.filter(
      ({ countyCode, geometry }) =>
        geometry !== null && counties.has(countyCode) && meetsBox(geometry, box),
    ),
  ];
  const seen = new Set<string>();
  for (const { code } of areas) {
    if (!thematic?.classOf.has(code)) continue;
    const at = thematic.classOf.get(code) ?? null;
    seen.add(at === null ? 'missing' : String(at));
  }
  const informed = new Set([...(thematic?.classOf.keys() ?? [])].map(countyCodeOf));
  if ([...counties].some((code) => !informed.has(code))) seen.add('missing');
  return ({ key }) => seen.has(key);
}

/** Of what the villages are coloured by. */
function villageStates({ theme, coverage }: MapScene, pack: RegionPack, box: BoundingBox) {
  if (!coverage?.overlap) {
    return coverageLegend(theme, coverage && stateCounts(coverage.states, pack, box));
  }
  const counts = codeCounts(coverage.overlap, pack, box);
  return overlapLegend(
    theme,
    OVERLAP_CLASSES.map((each) => ({ class: each, villages: counts[each] ?? 0 })),
  );
}

interface Given {
  readonly scene: MapScene;
  readonly imports: readonly ImportRecord[];
  /** Of the theme map on screen. */
  readonly thematic: LegendModel;
}

function legendsIn({ scene, imports, thematic }: Given, pack: RegionPack, box: BoundingBox) {
  const { theme } = scene;
  const counties = countiesIn(pack, box);
  const touches = (codes: readonly string[]): boolean => codes.some((code) => counties.has(code));
  const projects = scene.projects.filter(({ geometry, places, countyCodes }) =>
    geometry
      ? meetsBox(geometry, box)
      : places.some(({ position }) => position !== null && inBox(box, position)) ||
        touches(countyCodes),
  );
  const belts = new Set(
    scene.belts.flatMap(({ id, area }) => (area && meetsBox(area, box) ? [id] : [])),
  );
  const programmes = new Set(
    pack.relocations.flatMap(({ id, countyCodes }) => (touches(countyCodes) ? [id] : [])),
  );
  const shownImports = imports.map((record) =>
    'features' in record.content
      ? {
          ...record,
          content: {
            ...record.content,
            features: record.content.features.filter(({ geometry }) => meetsBox(geometry, box)),
          },
        }
      : record,
  );
  const objects = scene.planObjects.filter(({ geometry }) => geometry && meetsBox(geometry, box));
  const flows = scene.flows.filter(({ from, to }) => inBox(box, from) || inBox(box, to));
  const year = sceneTimelineYear(scene);
  const statuses = year && {
    ...year,
    statusByCounty: Object.fromEntries(
      Object.entries(year.statusByCounty).filter(([code]) => counties.has(code)),
    ),
  };
  const own = layerLegends(packIn(pack, box), projects, theme, null);
  const hasState = ({ count }: LegendRow): boolean => count !== '0';
  const legends: Partial<Record<LayerId, LegendModel>> = {
    ...own,
    ...(own.villages && { villages: only(own.villages, hasState) }),
    ...(own.belts && { belts: only(own.belts, ({ key }) => belts.has(key)) }),
    ...(own.relocations && {
      relocations: only(own.relocations, ({ key }) => programmes.has(key)),
    }),
    coverage: only(villageStates(scene, pack, box), hasState),
    thematic: only(thematic, thematicRows(scene, pack, counties, box)),
    'project-scope': scopeLegend(
      theme,
      projects.filter(({ id }) => scene.chosenProjectIds.includes(id)),
    ),
    imports: importLegend(theme, shownImports),
    'plan-objects': planObjectLegend(theme, objects, flows.length),
    ...(statuses && { timeline: statusLegend(statuses, theme) }),
  };
  return legends;
}

/** The layer is switched on and has something to draw. */
function isDrawn(scene: MapScene, id: LayerId): boolean {
  const byState = scene.coverage !== null && layerSetting(scene.layers, 'coverage').visible;
  if (id === 'coverage') return byState;
  if (id === 'villages') return !byState;
  if (id === 'reach') return (scene.reach?.features.length ?? 0) > 0;
  if (id === 'columns') return scene.columns !== null;
  return true;
}

/** Layers that fill areas by class: their counts are of the whole region. */
const COUNTED_BY_AREA: readonly LayerId[] = ['thematic'];

function isGround(id: LayerId): boolean {
  const { group } = layerInfo(id);
  return id !== 'imports' && (group === '底图' || group === '行政区');
}

/** One legend for boundaries and base map: each of their layers has a row or two that need no title. */
function groundLegend(legends: readonly LegendModel[]): readonly ReportLegend[] {
  const items = legends.flatMap(({ rows }) =>
    rows.map(({ swatch, label }) => ({ swatch, label, count: '' })),
  );
  return items.length === 0 ? [] : [{ title: '行政区与底图', items, notes: [] }];
}

/** A layer of one row says its name in it. */
function reportLegend(
  layerName: string,
  { title, rows }: LegendModel,
  counts: boolean,
): ReportLegend {
  const name = title === '' ? layerName : title;
  const isSingle = title === '' && rows.length === 1;
  return {
    title: isSingle ? '' : name,
    items: rows.map(({ swatch, label, count }) => ({
      swatch,
      label: isSingle ? `${name}：${label}` : label,
      count: counts ? count : '',
    })),
    notes: [],
  };
}

/** Legends of what the scene draws in the extent: top layer first, boundaries and base map last. */
export function printLegends(given: Given, extent: BoundingBox): readonly ReportLegend[] {
  const { scene } = given;
  const pack = scene.index?.pack;
  if (!pack) return [];
  const legends = legendsIn(given, pack, extent);
  const [west, south, east, north] = regionBounds(pack) ?? pack.bbox;
  const isWhole = inBox(extent, [west, south]) && inBox(extent, [east, north]);
  const drawn = scene.layers.flatMap(({ id, visible }) => {
    const legend = legends[id];
    const has = visible && legend && legend.rows.length > 0 && isDrawn(scene, id);
    return has ? [{ id, legend }] : [];
  });
  return [
    ...drawn.flatMap(({ id, legend }) =>
      isGround(id)
        ? []
        : [reportLegend(layerTitle(id, pack), legend, isWhole || !COUNTED_BY_AREA.includes(id))],
    ),
    ...groundLegend(drawn.flatMap(({ id, legend }) => (isGround(id) ? [legend] : []))),
  ];
}
