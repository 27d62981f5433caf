// Ids and codes that the audit's files mention: operands of relations, units, documents, lists that exclude each other.
// A link that leads nowhere is a warning; links to a file that itself failed to load are not judged.
import type { Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { FigureReference, Relation } from '../domain/statement';
import { type Mention, unknownMentions } from './references';

type AuditLayers = Pick<
  RegionPack,
  | 'counties'
  | 'townships'
  | 'villages'
  | 'tables'
  | 'claims'
  | 'statements'
  | 'relations'
  | 'lists'
  | 'targets'
  | 'sources'
>;

function figuresOf(relation: Relation): readonly FigureReference[] {
  switch (relation.kind) {
    case 'equal':
      return relation.figures;
    case 'sum':
      return [relation.total, ...relation.parts];
    case 'ratio':
      return [relation.ratio, relation.numerator, relation.denominator];
    case 'growth':
      return [relation.rate, relation.base, relation.end];
    case 'atMost':
      return [relation.lesser, relation.greater];
  }
}

/** Every reference that a relation of this pack may use. */
function knownFigures(layers: AuditLayers): ReadonlySet<FigureReference> {
  const known = new Set<FigureReference>([
    ...layers.statements.map(({ id }) => `statement:${id}`),
    ...layers.claims.map(({ id }) => `claim:${id}`),
    ...layers.lists.map(({ id }) => `list:${id}`),
    ...layers.targets.map(({ id }) => `target:${id}`),
    ...layers.targets.filter(({ base }) => base !== null).map(({ id }) => `target-base:${id}`),
  ]);
  for (const { id, columns, rows } of layers.tables) {
    for (const { heading } of columns) {
      known.add(`column:${id}/${heading}`);
      rows.forEach((_, index) => known.add(`cell:${id}/${index + 1}/${heading}`));
    }
  }
  return known;
}

function mentions<T>(
  records: readonly T[],
  column: string,
  codesOf: (record: T) => readonly (string | null)[],
): Mention[] {
  return records.flatMap((record, index) =>
    codesOf(record)
      .filter((code) => code !== null)
      .map((code) => ({ row: index + 1, column, code })),
  );
}

const OPERAND_FILES = ['statements.json', 'claims.json', 'lists.json', 'targets.json'];

/** Warnings for links of the audit's files that lead nowhere; `failed` holds the files that did not load. */
export function brokenAuditLinks(
  layers: AuditLayers,
  failed: ReadonlySet<string>,
): readonly Problem[] {
  const { counties, townships, villages, statements, relations, lists, targets } = layers;
  const documents = new Set(layers.sources.map(({ id }) => id));
  const areas = new Set([...counties, ...townships, ...villages].map(({ code }) => code));
  // Totals of the city or province above, as in an inherited target, are no unit of the pack.
  for (const { code } of counties)
    areas.add(`${code.slice(0, 2)}0000`).add(`${code.slice(0, 4)}00`);
  const listIds = new Set(lists.map(({ id }) => id));
  const problems: Problem[] = [];
  const judge = (
    file: string,
    what: string,
    known: ReadonlySet<string>,
    found: readonly Mention[],
  ): void => {
    problems.push(...unknownMentions(file, 'warning', what, known, found));
  };
  const units = '县、乡镇或村';
  judge(
    'statements.json',
    units,
    areas,
    mentions(statements, 'areaCodes', (one) => one.areaCodes ?? []),
  );
  judge(
    'targets.json',
    units,
    areas,
    mentions(targets, 'areaCodes', (one) => one.areaCodes),
  );
  judge(
    'lists.json',
    units,
    areas,
    mentions(lists, 'members', ({ members }) => members.flatMap((m) => [m.code, m.withinCode])),
  );
  judge(
    'lists.json',
    '名单',
    listIds,
    mentions(lists, 'excludes', (one) => one.excludes),
  );
  if (!failed.has('sources.json')) {
    const files = { 'statements.json': statements, 'lists.json': lists, 'targets.json': targets };
    for (const [file, records] of Object.entries(files)) {
      judge(
        file,
        '来源',
        documents,
        mentions<{ documentId: string }>(records, 'documentId', (one) => [one.documentId]),
      );
    }
  }
  const isJudged = ![...failed].some((f) => OPERAND_FILES.includes(f) || f.startsWith('tables/'));
  if (relations.length > 0 && isJudged) {
    judge(
      'relations.json',
      '数字',
      knownFigures(layers),
      mentions(relations, 'figures', figuresOf),
    );
  }
  return problems;
}
