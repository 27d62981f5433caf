// Sheet 资料, and the sources that other rows name.
import type { Source } from '../../domain/source';
import { type SheetRow, type Workbook, refuseRepeated } from './sheet-rows';

/** Source id of the region's own plan. */
export const MAIN_DOCUMENT = 'P0';

export class Sources {
  readonly records: readonly Source[];
  readonly #ids: ReadonlySet<string>;

  constructor(book: Workbook) {
    const rows = book.rows('资料');
    refuseRepeated(rows, '编号');
    this.records = rows.map((row): Source => ({
      id: row.filled('编号'),
      title: row.filled('标题'),
      date: row.text('日期'),
      licence: row.text('许可'),
      citation: row.text('引用'),
      note: row.text('备注'),
    }));
    this.#ids = new Set(this.records.map(({ id }) => id));
  }

  /** The source that a row's 来源 names; the plan where it names none. */
  of(row: SheetRow): string {
    const id = row.text('来源') || MAIN_DOCUMENT;
    if (!this.#ids.has(id))
      row.fault('来源', `“资料”表里没有「${id}」`, '请在“资料”表补上，或改正编号。');
    return id;
  }
}
