// Relocation programmes and rules, from their sheets.
import type { RelocationProgramme } from '../../domain/relocation';
import type { Rule, RuleCheck, RuleCondition } from '../../domain/rule';
import type { NamedList } from '../../domain/statement';
import { PROJECT_KIND_WORDS, RULE_SUBJECT_WORDS } from '../../domain/wording';
import type { PlanParts } from './make-plan';
import { type SheetRow, refuseRepeated } from './sheet-rows';
import { BINDING_WORDS, CONDITION_WORDS, DEMAND_WORDS, FACT_WORDS } from './template-shown';

const COUNTY_DIGITS = 6;

export function makeRelocations({
  book,
  names,
  sources,
  figures,
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
      figures: figures.of(row.text('编号')),
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

/** Name of the fact that a village has by standing in a list: ids have digits and hyphens, names of facts letters only. */
function listFact(id: string): string {
  return `inList${id.replace(/[^a-z]/g, (mark) => 'XABCDEFGHIJ'.charAt('-0123456789'.indexOf(mark)))}`;
}

/** Those that conditions ask about give their villages the fact. */
export function withFacts(
  lists: readonly NamedList[],
  rules: readonly Rule[],
): readonly NamedList[] {
  const asked = new Set(rules.flatMap(({ when }) => when.map(({ field }) => field)));
  return lists.map((list) => {
    const fact = listFact(list.id);
    return asked.has(fact) ? { ...list, fact } : list;
  });
}

function listIn(row: SheetRow, lists: readonly NamedList[]): string {
  const id = row.filled('名单');
  if (id !== '' && !lists.some((list) => list.id === id && list.memberKind === 'village')) {
    row.fault('名单', `没有编号为「${id}」的村名单`, '请填“名单”表里成员是村的名单编号。');
  }
  return listFact(id);
}

/** Shares of the facts are of 1. */
function limitIn(row: SheetRow): number {
  const limit = row.neededNumber('限值');
  return row.text('单位') === '%' ? limit / 100 : limit;
}

function conditionIn(row: SheetRow, lists: readonly NamedList[]): RuleCondition {
  const asked = row.neededChoice('数量', CONDITION_WORDS) ?? 'persons';
  const demand = row.neededChoice('要求', DEMAND_WORDS) ?? 'yes';
  const isYesNo = demand === 'yes' || demand === 'no';
  if (asked === 'kind') {
    if (demand !== 'yes') row.fault('要求', '项目类别只能是', '请填：是。');
    return { field: asked, op: '=', value: row.neededChoice('限值', PROJECT_KIND_WORDS) ?? '' };
  }
  if (asked === 'list' || asked === 'isInPovertyCounty') {
    if (!isYesNo) row.fault('要求', '这里只能填是、否', '请填：是、否。');
    const field = asked === 'list' ? listIn(row, lists) : asked;
    return { field, op: '=', value: demand === 'yes' };
  }
  if (!isYesNo) return { field: asked, op: demand, value: limitIn(row) };
  row.fault('要求', '数量不能填是、否', '请填：低于、不超过、不少于、高于。');
  return { field: asked, op: '=', value: true };
}

/** Conditions by rule; rows that name no rule are at fault. */
function conditionsByRule(
  { book }: PlanParts,
  rules: readonly SheetRow[],
  lists: readonly NamedList[],
): ReadonlyMap<string, readonly RuleCondition[]> {
  const found = new Map<string, readonly RuleCondition[]>();
  for (const row of book.rows('规则条件')) {
    const id = row.filled('规则');
    if (id !== '' && !rules.some((rule) => rule.text('编号') === id)) {
      row.fault('规则', `没有编号为「${id}」的规则`, '请填“规则”表里的编号。');
    }
    found.set(id, [...(found.get(id) ?? []), conditionIn(row, lists)]);
  }
  return found;
}

/** `lists`: of the pack; conditions may ask whether a village stands in one. */
export function makeRules(parts: PlanParts, lists: readonly NamedList[]): readonly Rule[] {
  const { book, sources } = parts;
  const rows = book.rows('规则');
  refuseRepeated(rows, '编号');
  const conditions = conditionsByRule(parts, rows, lists);
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
      when: conditions.get(row.text('编号')) ?? [],
      check: checkIn(row),
      dueYear: row.whole('完成年'),
      needs: [row.text('数量'), row.text('每')].filter((word) => word !== ''),
      note: row.text('备注'),
    };
  });
}
