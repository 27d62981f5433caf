// 口径核验表: one row a claim with the plan's figure, what the map gives, verdict, reason and the distance turned round,
// in pack order. Screen and files write the same words (claim-words.ts).
import type { ClaimCheck } from '../analysis/claim-check';
import { type ClaimSettings, beltWidthMetres } from '../analysis/claim-data';
import type { Claim } from '../domain/claim';
import type { RegionPack } from '../domain/region-pack';
import { CLAIM_VERDICT_WORDS, claimMeasureWord } from '../domain/wording';
import { formatDistance } from '../ui/format';
import {
  VERDICT_RULE_TEXT,
  inverseNote,
  inverseText,
  statedText,
  strengthText,
  verdictsText,
} from './claim-words';
import { type ExportStamp, NOT_A_BOUNDARY, exportFooter } from './export-footer';
import {
  type HeaderLine,
  type ListColumn,
  type ListTable,
  numberColumn,
  textColumn,
} from './list-table';

/** Numbers unrounded, in the claim's unit; null = not known. */
export interface ClaimsRow {
  readonly subject: string;
  readonly measure: string;
  readonly stated: string;
  readonly value: number;
  readonly unit: string;
  readonly year: string;
  readonly chapter: string;
  readonly printed: string;
  readonly computed: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly ceiling: number | null;
  readonly verdict: string;
  readonly strength: string;
  readonly inverse: string;
  readonly inverseMetres: number | null;
  /** Why there is none, or the value there and just before. */
  readonly inverseNote: string;
  readonly reason: string;
  readonly id: string;
}

export type ClaimsTable = ListTable<keyof ClaimsRow>;

const COLUMNS: readonly ListColumn<keyof ClaimsRow>[] = [
  textColumn('subject', '对象', 24),
  textColumn('measure', '口径', 16),
  textColumn('stated', '规划值', 18),
  numberColumn('value', '规划数', 12, 0),
  textColumn('unit', '单位', 6),
  textColumn('year', '年份', 8),
  textColumn('chapter', '章节', 30),
  textColumn('printed', '规划原文', 36),
  numberColumn('computed', '计算值(按标绘)', 14, 1),
  numberColumn('least', '区间下限', 12, 1),
  numberColumn('most', '区间上限', 12, 1),
  numberColumn('ceiling', '合计上限', 12, 1),
  textColumn('verdict', '判定', 10),
  textColumn('strength', '把握', 8),
  textColumn('inverse', '口径反推', 18),
  numberColumn('inverseMetres', '反推(米)', 12, 1),
  textColumn('inverseNote', '反推说明', 30),
  textColumn('reason', '说明', 60),
  textColumn('id', '编号', 22),
];

function rowOf(pack: RegionPack, check: ClaimCheck): ClaimsRow {
  const { claim, inverse } = check;
  return {
    subject: claim.subject,
    measure: claimMeasureWord(claim.measure),
    stated: statedText(claim),
    value: claim.value,
    unit: claim.unit,
    year: claim.year === null ? '' : `${claim.year}年`,
    chapter: claim.chapter,
    printed: claim.printed,
    computed: check.computed,
    least: check.range?.[0] ?? null,
    most: check.range?.[1] ?? null,
    ceiling: check.ceiling,
    verdict: CLAIM_VERDICT_WORDS[check.verdict],
    strength: strengthText(check),
    inverse: inverseText(pack, check),
    inverseMetres: inverse.kind === 'none' ? null : inverse.metres,
    inverseNote: inverseNote(check),
    reason: check.reason,
    id: claim.id,
  };
}

/** The distance and widths that the checks were made with. */
export function settingsText(pack: RegionPack, settings: ClaimSettings): string {
  const distance =
    settings.distanceMetres === null
      ? '各项目的默认服务距离'
      : `服务距离 ${formatDistance(settings.distanceMetres)}`;
  const widths = pack.belts.flatMap((belt) => {
    if (belt.shape.kind === 'zone') return [];
    const word = belt.shape.kind === 'corridor' ? '半宽' : '外延';
    return [`${belt.name}${word} ${formatDistance(beltWidthMetres(belt, settings))}`];
  });
  return [distance, ...widths].join('；');
}

function sourceIdsOf(pack: RegionPack, claims: readonly Claim[]): readonly string[] {
  const named = new Set(claims.flatMap(({ objectIds }) => objectIds));
  return [...pack.projects, ...pack.belts, ...pack.relocations].flatMap(({ id, sourceIds }) =>
    named.has(id) ? sourceIds : [],
  );
}

export interface ClaimsTableOptions extends ExportStamp {
  readonly settings: ClaimSettings;
}

/** The table of `checks` over `pack`, the one they were made of. Deterministic: no clock, order as given. */
export function claimsTable(
  pack: RegionPack,
  checks: readonly ClaimCheck[],
  options: ClaimsTableOptions,
): ClaimsTable {
  const header: readonly HeaderLine[] = [
    { label: '规划', value: pack.planTitle },
    { label: '参数', value: `${settingsText(pack, options.settings)}；规划没有写距离和宽度` },
    { label: '结果', value: verdictsText(checks) },
    { label: '判定', value: VERDICT_RULE_TEXT },
    {
      label: '反推',
      value:
        '口径反推是计算值刚达到规划数的最小距离（项目）或宽度（带；几条带同取一个宽度；按面积反推的，面积与规划数相差不到 0.05%）；空白为推不出，原因见“反推说明”',
    },
    {
      label: '生成',
      value: `村图 Cuntu，计算引擎 ${options.engineVersion}，${options.madeAt}；${NOT_A_BOUNDARY}`,
    },
  ];
  const claims = checks.map(({ claim }) => claim);
  return {
    title: `${pack.name}规划口径核验表`,
    header,
    columns: COLUMNS,
    rows: checks.map((check) => rowOf(pack, check)),
    footer: exportFooter(pack, options, sourceIdsOf(pack, claims)),
  };
}

export const CLAIMS_SHEET = '口径核验';
