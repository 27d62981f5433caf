// 缺口清单: villages that no chosen project covers as drawn, first those that lack a project, then those that lack better
// positions, each worst first.
import { estimateBasis, estimateBasisText } from '../analysis/estimate-basis';
import type { GapAnalysis } from '../analysis/gap';
import type { GapVillage } from '../analysis/gap-village';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { PackIndex } from '../domain/pack-index';
import { SPREAD_WORDS } from '../domain/wording';
import { formatDistance } from '../ui/format';
import { type ListRow, type ListTable, numberColumn, textColumn } from './list-table';

export type GapKey =
  | 'state'
  | 'rank'
  | 'name'
  | 'township'
  | 'county'
  | 'code'
  | 'households'
  | 'persons'
  | 'basis'
  | 'nearest'
  | 'distanceMetres'
  | 'extraMetres'
  | 'accuracyMetres'
  | 'lng'
  | 'lat';

const NO_FIGURE = '无数据';

function rowOf(
  index: PackIndex,
  nameOf: (targetId: string) => string,
  state: string,
  village: GapVillage,
): ListRow<GapKey> {
  const unit = index.pack.villages[village.at];
  const { nearestTargetId, spreadFrom } = village;
  return {
    state,
    rank: village.rank,
    name: village.name,
    township: index.townshipByCode.get(unit?.townshipCode ?? '')?.name ?? '',
    county: index.countyByCode.get(unit?.countyCode ?? '')?.name ?? '',
    code: village.code,
    households: village.poorHouseholds,
    persons: village.poorPersons,
    basis: spreadFrom === null ? NO_FIGURE : SPREAD_WORDS[spreadFrom],
    nearest: nearestTargetId === null ? '' : nameOf(nearestTargetId),
    distanceMetres: village.distanceMetres,
    extraMetres: village.extraMetres,
    accuracyMetres: village.accuracyMetres,
    lng: unit?.position[0] ?? null,
    lat: unit?.position[1] ?? null,
  };
}

/** Both lists of one answer over the pack that `index` was built from. */
export function gapTable(
  index: PackIndex,
  gap: GapAnalysis,
  estimate: PovertyEstimate,
  footer: readonly string[],
): ListTable<GapKey> {
  const { pack } = index;
  const nameOf = (id: string): string => index.projectById.get(id)?.name ?? id;
  return {
    title: `${pack.name}缺口清单`,
    header: [
      {
        label: '参数',
        value:
          `服务距离 ${formatDistance(gap.distanceMetres)}；“再延伸”为标绘距离减服务距离，` +
          '各状态内按估算贫困户由多到少排列',
      },
      { label: '估算', value: estimateBasisText(estimateBasis(pack, estimate)) },
    ],
    columns: [
      textColumn('state', '状态', 10),
      numberColumn('rank', '排序', 8, 0),
      textColumn('name', '村名', 24),
      textColumn('township', '乡镇', 16),
      textColumn('county', '县', 10),
      { key: 'code', heading: '行政区划代码', type: 'code', decimals: 0, width: 15 },
      numberColumn('households', '贫困户(估算)', 14, 1),
      numberColumn('persons', '贫困人口(估算)', 15, 1),
      textColumn('basis', '口径', 16),
      textColumn('nearest', '最近项目', 24),
      numberColumn('distanceMetres', '距离(米)', 12, 1),
      numberColumn('extraMetres', '再延伸(米)', 12, 1),
      numberColumn('accuracyMetres', '精度之和(米)', 13, 0),
      numberColumn('lng', '经度', 12, 6),
      numberColumn('lat', '纬度', 12, 6),
    ],
    rows: [
      ...gap.notCovered.villages.map((village) => rowOf(index, nameOf, '未覆盖', village)),
      ...gap.possible.villages.map((village) => rowOf(index, nameOf, '可能覆盖', village)),
    ],
    footer,
  };
}
