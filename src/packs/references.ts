// Codes and ids that one record mentions of another.
import type { Problem, ProblemSeverity } from '../domain/problem';
import { type Parsed, problemAt } from './pack-problem';

/** Codes of the areas that loaded; what every layer may refer to. */
export interface AreaCodes {
  readonly counties: ReadonlySet<string>;
  readonly townships: ReadonlySet<string>;
}

export interface Mention {
  readonly row: number;
  /** Field that holds the code. */
  readonly column: string;
  readonly code: string;
}

const MEND_CODE = '请核对代码是否写错，或补上被引用的记录。';

/** One problem for each mention that is not among the known codes. `what` names the kind of thing, e.g. 县. */
export function unknownMentions(
  file: string,
  severity: ProblemSeverity,
  what: string,
  known: ReadonlySet<string>,
  mentions: Iterable<Mention>,
): Problem[] {
  const problems: Problem[] = [];
  for (const { row, column, code } of mentions) {
    if (known.has(code)) continue;
    const text = `引用的${what}「${code}」不存在。`;
    problems.push(
      problemAt(severity, 'pack-unknown-reference', { file, row, column }, text, MEND_CODE),
    );
  }
  return problems;
}

/** One problem for each code or id that occurs again, naming both places. */
export function duplicateProblems(
  file: string,
  column: string,
  codes: readonly Mention[],
): Problem[] {
  const firstRow = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { row, code } of codes) {
    const first = firstRow.get(code);
    if (first === undefined) {
      firstRow.set(code, row);
      continue;
    }
    const what = `「${code}」与第 ${first} 处重复。`;
    const mend = '每个代码只能出现一次：请删去重复的一条或改正代码。';
    problems.push(problemAt('error', 'pack-duplicate', { file, row, column }, what, mend));
  }
  return problems;
}

/** A child code must begin with its parent's. */
export function prefixProblem(
  file: string,
  mention: Mention,
  parentCode: string,
  parentWord: string,
): Problem | null {
  if (mention.code.startsWith(parentCode)) return null;
  const what = `代码「${mention.code}」不以所属${parentWord}代码「${parentCode}」开头。`;
  const mend = '请核对代码与所属关系。';
  const where = { file, row: mention.row, column: mention.column };
  return problemAt('error', 'pack-hierarchy', where, what, mend);
}

/** Keeps file order when it is code order already; otherwise sorts and warns. */
export function inCodeOrder<T extends { readonly code: string }>(
  file: string,
  items: readonly T[],
): Parsed<readonly T[]> {
  const sorted = items.every((item, index) => {
    const previous = items[index - 1];
    return previous === undefined || previous.code <= item.code;
  });
  if (sorted) return { value: items, problems: [] };
  const value = items.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const what = '没有按代码排序，已在读入时排好。';
  const mend = '不影响使用；可按代码排序后重新生成数据包。';
  return { value, problems: [problemAt('warning', 'pack-order', { file }, what, mend)] };
}
