import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RegionActions, RegionRow } from '../features/regions/regions-props';
import { errand, useErrands } from './errand';
import { knownRegions } from './open-region';
import type { DocumentDesk } from './use-document-desk';
import { useWorkspace } from './workspace';

/** All that can be done with regions, for menu, dialogs and dropped files. */
export interface Regions {
  readonly rows: readonly RegionRow[];
  readonly actions: RegionActions;
  /** Keeps and opens a pack from a file's bytes. */
  readonly openPack: (bytes: Uint8Array, name: string) => Promise<void>;
  /** The newer pack is being compared with the open one. */
  readonly isComparing: boolean;
  readonly closeComparing: () => void;
}

export function useRegions({ goTo, tell, onRecovery }: DocumentDesk): Regions {
  const { pack, offers } = useWorkspace();
  useEffect(() => useErrands.subscribe(({ failed }) => tell(failed)), [tell]);
  const [known, setKnown] = useState(offers);
  const [isComparing, setComparing] = useState(false);
  const rows = useMemo(
    () =>
      known.map(({ origin, ...entry }) => ({
        ...entry,
        isOpen: entry.id === pack.id,
        isOwn: origin === 'user',
      })),
    [known, pack.id],
  );
  const openPack = useCallback(
    async (bytes: Uint8Array, name: string): Promise<void> => {
      const { openPackFile } = await import('./open-pack-file');
      const opened = await openPackFile(bytes, name, offers);
      if (opened.ok) await goTo({ regionId: opened.value.id });
      else onRecovery({ fileName: name, isOpened: false, problems: opened.problems });
    },
    [goTo, offers, onRecovery],
  );
  const actions = useMemo<RegionActions>(() => {
    const openFile = async (): Promise<void> => {
      const { chooseByInput } = await import('./document-files');
      const file = await chooseByInput('.zip');
      if (file) await openPack(new Uint8Array(await file.arrayBuffer()), file.name);
    };
    const remove = async (regionId: string): Promise<void> => {
      const { forgetOwn } = await import('./keep-pack');
      const forgotten = await forgetOwn(regionId);
      const { offers: left, problems } = await knownRegions();
      setKnown(left);
      for (const problem of forgotten.ok ? problems : forgotten.problems) tell(problem);
    };
    return {
      onRegion: (regionId) => {
        if (regionId !== pack.id) errand(goTo({ regionId }), '打开区域');
      },
      onOpenFile: () => errand(openFile(), '打开数据包'),
      onRemove: (regionId) => errand(remove(regionId), '移除数据包'),
      onUpdate: () => setComparing(true),
    };
  }, [goTo, openPack, pack.id, tell]);
  const closeComparing = useCallback(() => setComparing(false), []);
  // By hand: the compiler leaves a hook with import() in it alone.
  return useMemo(
    () => ({ rows, actions, openPack, isComparing, closeComparing }),
    [rows, actions, openPack, isComparing, closeComparing],
  );
}
