import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { withOwnFigures } from '../analysis/own-figures';
import { estimatePoverty } from '../analysis/poverty-estimate';
import { effectiveRegion } from '../document/effective-region';
import { indexPack } from '../domain/pack-index';
import type { Problem } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import { EngineFailed } from '../engine/client';
import { EngineCancelled } from '../engine/protocol';
import { villageColumns } from './village-columns';
import type { Workspace } from './workspace';

function villagesProblem(error: unknown): Problem {
  if (error instanceof EngineFailed && error.problem !== null) return error.problem;
  return {
    code: 'engine-villages',
    severity: 'error',
    where: {},
    text: `导入的村未能进入计算：${error instanceof Error ? error.message : String(error)}`,
    mend: '请撤销这次导入，核对坐标后重新导入。',
  };
}

/**
 * The workspace with the document's imports laid over the shipped region. The engine is told of the new villages before
 * the new workspace is shown, so that whatever is asked afterwards is answered for them.
 */
export function useEffectiveWorkspace(shipped: Workspace): Workspace {
  const imports = useStore(shipped.documents.state, (state) => state.doc.imports);
  const [current, setCurrent] = useState(shipped);
  const engineVillages = useRef<RegionPack['villages']>(shipped.pack.villages);
  useEffect(() => {
    const { pack, ownFigures } = effectiveRegion(shipped.pack, imports);
    if (pack === shipped.pack) {
      setCurrent((before) =>
        before.pack === pack ? before : { ...shipped, villagesEpoch: before.villagesEpoch + 1 },
      );
    } else {
      const estimate = withOwnFigures(estimatePoverty(pack), pack.villages, ownFigures);
      setCurrent(({ pack: before, villagesEpoch }) => ({
        ...shipped,
        pack,
        index: indexPack(pack),
        estimate,
        ownFigures,
        villagesEpoch: villagesEpoch + (before.villages === pack.villages ? 0 : 1),
      }));
    }
    if (engineVillages.current === pack.villages) return;
    engineVillages.current = pack.villages;
    shipped.engine.run('load-villages', villageColumns(pack)).catch((error: unknown) => {
      if (error instanceof EngineCancelled) return;
      setCurrent((now) => ({ ...now, notes: [...now.notes, villagesProblem(error)] }));
    });
  }, [shipped, imports]);
  return current;
}
