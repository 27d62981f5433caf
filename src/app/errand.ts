// Work that a click or a timer began and nobody waits for. That it failed (a part of the program that could not be fetched,
// say) is told at the top of the page by `useErrandMessages`.
import { create } from 'zustand';
import { type Problem, reasonOf } from '../domain/problem';

export const useErrands = create<{ readonly failed: Problem | null }>(() => ({ failed: null }));

/** `what`: Chinese, what was to be done. */
export function errand(work: Promise<unknown>, what: string): void {
  work.catch((error: unknown) => {
    const text = `${what}没有做完：${reasonOf(error)}。`;
    const mend = '已保存的方案不受影响；请刷新页面后再试。';
    useErrands.setState({
      failed: { code: 'errand-failed', severity: 'error', where: {}, text, mend },
    });
  });
}
