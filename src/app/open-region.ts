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
import { readRegions } from '../packs/read-regions';
import { type PackSource, fetchSource } from '../packs/source';
import { tabMemory } from './document-tab-memory';
import { engineWorker } from './engine-worker';
import { errand } from './errand';
import { listKept, packSource } from './kept-packs';
import { type KeptPack, type RegionOffer, otherVersions, regionOffers } from './region-offers';
import { rememberRegion } from './region-memory';
import { contentOf } from '../document/plan-document';
import { loadVersion, versionWanted } from './version-to-open';
import { villageColumns } from './village-columns';
import type { Workspace } from './workspace';

/** One a page: a region opened again in the same page takes its document from itself. */
const locks = documentLocks();
const store = browserStore();

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

export interface Regions {
  readonly offers: readonly RegionOffer[];
  readonly kept: readonly KeptPack[];
  /** Why some may be missing. */
  readonly problems: readonly Problem[];
}

/** What there is to open: shipped and kept. Never fails; the problems say what could not be listed. */
export async function knownRegions(): Promise<Regions> {
  const [shipped, stored] = await Promise.all([readRegions(fetchSource('geodata')), listKept()]);
  const kept = stored.ok ? stored.value : [];
  return {
    offers: regionOffers(shipped.ok ? shipped.value : [], kept),
    kept,
    problems: [...(shipped.ok ? [] : shipped.problems), ...(stored.ok ? [] : stored.problems)],
  };
}

/** A source that remembers what it gave. */
function recorded(source: PackSource, files: Map<string, Uint8Array>): PackSource {
  return {
    read: async (path) => {
      const bytes = await source.read(path);
      files.set(path, bytes);
      return bytes;
    },
  };
}

/** After opening: the first map does not wait for it. */
const KEEP_AFTER_MILLISECONDS = 3000;

function keepLater(
  pack: RegionPack,
  files: ReadonlyMap<string, Uint8Array>,
  kept: readonly KeptPack[],
): void {
  setTimeout(() => {
    errand(
      import('./keep-shipped').then(({ keepShipped }) => keepShipped(pack, files, kept, store)),
      '在本机留存这一版数据包',
    );
  }, KEEP_AFTER_MILLISECONDS);
}

interface LoadedPack {
  readonly pack: RegionPack;
  readonly notes: readonly Problem[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A pack from where it lies: with the program, or in this browser. */
async function loadFrom(
  place: RegionOffer,
  onStep: (step: OpeningStep) => void,
): Promise<Outcome<LoadedPack>> {
  let last = performance.now();
  const files = new Map<string, Uint8Array>();
  const loaded = await loadPack(recorded(packSource(place), files), {
    onProgress: ({ doneBytes: done, totalBytes: total }) => onStep({ stage: 'files', done, total }),
    breathe: async (done, total) => {
      if (performance.now() - last < BREATH_MILLISECONDS) return;
      onStep({ stage: 'villages', done, total });
      await breathe();
      last = performance.now();
    },
  });
  if (!loaded.ok) return loaded;
  const { value: pack, notes } = loaded;
  return { ok: true, value: { pack, notes, files }, notes };
}

/** Without storage, both packs and documents say so in the same words. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ text }, at) => problems.findIndex((each) => each.text === text) === at);
}

/** Loads a region's pack, starts its engine and opens the document made on it. */
export async function openRegion(
  { offers, kept, problems }: Regions,
  offer: RegionOffer,
  onStep: (step: OpeningStep) => void,
): Promise<Outcome<Workspace>> {
  const others = otherVersions(offer, kept);
  const wanted =
    others.length === 0 ? null : await versionWanted(store, offer.id, tabMemory(offer.id).get());
  const opening = await loadVersion({ offer, others, wanted }, (place) => loadFrom(place, onStep));
  if (!opening.ok) return opening;
  const { loaded, versions } = opening.value;
  const { pack, files } = loaded;
  const engine = createEngineClient(workerTransport(engineWorker()));
  const [opened] = await Promise.all([
    openLibrary({
      packId: pack.id,
      packVersion: pack.version,
      otherVersions: versions,
      store,
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
  rememberRegion(pack.id);
  const isOffered = pack.version === offer.version;
  const isWhole = loaded.notes.length === 0;
  if (isOffered && isWhole && offer.origin === 'shipped') keepLater(pack, files, kept);
  const workspace: Workspace = {
    pack,
    shipped: pack,
    index,
    estimate,
    ownFigures: new Map(),
    villagesEpoch: 0,
    engine,
    documents,
    library,
    offers,
    newer: isOffered ? null : offer,
    notes: distinct([
      ...loaded.notes,
      ...problems,
      ...opened.notes,
      ...staleNotes(pack, documents),
    ]),
  };
  return { ok: true, value: workspace, notes: workspace.notes };
}
