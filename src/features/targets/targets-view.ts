// The targets as the panel lists them: narrowed, and put under the headings of the plan's own groups.
import type { TargetProgress, TargetState } from '../../analysis/target-progress';

/** due: to be reached by the year looked at · lacking: no actual, or no figure in the document. */
export type TargetChoice = 'due' | 'missed' | 'lacking' | 'binding';

export const TARGET_CHOICES: readonly (readonly [TargetChoice, string])[] = [
  ['due', '到期'],
  ['missed', '到期未达到'],
  ['lacking', '缺数据'],
  ['binding', '约束性'],
];

const LACKING: ReadonlySet<TargetState> = new Set(['no-actual', 'no-value']);

function isOf(choice: TargetChoice, { target, state, isDue }: TargetProgress): boolean {
  switch (choice) {
    case 'due':
      return isDue;
    case 'missed':
      return state === 'missed';
    case 'lacking':
      return LACKING.has(state);
    case 'binding':
      return target.nature === 'binding';
  }
}

export function choiceCount(choice: TargetChoice, rows: readonly TargetProgress[]): number {
  return rows.filter((row) => isOf(choice, row)).length;
}

/** Null = all; a row must have every word of the search in its name, group, chapter or wording. */
export function shownTargets(
  rows: readonly TargetProgress[],
  choice: TargetChoice | null,
  search: string,
): readonly TargetProgress[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { name, group, chapter, printed } = row.target;
    const text = [name, group, chapter, printed].join('\n').toLowerCase();
    return (choice === null || isOf(choice, row)) && words.every((word) => text.includes(word));
  });
}

/** In the order in which the groups first occur; targets without a group come last. */
export function groupedTargets(
  rows: readonly TargetProgress[],
): readonly (readonly [group: string, rows: readonly TargetProgress[]])[] {
  const groups = new Map<string, TargetProgress[]>();
  for (const row of rows) {
    const own = groups.get(row.target.group);
    if (own) own.push(row);
    else groups.set(row.target.group, [row]);
  }
  const named = [...groups].filter(([group]) => group !== '');
  const others = groups.get('');
  return others ? [...named, ['其他', others]] : named;
}

/** Years that can be looked at: those of the plan, its targets and what was entered. */
export function targetYears(
  rows: readonly TargetProgress[],
  planYears: readonly [number, number],
): readonly [first: number, last: number] {
  const years = rows.flatMap(({ target, actuals }) => [
    target.year,
    ...actuals.map(({ year }) => year),
    ...(target.base ? [target.base.year] : []),
  ]);
  return [Math.min(...planYears, ...years), Math.max(...planYears, ...years)];
}
