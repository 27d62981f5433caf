// 无数据: why areas have no figure, so that a hatch is never a riddle.
import type { AreaMeasureTable } from '../../analysis/area-measures';
import type { PackIndex } from '../../domain/pack-index';
import { formatInteger } from '../../ui/format';
import { THEMATIC_MEASURE_WORDS } from './thematic-words';

function names(list: readonly string[], most = 6): string {
  const shown = list.slice(0, most).join('、');
  return list.length > most ? `${shown}等` : shown;
}

function townshipReasons(index: PackIndex, table: AreaMeasureTable): readonly string[] {
  const known = (code: string): boolean => (table.values.get(code) ?? null) !== null;
  const word = THEMATIC_MEASURE_WORDS[table.measure];
  const without: string[] = [];
  const gaps: string[] = [];
  let missingInWithout = 0;
  for (const county of index.pack.counties) {
    const townships = index.townshipsByCounty.get(county.code) ?? [];
    const missing = townships.filter((township) => !known(township.code));
    if (missing.length === townships.length) {
      without.push(county.name);
      missingInWithout += missing.length;
    } else gaps.push(...missing.map((township) => `${county.name}${township.name}`));
  }
  const reasons: string[] = [];
  if (without.length > 0) {
    const apart = table.countyOnly.size > 0 ? '，只有县级数字，不与乡镇同级比较' : '';
    reasons.push(
      `${without.length} 县 ${formatInteger(missingInWithout)} 个乡镇：规划没有分乡镇的${word}${apart}`,
    );
  }
  if (gaps.length > 0) reasons.push(`${gaps.length} 个乡镇不在规划表中：${names(gaps)}`);
  return reasons;
}

function countyReasons(index: PackIndex, table: AreaMeasureTable): readonly string[] {
  const missing = index.pack.counties.filter(
    (county) => (table.values.get(county.code) ?? null) === null,
  );
  if (missing.length === 0) return [];
  const word = THEMATIC_MEASURE_WORDS[table.measure];
  if (missing.length === index.pack.counties.length) return [`规划没有县级的${word}`];
  return [`规划没有这些县的${word}：${names(missing.map((county) => county.name))}`];
}

/** Rows of township tables that name no unit of the list, e.g. 平陆「开发区」: counted, never dropped silently. */
function unmatchedRows(index: PackIndex): readonly string[] {
  return index.pack.tables
    .filter((table) => table.level === 'township')
    .flatMap((table) => {
      const rows = table.rows.filter((row) => row.role === 'body' && row.areaCode === null);
      if (rows.length === 0) return [];
      const county = index.countyByCode.get(table.countyCode ?? '')?.name ?? '';
      const named = names(rows.map((row) => `“${row.cells[0] ?? ''}”`));
      return [`${county}表中${named}对不上乡镇名录，${rows.length} 行未上图`];
    });
}

/** One sentence a reason, the most areas first; empty when every area has its figure. */
export function missingReasons(index: PackIndex, table: AreaMeasureTable): readonly string[] {
  return table.level === 'county'
    ? countyReasons(index, table)
    : [...townshipReasons(index, table), ...unmatchedRows(index)];
}
