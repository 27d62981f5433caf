import { estimatePoverty } from '../analysis/poverty-estimate';
import { type DocumentSession, openDocument } from '../document/document-session';
import { staleAlignments } from '../document/effective-projects';
import { browserStorage } from '../document/storage';
import { indexPack } from '../domain/pack-index';
import type { Outcome, Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { createEngineClient } from '../engine/client';
import { workerTransport } from '../engine/worker-transport';
import { type LoadProgress, loadPack } from '../packs/load';
import { fetchSource } from '../packs/source';
import { engineWorker } from './engine-worker';
import { villageColumns } from './village-columns';
import type { Workspace } from './workspace';

/** Places that the user gave to projects which this version of the pack does not have: kept, but nowhere to be seen. */
function staleNotes(pack: RegionPack, documents: DocumentSession): readonly Problem[] {
  return staleAlignments(pack.projects, documents.state.getState().doc).map((alignment) => ({
    code: 'alignment-without-project',
    severity: 'warning',
    where: {},
    text: `您为项目 ${alignment.projectId} 标绘的位置仍然保存着，但当前数据包没有这个项目。`,
    mend: '请换回原来的数据包，或为改名后的项目重新标绘。',
  }));
}

/** Loads a shipped region, starts its engine and opens the document made on it. */
export async function openRegion(
  regionId: string,
  onProgress: (progress: LoadProgress) => void,
): Promise<Outcome<Workspace>> {
  const loaded = await loadPack(fetchSource(`geodata/${regionId}`), { onProgress });
  if (!loaded.ok) return loaded;
  const pack = loaded.value;
  const engine = createEngineClient(workerTransport(engineWorker()));
  const [opened] = await Promise.all([
    openDocument({ packId: pack.id, packVersion: pack.version, storage: browserStorage() }),
    engine.run('load-villages', villageColumns(pack)),
  ]);
  const index = indexPack(pack);
  const workspace: Workspace = {
    pack,
    index,
    estimate: estimatePoverty(pack),
    ownFigures: new Map(),
    engine,
    documents: opened.session,
    notes: [...loaded.notes, ...opened.notes, ...staleNotes(pack, opened.session)],
  };
  return { ok: true, value: workspace, notes: workspace.notes };
}
