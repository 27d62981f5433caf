import type { BaseFeature } from '../../domain/base-layer';
import { collection, mapFeatures, type MapFeatures } from './feature-shape';

/** A name as a map prints it: without remarks in brackets, and ≈ before what is only schematic. */
export function printedName(name: string, schematic = false): string {
  const short = name.replace(/\s*[（(][^）)]*[）)]/gu, '').trim();
  return schematic ? `≈${short}` : short;
}

/** 中条山主脊线 is printed 中条山 along the ridge. */
export function ridgeName(name: string): string {
  return printedName(name).replace(/主?脊线?$/u, '');
}

function lineLabel(feature: BaseFeature): string {
  if (feature.kind === 'ridge') return ridgeName(feature.name);
  return printedName(feature.name, feature.kind === 'road' && feature.schematic);
}

/** All base features; `label` is the name to print along a line. */
export function baseFeatures(features: readonly BaseFeature[]): MapFeatures {
  return collection(
    features.flatMap((feature) =>
      mapFeatures(feature.geometry, {
        id: feature.id,
        name: feature.name,
        label: lineLabel(feature),
        kind: feature.kind,
        rank: feature.rank,
        schematic: feature.schematic,
      }),
    ),
  );
}
