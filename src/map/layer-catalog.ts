// The list of map layers that a user sees: names, groups, defaults. Order: first is drawn on top.
import type { RegionPack } from '../domain/region-pack';
import { BELTS_WORD } from '../domain/wording';

export type LayerId =
  | 'places'
  | 'coverage'
  | 'villages'
  | 'columns'
  | 'plan-objects'
  | 'projects'
  | 'reach'
  | 'project-scope'
  | 'relocations'
  | 'imports'
  | 'belts'
  | 'counties'
  | 'townships'
  | 'peaks'
  | 'roads'
  | 'rivers'
  | 'protected-areas'
  | 'timeline'
  | 'thematic'
  | 'relief';

export type LayerGroup = '规划' | '村与统计' | '行政区' | '底图';

/** Which legend the layer's key needs; none where the map explains itself. */
export type LegendKind =
  | 'classes'
  | 'status'
  | 'coverage'
  | 'villages'
  | 'columns'
  | 'projects'
  | 'belts'
  | 'imports'
  | 'plan-objects'
  | 'base'
  | 'none';

export interface LayerInfo {
  readonly id: LayerId;
  readonly title: string;
  readonly group: LayerGroup;
  readonly defaultVisible: boolean;
  /** 0..1 */
  readonly defaultOpacity: number;
  readonly legend: LegendKind;
  /** Layers of one family fill the same areas: switching one on switches the others off. */
  readonly exclusiveFamily: 'area-fill' | null;
  readonly note: string;
}

/** What the user chose for one layer. */
export interface LayerSetting {
  readonly id: LayerId;
  readonly visible: boolean;
  /** 0..1 */
  readonly opacity: number;
}

/** First is on top. */
export type LayerState = readonly LayerSetting[];

function layer(
  id: LayerId,
  title: string,
  group: LayerGroup,
  legend: LegendKind,
  defaults: { visible: boolean; opacity?: number; areaFill?: boolean; note?: string },
): LayerInfo {
  return {
    id,
    title,
    group,
    legend,
    defaultVisible: defaults.visible,
    defaultOpacity: defaults.opacity ?? 1,
    exclusiveFamily: defaults.areaFill ? 'area-fill' : null,
    note: defaults.note ?? '',
  };
}

export const LAYERS: readonly LayerInfo[] = [
  layer('places', '地名注记', '行政区', 'none', {
    visible: true,
    note: '县名始终显示，乡镇名随放大显示，村名自 11 级起显示',
  }),
  layer('coverage', '覆盖状态', '村与统计', 'coverage', { visible: true }),
  layer('villages', '行政村', '村与统计', 'villages', {
    visible: true,
    opacity: 0.4,
    note: '空心圆表示位置不确定，只知道所在乡镇',
  }),
  layer('columns', '贫困户柱状图（三维）', '村与统计', 'columns', { visible: false }),
  layer('plan-objects', '规划对象', '规划', 'plan-objects', {
    visible: true,
    note: '您在“规划”栏中新建的安置点、产业区、产业带、项目和参照区，以及迁往安置点的连线',
  }),
  layer('projects', '项目', '规划', 'projects', {
    visible: true,
    note: '虚线为示意线位，不是设计线位',
  }),
  layer('reach', '服务范围', '规划', 'none', { visible: true, note: '只作显示，不参与计算' }),
  layer('project-scope', '项目县域范围', '规划', 'projects', {
    visible: true,
    note: '没有公布线位的项目，只画规划点名的县',
  }),
  layer('relocations', '易地搬迁', '规划', 'projects', { visible: false }),
  layer('imports', '导入的图层', '底图', 'imports', {
    visible: true,
    note: '您导入的片区和参考图层；只作显示，不参与计算',
  }),
  layer('belts', BELTS_WORD, '规划', 'belts', { visible: false }),
  layer('counties', '县界', '行政区', 'base', { visible: true }),
  layer('townships', '乡镇规划单元', '行政区', 'base', {
    visible: true,
    note: '由乡镇驻地推算的规划单元，不是行政区界线',
  }),
  layer('peaks', '山峰', '底图', 'base', { visible: true }),
  layer('roads', '道路走廊（示意）', '底图', 'base', { visible: false }),
  layer('rivers', '河流湖库', '底图', 'base', { visible: true }),
  layer('protected-areas', '保护区', '底图', 'base', { visible: false }),
  layer('timeline', '脱贫时序', '村与统计', 'status', {
    visible: false,
    opacity: 0.75,
    areaFill: true,
  }),
  layer('thematic', '专题：分级设色', '村与统计', 'classes', {
    visible: true,
    opacity: 0.75,
    areaFill: true,
  }),
  layer('relief', '山地与台塬', '底图', 'base', { visible: true }),
];

export const DEFAULT_LAYER_STATE: LayerState = LAYERS.map((info) => ({
  id: info.id,
  visible: info.defaultVisible,
  opacity: info.defaultOpacity,
}));

/** Throws on an id that is not in the catalogue. */
export function layerInfo(id: LayerId): LayerInfo {
  const info = LAYERS.find((candidate) => candidate.id === id);
  if (!info) throw new Error(`no layer ${id} among ${LAYERS.length}`);
  return info;
}

/** A layer's title in a region: the belts go by the plan's word. */
export function layerTitle(id: LayerId, { beltsWord }: Pick<RegionPack, 'beltsWord'>): string {
  return id === 'belts' ? beltsWord : layerInfo(id).title;
}

export function isLayerId(text: string): text is LayerId {
  return LAYERS.some((info) => info.id === text);
}
