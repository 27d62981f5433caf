import type { Problem } from '../domain/problem';
import type { Terminal } from './terminal';

/** Lists problems for people: severity, what and where, and the mend below. */
export function sayProblems(terminal: Terminal, problems: readonly Problem[]): void {
  for (const { severity, text, mend } of problems) {
    terminal.say(`${severity === 'error' ? '错误' : '注意'}  ${text}`);
    terminal.say(`      改法：${mend}`);
  }
}
