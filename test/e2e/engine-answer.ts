// The engine's own answer over the shipped pack, computed in the test's process: what the screen and the files must say.
import { join } from 'node:path';
import { type CoverageSummary, summariseCoverage } from '../../src/analysis/coverage-summary';
import type { CoverageResult, StateCounts } from '../../src/analysis/coverage-result';
import { type PovertyEstimate, estimatePoverty } from '../../src/analysis/poverty-estimate';
import { type PackIndex, indexPack } from '../../src/domain/pack-index';
import type { RegionPack } from '../../src/domain/region-pack';
import { createEngineClient } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import type { CoverageTarget } from '../../src/engine/protocol';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { formatInteger } from '../../src/ui/format';

export const PACK_FOLDER = join(import.meta.dirname, '../../geodata/yuncheng');

export interface EngineAnswer {
  readonly pack: RegionPack;
  readonly index: PackIndex;
  readonly estimate: PovertyEstimate;
  /** Coverage of the pack's projects with these ids. */
  coverage(ids: readonly string[], distanceMetres: number): Promise<CoverageResult>;
  /** Coverage of any targets. */
  coverageOf(targets: readonly CoverageTarget[], distanceMetres: number): Promise<CoverageResult>;
  summary(result: CoverageResult): CoverageSummary;
}

async function open(): Promise<EngineAnswer> {
  const loaded = await loadPack(folderSource(PACK_FOLDER));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ text }) => text).join('\n'));
  return engineAnswerOver(loaded.value);
}

/** The same over any region, as that with imports laid over it. */
export async function engineAnswerOver(pack: RegionPack): Promise<EngineAnswer> {
  const index = indexPack(pack);
  const { villages } = pack;
  const estimate = estimatePoverty(pack);
  const engine = createEngineClient(inProcessTransport());
  await engine.run('load-villages', {
    lng: Float64Array.from(villages, ({ position }) => position[0]),
    lat: Float64Array.from(villages, ({ position }) => position[1]),
    accuracyMetres: Float64Array.from(villages, (village) => village.positionAccuracyMetres),
  });
  const coverageOf: EngineAnswer['coverageOf'] = (targets, distanceMetres) =>
    engine.run('coverage', { targets, distanceMetres });
  return {
    pack,
    index,
    estimate,
    coverageOf,
    coverage: (ids, distanceMetres) =>
      coverageOf(
        ids.map((id) => {
          const project = index.projectById.get(id);
          if (!project?.geometry || project.alignmentAccuracyMetres === null)
            throw new Error(`${id} has no place`);
          return {
            id,
            geometry: project.geometry,
            accuracyMetres: project.alignmentAccuracyMetres,
          };
        }),
        distanceMetres,
      ),
    summary: (result) => summariseCoverage(result, index, estimate),
  };
}

let opened: Promise<EngineAnswer> | null = null;

/** Loaded once a test process. */
export function engineAnswer(): Promise<EngineAnswer> {
  opened ??= open();
  return opened;
}

/** "覆盖 214 村 确定 101，最多 352", as the headline is read out. */
export function headlineText({ certain, asDrawn, possible }: StateCounts): string {
  const drawn = certain + asDrawn;
  return `覆盖 ${formatInteger(drawn)} 村 确定 ${formatInteger(certain)}，最多 ${formatInteger(drawn + possible)}`;
}

/** The identity line under the headline. */
export function identityText(counts: StateCounts): string {
  const { certain, asDrawn, possible, notCovered, total } = counts;
  const [c, a, p, n, t] = [certain, asDrawn, possible, notCovered, total].map(formatInteger);
  return `确定 ${c}+ 按标绘 ${a}+ 可能 ${p}+ 未覆盖 ${n}= 全部 ${t} 村`;
}

/** What the table's four tabs say. */
export function tabTexts(counts: StateCounts): string[] {
  const { certain, asDrawn, possible, notCovered, total } = counts;
  return [
    `全部 ${formatInteger(total)}`,
    `已覆盖 ${formatInteger(certain + asDrawn)}`,
    `可能 ${formatInteger(possible)}`,
    `未覆盖 ${formatInteger(notCovered)}`,
  ];
}
