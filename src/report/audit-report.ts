// 体检报告: the findings of the 数据体检 with what was decided about them, as a document that an office can send on.
import {
  AUDIT_GROUPS,
  AUDIT_GROUP_WORDS,
  AUDIT_KIND_WORDS,
  AUDIT_SEVERITIES,
  AUDIT_SEVERITY_WORDS,
  auditGroup,
} from '../analysis/audit-words';
import {
  type AuditFinding,
  type AuditSeverity,
  type AuditTreatment,
  auditState,
  openFindings,
} from '../domain/audit-finding';
import { chinaDay } from '../domain/china-day';
import { AUDIT_WAY_WORDS } from '../domain/wording';
import {
  AUDIT_STATE_WORDS,
  type AuditNames,
  auditPlaceText,
  auditQuotation,
  auditValueText,
} from './audit-words';
import { type ExportStamp, dayText, exportFooter } from './export-footer';
import { type ListTable, numberColumn, textColumn } from './list-table';
import type { ReportDocument, ReportSection, ReportTable } from './report-model';

export interface AuditFacts {
  readonly names: AuditNames;
  readonly findings: readonly AuditFinding[];
  readonly treatments: ReadonlyMap<string, AuditTreatment>;
  readonly organisation: string;
  readonly stamp: ExportStamp;
}

const SEVERITY_MEANINGS: Readonly<Record<AuditSeverity, string>> = {
  error: '两处不可能同时为真',
  warning: '很可能有误，需核对',
  note: '可以解释，或为空缺，列出备查',
};

function treatmentText(treatment: AuditTreatment | undefined): string {
  if (treatment === undefined) return AUDIT_STATE_WORDS.open;
  const note = treatment.note.trim();
  return `${AUDIT_WAY_WORDS[treatment.way]}${note === '' ? '' : `：${note}`}`;
}

/** On paper; reasons stand in the log. */
function wayText(treatment: AuditTreatment | undefined): string {
  return treatment === undefined ? AUDIT_STATE_WORDS.open : AUDIT_WAY_WORDS[treatment.way];
}

function summaryTable(findings: readonly AuditFinding[]): ReportTable {
  const count = (of: readonly AuditFinding[], severity: AuditSeverity): number =>
    of.filter((each) => each.severity === severity).length;
  const row = (group: string, of: readonly AuditFinding[]) => ({
    group,
    ...Object.fromEntries(AUDIT_SEVERITIES.map((each) => [each, count(of, each)])),
    all: of.length,
  });
  const groups = AUDIT_GROUPS.map(
    (group) => [group, findings.filter(({ kind }) => auditGroup(kind) === group)] as const,
  );
  return {
    title: '体检发现分类统计',
    columns: [
      textColumn('group', '类别', 20),
      ...AUDIT_SEVERITIES.map((each) =>
        numberColumn(each, `${AUDIT_SEVERITY_WORDS[each]}(项)`, 12, 0),
      ),
      numberColumn('all', '合计(项)', 12, 0),
    ],
    rows: [
      ...groups.map(([group, of]) => row(AUDIT_GROUP_WORDS[group], of)),
      row('合计', findings),
    ],
    note: AUDIT_SEVERITIES.map(
      (each) => `${AUDIT_SEVERITY_WORDS[each]}：${SEVERITY_MEANINGS[each]}`,
    ).join('；'),
  };
}

function findingsTable(
  { names, treatments }: AuditFacts,
  severity: AuditSeverity,
  findings: readonly AuditFinding[],
): ReportTable {
  return {
    title: `${AUDIT_SEVERITY_WORDS[severity]}逐项`,
    columns: [
      numberColumn('no', '序号', 6, 0),
      textColumn('text', '问题与出处', 44),
      textColumn('arithmetic', '算式与可能原因', 44),
      textColumn('treatment', '处理', 14),
    ],
    rows: findings.map((each, at) => ({
      no: at + 1,
      text: `${each.text}（${each.where.chapter ?? auditPlaceText(names, each.where)}）`,
      arithmetic: [each.arithmetic, each.cause].filter((part) => part !== '').join('。'),
      treatment: wayText(treatments.get(each.id)),
    })),
    note: '行、列按原文照录；处理的理由见处理记录，位置、对照之处和改法另见工作簿',
  };
}

function severitySection(facts: AuditFacts, severity: AuditSeverity): ReportSection {
  const own = facts.findings.filter((each) => each.severity === severity);
  const heading = `${AUDIT_SEVERITY_WORDS[severity]}（${own.length} 项）`;
  if (own.length === 0) {
    return { heading, blocks: [{ kind: 'paragraph', text: '没有发现。' }], sections: [] };
  }
  const table = findingsTable(facts, severity, own);
  return { heading, blocks: [{ kind: 'table', table }], sections: [] };
}

/** One sentence: how many findings of which severity, how many decided. */
export function auditSummaryText({
  names,
  findings,
  treatments,
}: Pick<AuditFacts, 'names' | 'findings' | 'treatments'>): string {
  const { tables, statements, lists, planTitle } = names.pack;
  const counts = AUDIT_SEVERITIES.map((severity) => {
    const own = findings.filter((each) => each.severity === severity);
    return `${AUDIT_SEVERITY_WORDS[severity]} ${own.length} 项`;
  });
  const open = openFindings(findings, treatments).length;
  const texts = statements.length === 0 ? '' : `、${statements.length} 处正文数字`;
  const named = lists.length === 0 ? '' : `、${lists.length} 份名单`;
  return (
    `对《${planTitle}》的 ${tables.length} 张表${texts}${named}和图层逐项核对，` +
    `共发现 ${findings.length} 项：${counts.join('，')}；已处理 ${findings.length - open} 项，待处理 ${open} 项。`
  );
}

