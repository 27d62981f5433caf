// What one format's reader hands to `readSources`, and how it says that it can not.
import type { Outcome, Problem, ProblemPlace, ProblemSeverity } from '../domain/problem';
import type { SourceFormat, SourceLayer } from './source-layer';

export interface ReadLayers {
  readonly format: SourceFormat;
  /** null for a binary format. */
  readonly encoding: string | null;
  readonly layers: readonly SourceLayer[];
}

/** A problem of a file: `what` follows the file's name and ends with a full stop. `rowsAre` says what a row of it is. */
export function fileProblem(
  code: string,
  severity: ProblemSeverity,
  where: ProblemPlace & { readonly file: string },
  what: string,
  mend: string,
  rowsAre: '行' | '个要素' | '个地标' = '行',
): Problem {
  const place = where.row === undefined ? where.file : `${where.file} 第 ${where.row} ${rowsAre}`;
  return { code, severity, where, text: `${place}：${what}`, mend };
}

export function refuseFile(
  code: string,
  file: string,
  what: string,
  mend: string,
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [fileProblem(code, 'error', { file }, what, mend)] };
}

export function fileNote(code: string, file: string, what: string, mend: string): Problem {
  return fileProblem(code, 'warning', { file }, what, mend);
}

/** A file that was recognised but is broken inside; thrown by the parts of a reader, caught by `readSources`. */
export class BrokenFile extends Error {
  /** Chinese. */
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

export type LayersOutcome = Outcome<ReadLayers>;
