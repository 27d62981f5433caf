// Names in tables: rows that name no unit, or name it otherwise than the list of areas; units that lie outside the table's
// county; and county names in quotations that differ in one character from one of the region's.
import type { AuditFinding } from '../domain/audit-finding';
import { type AreaNames, areaStem, bareAreaName, isMisprint } from './audit-area-names';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { quotationsOf } from './audit-quotations';
import { type AuditTable, cellPlace, rowWords } from './audit-table';

/** “毛家” for 毛家镇 and “桐城” for 桐城镇 are short forms, not other names. */
function isSameName(printed: string, official: string, level: 'county' | 'township'): boolean {
  const [a, b] = [bareAreaName(printed), bareAreaName(official)];
  return a === b || b.startsWith(a) || (a === areaStem(a, level) && areaStem(b, level) === a);
}

function rowFindings(audited: AuditTable, names: AreaNames): AuditFinding[] {
  const { table, rowNames } = audited;
  const { level, countyCode } = table;
  const column = audited.columns.find(({ kind }) => kind === 'label');
  if (level === 'none' || column === undefined) return [];
  return audited.bodyRows.flatMap((row) => {
    const printed = rowNames[row] ?? '';
    const code = table.rows[row]?.areaCode ?? null;
    if (printed === '') return [];
    const where = { ...cellPlace(audited, row, column), ...(code === null ? {} : { code }) };
    const common = { where, against: [], stated: printed, unit: '', canUseComputed: false };
    if (code === null) {
      return finding({
        ...common,
        kind: 'unmatched-name',
        severity: 'note',
        computed: null,
        arithmetic: '区划名录中没有相同的名称',
        cause: '可能是开发区、农场等不在区划名录中的单位，或名称误写。',
        text: `${rowWords(audited, row)}在本区域的区划名录中找不到对应的单位，这一行的数字不能落到地图上。`,
        mend: '请注明它由哪些村组成，或改用区划名录中的名称。',
      });
    }
    if (countyCode !== null && !code.startsWith(countyCode)) {
      return finding({
        ...common,
        kind: 'foreign-area',
        severity: 'error',
        computed: names.nameOf(code),
        arithmetic: `代码${code}不在${countyCode}之下`,
        cause: '所属县写错，或抄自另一县的表。',
        text: `${rowWords(audited, row)}不属于本表所说的${names.nameOf(countyCode) ?? countyCode}。`,
        mend: '请核对该单位的所属关系。',
      });
    }
    const official = names.nameOf(code);
    if (official === null || isSameName(printed, official, level)) return [];
    return finding({
      ...common,
      kind: 'unmatched-name',
      severity: 'note',
      computed: official,
      arithmetic: `表中“${printed}”，区划名录“${official}”`,
      cause: '名称误写、用了旧名或建制已变。',
      text: `${rowWords(audited, row)}的名称与区划名录不同，名录作“${official}”。`,
      mend: `请核对名称；如即${official}，请改用规范名称。`,
    });
  });
}

const COUNTY_WORD = /[县市区]$/;

function misprints(
  text: string,
  counties: readonly string[],
): readonly (readonly [found: string, meant: string])[] {
  const bare = bareAreaName(text);
  return counties.flatMap((meant) => {
    if (meant.length < 3 || !COUNTY_WORD.test(meant)) return [];
    for (let at = 0; at + meant.length <= bare.length; at++) {
      const found = bare.slice(at, at + meant.length);
      const isWord = /^\p{Script=Han}+$/u.test(found) && found.endsWith(meant.slice(-1));
      // One character of two differs: the first must be kept, or any ending before 县 would do.
      if (isWord && found[0] === meant[0] && isMisprint(found, meant) && !counties.includes(found))
        return [[found, meant] as const];
    }
    return [];
  });
}

function misprintFindings(input: AuditInput): AuditFinding[] {
  const counties = input.counties.map(({ name }) => bareAreaName(name));
  const seen = new Set<string>();
  return quotationsOf(input).flatMap(({ id, chapter, printed }) =>
    misprints(printed, counties).flatMap(([found, meant]) => {
      const key = `${found}|${chapter}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return finding({
        kind: 'foreign-area',
        severity: 'warning',
        where: { text: id, chapter },
        against: [],
        stated: found,
        computed: meant,
        unit: '',
        arithmetic: `“${found}”与本区域的“${meant}”一字之差`,
        cause: `像是“${meant}”的误写。`,
        text: `${chapter}写“${found}”，本区域没有这个县，只有一字之差的“${meant}”：“${printed}”。`,
        mend: `请核对；如即${meant}，请改正。`,
        canUseComputed: false,
      });
    }),
  );
}

export function tableNameFindings(
  input: AuditInput,
  tables: readonly AuditTable[],
  names: AreaNames,
): readonly AuditFinding[] {
  return [...tables.flatMap((table) => rowFindings(table, names)), ...misprintFindings(input)];
}
