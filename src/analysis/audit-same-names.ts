// 同名村: a village that the text or a row of a table names while several units bear the name, and nothing beside it says
// which. Two villages of one name are no fault by themselves. A township (or county) that is named beside the village, or
// whose code the figure has, narrows the choice; a code of the village itself does not, since a reader does not see it.
import type { AuditFinding, AuditPlace } from '../domain/audit-finding';
import { type AreaNames, type NamedArea, areaStem, placedNames } from './audit-area-names';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { type Quotation, quotationsOf } from './audit-quotations';
import { type AuditTable, cellPlace, rowWords } from './audit-table';

/** What a village may be called and any may be: 中心村, 示范村. */
const COMMON =
  /^(行政|自然|贫困|扶贫|中心|示范|新农|文明|小康|幸福|和谐|美丽|生态|旅游|文化|移民|试点|重点|偏远)$/;
const VILLAGE_WORD = /村|社区/g;
const LONGEST_STEM = 8;
const VILLAGE_HEADING = /^(行政)?村(庄|名|名称|级?单位)?$/;
const UPPER_HEADING = /乡|镇|街道|县|市|区/;

const TOWNSHIP_DIGITS = 9;
const COUNTY_DIGITS = 6;

/** Stems of villages that stand before 村 or 社区, the longest that is any village's. */
function stemsIn(text: string, { byStem }: AreaNames): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { index } of text.matchAll(VILLAGE_WORD)) {
    for (let length = Math.min(LONGEST_STEM, index); length > 1; length--) {
      const stem = text.slice(index - length, index);
      if (!byStem.village.has(stem)) continue;
      if (!COMMON.test(stem)) found.add(stem);
      break;
    }
  }
  return found;
}

/** Those of `areas` that lie in a unit named by `context` or coded in `codes`; all of them where none does. */
function narrowed(
  areas: readonly NamedArea[],
  { context, codes }: Beside,
  names: AreaNames,
): readonly NamedArea[] {
  const upper = [
    ['township', TOWNSHIP_DIGITS],
    ['county', COUNTY_DIGITS],
  ] as const;
  for (const [level, digits] of upper) {
    const within = areas.filter(({ code }) => {
      const name = names.nameOf(code.slice(0, digits));
      const isNamed = name !== null && context.includes(areaStem(name, level));
      return isNamed || codes.includes(code.slice(0, digits));
    });
    if (within.length > 0) return within;
  }
  return areas;
}

interface Beside {
  readonly context: string;
  readonly codes: readonly string[];
}

function sameNameFinding(
  { where, words, stated }: { where: AuditPlace; words: string; stated: string },
  areas: readonly NamedArea[],
  names: AreaNames,
): AuditFinding {
  const placed = placedNames(areas, names);
  return finding({
    kind: 'same-name',
    severity: 'warning',
    where,
    against: areas.map(({ code }) => ({ layer: 'villages', code })),
    stated,
    computed: placed,
    unit: '',
    arithmetic: `同名的有${areas.length}个：${placed}`,
    cause: '没有写明所属乡镇。',
    text: `${words}所说的“${stated}”在本区域有${areas.length}个（${placed}），没有写明是哪一个。`,
    mend: '请补写所属乡镇或区划代码。',
    canUseComputed: false,
    mark: stated,
  });
}

function textFindings(quotations: readonly Quotation[], names: AreaNames): AuditFinding[] {
  const told = new Set<string>();
  return quotations.flatMap(({ id, chapter, printed, subject, areaCodes }) => {
    const beside = { context: `${chapter}${subject}${printed}`, codes: areaCodes };
    return [...stemsIn(printed, names)].flatMap((stem) => {
      const areas = narrowed(names.byStem.village.get(stem) ?? [], beside, names);
      const key = `${stem}|${chapter}`;
      if (areas.length < 2 || told.has(key)) return [];
      told.add(key);
      const stated = printed.includes(`${stem}社区`) ? `${stem}社区` : `${stem}村`;
      const words = `${chapter}“${printed}”`;
      return sameNameFinding({ where: { text: id, chapter }, words, stated }, areas, names);
    });
  });
}

function rowFindings(audited: AuditTable, names: AreaNames): AuditFinding[] {
  const { table, columns, bodyRows } = audited;
  const column = columns.find(
    ({ kind, heading }) => kind === 'label' && VILLAGE_HEADING.test(heading.replaceAll(/\s/g, '')),
  );
  if (column === undefined) return [];
  const upper = columns.filter(
    (each) => each !== column && each.kind === 'label' && UPPER_HEADING.test(each.heading),
  );
  // A unit above is printed once for the rows below it.
  const last = new Map<number, string>();
  return bodyRows.flatMap((row) => {
    const { cells = [], areaCode = null } = table.rows[row] ?? {};
    for (const { index } of upper) {
      const word = cells[index]?.trim() ?? '';
      if (word !== '') last.set(index, word);
    }
    const printed = cells[column.index]?.trim() ?? '';
    const codes = [table.countyCode, areaCode].filter((code) => code !== null);
    const beside = { context: `${table.title}${[...last.values(), printed].join()}`, codes };
    const areas = names.byStem.village.get(areaStem(printed, 'village')) ?? [];
    const meant = narrowed(areas, beside, names);
    if (printed === '' || meant.length < 2) return [];
    const where = cellPlace(audited, row, column);
    return sameNameFinding({ where, words: rowWords(audited, row), stated: printed }, meant, names);
  });
}

export function sameNameFindings(
  input: AuditInput,
  tables: readonly AuditTable[],
  names: AreaNames,
): readonly AuditFinding[] {
  return [
    ...tables.flatMap((table) => rowFindings(table, names)),
    ...textFindings(quotationsOf(input), names),
  ];
}
