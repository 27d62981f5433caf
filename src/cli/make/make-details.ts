// What a workbook says below its projects and relocation programmes: places and printed figures, by the id they belong to.
import type { ProjectFigure, ProjectPlace } from '../../domain/project';
import type { Converter } from '../../io/crs-convert';
import type { Sources } from './make-sources';
import { pointIn } from './point-in';
import type { SheetRow, Workbook } from './sheet-rows';
import { YES_NO_WORDS } from './template-shown';

const POINT = { lng: '经度', lat: '纬度', accuracy: '误差（米）' };

interface Parts {
  readonly book: Workbook;
  readonly sources: Sources;
  readonly convert: Converter;
}

export class Details<T> {
  readonly #column: string;
  readonly #rows: readonly SheetRow[];
  readonly #byId = new Map<string, readonly T[]>();

  constructor(rows: readonly SheetRow[], column: string, read: (row: SheetRow) => T) {
    this.#rows = rows;
    this.#column = column;
    for (const row of rows) {
      const id = row.filled(column);
      this.#byId.set(id, [...this.of(id), read(row)]);
    }
  }

  of(id: string): readonly T[] {
    return this.#byId.get(id) ?? [];
  }

  /** A fault for every row that belongs to none of these. */
  refuseOthers(known: readonly { readonly id: string }[], words: string): void {
    for (const row of this.#rows) {
      const id = row.text(this.#column);
      if (id === '' || known.some((each) => each.id === id)) continue;
      row.fault(this.#column, `没有编号为「${id}」的${words}`, `请填${words}的编号。`);
    }
  }
}

export function placeDetails({ book, sources, convert }: Parts): Details<ProjectPlace> {
  return new Details(book.rows('项目地点'), '项目', (row) => {
    const point = pointIn(row, POINT, convert);
    return {
      name: row.filled('名称'),
      position: point?.position ?? null,
      accuracyMetres: point?.accuracyMetres ?? null,
      role: row.text('作用'),
      inferred: row.choice('推定', YES_NO_WORDS) === 'yes',
      sourceIds: [sources.of(row)],
    };
  });
}

export function figureDetails({ book, sources }: Parts): Details<ProjectFigure> {
  return new Details(book.rows('对象数字'), '对象', (row) => ({
    label: row.filled('名称'),
    text: row.filled('原文'),
    sourceIds: [sources.of(row)],
  }));
}
