import { useCallback, useState } from 'react';
import { reasonOf } from '../domain/problem';
import type { CoverageExportKind } from '../features/coverage/coverage-panel-props';
import { useMessages } from '../ui/messages';
import { download } from './download';
import { exportStamp } from './export-stamp';
import { useSession } from './session-store';
import { useLatest } from './use-latest';
import type { Analysis } from './use-analysis';
import type { ChosenOverlap } from './use-overlap';
import { useWorkspace } from './workspace';

// Apart: React Compiler leaves hooks with an import expression as they are.
const loadWriter = () => import('./coverage-file');

export interface Exporter {
  readonly exporting: CoverageExportKind | null;
  readonly exportAs: (kind: CoverageExportKind) => void;
}

/** Writes the answer on screen to a file. What writes it is loaded when first asked for. */
export function useExport(analysis: Analysis, overlap: ChosenOverlap | null): Exporter {
  const { estimate } = useWorkspace();
  const message = useMessages();
  const mode = useSession((state) => state.coverageMode);
  const [exporting, setExporting] = useState<CoverageExportKind | null>(null);

  const write = async (kind: CoverageExportKind): Promise<void> => {
    const { index, coverage } = analysis;
    const result = await coverage.whole();
    if (!result) return;
    const { coverageFile } = await loadWriter();
    const file = await coverageFile(kind, index, result, estimate, {
      mode,
      ...exportStamp(),
      // One project looked at alone has nothing to share; counts of another distance would not match.
      ...(mode === 'union' && overlap?.distanceMetres === result.distanceMetres
        ? { overlap: overlap.counts }
        : {}),
    });
    download(file.name, file.type, file.bytes);
    void message.success(`已导出 ${file.name}，共 ${file.villages} 村`);
  };

  // The button that calls it is not drawn anew for each answer.
  const writeRef = useLatest(write);
  const exportAs = useCallback(
    (kind: CoverageExportKind): void => {
      setExporting(kind);
      writeRef
        .current(kind)
        .catch((error: unknown) => {
          const reason = reasonOf(error);
          void message.error(`导出没有完成：${reason}。数据没有改动，请重试。`);
        })
        .finally(() => setExporting(null));
    },
    [writeRef, message],
  );
  return { exporting, exportAs };
}
