// Relocation programmes and rules, from their sheets.
import type { RelocationProgramme } from '../../domain/relocation';
import type { Rule, RuleCheck } from '../../domain/rule';
import { RULE_SUBJECT_WORDS } from '../../domain/wording';
import type { PlanParts } from './make-plan';
import { type SheetRow, refuseRepeated } from './sheet-rows';
import { BINDING_WORDS, DEMAND_WORDS, FACT_WORDS } from './template-shown';

const COUNTY_DIGITS = 6;

export function makeRelocations({
  book,
  names,
  sources,
}: PlanParts): readonly RelocationProgramme[] {
  const rows = book.rows('搬迁');
  refuseRepeated(rows, '编号');
  return rows.map((row) => {
    row.filled('县');
    return {
      id: row.id('编号'),
      name: row.filled('名称'),
      countyCodes: names.list(row, '县', COUNTY_DIGITS),
      siteCount: row.whole('安置点数'),
      persons: row.whole('人数'),
      registeredPoorPersons: row.whole('建档立卡人数'),
      investmentYuan: row.number('投资（元）'),
      chapter: row.filled('章节'),
      scopeNote: row.text('范围说明'),
      figures: [],
      sourceIds: [sources.of(row)],
    };
  });
}

function checkIn(row: SheetRow): RuleCheck {
  const field = row.neededChoice('数量', FACT_WORDS) ?? 'persons';
  const demand = row.neededChoice('要求', DEMAND_WORDS) ?? 'yes';
  if (demand === 'yes' || demand === 'no') {
    return { kind: 'flag', field, expected: demand === 'yes' };
  }
  return {
    kind: 'limit',
    quantity: { field, per: row.choice('每', FACT_WORDS) },
    op: demand,
    limit: row.neededNumber('限值'),
    unit: row.filled('单位'),
    references: [],
  };
}

export function makeRules({ book, sources }: PlanParts): readonly Rule[] {
  const rows = book.rows('规则');
  refuseRepeated(rows, '编号');
  return rows.map((row): Rule => {
    const documentId = sources.of(row);
    const source = sources.records.find(({ id }) => id === documentId);
    return {
      id: row.id('编号'),
      name: row.filled('名称'),
      documentId,
      documentTitle: source?.title ?? '',
      documentDate: source?.date || '日期未注明',
      chapter: row.filled('章节'),
      printed: row.filled('原文'),
      binding: row.choice('性质', BINDING_WORDS) ?? 'binding',
      subject: row.neededChoice('对象', RULE_SUBJECT_WORDS) ?? 'region',
      when: [],
      check: checkIn(row),
      dueYear: row.whole('完成年'),
      needs: [row.text('数量'), row.text('每')].filter((word) => word !== ''),
      note: row.text('备注'),
    };
  });
}
