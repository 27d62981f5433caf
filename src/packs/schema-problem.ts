// A zod schema applied to one record, with each finding put into Chinese: what was found and what should stand there.
import type { Problem, ProblemPlace } from '../domain/problem';
import * as z from 'zod/mini';
import { problemAt } from './pack-problem';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '数组',
  object: '对象',
  record: '对象',
  tuple: '数组',
  null: 'null',
};

const MAX_SHOWN = 40;

/** A found value as shown in a text: short, and "（无）" for a missing field. */
export function shownValue(value: unknown): string {
  if (value === undefined) return '（无）';
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `「${shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown}」`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `应为 ${issue.values.map((value) => JSON.stringify(value)).join('、')} 之一`;
    case 'too_small':
      return `不得小于 ${issue.minimum}`;
    case 'too_big':
      return `不得大于 ${issue.maximum}`;
    case 'invalid_format':
      return issue.pattern === '/\\S/' ? '不得为空' : `应符合格式 ${issue.pattern ?? issue.format}`;
    default:
      return '不合数据包规格';
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key + 1}]` : `${index > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks `data` and gives one problem an issue; list places inside the record count from 1. */
export function checkSchema<T>(
  schema: z.ZodMiniType<T>,
  data: unknown,
  where: ProblemPlace,
): Checked<T> {
  const result = z.safeParse(schema, data, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.map((issue) => {
    const column = pathText(issue.path);
    const place = column === '' ? where : { ...where, column };
    const textWord = issue.code === 'invalid_type' && typeof issue.input === 'string' ? '文本' : '';
    const what = `实为${textWord}${shownValue(issue.input)}，${expectation(issue)}。`;
    const mend = '请按 geodata/SPEC.md（数据包规格第 1 版）改正该字段。';
    return problemAt('error', 'pack-schema', place, what, mend);
  });
  return { ok: false, problems };
}
