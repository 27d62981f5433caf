import type { TerrainGrid } from '../domain/elevation-grid';
import { cellMetres } from '../geo/elevation';

/** Size and fineness of a kept grid, Chinese: "1200×900 格，每格约 90 米（原文件每 3×3 格取平均）". */
export function terrainWords(
  grid: Pick<TerrainGrid, 'width' | 'height' | 'cellHeight' | 'unit' | 'thinnedBy'>,
): string {
  const { width, height, thinnedBy } = grid;
  const mean = thinnedBy === 1 ? '' : `（原文件每 ${thinnedBy}×${thinnedBy} 格取平均）`;
  return `${width}×${height} 格，每格约 ${Math.round(cellMetres(grid))} 米${mean}`;
}
