import type { Problem, ProblemPlace, ProblemSeverity } from '../domain/problem';

/** What a parser hands back: the value as far as it could be read, and all that was wrong. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** More than this many problems of one file help nobody; the rest is counted. */
const PROBLEMS_PER_FILE = 20;

function ordinalText(file: string, row: number): string {
  if (file.endsWith('.geojson')) return `第 ${row} 个要素`;
  if (file.endsWith('.json')) return `第 ${row} 条记录`;
  return `第 ${row} 行`;
}

/** { file: "villages.csv", row: 12, column: "lng" } → "villages.csv 第 12 行「lng」". */
export function placeText(where: ProblemPlace): string {
  const file = where.file ?? '';
  const parts = [file];
  if (where.row !== undefined) parts.push(ordinalText(file, where.row));
  const column = where.column === undefined ? '' : `「${where.column}」`;
  return parts.filter((part) => part !== '').join(' ') + column;
}

/** A problem whose text begins with its place. In .geojson and .json files `where.row` counts records from 1. */
export function problemAt(
  severity: ProblemSeverity,
  code: string,
  where: ProblemPlace,
  what: string,
  mend: string,
): Problem {
  return { code, severity, where, text: `${placeText(where)}：${what}`, mend };
}

/** Keeps the first problems of a file and says how many more there are. */
export function limitProblems(file: string, problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.slice(PROBLEMS_PER_FILE);
  if (rest.length === 0) return problems;
  const severity = rest.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  return [
    ...problems.slice(0, PROBLEMS_PER_FILE),
    problemAt(
      severity,
      'pack-more-problems',
      { file },
      `另有 ${rest.length} 处问题未逐一列出。`,
      '先改正已列出的问题，再重新打开。',
    ),
  ];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Advice shared by all damage that a fresh copy of the pack mends. */
export const MEND_REPLACE_PACK =
  '请重新复制或下载完整的数据包；若是自己修改过，请改正后重新生成 pack.json。';