function treatmentRows({ treatments }: AuditFacts) {
  return [...treatments.values()]
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
    .map((each) => ({
      madeAt: chinaDay(each.madeAt),
      text: each.text,
      way: AUDIT_WAY_WORDS[each.way],
      note: each.note,
    }));
}

const TREATMENT_COLUMNS = [
  textColumn('madeAt', '日期', 12),
  textColumn('text', '事项', 50),
  textColumn('way', '处理', 12),
  textColumn('note', '理由', 26),
] as const;

function treatmentsSection(facts: AuditFacts): ReportSection {
  const heading = '处理记录';
  if (facts.treatments.size === 0) {
    return { heading, blocks: [{ kind: 'paragraph', text: '尚未处理。' }], sections: [] };
  }
  const table: ReportTable = {
    title: heading,
    columns: TREATMENT_COLUMNS,
    rows: treatmentRows(facts),
    note: '“按原文”不改任何数字；“采用计算值”“不计入”只改分析读取的数，原表照录不动，均可撤销',
  };
  return { heading, blocks: [{ kind: 'table', table }], sections: [] };
}

/** Every finding with all that is known of it, for the workbook. */
export function auditList(facts: AuditFacts): ListTable<string> {
  const { names, findings, treatments, stamp } = facts;
  return {
    title: `${names.pack.name}数据体检`,
    header: [{ label: '概况', value: auditSummaryText(facts) }],
    columns: [
      textColumn('severity', '程度', 8),
      textColumn('group', '类别', 14),
      textColumn('kind', '检查', 18),
      textColumn('where', '位置', 44),
      textColumn('chapter', '章节', 28),
      textColumn('quotation', '原文', 44),
      textColumn('stated', '印作', 16),
      textColumn('computed', '算得', 16),
      textColumn('arithmetic', '算式', 60),
      textColumn('against', '相对照之处', 50),
      textColumn('cause', '可能原因', 40),
      textColumn('text', '问题', 60),
      textColumn('mend', '改法', 40),
      textColumn('state', '状态', 14),
      textColumn('treatment', '处理', 30),
      textColumn('id', '编号', 30),
    ],
    rows: findings.map((each) => ({
      severity: AUDIT_SEVERITY_WORDS[each.severity],
      group: AUDIT_GROUP_WORDS[auditGroup(each.kind)],
      kind: AUDIT_KIND_WORDS[each.kind],
      where: auditPlaceText(names, each.where),
      chapter: each.where.chapter ?? '',
      quotation: auditQuotation(names, each.where),
      stated: auditValueText(each.stated, each.unit),
      computed: auditValueText(each.computed, each.unit),
      arithmetic: each.arithmetic,
      against: each.against.map((place) => auditPlaceText(names, place)).join('；'),
      cause: each.cause,
      text: each.text,
      mend: each.mend,
      state: AUDIT_STATE_WORDS[auditState(each, treatments.get(each.id))],
      treatment: treatmentText(treatments.get(each.id)),
      id: each.id,
    })),
    footer: exportFooter(names.pack, stamp),
  };
}

export function auditReport(facts: AuditFacts): ReportDocument {
  const { names, findings, organisation, stamp } = facts;
  const { pack } = names;
  const footer = exportFooter(pack, stamp);
  const log = {
    title: `${pack.name}数据体检处理记录`,
    header: [],
    columns: TREATMENT_COLUMNS,
    rows: treatmentRows(facts),
    footer,
  };
  return {
    title: `${pack.planTitle}数据体检报告`,
    organisation,
    date: dayText(stamp.madeAt),
    scenes: [],
    sections: [
      {
        heading: '总体情况',
        blocks: [
          { kind: 'paragraph', text: auditSummaryText(facts) },
          { kind: 'table', table: summaryTable(findings) },
        ],
        sections: [],
      },
      ...AUDIT_SEVERITIES.map((severity) => severitySection(facts, severity)),
      treatmentsSection(facts),
    ],
    lists: [
      { sheet: '体检发现', table: auditList(facts) },
      ...(facts.treatments.size === 0 ? [] : [{ sheet: '处理记录', table: log }]),
    ],
    sources: pack.sources.map(({ title, date, licence }) =>
      [title, date, licence].filter((part) => part !== '').join('，'),
    ),
    asked: [],
    method: [
      {
        label: '体检方法',
        value:
          '规划附表、正文数字、名单和图层按原文照录为数据，由通用的检查逐项比对：合计与各行、列与列、文与表、前与后、单位与量级、名称与名录、年份与期限、位置与范围。检查不针对某一规划而设。',
      },
      {
        label: '判定',
        value: '数字按印出的位数取可能范围，“约”“余”“以上”相应放宽；两处范围不相交才算不符。',
      },
    ],
    engineVersion: stamp.engineVersion,
    packVersion: `${pack.name} ${pack.id} ${pack.version}（${pack.date}）`,
  };
}
