// What the hand-outs say of the plan itself: claims recomputed, rules checked, relocation, sources. Words as on screen.
import type { ClaimCheck } from '../analysis/claim-check';
import type { RuleFinding } from '../analysis/rules';
import type { RegionPack } from '../domain/region-pack';
import type { RuleResult } from '../domain/rule';
import { CLAIM_VERDICT_WORDS, RULE_RESULT_WORDS, claimMeasureWord } from '../domain/wording';
import { formatGiven, formatInteger, formatYuan } from '../ui/format';
import { computedText, rangeText, statedText, strengthText } from './claim-words';
import { type ListTable, numberColumn, textColumn } from './list-table';
import type { ReportTable } from './report-model';
import { RULE_RESULTS, limitText, resultCounts, resultText, valueText } from './rule-words';

/** One row a claim, short enough for paper; the workbook's list has the rest. */
export function claimsReport(checks: readonly ClaimCheck[]): ReportTable {
  return {
    title: '规划口径核验',
    columns: [
      textColumn('subject', '对象', 22),
      textColumn('measure', '口径', 12),
      textColumn('stated', '规划值', 16),
      textColumn('computed', '计算值', 14),
      textColumn('range', '区间', 16),
      textColumn('verdict', '判定', 10),
    ],
    rows: checks.map((check) => ({
      subject: check.claim.subject,
      measure: claimMeasureWord(check.claim.measure),
      stated: statedText(check.claim),
      computed: computedText(check),
      range: rangeText(check),
      verdict: [CLAIM_VERDICT_WORDS[check.verdict], strengthText(check)].filter(Boolean).join('·'),
    })),
    note: '“确证”不论数据在村间怎样分布都成立，“按标绘”按标绘位置和均摊估算成立',
  };
}

export function rulesReport(findings: readonly RuleFinding[]): ReportTable {
  return {
    title: '规则核验',
    columns: [
      textColumn('rule', '规则', 26),
      textColumn('limit', '要求', 18),
      textColumn('value', '现值', 14),
      textColumn('result', '结果', 14),
    ],
    rows: findings.map((finding) => ({
      rule: finding.rule.name,
      limit: limitText(finding.rule),
      value: valueText(finding),
      result: resultText(finding),
    })),
    note: '缺数据的规则不作为符合；现值是已判定的各项的最小与最大值',
  };
}

/** “共 9 条：不符合 1，符合 3，…”. */
export function rulesText(findings: readonly RuleFinding[]): string {
  const counts = resultCounts(findings);
  const part = (result: RuleResult): string => `${RULE_RESULT_WORDS[result]} ${counts[result]}`;
  return `共 ${findings.length} 条：${RULE_RESULTS.map(part).join('，')}`;
}

/** Every rule with what it rests on, for the workbook. */
export function rulesList(
  pack: RegionPack,
  findings: readonly RuleFinding[],
  footer: readonly string[],
): ListTable<string> {
  return {
    title: `${pack.name}规则核验表`,
    header: [{ label: '结果', value: rulesText(findings) }],
    columns: [
      textColumn('rule', '规则', 30),
      textColumn('limit', '要求', 22),
      textColumn('value', '现值', 18),
      textColumn('result', '结果', 16),
      textColumn('text', '说明', 60),
      textColumn('document', '文件', 34),
      textColumn('chapter', '章节', 24),
      textColumn('printed', '原文', 50),
    ],
    rows: findings.map((finding) => ({
      rule: finding.rule.name,
      limit: limitText(finding.rule),
      value: valueText(finding),
      result: resultText(finding),
      text: finding.text,
      document: finding.rule.documentTitle,
      chapter: finding.rule.chapter,
      printed: finding.rule.printed,
    })),
    footer,
  };
}

/** The programmes as the plan gives them; no sum, since one may be part of another. */
export function relocationReport({ relocations }: RegionPack): ReportTable {
  return {
    title: '易地扶贫搬迁',
    columns: [
      textColumn('name', '名称', 22),
      numberColumn('counties', '涉及县(个)', 10, 0),
      numberColumn('sites', '安置点(个)', 10, 0),
      numberColumn('persons', '搬迁人口(人)', 12, 0),
      numberColumn('registered', '其中建档立卡(人)', 14, 0),
      textColumn('investment', '计划投资', 12),
    ],
    rows: relocations.map((each) => ({
      name: each.name,
      counties: each.countyCodes.length,
      sites: each.siteCount,
      persons: each.persons,
      registered: each.registeredPoorPersons,
      investment: formatGiven(each.investmentYuan, formatYuan),
    })),
    note: '规划没有公布安置点名称和位置，图上按县表示',
  };
}

/** “69 个安置点，搬迁 53,000 人（其中建档立卡 40,000 人），计划投资 17.1 亿元” of each programme. */
export function relocationText({ relocations }: RegionPack): string {
  return relocations
    .map(
      (each) =>
        `${each.name}涉及 ${each.countyCodes.length} 个县，${formatGiven(each.siteCount, formatInteger)} 个安置点，` +
        `搬迁 ${formatGiven(each.persons, formatInteger)} 人（其中建档立卡 ${formatGiven(each.registeredPoorPersons, formatInteger)} 人），` +
        `计划投资 ${formatGiven(each.investmentYuan, formatYuan)}（${each.chapter}）`,
    )
    .join('；');
}

export function sourcesList(pack: RegionPack, footer: readonly string[]): ListTable<string> {
  return {
    title: `${pack.name}数据来源`,
    header: [{ label: '数据包', value: `${pack.id} ${pack.version}（${pack.date}）` }],
    columns: [
      textColumn('title', '名称', 44),
      textColumn('date', '日期', 14),
      textColumn('licence', '许可', 20),
      textColumn('citation', '引用', 60),
      textColumn('note', '说明', 60),
    ],
    rows: pack.sources.map(({ title, date, licence, citation, note }) => ({
      title,
      date,
      licence,
      citation,
      note,
    })),
    footer,
  };
}
