// The engine itself: a total map from request kind to function. Holds the loaded villages and their prepared targets.
import type { FeatureCollection } from 'geojson';
import { auditSteps } from '../analysis/audit';
import { claimAreas, prepareClaims } from '../analysis/claim-data';
import { checkClaims } from '../analysis/claims';
import { coverage } from '../analysis/coverage';
import { NOT_COVERED, POSSIBLE } from '../analysis/coverage-result';
import { gapClusterSteps, gapRanks } from '../analysis/gap-ranks';
import { marginalCurve } from '../analysis/marginal-curve';
import type { CoverageResult } from '../analysis/coverage-result';
import { reachThresholds } from '../analysis/reach-thresholds';
import { type VillageReach, villageReach } from '../analysis/village-reach';
import type { RegionPack } from '../domain/region-pack';
import { beltArea } from '../geo/belt-area';
import { displayBuffer } from '../geo/display-buffer';
import type { Area } from '../geo/display-buffer';
import { projectShape } from '../geo/project-shape';
import { villageIndex } from '../geo/village-index';
import { LiveTargets } from './live-targets';
import { type NearestMaker, nearestInStretches } from './nearest-in-stretches';
import type { Pace } from './pace';
import { ReachTargets } from './reach-targets';
import type {
  AuditedData,
  CoverageQuery,
  EngineRequestKind,
  EngineRequests,
  VillageColumns,
} from './protocol';
import { TargetCache } from './target-cache';
import { naming, namingVillages } from './target-problem';

type Handlers = {
  readonly [K in EngineRequestKind]: (
    input: EngineRequests[K]['input'],
    pace: Pace,
  ) => Promise<EngineRequests[K]['output']>;
};

export interface Engine {
  run<K extends EngineRequestKind>(
    kind: K,
    input: EngineRequests[K]['input'],
    pace: Pace,
  ): Promise<EngineRequests[K]['output']>;
}

interface Loaded {
  readonly columns: VillageColumns;
  readonly reach: ReachTargets;
  readonly live: LiveTargets;
}

function load(columns: VillageColumns, nearest: NearestMaker): Loaded {
  const { lng, lat, accuracyMetres } = columns;
  if (accuracyMetres.length !== lng.length) {
    throw new RangeError(`${lng.length} villages, ${accuracyMetres.length} accuracies`);
  }
  const index = namingVillages(() => villageIndex(lng, lat));
  const cache = new TargetCache();
  return {
    columns,
    reach: new ReachTargets(index, accuracyMetres, cache, nearest),
    live: new LiveTargets(index, cache),
  };
}

/** Throws RangeError for a distance that is negative or not finite. */
function checked<Query extends CoverageQuery>(query: Query): Query {
  const { distanceMetres } = query;
  if (!(distanceMetres >= 0) || !Number.isFinite(distanceMetres)) {
    throw new RangeError(`service distance ${distanceMetres} m, expected 0 or more`);
  }
  return query;
}

/** States from what lies near the targets; distances as far as they are known. */
async function coverageNow(
  reach: ReachTargets,
  { targets, distanceMetres }: CoverageQuery,
  pace: Pace,
): Promise<CoverageResult> {
  const lists = await reach.lists(targets, distanceMetres, pace);
  return coverage(reach.accuracyMetres, lists, distanceMetres, reach.knownNearest(targets));
}

async function fullCoverage(
  reach: ReachTargets,
  { targets, distanceMetres }: CoverageQuery,
  pace: Pace,
): Promise<CoverageResult> {
  const lists = await reach.lists(targets, distanceMetres, pace);
  const nearest = await reach.nearest(targets, pace);
  return coverage(reach.accuracyMetres, lists, distanceMetres, nearest);
}

async function gapLists(
  reach: ReachTargets,
  input: EngineRequests['gap']['input'],
  pace: Pace,
): Promise<EngineRequests['gap']['output']> {
  const result = await fullCoverage(reach, input, pace);
  const notCovered = gapRanks(result, input.columns, NOT_COVERED);
  await pace.breathe({ done: result.counts.notCovered, total: result.counts.total });
  return { notCovered, possible: gapRanks(result, input.columns, POSSIBLE) };
}

