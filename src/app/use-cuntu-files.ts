import { useCallback, useEffect, useMemo, useRef } from 'react';
import { newId } from '../document/new-id';
import type { Problem } from '../domain/problem';
import { sha256Hex } from '../io/sha256';
import type { FileTarget } from './document-files';
import { fileName } from './download';
import { keepHandle } from './file-handles';
import type { DocumentMessages } from './use-document-messages';
import type { LinkedFiles } from './use-linked-files';
import { useWorkspace } from './workspace';

/** What opening a file found wrong with it. */
export interface Recovery {
  readonly fileName: string;
  /** Some of it was recovered and is now open. */
  readonly isOpened: boolean;
  readonly problems: readonly Problem[];
}

interface CuntuFiles {
  readonly save: () => Promise<void>;
  readonly saveAs: () => Promise<void>;
  readonly choose: () => Promise<void>;
  readonly open: (bytes: Uint8Array, target: FileTarget) => Promise<void>;
}

/** The open document to a .cuntu file and back. */
export function useCuntuFiles(
  { linked, link }: LinkedFiles,
  { done, told }: DocumentMessages,
  onRecovery: (recovery: Recovery) => void,
  openOf: (packId: string, id: string) => Promise<void>,
): CuntuFiles {
  const { pack, documents, library } = useWorkspace();
  const linkedNow = useRef(linked);
  useEffect(() => {
    linkedNow.current = linked;
  });

  const saveTo = useCallback(
    async (target: FileTarget | null): Promise<void> => {
      const { doc } = documents.state.getState();
      const { saveFile } = await import('./document-files');
      const saved = await saveFile(target, fileName([doc.title], 'cuntu'), async () => {
        const { writeCuntu } = await import('../document/write-cuntu');
        const bytes = await writeCuntu(doc, sha256Hex);
        return new Uint8Array(bytes);
      });
      if (!saved || !told(saved)) return;
      link(doc.id, { target: saved.value, doc });
      done(`已保存到 ${saved.value.name}`);
    },
    [documents, link, done, told],
  );
  const open = useCallback(
    async (bytes: Uint8Array, target: FileTarget): Promise<void> => {
      const about = { fileName: target.name, packId: pack.id, digest: sha256Hex };
      const { readCuntu } = await import('../document/read-cuntu');
      const read = await readCuntu(bytes, about);
      if (!read.ok) {
        onRecovery({ fileName: target.name, isOpened: false, problems: read.problems });
        return;
      }
      const { doc, isWhole } = read.value;
      const own = isWhole ? doc : { ...doc, id: newId(), title: `${doc.title}（恢复）` };
      if (own.packId !== pack.id) {
        const kept = await library.keep(own);
        if (!told(kept)) return;
        if (isWhole && target.handle) await keepHandle(kept.value, target.handle);
        if (!isWhole)
          return onRecovery({ fileName: target.name, isOpened: true, problems: read.notes });
        return openOf(own.packId, kept.value);
      }
      const added = await library.add(own);
      if (!told(added)) return;
      if (isWhole) link(added.value.id, { target, doc: added.value });
      else onRecovery({ fileName: target.name, isOpened: true, problems: read.notes });
      done(`已打开「${own.title}」`);
    },
    [library, link, done, onRecovery, openOf, pack.id, told],
  );
  const choose = useCallback(async (): Promise<void> => {
    const { chooseFile } = await import('./document-files');
    const chosen = await chooseFile();
    if (chosen && told(chosen)) await open(chosen.value.bytes, chosen.value.target);
  }, [open, told]);
  const save = useCallback(() => saveTo(linkedNow.current?.target ?? null), [saveTo]);
  const saveAs = useCallback(() => saveTo(null), [saveTo]);
  return useMemo(() => ({ save, saveAs, choose, open }), [save, saveAs, choose, open]);
}
