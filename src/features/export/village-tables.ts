// 行政村 with estimates and own figures.
import { estimateBasis, estimateBasisText } from '../../analysis/estimate-basis';
import { type PovertyEstimate, villageEstimateAt } from '../../analysis/poverty-estimate';
import type { OwnFigures } from '../../document/effective-region';
import type { VillageFigures } from '../../domain/imported';
import type { PackIndex } from '../../domain/pack-index';
import type { Village } from '../../domain/village';
import { POSITION_METHOD_WORDS, SPREAD_WORDS, VILLAGE_KIND_WORDS } from '../../domain/wording';
import type { ExportTable } from '../../io/export-table';
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

function placeFields({ townshipByCode, countyByCode }: PackIndex): readonly Field<Village>[] {
  return [
    field('村名', 'text', ({ name }) => name),
    field('乡镇', 'text', ({ townshipCode }) => townshipByCode.get(townshipCode)?.name ?? ''),
    field('县', 'text', ({ countyCode }) => countyByCode.get(countyCode)?.name ?? ''),
    field('行政区划代码', 'code', ({ code }) => code),
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
    ...placeFields(index),
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
