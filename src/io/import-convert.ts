// A source layer as a table to export: what `cuntu convert` writes. No region is needed, nothing is matched; geometry is
// checked and converted as in every import.
import type { BoundingBox } from '../domain/lng-lat';
import { readNumber, tidyText } from './column-text';
import type { ExportCell, ExportColumn, ExportRow, ExportTable } from './export-table';
import type { ImportChoices, ImportContext, ImportPreview } from './import-choices';
import { tableParts } from './import-columns';
import { previewImport } from './import-preview';
import { suggestChoices } from './import-suggest';
import type { SourceCell, SourceFile, SourceLayer, SourceRow } from './source-layer';

/** Where the numbers of a Chinese file are. */
const CHINA: BoundingBox = [72, 3, 136, 54];
const NOWHERE: ImportContext = { bbox: CHINA, counties: [], townships: [], villages: [] };

export interface LayerTable {
  readonly table: ExportTable;
  readonly preview: ImportPreview;
}

function asNumber(cell: SourceCell): number | null {
  const read = readNumber(cell);
  const isPlain = read.kind === 'number' && read.unit === null && !/^0\d/.test(tidyText(cell));
  return isPlain ? read.value : null;
}

function columnOf(heading: string, isCode: boolean, cells: readonly SourceCell[]): ExportColumn {
  const filled = cells.filter((cell) => tidyText(cell) !== '');
  const isNumber = !isCode && filled.length > 0 && filled.every((cell) => asNumber(cell) !== null);
  const isLong = filled.some((cell) => /^\d{9,}$/.test(tidyText(cell)));
  if (isCode || isLong) return { heading, kind: 'code' };
  return { heading, kind: isNumber ? 'number' : 'text' };
}

function cellOf(cell: SourceCell, { kind }: ExportColumn): ExportCell {
  if (kind === 'number') return asNumber(cell);
  const text = typeof cell === 'string' ? cell : tidyText(cell);
  return text === '' ? null : text;
}

/** Layers with data; sheets of remarks are left out where there are others. */
export function dataLayers({ layers, fileName }: SourceFile): readonly SourceLayer[] {
  const data = layers.filter((layer) => !suggestChoices(layer, fileName, NOWHERE).isRemarks);
  return data.length === 0 ? layers : data;
}

/**
 * The rows of a layer with a place, in WGS84, with all their columns but the coordinates. `crs` as `parseCrs` reads it.
 * What can not be converted is refused in `preview`, row by row.
 */
export async function layerTable(
  source: SourceFile,
  layer: SourceLayer,
  crs: string,
): Promise<LayerTable> {
  const { choices: guess } = suggestChoices(layer, source.fileName, NOWHERE);
  const choices: ImportChoices = {
    ...guess,
    crs,
    use: 'reference',
    allowOutside: true,
  };
  const preview = await previewImport(source, layer, choices, NOWHERE);
  const parts = tableParts(layer, choices);
  const kept = choices.columns.flatMap(({ role }, at) =>
    role === 'x' || role === 'y' ? [] : [at],
  );
  const columns = kept.map((at) => {
    const choice = choices.columns[at] as ImportChoices['columns'][number];
    const cells = parts.body.map((row) => row.cells[at] ?? null);
    return columnOf(choice.heading, choice.role === 'code', cells);
  });
  const byRow = new Map<number, SourceRow>(parts.body.map((row) => [row.row, row]));
  const features = preview.content?.kind === 'reference' ? preview.content.features : [];
  const rows = features.map(({ row, geometry }): ExportRow => {
    const cells = byRow.get(row)?.cells ?? [];
    return {
      cells: kept.map((at, place) => cellOf(cells[at] ?? null, columns[place] as ExportColumn)),
      geometry,
    };
  });
  const nameAt = kept.findIndex((at) => choices.columns[at]?.role === 'name');
  const table: ExportTable = {
    title: layer.name,
    columns,
    rows,
    labelColumn: nameAt < 0 ? null : nameAt,
    layerColumn: null,
    about: [`由 ${source.fileName} 转换；原坐标系 ${crs}`],
  };
  return { table, preview };
}
