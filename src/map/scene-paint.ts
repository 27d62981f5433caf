// What the scene changes in the style: visibility, opacity, choropleth, timeline. Pure: scene → steps.
import type { LayerSpecification } from 'maplibre-gl';
import type { RegionPack } from '../domain/region-pack';
import { isLayerId } from './layer-catalog';
import { layerSetting, sceneTimelineYear, type MapScene } from './map-scene';
import { AREA_LAYERS } from './style/area-layers';
import { BASE_LAYERS } from './style/base-layers';
import { PLAN_LAYERS } from './style/plan-layers';
import { opacityPaint, styledLayers } from './style/style';
import {
  classFillColour,
  codeFilter,
  noDataAreas,
  statusCounties,
  statusFillPattern,
} from './style/thematic-expressions';

export interface PaintStep {
  readonly layerId: string;
  readonly part: 'paint' | 'layout' | 'filter';
  readonly property: string;
  readonly value: unknown;
}

const ANCHORS: ReadonlySet<string> = new Set([
  PLAN_LAYERS.columnAnchor,
  PLAN_LAYERS.villageAnchor,
  PLAN_LAYERS.coverageAnchor,
]);

/** All of the scene that the style may read; `styleInputs` lists it. */
export type StyleScene = Pick<MapScene, 'theme' | 'layers' | 'thematic' | 'timelineYear'> & {
  readonly index: {
    readonly pack: Pick<RegionPack, 'counties' | 'townships' | 'timeline'>;
  } | null;
};

/** The style is the same while each of these is. */
export function styleInputs({
  theme,
  layers,
  thematic,
  timelineYear,
  index,
}: StyleScene): readonly unknown[] {
  const { counties, townships, timeline } = index?.pack ?? {};
  return [theme, layers, thematic, timelineYear, counties, townships, timeline];
}

export function scenePaint(scene: StyleScene): readonly PaintStep[] {
  return [...switches(scene), ...choropleth(scene), ...timeline(scene)];
}

/** Relief nearly fades under a choropleth: its tint would turn one class colour into another. */
const RELIEF_UNDER_SHADES = 0.15;

function hasShades(scene: StyleScene): boolean {
  return (
    (scene.thematic !== null && layerSetting(scene.layers, 'thematic').visible) ||
    (sceneTimelineYear(scene) !== null && layerSetting(scene.layers, 'timeline').visible)
  );
}

function switches(scene: StyleScene): PaintStep[] {
  const shaded = hasShades(scene);
  return styledLayers(scene.theme).flatMap(({ block, layer }) => {
    if (!isLayerId(block) || ANCHORS.has(layer.id)) return [];
    const { visible, opacity: chosen } = layerSetting(scene.layers, block);
    const opacity =
      layer.id === BASE_LAYERS.reliefFill && shaded ? chosen * RELIEF_UNDER_SHADES : chosen;
    return [
      {
        layerId: layer.id,
        part: 'layout',
        property: 'visibility',
        value: visible ? 'visible' : 'none',
      },
      ...opacitySteps(layer, opacity),
    ];
  });
}

function opacitySteps(layer: LayerSpecification, opacity: number): PaintStep[] {
  return opacityPaint(layer, opacity).map(([property, value]) => ({
    layerId: layer.id,
    part: 'paint',
    property,
    value,
  }));
}

function choropleth({ thematic, index }: StyleScene): PaintStep[] {
  const colour = classFillColour(thematic);
  const none = noDataAreas(
    thematic,
    index?.pack.counties.map((county) => county.code) ?? [],
    index?.pack.townships.map((township) => township.code) ?? [],
  );
  return [
    { layerId: AREA_LAYERS.countyClass, part: 'paint', property: 'fill-color', value: colour },
    { layerId: AREA_LAYERS.townshipClass, part: 'paint', property: 'fill-color', value: colour },
    {
      layerId: AREA_LAYERS.countyNoData,
      part: 'filter',
      property: '',
      value: codeFilter(none.countyCodes),
    },
    {
      layerId: AREA_LAYERS.townshipNoData,
      part: 'filter',
      property: '',
      value: codeFilter(none.townshipCodes),
    },
  ];
}

function timeline(scene: StyleScene): PaintStep[] {
  const year = sceneTimelineYear(scene);
  const filter: PaintStep = {
    layerId: AREA_LAYERS.timeline,
    part: 'filter',
    property: '',
    value: codeFilter(statusCounties(year)),
  };
  if (!year) return [filter];
  return [
    filter,
    {
      layerId: AREA_LAYERS.timeline,
      part: 'paint',
      property: 'fill-pattern',
      value: statusFillPattern(year),
    },
  ];
}
