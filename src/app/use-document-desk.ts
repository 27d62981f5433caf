import { useCallback, useMemo, useState } from 'react';
import type { DocumentHead } from '../document/database';
import type { Outcome } from '../domain/problem';
import type {
  DocumentActions,
  DocumentRow,
  FileState,
} from '../features/documents/documents-props';
import { freeTitle } from '../features/documents/documents-view';
import { type Recovery, useCuntuFiles } from './use-cuntu-files';
import { useDocumentMessages } from './use-document-messages';
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
  /** Opens the bytes of a .cuntu file as a new document, however they came (dropped, chosen). */
  readonly openCuntuFile: (bytes: Uint8Array, name: string) => Promise<void>;
}

const NEW_TITLE = '新方案';

function rowOf({ id, title, savedAt, size, deletedAt }: DocumentHead): DocumentRow {
  return { id, title, savedAt, size, isDeleted: deletedAt !== null };
}

export function useDocumentDesk(): DocumentDesk {
  const { documents, library } = useWorkspace();
  const messages = useDocumentMessages();
  const { tell, told, deleted } = messages;
  const [rows, setRows] = useState<readonly DocumentRow[] | null>(null);
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const [isTaking, setTaking] = useState(false);
  const links = useLinkedFiles();
  const files = useCuntuFiles(links, messages, setRecovery);

  const refresh = useCallback((): void => {
    void library.list().then((list) => setRows(list.ok ? list.value.map(rowOf) : []));
  }, [library]);

  const actions = useMemo<DocumentActions>(() => {
    const created = async (make: (title: string) => Promise<Outcome<unknown>>, wanted: string) => {
      const list = await library.list();
      const titles = list.ok ? list.value.map(({ title }) => title) : [];
      told(await make(freeTitle(wanted, titles)));
    };
    const back = async (id: string): Promise<void> => {
      tell(await library.restore(id));
      told(await library.open(id));
    };
    const remove = async (id: string, title: string): Promise<void> => {
      const refused = await library.remove(id);
      if (refused) tell(refused);
      else deleted(title, () => void back(id).then(refresh));
    };
    const title = (): string => documents.state.getState().doc.title;
    return {
      onNew: () => void created(library.create, NEW_TITLE).then(refresh),
      onOpenFile: () => void files.choose().then(refresh),
      onSave: () => void files.save(),
      onSaveAs: () => void files.saveAs(),
      onOpen: (id) => void library.open(id).then(told).then(refresh),
      onRename: (id, name) => void library.rename(id, name).then(tell).then(refresh),
      onDuplicate: () => void created(library.duplicate, `${title()} 副本`).then(refresh),
      onDelete: (id, name) => void remove(id, name).then(refresh),
      onRestore: (id) => void library.restore(id).then(tell).then(refresh),
    };
  }, [documents, library, deleted, files, refresh, tell, told]);

  const takeOver = useCallback((): void => {
    setTaking(true);
    const end = (): void => setTaking(false);
    void library.takeOver().then(tell).finally(end);
  }, [library, tell]);
  const openCuntuFile = useCallback(
    (bytes: Uint8Array, name: string) => files.open(bytes, { name, handle: null }),
    [files],
  );
  const closeRecovery = useCallback(() => setRecovery(null), []);
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
    openCuntuFile,
  };
}
