import { useMemo } from 'react';
import { isDrawnImport } from '../domain/imported-things';
import type { ImportRecord } from '../domain/imported';
import { useSession } from './session-store';

/** Imported zones and reference layers that are not hidden, in order of import. */
export function useShownImports(
  imports: ReadonlyMap<string, ImportRecord>,
): readonly ImportRecord[] {
  const hiddenIds = useSession((state) => state.hiddenImportIds);
  return useMemo(
    () =>
      [...imports.values()].filter(
        (record) => isDrawnImport(record) && !hiddenIds.includes(record.id),
      ),
    [imports, hiddenIds],
  );
}
