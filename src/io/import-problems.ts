// Collects what is wrong with a layer's rows, and keeps count: each row is ok, taken with a warning, or refused.
import type { Problem, ProblemSeverity } from '../domain/problem';
import type { SourceFormat } from './source-layer';

/** What a finding says, without place: Chinese, no full stop in `what`. */
export interface Finding {
  readonly code: string;
  readonly what: string;
  readonly mend: string;
}

const MOST_LISTED = 500;

/** Tables have rows as the user's program counts them; the others have features. */
const TABLE_FORMATS: readonly SourceFormat[] = ['csv', 'xlsx'];

export class ImportProblems {
  private readonly listed: Problem[] = [];
  private count = 0;
  private readonly warned = new Set<number>();
  private readonly refused = new Set<number>();
  private readonly isTable: boolean;

  /** `layerName`: printed where the file has several layers; else empty. */
  constructor(
    private readonly file: string,
    format: SourceFormat,
    private readonly layerName: string,
  ) {
    this.isTable = TABLE_FORMATS.includes(format);
  }

  /** "第 3 行" in a table, "第 3 个要素" elsewhere. */
  rowWords(row: number): string {
    return this.isTable ? `第 ${row} 行` : `第 ${row} 个要素`;
  }

  /** Several rows, at most five named. */
  rowsWords(rows: readonly number[]): string {
    const named = rows.slice(0, 5).join('、');
    const unit = this.isTable ? '行' : '个要素';
    return rows.length > 5 ? `第 ${named} 等 ${rows.length} ${unit}` : `第 ${named} ${unit}`;
  }

  /** The row is taken, with a warning. `column` is a heading. */
  warn(row: number, finding: Finding, column?: string): void {
    this.warned.add(row);
    this.add('warning', row, column, finding);
  }

  /** The row is not taken. */
  refuse(row: number, finding: Finding, column?: string): void {
    this.refused.add(row);
    this.add('error', row, column, finding);
  }

  /** About the whole layer; counts no row. */
  note(finding: Finding, column?: string): void {
    this.add('warning', null, column, finding);
  }

  /** The whole layer can not be used. */
  refuseAll(finding: Finding, column?: string): void {
    this.add('error', null, column, finding);
  }

  isRefused(row: number): boolean {
    return this.refused.has(row);
  }

  /** `rowsRead` rows, each counted once, a refused one as refused only. */
  counts(rowsRead: number): {
    readonly rowsOk: number;
    readonly rowsWarned: number;
    readonly rowsRefused: number;
  } {
    const rowsRefused = this.refused.size;
    const rowsWarned = [...this.warned].filter((row) => !this.refused.has(row)).length;
    return { rowsOk: rowsRead - rowsWarned - rowsRefused, rowsWarned, rowsRefused };
  }

  /** In file order, what is about the whole layer first. */
  finish(): { readonly problems: readonly Problem[]; readonly problemCount: number } {
    const problems = this.listed.toSorted((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0));
    return { problems, problemCount: this.count };
  }

  private add(
    severity: ProblemSeverity,
    row: number | null,
    column: string | undefined,
    { code, what, mend }: Finding,
  ): void {
    this.count += 1;
    if (this.listed.length >= MOST_LISTED) return;
    const layer = this.layerName === '' ? '' : `「${this.layerName}」`;
    const place = row === null ? '' : ` ${this.rowWords(row)}`;
    const cell = column === undefined ? '' : `「${column}」列`;
    const where = {
      file: this.file,
      ...(row === null ? {} : { row }),
      ...(column === undefined ? {} : { column }),
    };
    const text = `${this.file}${layer}${place}${cell}：${what}。`;
    this.listed.push({ code, severity, where, text, mend });
  }
}
