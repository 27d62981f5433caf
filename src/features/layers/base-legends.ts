// Keys of the ground under the story. A sample is shown only for what the pack really has.
import type { BaseFeature, BaseFeatureKind } from '../../domain/base-layer';
import type { LayerId } from '../../map/layer-catalog';
import type { MapPalette } from '../../map/style/palette';
import type { LegendModel, LegendRow, SwatchSpec } from '../../ui/legend-model';

interface Sample {
  readonly layer: LayerId;
  readonly label: string;
  readonly kinds: readonly BaseFeatureKind[];
  /** Null: drawn so whether schematic or not. */
  readonly schematic: boolean | null;
  readonly swatch: (palette: MapPalette) => SwatchSpec;
}

const WATER = ['river', 'canal'] as const;

const SAMPLES: readonly Sample[] = [
  {
    layer: 'peaks',
    label: '山峰',
    kinds: ['peak'],
    schematic: null,
    swatch: (p) => ({ kind: 'triangle', color: p.reliefLabel }),
  },
  {
    layer: 'roads',
    label: '道路',
    kinds: ['road'],
    schematic: false,
    swatch: (p) => ({ kind: 'line', color: p.road, width: 1.8 }),
  },
  {
    layer: 'roads',
    label: '≈ 走廊示意，不是线位',
    kinds: ['road'],
    schematic: true,
    swatch: (p) => ({ kind: 'line', color: p.road, width: 1.8, dash: [5, 2.5] }),
  },
  {
    layer: 'rivers',
    label: '河流、渠道',
    kinds: WATER,
    schematic: false,
    swatch: (p) => ({ kind: 'line', color: p.river, width: 2 }),
  },
  {
    layer: 'rivers',
    label: '≈ 河渠示意',
    kinds: WATER,
    schematic: true,
    swatch: (p) => ({ kind: 'line', color: p.river, width: 1.6, dash: [4, 2] }),
  },
  {
    layer: 'rivers',
    label: '湖泊、水库',
    kinds: ['lake', 'reservoir'],
    schematic: null,
    swatch: (p) => ({ kind: 'fill', color: p.lake, outline: p.lakeLine }),
  },
  {
    layer: 'rivers',
    label: '水利枢纽',
    kinds: ['dam'],
    schematic: null,
    swatch: (p) => ({
      kind: 'point',
      fill: p.ground,
      stroke: p.riverLabel,
      strokeWidth: 1.5,
      radius: 3,
    }),
  },
  {
    layer: 'protected-areas',
    label: '保护区（中心点，不画界线）',
    kinds: ['protected-area'],
    schematic: null,
    swatch: (p) => ({
      kind: 'point',
      fill: p.protectedArea,
      stroke: p.protectedArea,
      strokeWidth: 1.2,
      radius: 4,
    }),
  },
  {
    layer: 'relief',
    label: '山地、丘陵',
    kinds: ['mountain', 'hill'],
    schematic: null,
    swatch: (p) => ({ kind: 'fill', color: p.mountain, outline: p.reliefLine }),
  },
  {
    layer: 'relief',
    label: '台塬',
    kinds: ['tableland'],
    schematic: null,
    swatch: (p) => ({ kind: 'fill', color: p.tableland, outline: p.reliefLine }),
  },
  {
    layer: 'relief',
    label: '山脊',
    kinds: ['ridge'],
    schematic: null,
    swatch: (p) => ({ kind: 'line', color: p.reliefLine, width: 1.2 }),
  },
];

/** Keys of the base layers and of the boundaries. */
export function baseLegends(
  features: readonly BaseFeature[],
  palette: MapPalette,
): Readonly<Partial<Record<LayerId, LegendModel>>> {
  const rows = new Map<LayerId, LegendRow[]>();
  for (const sample of SAMPLES) {
    const drawn = features.some(
      (feature) =>
        sample.kinds.includes(feature.kind) &&
        (sample.schematic === null || feature.schematic === sample.schematic),
    );
    if (!drawn) continue;
    const { label } = sample;
    rows.set(sample.layer, [
      ...(rows.get(sample.layer) ?? []),
      { key: label, swatch: sample.swatch(palette), label, count: '' },
    ]);
  }
  const boundary = (color: string, width: number, label: string): LegendModel => ({
    title: '',
    rows: [{ key: label, swatch: { kind: 'line', color, width }, label, count: '' }],
    notes: [],
  });
  return {
    ...Object.fromEntries(
      [...rows].map(([layer, list]) => [layer, { title: '', rows: list, notes: [] }]),
    ),
    counties: boundary(palette.countyLine, 1.4, '县（市、区）界，示意'),
    townships: boundary(palette.townshipLine, 1, '规划单元，示意'),
  };
}
