import { Suspense, lazy, useEffect } from 'react';
import { droppedFiles } from './dropped-files';
import { errand } from './errand';
import type { ChosenFile } from './import-task';
import { openImport, useImportAsked } from './import-store';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without it.
const ImportHost = lazy(() => import('./import-host'));

interface ImportGateProps {
  /** A plan file is opened, not imported. */
  readonly onCuntuFile: (bytes: Uint8Array, name: string) => Promise<void>;
  /** So is a region pack. */
  readonly onPackFile: (bytes: Uint8Array, name: string) => Promise<void>;
}

function isFileDrag(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** A single file that is opened rather than imported; null for anything else. */
async function openable(files: readonly ChosenFile[]) {
  const [first] = files;
  if (files.length !== 1 || !first?.file || !/\.(cuntu|zip)$/i.test(first.path)) return null;
  const { path } = first;
  const bytes = new Uint8Array(await first.file.arrayBuffer());
  if (/\.cuntu$/i.test(path)) return { kind: 'cuntu' as const, path, bytes };
  const { routeInput } = await import('../io/recognise');
  return { kind: routeInput({ path, bytes }), path, bytes };
}

const openerOf = (): Element | null => useImportAsked.getState().opener;

/** The import dialog while somebody asks for it; files dropped anywhere on the page open it. */
export function ImportGate({ onCuntuFile, onPackFile }: ImportGateProps) {
  const isAsked = useImportAsked((state) => state.files !== null);
  useFocusBack(isAsked, openerOf);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      // Otherwise the browser would leave the page to show the file.
      if (isFileDrag(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer || !isFileDrag(event)) return;
      event.preventDefault();
      const opening = droppedFiles(event.dataTransfer).then(async (files) => {
        const opened = await openable(files);
        if (opened?.kind === 'cuntu') await onCuntuFile(opened.bytes, opened.path);
        else if (opened?.kind === 'pack') await onPackFile(opened.bytes, opened.path);
        else openImport(files);
      });
      errand(opening, '打开拖入的文件');
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [onCuntuFile, onPackFile]);
  return isAsked ? (
    <Suspense>
      <ImportHost />
    </Suspense>
  ) : null;
}
