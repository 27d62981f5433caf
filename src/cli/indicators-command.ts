// cuntu indicators: SDG 9.1.1 and access to places over a pack, as the page computes them (analysis/indicators.ts).
import { usualProjects } from '../analysis/indicator-projects';
import {
  INDICATOR_IDS,
  INDICATOR_WORDS,
  type Indicator,
  type IndicatorId,
  type PopulationWeights,
  RURAL_ACCESS_METRES,
  WEIGHT_WORDS,
  accessIndicator,
  poorPersonWeights,
  unitWeights,
} from '../analysis/indicators';
import { estimatePoverty } from '../analysis/poverty-estimate';
import { ruralPeopleWeights } from '../analysis/rural-people';
import { type PackIndex, indexPack } from '../domain/pack-index';
import type { Outcome } from '../domain/problem';
import { WGS84 } from '../io/crs';
import type { ProjectFeature } from '../io/read-projects';
import { coverageAsker } from './ask-coverage';
import { metresOf } from './flag-values';
import { loadProjects } from './load-projects';
import { packVillages } from './load-villages';
import { DEFAULT_PACK, openPack, PACK_PREFIX } from './open-pack';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';
import { type CommandList, listPath, writeList } from './write-list';

export interface IndicatorFlags {
  readonly pack?: string;
  readonly roads?: string;
  readonly clinics?: string;
  readonly schools?: string;
  readonly sites?: string;
  readonly distance?: string;
  readonly weights?: string;
  readonly out?: string;
}

const FILE_FLAGS = {
  'rural-access-index': 'roads',
  'clinic-access': 'clinics',
  'school-access': 'schools',
  'site-access': 'sites',
} as const satisfies Readonly<Record<IndicatorId, keyof IndicatorFlags>>;

const WEIGHTS: Readonly<Record<string, (index: PackIndex) => PopulationWeights>> = {
  'unit-count': unitWeights,
  'rural-people-estimate': ruralPeopleWeights,
  'poor-persons-estimate': ({ pack }) => poorPersonWeights(estimatePoverty(pack)),
};

/** What stands for an indicator's roads or places: the file of its flag, else the pack's projects that say so. */
function targetsOf(
  id: IndicatorId,
  index: PackIndex,
  file: string | undefined,
): Promise<Outcome<readonly ProjectFeature[]>> {
  if (file !== undefined) return loadProjects(file, WGS84, 0, []);
  const placed = usualProjects(id, index.pack.projects).flatMap((each): ProjectFeature[] => {
    const project = index.projectById.get(each);
    if (!project?.geometry || project.alignmentAccuracyMetres === null) return [];
    const { geometry, name, alignmentAccuracyMetres: accuracyMetres } = project;
    return [{ id: each, name, geometry, accuracyMetres }];
  });
  return Promise.resolve({ ok: true, value: placed, notes: [] });
}

function share(value: number): string {
  return value.toFixed(6);
}

function rowOf(indicator: Indicator): readonly (string | number | null)[] {
  const { id, distanceMetres } = indicator;
  const head = [id, INDICATOR_WORDS[id], distanceMetres];
  if (indicator.status === 'missing') {
    return [...head, '缺数据', null, null, null, null, null, indicator.needs.join('；')];
  }
  const { shares, total, weights, flags } = indicator;
  return [
    ...head,
    '有值',
    share(shares.certain),
    share(shares.drawn),
    share(shares.most),
    WEIGHT_WORDS[weights.basis],
    total,
    flags.join('；'),
  ];
}

function indicatorList(indicators: readonly Indicator[]): CommandList {
  return {
    heading: [
      'id',
      'name',
      'distance_m',
      'status',
      'certain',
      'as_drawn',
      'most',
      'weights',
      'total',
      'notes',
    ],
    rows: indicators.map(rowOf),
    records: indicators,
  };
}

function weightsOf(name: string): (index: PackIndex) => PopulationWeights {
  const weights = Object.hasOwn(WEIGHTS, name) ? WEIGHTS[name] : undefined;
  if (weights) return weights;
  throw new UsageError(`--weights：应为 ${Object.keys(WEIGHTS).join('、')} 之一。`);
}

/** Exit 0 also where data are missing: that is the answer. Throws UsageError. */
export async function indicatorsCommand(
  flags: IndicatorFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = listPath(flags.out);
  const weighing = weightsOf(flags.weights ?? 'unit-count');
  const placeMetres = metresOf('--distance', flags.distance ?? String(RURAL_ACCESS_METRES));
  const pack = await openPack((flags.pack ?? DEFAULT_PACK).replace(PACK_PREFIX, ''));
  sayProblems(terminal, pack.ok ? pack.notes : pack.problems);
  if (!pack.ok) return DATA_PROBLEM;
  const index = indexPack(pack.value);
  const ask = coverageAsker(packVillages(pack.value));
  const weights = weighing(index);
  const indicators: Indicator[] = [];
  for (const id of INDICATOR_IDS) {
    const metres = id === 'rural-access-index' ? RURAL_ACCESS_METRES : placeMetres;
    const targets = await targetsOf(id, index, flags[FILE_FLAGS[id]]);
    const result = targets.ok ? await ask(targets.value, metres) : targets;
    const problems = [targets, result].flatMap((each) => (each.ok ? each.notes : each.problems));
    sayProblems(terminal, [...new Set(problems)]);
    if (!result.ok) return DATA_PROBLEM;
    indicators.push(accessIndicator(id, index, { result: result.value, weights }, metres));
  }
  await writeList(terminal, indicatorList(indicators), path);
  return DONE;
}
