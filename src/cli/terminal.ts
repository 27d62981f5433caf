/** What a command may touch of the outside: tests give their own. */
export interface Terminal {
  /** Standard output; resolves when more may be written. */
  out(text: string): Promise<void>;
  /** Standard error: words for people. */
  say(line: string): void;
  /** The command's own file, for threads that help; without it there are none. */
  readonly entry?: URL;
}

/** Exit codes, also in `--help`. */
export const DONE = 0;
export const DATA_PROBLEM = 1;
export const WRONG_USAGE = 2;
export type ExitCode = 0 | 1 | 2;

/** The command line itself is wrong; the message says in Chinese what and how to mend it. */
export class UsageError extends Error {}
