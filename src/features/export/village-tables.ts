// 行政村 with estimates and own figures, and the gap list of the answer on the map.
import { estimateBasis, estimateBasisText } from '../../analysis/estimate-basis';
import type { GapAnalysis } from '../../analysis/gap';
import type { GapVillage } from '../../analysis/gap-village';
import { type PovertyEstimate, villageEstimateAt } from '../../analysis/poverty-estimate';
import type { OwnFigures } from '../../document/effective-region';
import type { VillageFigures } from '../../domain/imported';
import type { PackIndex } from '../../domain/pack-index';
import type { Village } from '../../domain/village';
import { POSITION_METHOD_WORDS, SPREAD_WORDS, VILLAGE_KIND_WORDS } from '../../domain/wording';
import type { ExportTable } from '../../io/export-table';
import { formatDistance } from '../../ui/format';
import { type Field, field, fieldTable, knownNumber } from './field-table';

const NO_FIGURE = '无数据';

const OWN_COLUMNS: readonly (readonly [
  keyof VillageFigures,
  string,
  'integer' | 'number' | 'share',
])[] = [
  ['households', '总户数(本村)', 'integer'],
  ['persons', '总人口(本村)', 'integer'],
  ['poorHouseholds', '贫困户(本村)', 'integer'],
  ['poorPersons', '贫困人口(本村)', 'integer'],
  ['povertyIncidence', '贫困发生率(本村)', 'share'],
  ['elevationMetres', '海拔(米)', 'number'],
  ['slopeDegrees', '坡度(度)', 'number'],
];

/** A column for each own figure that any village has. */
function ownFields(own: ReadonlyMap<string, OwnFigures>): readonly Field<Village>[] {
  const given = [...own.values()];
  return OWN_COLUMNS.filter(([key]) => given.some(({ figures }) => figures[key] !== null)).map(
    ([key, heading, kind]) =>
      field(heading, kind, ({ code }) => own.get(code)?.figures[key] ?? null),
  );
}

function placeFields<T>(
  index: PackIndex,
  villageOf: (item: T) => Village | undefined,
): readonly Field<T>[] {
  const { townshipByCode, countyByCode } = index;
  const township = (item: T) => townshipByCode.get(villageOf(item)?.townshipCode ?? '')?.name;
  const county = (item: T) => countyByCode.get(villageOf(item)?.countyCode ?? '')?.name;
  return [
    field('村名', 'text', (item) => villageOf(item)?.name ?? ''),
    field('乡镇', 'text', (item) => township(item) ?? ''),
    field('县', 'text', (item) => county(item) ?? ''),
    field('行政区划代码', 'code', (item) => villageOf(item)?.code ?? ''),
  ];
}

export function villageTable(
  index: PackIndex,
  estimate: PovertyEstimate,
  own: ReadonlyMap<string, OwnFigures>,
  footer: readonly string[],
): ExportTable {
  const { pack, villageIndexByCode } = index;
  const estimateOf = ({ code }: Village) =>
    villageEstimateAt(estimate, villageIndexByCode.get(code) ?? -1);
  const basisOf = (village: Village): string => {
    const { spreadFrom } = estimateOf(village);
    return spreadFrom === null ? NO_FIGURE : SPREAD_WORDS[spreadFrom];
  };
  const fields: readonly Field<Village>[] = [
    ...placeFields<Village>(index, (village) => village),
    field('单位类型', 'text', ({ kind }) => VILLAGE_KIND_WORDS[kind]),
    field('贫困户(估算)', 'number', (village) => knownNumber(estimateOf(village).households)),
    field('贫困人口(估算)', 'number', (village) => knownNumber(estimateOf(village).persons)),
    field('口径', 'text', basisOf),
    ...ownFields(own),
    field('位置精度(米)', 'number', ({ positionAccuracyMetres }) => positionAccuracyMetres),
    field('位置方法', 'text', ({ positionMethod }) => POSITION_METHOD_WORDS[positionMethod]),
  ];
  return fieldTable(fields, pack.villages, {
    title: `${pack.name}行政村`,
    about: [`估算：${estimateBasisText(estimateBasis(pack, estimate))}`, ...footer],
    geometry: ({ position }) => ({ type: 'Point', coordinates: [...position] }),
    label: '村名',
    layer: '县',
  });
}

interface GapItem extends GapVillage {
  readonly state: string;
}

/** Both lists: first the villages that lack a project, then those that lack better positions, each worst first. */
export function gapTable(
  index: PackIndex,
  gap: GapAnalysis,
  estimate: PovertyEstimate,
  footer: readonly string[],
): ExportTable {
  const { pack } = index;
  const items: readonly GapItem[] = [
    ...gap.notCovered.villages.map((village) => ({ ...village, state: '未覆盖' })),
    ...gap.possible.villages.map((village) => ({ ...village, state: '可能覆盖' })),
  ];
  const fields: readonly Field<GapItem>[] = [
    field('状态', 'text', ({ state }) => state),
    field('排序', 'integer', ({ rank }) => rank),
    ...placeFields<GapItem>(index, ({ at }) => pack.villages[at]),
    field('贫困户(估算)', 'number', ({ poorHouseholds }) => poorHouseholds),
    field('贫困人口(估算)', 'number', ({ poorPersons }) => poorPersons),
    field('口径', 'text', ({ spreadFrom }) =>
      spreadFrom === null ? NO_FIGURE : SPREAD_WORDS[spreadFrom],
    ),
    field('最近项目', 'text', ({ nearestTargetId: id }) =>
      id === null ? '' : (index.projectById.get(id)?.name ?? id),
    ),
    field('距离(米)', 'number', ({ distanceMetres }) => distanceMetres),
    field('再延伸(米)', 'number', ({ extraMetres }) => extraMetres),
    field('精度之和(米)', 'number', ({ accuracyMetres }) => accuracyMetres),
  ];
  const parameters =
    `参数：服务距离 ${formatDistance(gap.distanceMetres)}；“再延伸”为标绘距离减服务距离，` +
    '各状态内按估算贫困户由多到少排列';
  return fieldTable(fields, items, {
    title: `${pack.name}缺口清单`,
    about: [parameters, `估算：${estimateBasisText(estimateBasis(pack, estimate))}`, ...footer],
    geometry: ({ at }) => {
      const position = pack.villages[at]?.position;
      return position ? { type: 'Point', coordinates: [...position] } : null;
    },
    label: '村名',
    layer: '状态',
  });
}
