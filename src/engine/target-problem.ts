// A refused geometry in words for the page: which project, which value, what to do.
import type { Problem } from '../domain/problem';
import { LARGEST_LATITUDE, ShapeError } from '../geo/project-shape';
import type { ShapeRefusal } from '../geo/project-shape';

const REASONS: Readonly<Record<ShapeRefusal, (value: string) => string>> = {
  'not-a-number': (value) => `有一点的坐标（${value}）不是数字`,
  latitude: (value) => `有一点的纬度为 ${value}，超出可计算的 ±${LARGEST_LATITUDE}°`,
  longitude: (value) => `有一点的经度为 ${value}，超出 ±360°`,
  'round-the-pole': (value) => `有一条面边界绕极点一周（${value}）`,
};

/** An expected failure of a call; `problem` is what the page shows. Still a ShapeError for callers in process. */
export class EngineProblem extends ShapeError {
  constructor(
    readonly problem: Problem,
    cause: ShapeError,
    message: string,
  ) {
    super(cause.refusal, cause.value, message);
    this.name = 'EngineProblem';
  }
}

function problemOf(error: ShapeError, subject: string, mend: string): Problem {
  const text = `${subject}无法计算距离：${REASONS[error.refusal](error.value)}。`;
  return { code: `geometry-${error.refusal}`, severity: 'error', where: {}, text, mend };
}

/** Runs `work` on one target; a ShapeError from it becomes an EngineProblem that names the target. */
export function naming<T>(
  target: { readonly id: string; readonly name?: string },
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const mend = '请改正或重新标绘该项目的位置，也可以先取消选择它；其余项目可以照常计算。';
    const problem = problemOf(error, `项目“${target.name ?? target.id}”`, mend);
    throw new EngineProblem(problem, error, `${target.id}: ${error.message}`);
  }
}

/** The same for the villages as a whole. */
export function namingVillages<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const problem = problemOf(error, '村庄数据', '请改正该村的坐标后重新打开数据。');
    throw new EngineProblem(problem, error, error.message);
  }
}
