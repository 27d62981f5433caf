import { Suspense, useMemo } from 'react';
import type { PackIndex } from '../domain/pack-index';
import type { Inspected } from '../features/inspect/inspected';
import { VillagesTable } from './later-panels';
import { patchSession, useSession } from './session-store';
import { TableDock } from './table-dock';
import type { Analysis } from './use-analysis';
import type { useNearestAny } from './use-nearest';
import type { ChosenOverlap } from './use-overlap';
import { restFor, useRested } from './use-rested';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly overlap: ChosenOverlap | null;
  readonly nearestAny: ReturnType<typeof useNearestAny>;
  readonly onInspect: (thing: Inspected) => void;
  readonly onInspectAndZoom: (thing: Inspected) => void;
}

/** A link may name an area that this pack does not have. */
function knownArea(index: PackIndex, code: string | null): string | null {
  const known = code !== null && (index.countyByCode.has(code) || index.townshipByCode.has(code));
  return known ? code : null;
}

/** 村表 at the screen's foot; it follows the answer once the hand rests. */
export function VillagesDock(props: Props) {
  const { analysis, overlap, nearestAny, onInspect, onInspectAndZoom } = props;
  const { pack, index, estimate, ownFigures } = useWorkspace();
  const selection = useSession((state) => state.selection);
  const areaCode = useSession((state) => state.areaCode);
  const overlapClass = useSession((state) => state.overlapClass);
  const { result, targetNames } = analysis.coverage;
  const counted = overlap?.counts ?? null;
  const answer = useRested(
    useMemo(() => ({ result, targetNames, counted }), [result, targetNames, counted]),
    restFor(pack.villages.length),
  );
  return (
    <TableDock title="村表">
      <Suspense fallback={<p role="status">正在打开…</p>}>
        <VillagesTable
          index={analysis.index}
          coverage={answer.result}
          targetNames={answer.targetNames}
          isBehind={answer.result !== result}
          overlap={answer.counted}
          nearestAny={nearestAny}
          estimate={estimate}
          ownFigures={ownFigures}
          selectedCode={selection?.kind === 'village' ? selection.code : null}
          areaCode={knownArea(index, areaCode)}
          overlapClass={overlapClass}
          onSelect={(code) => onInspect({ kind: 'village', code })}
          onZoomTo={(code) => onInspectAndZoom({ kind: 'village', code })}
          onClearArea={() => patchSession({ areaCode: null })}
          onClearOverlap={() => patchSession({ overlapClass: null })}
        />
      </Suspense>
    </TableDock>
  );
}
