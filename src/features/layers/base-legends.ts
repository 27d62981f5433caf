// Keys of the ground under the story. A sample is shown only for what the pack really has.
import type { BaseFeature, BaseFeatureKind } from '../../domain/base-layer';
import type { LayerId } from '../../map/layer-catalog';
import { baseSwatch, type BaseSample } from '../../map/legend';
import type { MapTheme } from '../../map/map-types';
import type { LegendModel, LegendRow } from '../../ui/legend-model';

interface Sample {
  readonly layer: LayerId;
  readonly label: string;
  readonly kinds: readonly BaseFeatureKind[];
  /** Null: drawn so whether schematic or not. */
  readonly schematic: boolean | null;
  readonly swatch: BaseSample;
}

function sample(
  layer: LayerId,
  label: string,
  swatch: BaseSample,
  kinds: readonly BaseFeatureKind[],
  schematic: boolean | null = null,
): Sample {
  return { layer, label, kinds, schematic, swatch };
}

const SAMPLES: readonly Sample[] = [
  sample('peaks', '山峰', 'peak', ['peak']),
  sample('roads', '≈ 走廊示意，不是线位', 'road', ['road'], true),
  sample('rivers', '河流、渠道', 'river', ['river', 'canal'], false),
  sample('rivers', '≈ 河渠示意', 'river-schematic', ['river', 'canal'], true),
  sample('rivers', '湖泊、水库', 'lake', ['lake', 'reservoir']),
  sample('protected-areas', '保护区', 'protected-area', ['protected-area']),
  sample('relief', '山地、丘陵', 'mountain', ['mountain', 'hill']),
  sample('relief', '台塬', 'tableland', ['tableland']),
];

/** Keys of the base layers and of the boundaries. */
export function baseLegends(
  features: readonly BaseFeature[],
  theme: MapTheme,
): Readonly<Partial<Record<LayerId, LegendModel>>> {
  const rows = new Map<LayerId, LegendRow[]>();
  for (const each of SAMPLES) {
    const drawn = features.some(
      (feature) =>
        each.kinds.includes(feature.kind) &&
        (each.schematic === null || feature.schematic === each.schematic),
    );
    if (!drawn) continue;
    const { label } = each;
    rows.set(each.layer, [
      ...(rows.get(each.layer) ?? []),
      { key: label, swatch: baseSwatch(theme, each.swatch), label, count: '' },
    ]);
  }
  const boundary = (swatch: BaseSample, label: string): LegendModel => ({
    title: '',
    rows: [{ key: label, swatch: baseSwatch(theme, swatch), label, count: '' }],
    notes: [],
  });
  return {
    ...Object.fromEntries(
      [...rows].map(([layer, list]) => [layer, { title: '', rows: list, notes: [] }]),
    ),
    counties: boundary('county-line', '县（市、区）界，示意'),
    townships: boundary('township-line', '规划单元，示意'),
  };
}
