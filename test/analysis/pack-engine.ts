// The real 运城 pack with an engine loaded with its villages: what the analyses of an answer are tested on.
import { join } from 'node:path';
import type { CoverageResult } from '../../src/analysis/coverage-result';
import { type PovertyEstimate, estimatePoverty } from '../../src/analysis/poverty-estimate';
import { type PreparedTarget } from '../../src/analysis/coverage';
import { type PackIndex, indexPack } from '../../src/domain/pack-index';
import type { CoverageTarget } from '../../src/engine/protocol';
import { createEngine } from '../../src/engine/run';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

const PACE = { breathe: () => Promise.resolve() };

export interface PackEngine {
  readonly index: PackIndex;
  readonly estimate: PovertyEstimate;
  readonly villageAccuracies: Float64Array;
  /** Every project of the pack that has a geometry. */
  readonly targets: readonly CoverageTarget[];
  coverage(targets: readonly CoverageTarget[], distanceMetres: number): Promise<CoverageResult>;
  prepared(targets: readonly CoverageTarget[]): readonly PreparedTarget[];
}

export async function packEngine(): Promise<PackEngine> {
  const outcome = await loadPack(folderSource(join(import.meta.dirname, '../../geodata/yuncheng')));
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.text).join('\n'));
  const pack = outcome.value;
  const lng = Float64Array.from(pack.villages, (village) => village.position[0]);
  const lat = Float64Array.from(pack.villages, (village) => village.position[1]);
  const villageAccuracies = Float64Array.from(pack.villages, (v) => v.positionAccuracyMetres);
  const engine = createEngine();
  await engine.run('load-villages', { lng, lat, accuracyMetres: villageAccuracies }, PACE);
  const places = villageIndex(lng, lat);
  return {
    index: indexPack(pack),
    estimate: estimatePoverty(pack),
    villageAccuracies,
    targets: pack.projects.flatMap(({ id, geometry, alignmentAccuracyMetres }) =>
      geometry === null ? [] : [{ id, geometry, accuracyMetres: alignmentAccuracyMetres ?? 0 }],
    ),
    coverage: (targets, distanceMetres) =>
      engine.run('coverage', { targets, distanceMetres }, PACE),
    prepared: (targets) =>
      targets.map(({ id, geometry, accuracyMetres }) => ({
        id,
        accuracyMetres,
        distances: villageDistances(places, projectShape(geometry)),
      })),
  };
}
