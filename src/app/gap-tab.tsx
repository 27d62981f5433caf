import { useState } from 'react';
import { GapPanel } from '../features/gap/gap-panel';
import type { GapKind } from '../features/gap/gap-view';
import type { Inspected } from '../features/inspect/inspected';
import { patchSession, useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { useGap } from './use-gap';

interface Props {
  readonly analysis: Analysis;
  readonly estimateBasis: string;
  readonly onSelectVillage: (code: string) => void;
  readonly onZoomTo: (things: readonly Inspected[]) => void;
}

/** 缺口 of the answer on the map. */
export default function GapTab({ analysis, estimateBasis, onSelectVillage, onZoomTo }: Props) {
  const [clusterKind, setClusterKind] = useState<GapKind | null>(null);
  const { gap, clusters, curve, isBehind, run, isCancelled, cancel } = useGap(
    analysis,
    clusterKind,
  );
  const distanceMetres = useSession((state) => state.distanceMetres);
  const selection = useSession((state) => state.selection);
  return (
    <GapPanel
      index={analysis.index}
      gap={gap}
      clusters={clusters}
      curve={curve}
      run={run}
      isCancelled={isCancelled}
      isBehind={isBehind}
      distanceMetres={distanceMetres}
      estimateBasis={estimateBasis}
      selectedCode={selection?.kind === 'village' ? selection.code : null}
      onSelect={onSelectVillage}
      onZoomTo={(codes) => onZoomTo(codes.map((code) => ({ kind: 'village', code })))}
      onClusters={setClusterKind}
      onCancel={cancel}
      onDistance={(metres) => patchSession({ distanceMetres: metres })}
    />
  );
}
