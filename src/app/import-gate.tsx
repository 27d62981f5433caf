import { Suspense, lazy, useEffect } from 'react';
import { droppedFiles } from './dropped-files';
import { openImport, useImportAsked } from './import-store';
import { useFocusBack } from './use-focus-back';

// Loaded when first opened: the first map does without it.
const ImportHost = lazy(() => import('./import-host'));

interface ImportGateProps {
  /** A plan file is opened, not imported. */
  readonly onCuntuFile: (bytes: Uint8Array, name: string) => Promise<void>;
}

function isFileDrag(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

const openerOf = (): Element | null => useImportAsked.getState().opener;

/** The import dialog while somebody asks for it; files dropped anywhere on the page open it. */
export function ImportGate({ onCuntuFile }: ImportGateProps) {
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
      void droppedFiles(event.dataTransfer).then(async (files) => {
        const [first] = files;
        const isPlan = files.length === 1 && /\.cuntu$/i.test(first?.path ?? '');
        if (!first?.file || !isPlan) return openImport(files);
        await onCuntuFile(new Uint8Array(await first.file.arrayBuffer()), first.path);
      });
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [onCuntuFile]);
  return isAsked ? (
    <Suspense>
      <ImportHost />
    </Suspense>
  ) : null;
}
