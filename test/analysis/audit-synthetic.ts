// Plainly synthetic, contradiction-free tables and documents for the audit's property tests: villages of 甲乡, 乙乡 …
import fc from 'fast-check';
import { planTableOf } from '../../src/analysis/audit-plain-table';
import type { AuditInput } from '../../src/analysis/audit-input';
import type { PlanTable } from '../../src/domain/plan-table';
import type { NamedList, Relation, Statement } from '../../src/domain/statement';
import type { Target } from '../../src/domain/target';

export const NAMES = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯'].map((name) => `${name}乡`);

export interface TownshipRow {
  readonly villages: number;
  readonly povertyVillages: number;
  readonly households: number;
  readonly persons: number;
  readonly population: number;
}

/** Rows as counties have them: 500–1,200 people a village, 3 persons a household, some 5–30 % poor. */
export const townshipRows: fc.Arbitrary<readonly TownshipRow[]> = fc.array(
  fc
    .record({
      villages: fc.integer({ min: 9, max: 40 }),
      poverty: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      size: fc.integer({ min: 500, max: 1200 }),
      share: fc.double({ min: 0.05, max: 0.3, noNaN: true }),
      household: fc.double({ min: 2.6, max: 3.4, noNaN: true }),
    })
    .map(({ villages, poverty, size, share, household }) => {
      const population = villages * size;
      const persons = Math.round(population * share);
      return {
        villages,
        povertyVillages: Math.round(villages * poverty),
        households: Math.round(persons / household),
        persons,
        population,
      };
    }),
  { minLength: 8, maxLength: NAMES.length },
);

export const HEADINGS = [
  '乡镇',
  '行政村数（个）',
  '贫困村数（个）',
  '贫困户数（户）',
  '贫困人口数（人）',
  '贫困发生率（%）',
] as const;

export type Heading = (typeof HEADINGS)[number];

export function totalOf(rows: readonly TownshipRow[], field: keyof TownshipRow): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

function share(persons: number, population: number): string {
  return ((persons / population) * 100).toFixed(2);
}

/** Printed rows, the last one the total. */
export function printedRows(rows: readonly TownshipRow[]): string[][] {
  const body = rows.map(({ villages, povertyVillages, households, persons, population }, at) => [
    NAMES[at] ?? '',
    ...[villages, povertyVillages, households, persons].map(String),
    share(persons, population),
  ]);
  const sums = (['villages', 'povertyVillages', 'households', 'persons'] as const).map((field) =>
    String(totalOf(rows, field)),
  );
  const total = share(totalOf(rows, 'persons'), totalOf(rows, 'population'));
  return [...body, ['合计', ...sums, total]];
}

export function tableOf(
  printed: readonly (readonly string[])[],
  headings: readonly string[] = HEADINGS,
): PlanTable {
  const rows = printed.map((cells) => ({
    cells,
    role: cells[0] === '合计' ? ('total' as const) : ('body' as const),
  }));
  return planTableOf({ id: 'table1', title: '表1 甲县', headings, rows });
}

/** `row` from 0, in place. */
export function withCell(
  printed: readonly (readonly string[])[],
  row: number,
  column: number,
  text: string,
): string[][] {
  return printed.map((cells, at) =>
    cells.map((cell, place) => (at === row && place === column ? text : cell)),
  );
}

export const EMPTY_INPUT: AuditInput = {
  name: '甲县',
  years: [2016, 2020],
  bbox: [111, 35, 112, 36],
  counties: [],
  townships: [],
  villages: [],
  tables: [],
  statements: [],
  relations: [],
  lists: [],
  targets: [],
  claims: [],
  rules: [],
  belts: [],
  projects: [],
  relocations: [],
  baseFeatures: [],
  timeline: [],
  sources: [],
};

export function statement(
  id: string,
  value: number | null,
  more: Partial<Statement> = {},
): Statement {
  const unit = more.unit ?? '人';
  return {
    id,
    documentId: 'P0',
    subject: '甲县贫困人口',
    areaCodes: [],
    measure: 'poorPersons',
    scope: '',
    value,
    most: null,
    qualifier: 'exact',
    unit,
    year: 2016,
    chapter: `第${id}章`,
    printed: `共${value ?? ''}${unit}`,
    ...more,
  };
}

export function target(id: string, value: number | null, more: Partial<Target> = {}): Target {
  const unit = more.unit ?? '%';
  return {
    id,
    documentId: 'P0',
    group: '',
    name: '自来水普及率',
    measure: 'tapWaterShare',
    areaCodes: [],
    unit,
    nature: null,
    better: 'more',
    base: null,
    year: 2020,
    value,
    qualifier: 'exact',
    chapter: '第二章',
    printed: `达到${value ?? ''}${unit}`,
    note: '',
    ...more,
  };
}

export function sumRelation(total: string, parts: readonly string[]): Relation {
  return { id: 'r', chapter: '第一章', printed: '其中', kind: 'sum', total, parts };
}

export function nameList(
  id: string,
  names: readonly string[],
  more: Partial<NamedList> = {},
): NamedList {
  return {
    id,
    title: `名单${id}`,
    documentId: 'P0',
    chapter: '附件',
    memberKind: 'other',
    year: null,
    stated: null,
    excludes: [],
    members: names.map((printed) => ({ printed, code: null, withinCode: null, note: '' })),
    ...more,
  };
}