async function clustersOf(
  { reach, columns: positions }: Loaded,
  input: EngineRequests['gap-clusters']['input'],
  pace: Pace,
): Promise<EngineRequests['gap-clusters']['output']> {
  const { columns, state, radiusMetres } = input;
  const result = await fullCoverage(reach, input, pace);
  const total = state === NOT_COVERED ? result.counts.notCovered : result.counts.possible;
  const steps = gapClusterSteps(result, columns, positions, state, radiusMetres);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await pace.breathe({ done: step.value, total });
  return step.value;
}

async function audited(
  { pack, projects, imports, objects }: AuditedData,
  pace: Pace,
): Promise<EngineRequests['audit']['output']> {
  const steps = auditSteps({ ...pack, projects, imports, objects });
  let step = steps.next();
  // How many steps there will be is not known before the last.
  for (let done = 1; !step.done; step = steps.next(), done++)
    await pace.breathe({ done, total: Number.POSITIVE_INFINITY });
  return step.value;
}

async function displayReach(
  query: CoverageQuery,
  pace: Pace,
): Promise<FeatureCollection<Area, { readonly id: string }>> {
  const features: FeatureCollection<Area, { readonly id: string }>['features'] = [];
  for (const [done, target] of query.targets.entries()) {
    const geometry = displayBuffer(target.geometry, query.distanceMetres);
    if (geometry !== null)
      features.push({ type: 'Feature', properties: { id: target.id }, geometry });
    await pace.breathe({ done: done + 1, total: query.targets.length });
  }
  return { type: 'FeatureCollection', features };
}

function reachOfVillage({
  targets,
  distanceMetres,
  village,
}: EngineRequests['village-reach']['input']): readonly VillageReach[] {
  const shaped = targets.map((target) => ({
    id: target.id,
    accuracyMetres: target.accuracyMetres,
    shape: naming(target, () => projectShape(target.geometry)),
  }));
  return villageReach(village, shaped, distanceMetres);
}

/** A fresh engine without villages; `coverage` before `load-villages` throws. `nearest` answers for all villages. */
export function createEngine(nearest: NearestMaker = nearestInStretches): Engine {
  let loaded: Loaded | null = null;
  let auditedPack: RegionPack | null = null;
  const villages = (): Loaded => {
    if (loaded === null) throw new Error('coverage asked before load-villages');
    return loaded;
  };
  const handlers: Handlers = {
    'load-villages': (columns) => {
      loaded = load(columns, nearest);
      return Promise.resolve({ count: columns.lng.length });
    },
    coverage: (query, pace) => fullCoverage(villages().reach, checked(query), pace),
    'coverage-now': (query, pace) => coverageNow(villages().reach, checked(query), pace),
    curve: async ({ targets, toMetres, estimate }, pace) => {
      const { reach: asked } = villages();
      const lists = await asked.lists(targets, toMetres, pace);
      return marginalCurve(reachThresholds(asked.accuracyMetres, lists), estimate, toMetres);
    },
    gap: async (query, pace) => gapLists(villages().reach, checked(query), pace),
    'gap-clusters': async (query, pace) => clustersOf(villages(), checked(query), pace),
    within: async (query, pace) => villages().live.within(checked(query), pace),
    overlap: async (query, pace) => villages().live.overlap(checked(query), pace),
    nearest: async ({ targets }, pace) => villages().live.nearest(targets, pace),
    'village-reach': (query) => Promise.resolve(reachOfVillage(checked(query))),
    claims: async ({ pack, settings }, pace) => {
      const data = prepareClaims(pack);
      await pace.breathe({ done: 1, total: 3 });
      const areas = claimAreas(pack, settings);
      await pace.breathe({ done: 2, total: 3 });
      return checkClaims({ data, areas, settings });
    },
    audit: async (data, pace) => {
      auditedPack = data.pack ?? auditedPack;
      if (auditedPack === null) throw new Error('audit asked before its pack was given');
      return audited({ ...data, pack: auditedPack }, pace);
    },
    reach: displayReach,
    'belt-area': ({ belt, counties, widthMetres }) =>
      Promise.resolve(beltArea(belt, counties, widthMetres)),
  };
  return { run: async (kind, input, pace) => handlers[kind](input, pace) };
}
