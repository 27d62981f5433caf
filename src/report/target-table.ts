// 规划指标 as words, and as a list for files: the same words on screen and in the file.
import type { TargetProgress, TargetState } from '../analysis/target-progress';
import type { RegionPack } from '../domain/region-pack';
import type { Target } from '../domain/target';
import { type ExportStamp, exportFooter } from './export-footer';
import { type ListTable, numberColumn, textColumn } from './list-table';

export const TARGETS_SHEET = '规划指标';

export const TARGET_STATE_WORDS: Readonly<Record<TargetState, string>> = {
  reached: '已达到',
  missed: '到期未达到',
  'on-the-way': '推进中',
  'no-actual': '缺实际值',
  'no-value': '规划无数值',
};

export const TARGET_NATURE_WORDS = { binding: '约束性', expected: '预期性' } as const;

const QUALIFIER_WORDS: Readonly<Record<Target['qualifier'], string>> = {
  exact: '',
  atLeast: '≥ ',
  about: '约 ',
  atMost: '≤ ',
};

const NUMBER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

function withUnit(value: number, unit: string): string {
  const number = NUMBER.format(value);
  return unit === '' || unit === '%' || unit === '‰' ? `${number}${unit}` : `${number} ${unit}`;
}

/** “≥ 98%”; a dash where the document gives no figure. */
export function targetValueText({ value, unit, qualifier }: Target): string {
  return value === null ? '—' : `${QUALIFIER_WORDS[qualifier]}${withUnit(value, unit)}`;
}

/** “226,703 人（2016）”. */
export function yearValueText(
  of: { readonly year: number; readonly value: number } | null,
  unit: string,
): string {
  return of === null ? '—' : `${withUnit(of.value, unit)}（${of.year}）`;
}

export function shareText(share: number | null): string {
  return share === null ? '—' : `${Math.round(share * 100)}%`;
}

/** Names of the areas that a target speaks of; the region where it names none. Areas beyond the region have no name here. */
export function targetAreas({ counties, townships, name }: RegionPack, target: Target): string {
  const names = target.areaCodes.flatMap((code) => {
    const area = [...counties, ...townships].find((each) => each.code === code);
    return area ? [area.name] : [];
  });
  if (target.areaCodes.length === 0) return name;
  return names.length === 0 ? '上级合计' : names.join('、');
}

export function targetTable(
  pack: RegionPack,
  rows: readonly TargetProgress[],
  year: number,
  stamp: ExportStamp,
): ListTable<string> {
  const documents = new Map(pack.sources.map(({ id, title }) => [id, title]));
  return {
    title: `${pack.name}规划指标完成情况`,
    header: [{ label: '截至', value: `${year} 年` }],
    columns: [
      textColumn('group', '分组', 18),
      textColumn('name', '指标', 34),
      textColumn('area', '范围', 16),
      textColumn('unit', '单位', 8),
      textColumn('nature', '性质', 10),
      textColumn('baseYear', '基期年', 8),
      numberColumn('base', '基期值', 14, 1),
      textColumn('year', '目标年', 8),
      textColumn('target', '目标值', 16),
      textColumn('actualYear', '实际年', 8),
      numberColumn('actual', '实际值', 14, 1),
      textColumn('share', '进度', 8),
      textColumn('state', '状态', 14),
      textColumn('source', '实际值来源', 28),
      textColumn('note', '实际值说明', 28),
      textColumn('document', '文件', 30),
      textColumn('chapter', '章节', 26),
      textColumn('printed', '原文', 50),
    ],
    rows: rows.map(({ target, newest, state, share }) => ({
      group: target.group,
      name: target.name,
      area: targetAreas(pack, target),
      unit: target.unit,
      nature: target.nature === null ? '' : TARGET_NATURE_WORDS[target.nature],
      baseYear: target.base === null ? '' : `${target.base.year}`,
      base: target.base?.value ?? null,
      year: `${target.year}`,
      target: targetValueText(target),
      actualYear: newest === null ? '' : `${newest.year}`,
      actual: newest?.value ?? null,
      share: shareText(share),
      state: TARGET_STATE_WORDS[state],
      source: newest?.source ?? '',
      note: newest?.note ?? '',
      document: documents.get(target.documentId) ?? '',
      chapter: target.chapter,
      printed: target.printed,
    })),
    footer: exportFooter(pack, stamp),
  };
}
