// An export table from a list of things and what is told of each.
import type { Geometry } from 'geojson';
import type { ExportCell, ExportCellKind, ExportTable } from '../../io/export-table';

export interface Field<T> {
  readonly heading: string;
  readonly kind: ExportCellKind;
  readonly value: (item: T) => ExportCell;
}

export function field<T>(
  heading: string,
  kind: ExportCellKind,
  value: (item: T) => ExportCell,
): Field<T> {
  return { heading, kind, value };
}

/** null for NaN, infinities and gaps. */
export function knownNumber(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export interface FieldTableOptions<T> {
  readonly title: string;
  readonly about: readonly string[];
  readonly geometry: (item: T) => Geometry | null;
  /** Heading of the column that names a thing. */
  readonly label: string;
  /** Heading of the column that names the layers of a drawing. */
  readonly layer?: string;
}

/** One row an item. Throws when `label` or `layer` is none of the headings. */
export function fieldTable<T>(
  fields: readonly Field<T>[],
  items: readonly T[],
  options: FieldTableOptions<T>,
): ExportTable {
  const placeOf = (heading: string | undefined): number | null => {
    if (heading === undefined) return null;
    const place = fields.findIndex((each) => each.heading === heading);
    if (place < 0) throw new Error(`no column ${heading} among ${fields.length}`);
    return place;
  };
  return {
    title: options.title,
    columns: fields.map(({ heading, kind }) => ({ heading, kind })),
    rows: items.map((item) => ({
      cells: fields.map(({ value }) => value(item)),
      geometry: options.geometry(item),
    })),
    labelColumn: placeOf(options.label),
    layerColumn: placeOf(options.layer),
    about: options.about,
  };
}
