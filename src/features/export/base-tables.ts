// Base layers and the user's imported layers.
import { chinaDay } from '../../domain/china-day';
import type { BaseFeature, BaseFeatureKind } from '../../domain/base-layer';
import type { ImportRecord, ImportedFeature } from '../../domain/imported';
import type { RegionPack } from '../../domain/region-pack';
import { BASE_FEATURE_WORDS } from '../../domain/wording';
import type { ExportTable } from '../../io/export-table';
import { field, fieldTable, type Field } from './field-table';

/** Base layers by the id of their map layer. */
export const BASE_LAYERS = {
  rivers: { title: '河流湖库', kinds: ['river', 'canal', 'lake', 'reservoir', 'dam'] },
  relief: { title: '山地与台塬', kinds: ['mountain', 'tableland', 'hill', 'ridge'] },
  peaks: { title: '山峰', kinds: ['peak'] },
  roads: { title: '道路走廊（示意）', kinds: ['road'] },
  'protected-areas': { title: '保护区', kinds: ['protected-area'] },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly kinds: readonly BaseFeatureKind[] }>
>;

export type BaseLayerKey = keyof typeof BASE_LAYERS;

export function baseFeaturesOf(pack: RegionPack, key: BaseLayerKey): readonly BaseFeature[] {
  const kinds: readonly BaseFeatureKind[] = BASE_LAYERS[key].kinds;
  return pack.baseFeatures.filter(({ kind }) => kinds.includes(kind));
}

export function baseTable(
  pack: RegionPack,
  key: BaseLayerKey,
  footer: readonly string[],
): ExportTable {
  const fields: readonly Field<BaseFeature>[] = [
    field('名称', 'text', ({ name }) => name),
    field('编号', 'code', ({ id }) => id),
    field('类型', 'text', ({ kind }) => BASE_FEATURE_WORDS[kind]),
    field('等级', 'integer', ({ rank }) => rank),
    field('示意', 'text', ({ schematic }) => (schematic ? '是' : '')),
    field('精度(米)', 'number', ({ accuracyMetres }) => accuracyMetres),
    field('说明', 'text', ({ note }) => note),
  ];
  return fieldTable(fields, baseFeaturesOf(pack, key), {
    title: `${pack.name}${BASE_LAYERS[key].title}`,
    about: footer,
    geometry: ({ geometry }) => geometry,
    label: '名称',
    layer: '类型',
  });
}

const NAME_HEADING = '名称';

/** A record of things with places; village tables are in 行政村. Columns in the order in which they first occur. */
export function importTable(record: ImportRecord, footer: readonly string[]): ExportTable | null {
  const { content, provenance } = record;
  if (!('features' in content)) return null;
  const valuesOf = new Map(
    content.features.map((feature) => [feature.id, new Map(feature.attributes)] as const),
  );
  // A file's own 名称 is mostly what the features are named by: once is enough.
  const repeatsName = content.features.every(
    ({ id, name }) => (valuesOf.get(id)?.get(NAME_HEADING) ?? name) === name,
  );
  const headings = [
    ...new Set(
      content.features.flatMap(({ attributes }) => attributes.map(([heading]) => heading)),
    ),
  ].filter((heading) => !(repeatsName && heading === NAME_HEADING));
  const fields: readonly Field<ImportedFeature>[] = [
    field(NAME_HEADING, 'text', ({ name }) => name),
    ...headings.map((heading) =>
      field<ImportedFeature>(heading, 'text', ({ id }) => valuesOf.get(id)?.get(heading) ?? null),
    ),
    field('原文件行', 'integer', ({ row }) => row),
  ];
  const { fileName, crs, madeAt } = provenance;
  return fieldTable(fields, content.features, {
    title: record.title,
    about: [`用户导入：${fileName}，原坐标系 ${crs}，${chinaDay(madeAt)}`, ...footer],
    geometry: ({ geometry }) => geometry,
    label: NAME_HEADING,
  });
}
