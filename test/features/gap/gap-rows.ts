// A finished gap list as the panel reads it, row by row.
import type { ClusterRows, GapAnalysis, GapList, GapRows } from '../../../src/analysis/gap';
import type { GapCluster } from '../../../src/analysis/gap-cluster';
import type { GapView } from '../../../src/features/gap/gap-panel-props';

export function rowsOf(list: GapList): GapRows {
  return {
    ...list,
    count: list.villages.length,
    at: (order) => list.villages[order]!,
    orderOf: (code) => list.villages.findIndex((village) => village.code === code),
  };
}

export function clusterRowsOf(clusters: readonly GapCluster[]): ClusterRows {
  return {
    count: clusters.length,
    at: (order) => clusters[order]!,
    orderOf: (core) => clusters.findIndex(({ id }) => id === core),
  };
}

export function viewOf(gap: GapAnalysis): GapView {
  return { ...gap, notCovered: rowsOf(gap.notCovered), possible: rowsOf(gap.possible) };
}
