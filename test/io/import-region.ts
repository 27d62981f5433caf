// The real 运城 pack as imports see it, and layers made by hand.
import { join } from 'node:path';
import type { ImportContext } from '../../src/io/import-choices';
import type { SourceCell, SourceFile, SourceLayer } from '../../src/io/source-layer';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

export async function yunchengContext(): Promise<ImportContext> {
  const outcome = await loadPack(folderSource(join(import.meta.dirname, '../../geodata/yuncheng')));
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  const { bbox, counties, townships, villages } = outcome.value;
  return { bbox, counties, townships, villages };
}

/** A plain table; rows count from 1. */
export function tableLayer(rows: readonly (readonly SourceCell[])[], name = '表'): SourceLayer {
  return {
    name,
    headings: null,
    rows: rows.map((cells, at) => ({ row: at + 1, cells, geometry: null })),
    declaredCrs: null,
  };
}

export function sourceOf(layer: SourceLayer, fileName = 'table.csv'): SourceFile {
  const format = layer.headings === null ? 'csv' : 'geojson';
  return { fileName, format, encoding: 'utf-8', sha256: '0'.repeat(64), layers: [layer] };
}
