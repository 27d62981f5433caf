import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { withOwnFigures } from '../analysis/own-figures';
import { estimatePoverty } from '../analysis/poverty-estimate';
import { breathe, inBreaths } from '../document/breathe';
import { effectiveRegionSteps } from '../document/effective-region';
import { indexPackSteps } from '../domain/pack-index';
import { type Problem, reasonOf } from '../domain/problem';
import type { RegionPack } from '../domain/region-pack';
import type { PlanDocument } from '../document/plan-document';
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
    text: `导入的村未能进入计算：${reasonOf(error)}`,
    mend: '请撤销这次导入，核对坐标后重新导入。',
  };
}

type Laid = Pick<Workspace, 'pack' | 'index' | 'estimate' | 'ownFigures'>;

/** The region with imports and treatments laid over it; the page breathes meanwhile. Null when it is no longer wanted. */
async function laidOver(
  shipped: Workspace,
  { imports, treatments }: Pick<PlanDocument, 'imports' | 'treatments'>,
  isOver: () => boolean,
): Promise<Laid | null> {
  const steps = effectiveRegionSteps(shipped.pack, imports, treatments);
  let step = steps.next();
  while (!step.done) {
    await breathe();
    if (isOver()) return null;
    step = steps.next();
  }
  const { pack, ownFigures } = step.value;
  if (pack === shipped.pack) return shipped;
  await breathe();
  const spread = estimatePoverty(pack);
  await breathe();
  const estimate = withOwnFigures(spread, pack.villages, ownFigures);
  const index = await inBreaths(indexPackSteps(pack));
  await breathe();
  return isOver() ? null : { pack, index, estimate, ownFigures };
}

function readingChanges({ treatments }: PlanDocument): string {
  return JSON.stringify([...treatments.values()].filter(({ way }) => way !== 'accept'));
}

/**
 * The workspace with the document's imports, and treatments that change a reading, laid over the shipped region. The engine is told of the new villages before
 * the new workspace is shown, so that whatever is asked afterwards is answered for them.
 */
export function useEffectiveWorkspace(shipped: Workspace): Workspace {
  const imports = useStore(shipped.documents.state, (state) => state.doc.imports);
  // As text: a finding that is closed as printed lays nothing anew.
  const changes = useStore(shipped.documents.state, (state) => readingChanges(state.doc));
  const [current, setCurrent] = useState(shipped);
  const engineVillages = useRef<RegionPack['villages']>(shipped.pack.villages);
  useEffect(() => {
    let isOver = false;
    const show = (laid: Laid): void => {
      const { villages } = laid.pack;
      if (engineVillages.current !== villages) {
        engineVillages.current = villages;
        shipped.engine.run('load-villages', villageColumns(laid.pack)).catch((error: unknown) => {
          if (error instanceof EngineCancelled) return;
          setCurrent((now) => ({ ...now, notes: [...now.notes, villagesProblem(error)] }));
        });
      }
      setCurrent((before) => {
        if (before.pack === laid.pack) return before;
        const villagesEpoch = before.villagesEpoch + (before.pack.villages === villages ? 0 : 1);
        return { ...shipped, ...laid, villagesEpoch };
      });
    };
    const { treatments } = shipped.documents.state.getState().doc;
    void laidOver(shipped, { imports, treatments }, () => isOver).then(
      (laid) => laid && !isOver && show(laid),
    );
    return () => {
      isOver = true;
    };
  }, [shipped, imports, changes]);
  return current;
}
