// What the export dialog shows of a table: choices that hold, counts and the first rows as text.
import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../domain/lng-lat';
import { type ExportCrs, exportCrsChoices, suggestedZoneCrs } from '../../io/export-crs';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportFormatInfo,
  crsRefusal,
  exportFormat,
  formatRefusal,
} from '../../io/export-format';
import type { ExportCell, ExportColumn, ExportTable } from '../../io/export-table';
import { dimensionOf, simpleParts } from '../../io/export-table';
import { formatInteger } from '../../ui/format';

export const PREVIEW_ROWS = 8;

/** The wanted format where the table fits it, else the first that holds it. */
export function heldFormat(wanted: ExportFormat, table: ExportTable | null): ExportFormatInfo {
  const info = exportFormat(wanted);
  if (table === null || formatRefusal(info, table) === null) return info;
  return EXPORT_FORMATS.find((each) => formatRefusal(each, table) === null) ?? info;
}

/** The wanted system where the format takes it; else the region's zone or the first that it takes. */
export function heldCrs(wanted: string, format: ExportFormatInfo, bbox: BoundingBox): ExportCrs {
  const choices = exportCrsChoices(bbox).filter((crs) => crsRefusal(format, crs) === null);
  const zone = suggestedZoneCrs(bbox);
  const held = choices.find(({ id }) => id === wanted);
  return held ?? choices.find(({ kind }) => kind === 'geographic') ?? zone;
}

/** “区域建议” marks the zone of the region's middle. */
export function crsTitle(crs: ExportCrs, bbox: BoundingBox): string {
  return crs.id === suggestedZoneCrs(bbox).id ? `${crs.title}·本区域建议` : crs.title;
}

const DIMENSION_WORDS = { point: '点', line: '线', area: '面' } as const;

export function geometryWord(geometry: Geometry | null): string {
  if (geometry === null) return '无';
  const words = simpleParts(geometry).map(({ type }) => DIMENSION_WORDS[dimensionOf(type)]);
  return [...new Set(words)].join('') || '无';
}

/** “3,349 行：点 3,349”, “42 行：线 17，面 3，无图形 22”. */
export function countText({ rows }: ExportTable): string {
  const counts = new Map<string, number>();
  for (const { geometry } of rows) {
    const word = geometryWord(geometry);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const parts = [...counts].map(
    ([word, count]) => `${word === '无' ? '无图形' : word} ${formatInteger(count)}`,
  );
  return `${formatInteger(rows.length)} 行：${parts.join('，')}`;
}

const MOST_CELL_CHARACTERS = 40;

function cellText(cell: ExportCell, { kind }: ExportColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    const characters = [...cell];
    const isLong = characters.length > MOST_CELL_CHARACTERS;
    return isLong ? `${characters.slice(0, MOST_CELL_CHARACTERS).join('')}…` : cell;
  }
  return kind === 'share' ? `${(cell * 100).toFixed(1)}%` : String(Number(cell.toFixed(3)));
}

/** The first rows of the chosen columns, as text. */
export function previewRows(
  table: ExportTable,
  fields: readonly number[],
): readonly (readonly string[])[] {
  return table.rows
    .slice(0, PREVIEW_ROWS)
    .map(({ cells }) =>
      fields.map((at) =>
        cellText(cells[at] ?? null, table.columns[at] ?? { heading: '', kind: 'text' }),
      ),
    );
}

export const KIND_WORDS: Readonly<Record<ExportColumn['kind'], string>> = {
  text: '文字',
  code: '代码（文字）',
  integer: '整数',
  number: '数字',
  share: '比例',
};
