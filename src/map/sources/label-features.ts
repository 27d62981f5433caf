// Names at points: counties, townships, lakes, relief, peaks, reserves; villages apart, for they are many.
import type { BaseFeature, BaseFeatureKind } from '../../domain/base-layer';
import type { LngLat } from '../../domain/lng-lat';
import type { RegionPack } from '../../domain/region-pack';
import type { Village } from '../../domain/village';
import { printedName, ridgeName } from './base-features';
import {
  collection,
  mapFeatures,
  type MapFeature,
  type MapFeatures,
  type Properties,
} from './feature-shape';
import { labelPoint } from './label-point';

const LABEL_OF_KIND: Readonly<Partial<Record<BaseFeatureKind, string>>> = {
  lake: 'lake',
  reservoir: 'lake',
  dam: 'lake',
  mountain: 'relief',
  tableland: 'relief',
  hill: 'relief',
  peak: 'peak',
  'protected-area': 'protected-area',
};

/** County, township and base names. A base name is printed once, at its most important feature. */
export function placeLabelFeatures(
  pack: Pick<RegionPack, 'counties' | 'townships' | 'baseFeatures'>,
): MapFeatures {
  const counties = pack.counties.flatMap((county) =>
    pointFeature(county.labelPoint, {
      label: 'county',
      name: county.name,
      code: county.code,
      rank: 1,
    }),
  );
  const townships = pack.townships.flatMap((township) => {
    const point = township.seat ?? (township.geometry ? labelPoint(township.geometry) : null);
    return pointFeature(point, {
      label: 'township',
      name: shortTownshipName(township.name),
      code: township.code,
      rank: 2,
    });
  });
  return collection([...counties, ...townships, ...baseLabels(pack.baseFeatures)]);
}

/** 圣人涧镇 stays; 城东街道办事处 is printed 城东街道. */
function shortTownshipName(name: string): string {
  return name.replace(/街道办事处$/u, '街道');
}

function baseLabels(features: readonly BaseFeature[]): MapFeature[] {
  const ridges = features
    .filter((feature) => feature.kind === 'ridge')
    .map((feature) => ridgeName(feature.name));
  const printed = new Set<string>();
  return features
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((feature) => {
      const label = LABEL_OF_KIND[feature.kind];
      const name = printedName(feature.name);
      // A mountain with a ridge line carries its name along the ridge.
      const onRidge = feature.kind === 'mountain' && ridges.some((ridge) => name.startsWith(ridge));
      if (!label || printed.has(name) || onRidge) return [];
      printed.add(name);
      return pointFeature(labelPoint(feature.geometry), {
        label,
        name,
        id: feature.id,
        rank: feature.rank,
      });
    });
}

export function villageLabelFeatures(villages: readonly Village[]): MapFeatures {
  return collection(
    villages.flatMap((village) =>
      pointFeature(village.position, { code: village.code, name: shortVillageName(village.name) }),
    ),
  );
}

/** 北营村村民委员会, 北营村委会 and 北营村 are printed 北营村. */
export function shortVillageName(name: string): string {
  return name
    .replace(/(村民委员会|村委会)$/u, '村')
    .replace(/(社区居民委员会|社区居委会|居民委员会|居委会)$/u, '社区')
    .replace(/村村$/u, '村')
    .replace(/社区社区$/u, '社区');
}

function pointFeature(point: LngLat | null, properties: Properties): MapFeature[] {
  return mapFeatures(point ? { type: 'Point', coordinates: [...point] } : null, properties);
}
