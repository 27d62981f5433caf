// What the inspector shows, as plain data: a title, badges, sections of labelled rows. One shape for every kind of thing.
import type { CellReference } from '../../domain/source';
import type { Inspected } from './inspected';

export interface InspectLink {
  readonly text: string;
  readonly to: Inspected;
}

/** A printed cell that a value was read from. */
export interface InspectCell {
  readonly text: string;
  readonly cell: CellReference;
}

export interface InspectRow {
  readonly label: string;
  readonly value: string;
  /** 村级数据 / 乡镇级数据 / 估算·乡镇均摊 …; empty where no figure is shown. */
  readonly resolution: string;
  /** Evidence, method or limits, in a sentence; empty when there is nothing to add. */
  readonly note: string;
  readonly cells: readonly InspectCell[];
  readonly links: readonly InspectLink[];
  readonly sourceIds: readonly string[];
  /** True for a value that our own judgement, not a source, put here. */
  readonly inferred: boolean;
}

export interface InspectSection {
  readonly title: string;
  readonly rows: readonly InspectRow[];
}

export interface InspectView {
  /** 村 / 乡镇 / 县 / 项目 … */
  readonly kindWord: string;
  readonly title: string;
  /** 12-, 9- or 6-digit code; null for things without one. */
  readonly code: string | null;
  readonly badges: readonly string[];
  readonly sections: readonly InspectSection[];
}

type RowExtras = Partial<Omit<InspectRow, 'label' | 'value'>>;

export function inspectRow(label: string, value: string, extras: RowExtras = {}): InspectRow {
  return {
    label,
    value,
    resolution: '',
    note: '',
    cells: [],
    links: [],
    sourceIds: [],
    inferred: false,
    ...extras,
  };
}

/** A section, or nothing when it would be empty: spread the result into the list of sections. */
export function sectionIf(title: string, rows: readonly InspectRow[]): readonly InspectSection[] {
  return rows.length === 0 ? [] : [{ title, rows }];
}
