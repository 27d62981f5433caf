// The document's terrain as one sampler, over all imports of elevation grids.
import { type TerrainSampler, terrainSampler } from '../analysis/terrain-facts';
import type { ImportRecord } from '../domain/imported';
import { parseCrs } from '../io/crs';
import { converterTo } from '../io/crs-convert';

const samplerByImports = new WeakMap<ReadonlyMap<string, ImportRecord>, TerrainSampler | null>();

function made(imports: ReadonlyMap<string, ImportRecord>): TerrainSampler | null {
  const layers = [...imports.values()].flatMap(({ content }) => {
    if (content.kind !== 'terrain') return [];
    const crs = parseCrs(content.grid.crs);
    // Only a forged file names a system that no import can have: its heights are nowhere.
    if (!crs.ok) return [];
    const convert = converterTo(crs.value);
    return [{ grid: content.grid, convert }];
  });
  if (layers.length === 0) return null;
  return terrainSampler(
    layers.toReversed().map(({ grid, convert }) => ({
      grid,
      toGrid: ([lng = Number.NaN, lat = Number.NaN]) => {
        const place = convert(lng, lat);
        return place.ok ? place.position : null;
      },
    })),
  );
}

/** Heights of the ground, a later import's before an earlier one's; null without any. The same for the same imports. */
export function terrainOf(imports: ReadonlyMap<string, ImportRecord>): TerrainSampler | null {
  const known = samplerByImports.get(imports);
  if (known !== undefined) return known;
  const sampler = made(imports);
  samplerByImports.set(imports, sampler);
  return sampler;
}
