import { useCallback, useMemo, useState } from 'react';
import type { DocumentHead } from '../document/database';
import type { PlanDocument } from '../document/plan-document';
import type { Outcome, Problem } from '../domain/problem';
import type {
  DocumentActions,
  DocumentRow,
  FileState,
} from '../features/documents/documents-props';
import { freeTitle } from '../features/documents/documents-view';
import type { RegionOffer } from './region-offers';
import { type Recovery, useCuntuFiles } from './use-cuntu-files';
import { useDocumentMessages } from './use-document-messages';
import { type GoTo, useLeaveRegion, usePackVersion } from './use-leave-region';
import { useLinkedFiles } from './use-linked-files';
import { useWorkspace } from './workspace';

/** All that can be done with documents, for menu, dialogs and keys. */
export interface DocumentDesk {
  readonly actions: DocumentActions;
  /** Documents of this browser, last opened first; null before the first refresh. */
  readonly rows: readonly DocumentRow[] | null;
  readonly refresh: () => void;
  readonly file: FileState | null;
  readonly recovery: Recovery | null;
  readonly closeRecovery: () => void;
  readonly isTaking: boolean;
  readonly takeOver: () => void;
  readonly goTo: GoTo;
  /** A document whose region is not here, to be read in words; null: none. */
  readonly homeless: PlanDocument | null;
  readonly closeHomeless: () => void;
  /** A message at the top of the page. */
  readonly tell: (problem: Problem | null) => void;
  /** Says what was wrong with a file. */
  readonly onRecovery: (recovery: Recovery) => void;
  /** Opens the bytes of a .cuntu file as a new document, however they came (dropped, chosen). */
  readonly openCuntuFile: (bytes: Uint8Array, name: string) => Promise<void>;
}

const NEW_TITLE = '新方案';

function rowOf(head: DocumentHead, offers: readonly RegionOffer[]): DocumentRow {
  const { id, title, packId, savedAt, size, deletedAt } = head;
  const regionName = offers.find((offer) => offer.id === packId)?.name ?? null;
  return { id, title, regionId: packId, regionName, savedAt, size, isDeleted: deletedAt !== null };
}

type Messages = ReturnType<typeof useDocumentMessages>;

/** Opens a document wherever it belongs; one whose region is not here is shown in words. */
function useOpening(goTo: GoTo, { told }: Messages) {
  const { pack, library, offers } = useWorkspace();
  const [homeless, setHomeless] = useState<PlanDocument | null>(null);
  const openOf = useCallback(
    async (packId: string, id: string): Promise<void> => {
      if (packId === pack.id) told(await library.open(id));
      else if (offers.some((offer) => offer.id === packId)) {
        await goTo({ regionId: packId, documentId: id });
      } else {
        const seen = await library.look(id);
        if (told(seen)) setHomeless(seen.value);
      }
    },
    [pack.id, library, offers, goTo, told],
  );
  const closeHomeless = useCallback(() => setHomeless(null), []);
  return { openOf, homeless, closeHomeless };
}

/** 接管: the right to write comes to this tab. */
function useTakingOver({ tell }: Messages) {
  const { library } = useWorkspace();
  const [isTaking, setTaking] = useState(false);
  const takeOver = useCallback((): void => {
    setTaking(true);
    const end = (): void => setTaking(false);
    void library.takeOver().then(tell).finally(end);
  }, [library, tell]);
  return { isTaking, takeOver };
}

export function useDocumentDesk(): DocumentDesk {
  const { pack, documents, library, offers } = useWorkspace();
  const messages = useDocumentMessages();
  const { tell, told, deleted } = messages;
  const [rows, setRows] = useState<readonly DocumentRow[] | null>(null);
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const links = useLinkedFiles();
  const goTo = useLeaveRegion(links.file, messages);
  usePackVersion(goTo);
  const { openOf, homeless, closeHomeless } = useOpening(goTo, messages);
  const files = useCuntuFiles(links, messages, setRecovery, openOf);

  const refresh = useCallback((): void => {
    void library
      .list()
      .then((list) => setRows(list.ok ? list.value.map((head) => rowOf(head, offers)) : []));
  }, [library, offers]);

  const actions = useMemo<DocumentActions>(() => {
    const created = async (make: (title: string) => Promise<Outcome<unknown>>, wanted: string) => {
      const list = await library.list();
      const here = list.ok ? list.value.filter(({ packId }) => packId === pack.id) : [];
      const titles = here.map(({ title }) => title);
      told(await make(freeTitle(wanted, titles)));
    };
    const packOf = async (id: string): Promise<string> => {
      const list = await library.list();
      const head = list.ok ? list.value.find((each) => each.id === id) : undefined;
      return head?.packId ?? pack.id;
    };
    const back = async (id: string): Promise<void> => {
      tell(await library.restore(id));
      if ((await packOf(id)) === pack.id) told(await library.open(id));
    };
    const remove = async (id: string, title: string): Promise<void> => {
      const refused = await library.remove(id);
      if (refused) tell(refused);
      else deleted(title, () => void back(id).then(refresh));
    };
    const open = async (id: string): Promise<void> => openOf(await packOf(id), id);
    const title = (): string => documents.state.getState().doc.title;
    return {
      onNew: () => void created(library.create, NEW_TITLE).then(refresh),
      onOpenFile: () => void files.choose().then(refresh),
      onSave: () => void files.save(),
      onSaveAs: () => void files.saveAs(),
      onOpen: (id) => void open(id).then(refresh),
      onRename: (id, name) => void library.rename(id, name).then(tell).then(refresh),
      onDuplicate: () => void created(library.duplicate, `${title()} 副本`).then(refresh),
      onDelete: (id, name) => void remove(id, name).then(refresh),
      onRestore: (id) => void library.restore(id).then(tell).then(refresh),
    };
  }, [pack.id, documents, library, openOf, deleted, files, refresh, tell, told]);

  const openCuntuFile = useCallback(
    (bytes: Uint8Array, name: string) => files.open(bytes, { name, handle: null }),
    [files],
  );
  const closeRecovery = useCallback(() => setRecovery(null), []);
  const { isTaking, takeOver } = useTakingOver(messages);
  const { file } = links;
  return {
    actions,
    rows,
    refresh,
    file,
    recovery,
    closeRecovery,
    isTaking,
    takeOver,
    goTo,
    homeless,
    closeHomeless,
    tell,
    onRecovery: setRecovery,
    openCuntuFile,
  };
}
