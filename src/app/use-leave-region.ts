import { useCallback, useEffect, useRef } from 'react';
import type { FileState } from '../features/documents/documents-props';
import { type Destination, leaveFor } from './leave-region';
import type { DocumentMessages } from './use-document-messages';
import { useWorkspace } from './workspace';

/** False where the page had to stay. */
export type GoTo = (to: Destination) => Promise<boolean>;

/** The way to another region or document of it; tells why where the page has to stay. */
export function useLeaveRegion(file: FileState | null, { tell }: DocumentMessages): GoTo {
  const { pack, documents } = useWorkspace();
  const isInFile = file?.isCurrent === true;
  return useCallback(
    async (to) => {
      const refused = await leaveFor({ packId: pack.id, documents, isInFile }, to);
      tell(refused);
      return refused === null;
    },
    [pack.id, documents, isInFile, tell],
  );
}

/** Brings the version of the pack that the document is now made with: after an update, its undo, or another document. */
export function usePackVersion(goTo: GoTo): void {
  const { pack, documents } = useWorkspace();
  const asked = useRef<string | null>(null);
  useEffect(() => {
    const follow = (): void => {
      const { id, packVersion } = documents.state.getState().doc;
      const place = packVersion === pack.version ? null : `${id} ${packVersion}`;
      if (place === asked.current) return;
      asked.current = place;
      if (place !== null) void goTo({ regionId: pack.id, documentId: id });
    };
    follow();
    return documents.state.subscribe(follow);
  }, [documents, pack, goTo]);
}
