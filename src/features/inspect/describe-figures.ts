// Rows for typed figures: value with unit, resolution, and the printed cell that it was read from.
import type { Figure } from '../../domain/figure';
import type { RegionPack } from '../../domain/region-pack';
import { FIGURE_UNIT_WORDS, MEASURE_WORDS, RESOLUTION_WORDS } from '../../domain/wording';
import { formatQuantity, formatShare } from '../../ui/format';
import { inspectRow, type InspectRow } from './inspect-view';

/** 0.0463 share → "4.63%"; 214 households → "214 户". */
export function figureText(figure: Pick<Figure, 'value' | 'unit'>): string {
  return figure.unit === 'share'
    ? formatShare(figure.value, 2)
    : formatQuantity(figure.value, FIGURE_UNIT_WORDS[figure.unit]);
}

function figureRow(pack: RegionPack, figure: Figure): InspectRow {
  const table = pack.tables.find((candidate) => candidate.id === figure.cell.tableId);
  const { row, column } = figure.cell;
  return inspectRow(`${MEASURE_WORDS[figure.measure]}（${figure.year}年）`, figureText(figure), {
    resolution: RESOLUTION_WORDS[figure.resolution],
    note: figure.note ?? '',
    cells: [
      {
        text: `${table?.title ?? figure.cell.tableId} 第 ${row} 行“${column}”，印作“${figure.printed}”`,
        cell: figure.cell,
      },
    ],
    sourceIds: table === undefined ? [] : [table.documentId],
  });
}

/** Figures really known for this area, in table order. */
export function figureRows(pack: RegionPack, areaCode: string): readonly InspectRow[] {
  return pack.figures
    .filter((figure) => figure.areaCode === areaCode)
    .map((figure) => figureRow(pack, figure));
}
