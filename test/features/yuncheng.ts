import type { CoverageResult, CoverageStateCode } from '../../src/analysis/coverage-result';
import { indexPack, type PackIndex } from '../../src/domain/pack-index';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

/** The shipped pack, indexed. */
export async function yunchengIndex(): Promise<PackIndex> {
  const loaded = await loadPack(folderSource('geodata/yuncheng'));
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.text).join('\n'));
  return indexPack(loaded.value);
}

/** A synthetic answer: states go round 0, 1, 2, 3, 0 … over the villages; distances are their place in metres. */
export function roundRobinAnswer(index: PackIndex, targetId: string): CoverageResult {
  const n = index.pack.villages.length;
  const states = Uint8Array.from({ length: n }, (_, at) => at % 4);
  const count = (state: CoverageStateCode): number =>
    states.filter((each) => each === state).length;
  const counts = {
    certain: count(3),
    asDrawn: count(2),
    possible: count(1),
    notCovered: count(0),
    total: n,
  };
  return {
    distanceMetres: 2000,
    targetIds: [targetId],
    states,
    nearestDistanceMetres: Float64Array.from({ length: n }, (_, at) => at),
    nearestTarget: new Int32Array(n),
    counts,
    perTarget: [{ targetId, counts }],
  };
}
