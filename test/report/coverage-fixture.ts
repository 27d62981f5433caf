// A coverage answer with plain geometric numbers (state = place mod 4, distance = place × 10.0004 m): the tables must
// carry an answer faithfully, whatever it is.
import { join } from 'node:path';
import type { CoverageResult, StateCounts } from '../../src/analysis/coverage-result';
import { type PovertyEstimate, estimatePoverty } from '../../src/analysis/poverty-estimate';
import { type PackIndex, indexPack } from '../../src/domain/pack-index';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import type { PackSource } from '../../src/packs/source';
import {
  type CoverageTable,
  type CoverageTableOptions,
  coverageTable,
} from '../../src/report/coverage-table';

export const YUNCHENG = folderSource(join(import.meta.dirname, '../../geodata/yuncheng'));

export const OPTIONS: CoverageTableOptions = {
  madeAt: '2026-11-22 10:30',
  engineVersion: '1.0.0',
  mode: 'union',
};

export interface Fixture {
  readonly index: PackIndex;
  readonly result: CoverageResult;
  readonly estimate: PovertyEstimate;
  table(options?: Partial<CoverageTableOptions>): CoverageTable;
}

export async function coverageFixture(
  source: PackSource,
  targetIds: readonly string[],
): Promise<Fixture> {
  const outcome = await loadPack(source);
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.text).join('\n'));
  const index = indexPack(outcome.value);
  const places = outcome.value.villages.map((_village, at) => at);
  const inState = (state: number): number => places.filter((at) => at % 4 === state).length;
  const counts: StateCounts = {
    certain: inState(3),
    asDrawn: inState(2),
    possible: inState(1),
    notCovered: inState(0),
    total: places.length,
  };
  const result: CoverageResult = {
    distanceMetres: 2000,
    targetIds,
    states: Uint8Array.from(places, (at) => at % 4),
    nearestDistanceMetres: Float64Array.from(places, (at) => at * 10.0004),
    nearestTarget: Int32Array.from(places, (at) => at % targetIds.length),
    counts,
    perTarget: targetIds.map((targetId) => ({ targetId, counts })),
  };
  const estimate = estimatePoverty(outcome.value);
  const table = (options: Partial<CoverageTableOptions> = {}): CoverageTable =>
    coverageTable(index, result, estimate, { ...OPTIONS, ...options });
  return { index, result, estimate, table };
}
