import { estimatePoverty } from '../analysis/poverty-estimate';
import { openDocument } from '../document/document-session';
import { browserStorage } from '../document/storage';
import { indexPack } from '../domain/pack-index';
import type { Outcome } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { createEngineClient } from '../engine/client';
import type { VillageColumns } from '../engine/protocol';
import { workerTransport } from '../engine/worker-transport';
import { type LoadProgress, loadPack } from '../packs/load';
import { fetchSource } from '../packs/source';
import type { Workspace } from './workspace';

function villageColumns(pack: RegionPack): VillageColumns {
  const count = pack.villages.length;
  const columns = {
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    accuracyMetres: new Float64Array(count),
  };
  pack.villages.forEach((village, row) => {
    columns.lng[row] = village.position[0];
    columns.lat[row] = village.position[1];
    columns.accuracyMetres[row] = village.positionAccuracyMetres;
  });
  return columns;
}

/** Loads a shipped region, starts its engine and opens the document made on it. */
export async function openRegion(
  regionId: string,
  onProgress: (progress: LoadProgress) => void,
): Promise<Outcome<Workspace>> {
  const loaded = await loadPack(fetchSource(`geodata/${regionId}`), { onProgress });
  if (!loaded.ok) return loaded;
  const pack = loaded.value;
  const engine = createEngineClient(workerTransport());
  const [opened] = await Promise.all([
    openDocument({ packId: pack.id, packVersion: pack.version, storage: browserStorage() }),
    engine.run('load-villages', villageColumns(pack)),
  ]);
  const index = indexPack(pack);
  const workspace: Workspace = {
    pack,
    index,
    estimate: estimatePoverty(pack),
    engine,
    documents: opened.session,
    notes: [...loaded.notes, ...opened.notes],
  };
  return { ok: true, value: workspace, notes: workspace.notes };
}
