import { Suspense, lazy, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentRow } from '../features/documents/documents-props';
import { DocumentsMenu } from '../features/documents/documents-menu';
import { ReadOnlyBanner } from '../features/documents/read-only-banner';
import type { DocumentDesk } from './use-document-desk';
import { useEvictableStorage } from './use-evictable-storage';
import { useWorkspace } from './workspace';

// Loaded when first opened: the first map does without them.
const DocumentsDialog = lazy(async () => {
  const { DocumentsDialog: Dialog } = await import('../features/documents/documents-dialog');
  return { default: Dialog };
});
const TitleDialog = lazy(async () => {
  const { TitleDialog: Dialog } = await import('../features/documents/title-dialog');
  return { default: Dialog };
});
const HomelessDialog = lazy(async () => {
  const { HomelessDialog: Dialog } = await import('../features/documents/homeless-dialog');
  return { default: Dialog };
});
const RecoveryDialog = lazy(async () => {
  const { RecoveryDialog: Dialog } = await import('../features/documents/recovery-dialog');
  return { default: Dialog };
});

/** Asks before the page goes while changes are nowhere but in memory, be it for the moment that writing takes. */
function useLeaveWarning({ file }: DocumentDesk): void {
  const { documents } = useWorkspace();
  const isInFile = file?.isCurrent === true;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      const { save, history } = documents.state.getState();
      const isInMemory =
        save.kind === 'saving' || (save.kind === 'failed' && history.entries.length > 1);
      if (isInMemory && !isInFile) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [documents, isInFile]);
}

/** 方案 in the header, with the dialogs that it opens. */
export function DocumentHost({
  desk,
  onOpenPack,
}: {
  readonly desk: DocumentDesk;
  readonly onOpenPack: () => void;
}) {
  const { documents } = useWorkspace();
  const id = useStore(documents.state, (state) => state.doc.id);
  const title = useStore(documents.state, (state) => state.doc.title);
  const kept = useStore(documents.state, (state) => state.save);
  const access = useStore(documents.state, (state) => state.access);
  // When the list was opened; null: it is not.
  const [listedAt, setListedAt] = useState<Date | null>(null);
  const [retitled, setRetitled] = useState<Pick<DocumentRow, 'id' | 'title'> | null>(null);
  useLeaveWarning(desk);
  const isEvictable = useEvictableStorage(documents);
  const { actions, rows, refresh, file, recovery } = desk;
  const close = (): void => setListedAt(null);
  return (
    <>
      <DocumentsMenu
        id={id}
        title={title}
        kept={kept}
        isReadOnly={access.kind === 'read-only'}
        isEvictable={isEvictable}
        file={file}
        rows={rows}
        actions={actions}
        onRefresh={refresh}
        onShowAll={() => setListedAt(new Date())}
        onRetitle={() => setRetitled({ id, title })}
      />
      <Suspense>
        {listedAt && (
          <DocumentsDialog
            openId={id}
            rows={rows ?? []}
            now={listedAt}
            actions={actions}
            onRetitle={setRetitled}
            onClose={close}
          />
        )}
        {retitled && (
          <TitleDialog
            title={retitled.title}
            onTitle={(title) => actions.onRename(retitled.id, title)}
            onClose={() => setRetitled(null)}
          />
        )}
        {recovery && <RecoveryDialog {...recovery} onClose={desk.closeRecovery} />}
        {desk.homeless && (
          <HomelessDialog
            doc={desk.homeless}
            onOpenPack={onOpenPack}
            onClose={desk.closeHomeless}
          />
        )}
      </Suspense>
    </>
  );
}

/** The banner of a document that another tab edits; nothing otherwise. */
export function ReadOnlyHost({ desk }: { readonly desk: DocumentDesk }) {
  const { documents } = useWorkspace();
  const access = useStore(documents.state, (state) => state.access);
  if (access.kind === 'write') return null;
  return (
    <ReadOnlyBanner
      problem={access.problem}
      isTaking={desk.isTaking}
      onTakeOver={desk.takeOver}
      onDuplicate={desk.actions.onDuplicate}
    />
  );
}
