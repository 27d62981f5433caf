import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type PackChange, packChanges } from '../analysis/pack-changes';
import { adoptPack } from '../document/edits/adopt-pack';
import type { Problem } from '../domain/problem';
import { UpdateDialog } from '../features/regions/update-dialog';
import { loadPack } from '../packs/load';
import { packSource } from './kept-packs';
import type { RegionOffer } from './region-offers';
import { useWorkspace } from './workspace';

interface Comparison {
  readonly changes: readonly PackChange[] | null;
  readonly problems: readonly Problem[];
}

/** The newer pack against the open one; taken by one undoable edit, after which the page opens it (`usePackVersion`). */
export default function PackUpdateHost({
  newer,
  onClose,
}: {
  readonly newer: RegionOffer;
  readonly onClose: () => void;
}) {
  const { shipped, documents } = useWorkspace();
  const access = useStore(documents.state, (state) => state.access);
  const [{ changes, problems }, setComparison] = useState<Comparison>({
    changes: null,
    problems: [],
  });
  useEffect(() => {
    let isOver = false;
    void loadPack(packSource(newer)).then((loaded) => {
      if (isOver) return;
      if (loaded.ok) setComparison({ changes: packChanges(shipped, loaded.value), problems: [] });
      else setComparison({ changes: null, problems: loaded.problems });
    });
    return () => {
      isOver = true;
    };
  }, [newer, shipped]);
  return (
    <UpdateDialog
      update={{
        regionName: shipped.name,
        from: shipped,
        to: newer,
        changes,
        problems,
        refusal: access.kind === 'read-only' ? access.problem.text : null,
      }}
      onAdopt={() => {
        onClose();
        documents.commit(adoptPack(newer.version));
      }}
      onClose={onClose}
    />
  );
}
