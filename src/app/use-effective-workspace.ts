import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Problem, reasonOf } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { PlanDocument } from '../document/plan-document';
import { EngineFailed } from '../engine/client';
import { EngineCancelled } from '../engine/protocol';
import type { Laid } from './lay-over';
import { villageColumns } from './village-columns';
import type { Workspace } from './workspace';

function villagesProblem(error: unknown): Problem {
  if (error instanceof EngineFailed && error.problem !== null) return error.problem;
  return {
    code: 'engine-villages',
    severity: 'error',
    where: {},
    text: `导入的村未能进入计算：${reasonOf(error)}`,
    mend: '请撤销这次导入，核对坐标后重新导入。',
  };
}

/** What is laid over the region is worked out apart from the first load; null when it is no longer wanted. */
async function laidOver(
  shipped: Workspace,
  doc: Pick<PlanDocument, 'imports' | 'treatments'>,
  isOver: () => boolean,
): Promise<Laid | null> {
  if (doc.imports.size + doc.treatments.size === 0) return shipped;
  const { layOver } = await import('./lay-over');
  return isOver() ? null : layOver(shipped, doc, isOver);
}

function readingChanges({ treatments }: PlanDocument): string {
  return JSON.stringify([...treatments.values()].filter(({ way }) => way !== 'accept'));
}

/**
 * The workspace with the document's imports, and treatments that change a reading, laid over the shipped region. The
 * engine is told of the new villages before the new workspace is shown, so that whatever is asked afterwards is answered for them.
 */
export function useEffectiveWorkspace(shipped: Workspace): Workspace {
  const imports = useStore(shipped.documents.state, (state) => state.doc.imports);
  // As text: a finding that is closed as printed lays nothing anew.
  const changes = useStore(shipped.documents.state, (state) => readingChanges(state.doc));
  const [current, setCurrent] = useState(shipped);
  const engineVillages = useRef<RegionPack['villages']>(shipped.pack.villages);
  useEffect(() => {
    let isOver = false;
    const tell = (error: unknown): void => {
      if (error instanceof EngineCancelled) return;
      setCurrent((now) => ({ ...now, notes: [...now.notes, villagesProblem(error)] }));
    };
    const show = (laid: Laid): void => {
      const { villages } = laid.pack;
      if (engineVillages.current !== villages) {
        engineVillages.current = villages;
        shipped.engine.run('load-villages', villageColumns(laid.pack)).catch(tell);
      }
      setCurrent((before) => {
        if (before.pack === laid.pack) return before;
        const villagesEpoch = before.villagesEpoch + (before.pack.villages === villages ? 0 : 1);
        return { ...shipped, ...laid, villagesEpoch };
      });
    };
    const { treatments } = shipped.documents.state.getState().doc;
    laidOver(shipped, { imports, treatments }, () => isOver)
      .then((laid) => laid && !isOver && show(laid))
      .catch(tell);
    return () => {
      isOver = true;
    };
  }, [shipped, imports, changes]);
  return current;
}
