// What is known of the things that rules speak of, as rows of named facts. A fact that no source gives is absent, so
// that a check can tell "not so" from "not known". Callers add rows of their own (drawn sites, imported lists).
//
// From a pack: figures of townships and counties; villages in its lists; a county's incidence from the total row of its township table, read in
// the unit that the heading prints (a table's implied unit speaks of body rows only); programmes; kinds of projects.
import { isPovertyCounty } from '../domain/administrative';
import { type PlanTable, readCells } from '../domain/plan-table';
import type { RegionPack } from '../domain/region-pack';
import type { RuleSubject } from '../domain/rule';

export interface RuleFact {
  /** Shares in 0..1, money in 元, areas in square metres. Lists hold codes. */
  readonly value: number | string | boolean | readonly string[];
  readonly year: number | null;
  /** How the value was read where it is not plainly printed; empty when plain. */
  readonly note: string;
}

export interface RuleRow {
  readonly subject: RuleSubject;
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, RuleFact>>;
}

export interface RuleFacts {
  readonly rows: readonly RuleRow[];
  /** Named lists of codes, e.g. relocationVillages. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

type Facts = Record<string, RuleFact>;

const plain = (value: RuleFact['value'], year: number | null = null): RuleFact => ({
  value,
  year,
  note: '',
});

const given = (field: string, value: number | null): Facts =>
  value === null ? {} : { [field]: plain(value) };

/** Newest figure of each area and measure, then the county totals of township tables. */
function areaFacts(pack: RegionPack): Map<string, Facts> {
  const byArea = new Map<string, Facts>();
  for (const { areaCode, measure, value, year, note } of pack.figures) {
    const facts = byArea.get(areaCode) ?? {};
    const known = facts[measure];
    if (known === undefined || year > (known.year ?? 0)) {
      facts[measure] = { value, year, note: note ?? '' };
    }
    byArea.set(areaCode, facts);
  }
  for (const table of pack.tables) {
    const total = totalIncidence(table);
    if (total === null || table.countyCode === null) continue;
    const facts = byArea.get(table.countyCode) ?? {};
    facts['povertyIncidence'] ??= total;
    byArea.set(table.countyCode, facts);
  }
  return byArea;
}

function totalIncidence(table: PlanTable): RuleFact | null {
  const column = table.columns.findIndex(({ measure }) => measure === 'povertyIncidence');
  const totals = table.rows.filter(({ role }) => role === 'total');
  const [total] = totals;
  const printed = total && totals.length === 1 ? readCells(total)[column] : undefined;
  const number = /^(\d+(?:\.\d+)?)\s*%?$/.exec(printed?.trim() ?? '')?.[1];
  if (number === undefined || table.columns[column]?.printedUnit !== '%') return null;
  return {
    value: Number(number) / 100,
    year: table.year,
    note: `取自${table.title}的合计行，按表头的%读取`,
  };
}

/** By the pack's lists that name a fact: whether a village stands in them. */
function listFacts(pack: RegionPack): (code: string) => Facts {
  const lists = pack.lists.flatMap(({ fact, memberKind, year, title, members }) =>
    fact === undefined || memberKind !== 'village'
      ? []
      : [{ fact, year, title, codes: new Set(members.map(({ code }) => code)) }],
  );
  return (code) =>
    Object.fromEntries(
      lists.map(({ fact, year, title, codes }) => [
        fact,
        { value: codes.has(code), year, note: `按《${title}》` },
      ]),
    );
}

/** Every fact that the pack itself gives. Rows in pack order: region, counties, townships, villages, projects, programmes. */
export function packRuleFacts(pack: RegionPack): RuleFacts {
  const areas = areaFacts(pack);
  const poor = new Map(
    pack.counties.map(({ code, povertyClass }) => [code, isPovertyCounty(povertyClass)]),
  );
  const listed = listFacts(pack);
  const area =
    (subject: RuleSubject) =>
    ({ code, name }: { readonly code: string; readonly name: string }): RuleRow => ({
      subject,
      id: code,
      name,
      facts: areas.get(code) ?? {},
    });
  return {
    rows: [
      { subject: 'region', id: pack.id, name: pack.name, facts: {} },
      ...pack.counties.map(area('county')),
      ...pack.townships.map(area('township')),
      ...pack.villages.map(({ code, name, countyCode }): RuleRow => ({
        subject: 'village',
        id: code,
        name,
        facts: {
          isInPovertyCounty: plain(poor.get(countyCode) ?? false),
          ...listed(code),
        },
      })),
      ...pack.projects.map(({ id, name, kind }): RuleRow => ({
        subject: 'project',
        id,
        name,
        facts: { kind: plain(kind) },
      })),
      ...pack.relocations.map((programme): RuleRow => ({
        subject: 'relocation-programme',
        id: programme.id,
        name: programme.name,
        facts: {
          ...given('siteCount', programme.siteCount),
          ...given('persons', programme.persons),
          ...given('registeredPoorPersons', programme.registeredPoorPersons),
          ...given('investmentYuan', programme.investmentYuan),
        },
      })),
    ],
    lists: {},
  };
}

/** `more` on top of `base`: facts of a known row are added or replaced, new rows follow, lists are replaced by name. */
export function mergeRuleFacts(base: RuleFacts, more: RuleFacts): RuleFacts {
  const key = ({ subject, id }: RuleRow): string => `${subject}/${id}`;
  const added = new Map(more.rows.map((row) => [key(row), row]));
  const merged = base.rows.map((row): RuleRow => {
    const extra = added.get(key(row));
    added.delete(key(row));
    return extra === undefined ? row : { ...row, facts: { ...row.facts, ...extra.facts } };
  });
  return { rows: [...merged, ...added.values()], lists: { ...base.lists, ...more.lists } };
}
