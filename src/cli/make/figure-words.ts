// Figures as the sheet 数字关系 names them (正文:编号, 格:表格/行/表头 …) → references of a pack.
import type { Claim } from '../../domain/claim';
import type { PlanTable } from '../../domain/plan-table';
import type { FigureReference, NamedList, Statement } from '../../domain/statement';
import type { Target } from '../../domain/target';
import type { SheetRow } from './sheet-rows';

const KINDS: Readonly<Record<string, string>> = {
  正文: 'statement',
  口径: 'claim',
  指标: 'target',
  基期: 'target-base',
  名单: 'list',
  格: 'cell',
  列: 'column',
};

interface Figures {
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly targets: readonly Target[];
  readonly lists: readonly NamedList[];
  readonly tables: readonly PlanTable[];
}

/** Every figure that a relation may name. */
export function figuresOf(made: Figures): ReadonlySet<FigureReference> {
  return new Set([
    ...made.statements.map(({ id }) => `statement:${id}`),
    ...made.claims.map(({ id }) => `claim:${id}`),
    ...made.targets.map(({ id }) => `target:${id}`),
    ...made.targets.filter(({ base }) => base !== null).map(({ id }) => `target-base:${id}`),
    ...made.lists.map(({ id }) => `list:${id}`),
    ...made.tables.flatMap(({ id, columns, rows }) =>
      columns.flatMap(({ heading }) => [
        `column:${id}/${heading}`,
        ...rows.map((_, index) => `cell:${id}/${index + 1}/${heading}`),
      ]),
    ),
  ]);
}

export function referenceOf(
  row: SheetRow,
  column: string,
  word: string,
  known: ReadonlySet<FigureReference>,
): FigureReference {
  const match = /^(\S+?)\s*[:：]\s*(.+)$/.exec(word);
  const reference = `${KINDS[match?.[1] ?? ''] ?? ''}:${match?.[2] ?? ''}`;
  if (!known.has(reference)) {
    const mend =
      '写法见“说明”：正文:编号、口径:编号、指标:编号、基期:编号、名单:编号、格:表格/行/表头。';
    row.fault(column, `没有数字「${word}」`, mend);
  }
  return reference;
}
