// cuntu gap: the villages that no project reaches, as the page ranks and groups them (analysis/gap.ts).
import { COVERAGE_STATES, NOT_COVERED, POSSIBLE } from '../analysis/coverage-result';
import { type GapAnalysis, type GapList, gapAnalysis } from '../analysis/gap';
import { estimatePoverty } from '../analysis/poverty-estimate';
import { indexPack } from '../domain/pack-index';
import type { CsvCell } from '../io/csv';
import type { ProjectFeature } from '../io/read-projects';
import { coverageAsker } from './ask-coverage';
import { crsOf, metresOf, wordsOf } from './flag-values';
import { loadProjects } from './load-projects';
import { packVillages } from './load-villages';
import { DEFAULT_PACK, openPack, PACK_PREFIX } from './open-pack';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';
import { type CommandList, listPath, writeList } from './write-list';

export interface GapFlags {
  readonly pack?: string;
  readonly projects?: string;
  readonly only?: string;
  readonly distance?: string;
  readonly 'projects-crs'?: string;
  readonly 'projects-accuracy'?: string;
  readonly out?: string;
}

const HEADING = [
  'rank',
  'code',
  'name',
  'state',
  'poor_households',
  'poor_persons',
  'estimated_from',
  'nearest_project',
  'distance_m',
  'extension_m',
  'accuracy_m',
  'cluster',
  'cluster_rank',
] as const;

function rounded(value: number | null, digits: number): string {
  return value?.toFixed(digits) ?? '';
}

/** Villages in rank order, the clusters named by the code of their core. */
function rowsOf(
  { villages, clusters }: GapList,
  state: typeof NOT_COVERED | typeof POSSIBLE,
  names: ReadonlyMap<string, string>,
): readonly (readonly CsvCell[])[] {
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.villages.map(({ code }) => [code, cluster] as const)),
  );
  return villages.map((village) => [
    village.rank,
    village.code,
    village.name,
    COVERAGE_STATES[state],
    rounded(village.poorHouseholds, 2),
    rounded(village.poorPersons, 2),
    village.spreadFrom,
    names.get(village.nearestTargetId ?? '') ?? '',
    rounded(village.distanceMetres, 3),
    rounded(village.extraMetres, 3),
    village.accuracyMetres,
    clusterOf.get(village.code)?.id ?? '',
    clusterOf.get(village.code)?.rank ?? null,
  ]);
}

function gapList(gap: GapAnalysis, projects: readonly ProjectFeature[]): CommandList {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return {
    heading: HEADING,
    rows: [...rowsOf(gap.notCovered, NOT_COVERED, names), ...rowsOf(gap.possible, POSSIBLE, names)],
    records: gap,
  };
}

/** Exit 0 whatever is left out. Throws UsageError. */
export async function gapCommand(flags: GapFlags, terminal: Terminal): Promise<ExitCode> {
  const path = listPath(flags.out);
  if (flags.distance === undefined) throw new UsageError('缺少 --distance。');
  const distanceMetres = metresOf('--distance', flags.distance);
  const crs = crsOf('--projects-crs', flags['projects-crs']);
  const accuracy = metresOf('--projects-accuracy', flags['projects-accuracy'] ?? '0');
  const packName = (flags.pack ?? DEFAULT_PACK).replace(PACK_PREFIX, '');
  const source = flags.projects ?? `${PACK_PREFIX}${packName}`;
  const pack = await openPack(packName);
  const projects = await loadProjects(source, crs, accuracy, wordsOf(flags.only));
  for (const outcome of [pack, projects]) {
    sayProblems(terminal, outcome.ok ? outcome.notes : outcome.problems);
  }
  if (!pack.ok || !projects.ok) return DATA_PROBLEM;
  const result = await coverageAsker(packVillages(pack.value))(projects.value, distanceMetres);
  if (!result.ok) {
    sayProblems(terminal, result.problems);
    return DATA_PROBLEM;
  }
  const targetAccuracyMetres = new Map(
    projects.value.map(({ id, accuracyMetres }) => [id, accuracyMetres]),
  );
  const gap = gapAnalysis(indexPack(pack.value), result.value, estimatePoverty(pack.value), {
    targetAccuracyMetres,
  });
  await writeList(terminal, gapList(gap, projects.value), path);
  const { notCovered, possible } = gap;
  terminal.say(
    `未覆盖 ${notCovered.villages.length} 村，${notCovered.clusters.length} 片；` +
      `可能覆盖 ${possible.villages.length} 村，${possible.clusters.length} 片`,
  );
  return DONE;
}
