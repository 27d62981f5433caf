import { estimatePoverty } from '../analysis/poverty-estimate';
import { openLibrary } from '../document/document-library';
import { breathe, inBreaths } from '../document/breathe';
import { documentLocks } from '../document/document-locks';
import type { DocumentSession } from '../document/document-session';
import { browserStore } from '../document/document-store';
import { staleAlignments } from '../document/effective-projects';
import { newId } from '../document/new-id';
import { indexPackSteps } from '../domain/pack-index';
import type { Outcome, Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { createEngineClient } from '../engine/client';
import { workerTransport } from '../engine/worker-transport';
import { loadPack } from '../packs/load';
import { fetchSource } from '../packs/source';
import { tabMemory } from './document-tab-memory';
import { engineWorker } from './engine-worker';
import { contentOf } from '../document/plan-document';
import { villageColumns } from './village-columns';
import type { Workspace } from './workspace';

/** One a page: a region opened again in the same page takes its document from itself. */
const locks = documentLocks();

/** Places that the user gave to projects which this version of the pack does not have: kept, but nowhere to be seen. */
function staleNotes(pack: RegionPack, documents: DocumentSession): readonly Problem[] {
  return staleAlignments(pack.projects, contentOf(documents.state.getState().doc)).map(
    (alignment) => ({
      code: 'alignment-without-project',
      severity: 'warning',
      where: {},
      text: `您为项目 ${alignment.projectId} 标绘的位置仍然保存着，但当前数据包没有这个项目。`,
      mend: '请换回原来的数据包，或为改名后的项目重新标绘。',
    }),
  );
}

/** How far the opening has come: bytes of the pack's files read, then villages checked. */
export interface OpeningStep {
  readonly stage: 'files' | 'villages';
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
}

/** Between two breaths: long enough to cost nothing, short enough that the progress moves. */
const BREATH_MILLISECONDS = 12;

/** Loads a shipped region, starts its engine and opens the document made on it. */
export async function openRegion(
  regionId: string,
  onStep: (step: OpeningStep) => void,
): Promise<Outcome<Workspace>> {
  let last = performance.now();
  const loaded = await loadPack(fetchSource(`geodata/${regionId}`), {
    onProgress: ({ doneBytes: done, totalBytes: total }) => onStep({ stage: 'files', done, total }),
    breathe: async (done, total) => {
      if (performance.now() - last < BREATH_MILLISECONDS) return;
      onStep({ stage: 'villages', done, total });
      await breathe();
      last = performance.now();
    },
  });
  if (!loaded.ok) return loaded;
  const pack = loaded.value;
  const engine = createEngineClient(workerTransport(engineWorker()));
  const [opened] = await Promise.all([
    openLibrary({
      packId: pack.id,
      packVersion: pack.version,
      store: browserStore(),
      locks,
      newId,
      tabMemory: tabMemory(pack.id),
    }),
    engine.run('load-villages', villageColumns(pack)),
  ]);
  const { library } = opened;
  const documents = library.session;
  const index = await inBreaths(indexPackSteps(pack));
  await breathe();
  const estimate = estimatePoverty(pack);
  await breathe();
  const workspace: Workspace = {
    pack,
    index,
    estimate,
    ownFigures: new Map(),
    villagesEpoch: 0,
    engine,
    documents,
    library,
    notes: [...loaded.notes, ...opened.notes, ...staleNotes(pack, documents)],
  };
  return { ok: true, value: workspace, notes: workspace.notes };
}
