import type { Problem } from '../domain/problem';

/** What a writer gives: the file's bytes and what it could not write as it was. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly notes: readonly Problem[];
}
