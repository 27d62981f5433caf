// 合计 and 未安置的村 of a scenario as tables.
import { GROUP_WORDS, groupLabel } from '../../analysis/object-group-words';
import {
  type GroupBy,
  type KnownSum,
  type ObjectTotals,
  objectTotals,
  objectTotalsBy,
} from '../../analysis/object-totals';
import type { RelocatingVillage } from '../../analysis/unassigned-villages';
import type { PackIndex } from '../../domain/pack-index';
import type { PlanObject } from '../../domain/plan-object';
import type { ExportTable } from '../../io/export-table';
import { type Field, field, fieldTable } from './field-table';

interface SumRow extends ObjectTotals {
  readonly by: string;
  readonly label: string;
}

const YUAN_IN_TEN_THOUSAND = 10_000;

/** null, not 0, where nobody has filled in a number. */
function sumOf({ sum, known }: KnownSum): number | null {
  return known === 0 ? null : sum;
}

function investment({ investmentYuan }: ObjectTotals): number | null {
  const yuan = sumOf(investmentYuan);
  return yuan === null ? null : Number((yuan / YUAN_IN_TEN_THOUSAND).toPrecision(12));
}

const SUM_FIELDS: readonly Field<SumRow>[] = [
  field('分组', 'text', ({ by }) => by),
  field('组', 'text', ({ label }) => label),
  field('个数', 'integer', ({ count }) => count),
  field('投资(万元)', 'number', investment),
  field('没填投资(个)', 'integer', ({ investmentYuan }) => investmentYuan.missing),
  field('户数', 'integer', ({ households }) => sumOf(households)),
  field('人数', 'integer', ({ persons }) => sumOf(persons)),
  field('没填人数(个)', 'integer', ({ persons }) => persons.missing),
  field('没有位置(个)', 'integer', ({ undrawn }) => undrawn),
];

/** Objects by kind, county, year and stage, then all of them; each grouping adds up to the last row. */
export function planSumsTable(
  index: PackIndex,
  objects: readonly PlanObject[],
  countiesOf: (object: PlanObject) => readonly string[],
  footer: readonly string[],
): ExportTable {
  const groups = (Object.keys(GROUP_WORDS) as GroupBy[]).flatMap((by) =>
    objectTotalsBy(objects, by, countiesOf).map((group): SumRow => ({
      ...group,
      by: GROUP_WORDS[by],
      label: groupLabel(group.key, by, index.pack.counties),
    })),
  );
  return fieldTable(
    SUM_FIELDS,
    [...groups, { ...objectTotals(objects), by: '合计', label: '全部' }],
    {
      title: `${index.pack.name}规划对象合计`,
      about: ['没填的不作 0 计入；跨县的对象单列，每种分组各自加总等于“合计”', ...footer],
      geometry: () => null,
      label: '组',
    },
  );
}

/** Villages of the relocation lists that no site takes people of. */
export function unassignedTable(
  index: PackIndex,
  villages: readonly RelocatingVillage[],
  footer: readonly string[],
): ExportTable {
  const placeOf = ({ code }: RelocatingVillage) => index.villageByCode.get(code);
  const fields: readonly Field<RelocatingVillage>[] = [
    field('村', 'text', ({ name }) => name),
    field('代码', 'code', ({ code }) => code),
    field('县', 'text', (each) => {
      const village = placeOf(each);
      return (village && index.countyByCode.get(village.countyCode)?.name) ?? '';
    }),
    field('乡镇', 'text', (each) => {
      const village = placeOf(each);
      return (village && index.townshipByCode.get(village.townshipCode)?.name) ?? '';
    }),
    field('人数', 'integer', ({ persons }) => persons),
    field('名单', 'text', ({ listTitle }) => listTitle),
    field('名单行', 'integer', ({ row }) => row),
  ];
  return fieldTable(fields, villages, {
    title: `${index.pack.name}未安置的村`,
    about: ['搬迁名单中没有分到安置点的村；人数空白为名单没有填', ...footer],
    geometry: (each) => {
      const village = placeOf(each);
      return village ? { type: 'Point', coordinates: [...village.position] } : null;
    },
    label: '村',
  });
}
