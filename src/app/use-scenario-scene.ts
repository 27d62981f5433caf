import { useMemo } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { effectiveProjects } from '../document/effective-projects';
import type { Scenario } from '../document/plan-document';
import type { Belt } from '../domain/belt';
import type { CoverageTarget } from '../engine/protocol';
import { type MapFeatures, NO_FEATURES } from '../map/sources/feature-shape';
import type { LinkedSide } from './linked-scenes';
import { useSession } from './session-store';
import { useBeltAreas, useShownBelts } from './use-belt-areas';
import { flowLines } from './use-plan-on-map';
import { useReach } from './use-reach';
import { useWorkspace } from './workspace';

const NO_TARGETS: readonly CoverageTarget[] = [];
const NO_BELTS: readonly Belt[] = [];

/** A scenario as its map shows it. Nothing is asked of the engine for it while `isShown` is false. */
export function useScenarioScene(args: {
  readonly scenario: Scenario;
  readonly result: CoverageResult | null;
  readonly targets: readonly CoverageTarget[];
  readonly distanceMetres: number;
  readonly changes: MapFeatures | null;
  readonly isShown: boolean;
}): LinkedSide {
  const { scenario, result, targets, distanceMetres, isShown } = args;
  const { content, title } = scenario;
  const { pack, index, engine, estimate } = useWorkspace();
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const shownBelts = useShownBelts();
  const belts = useBeltAreas(
    engine,
    pack.counties,
    isShown ? shownBelts : NO_BELTS,
    content.beltWidths,
  );
  const reach = useReach(engine, isShown ? targets : NO_TARGETS, distanceMetres);
  const changes = args.changes ?? NO_FEATURES;
  const drawn = useMemo(() => {
    const { objects } = content;
    return {
      planObjects: [...objects.values()],
      flows: flowLines(content, index),
      projects: effectiveProjects(pack.projects, content).filter(({ id }) => !objects.has(id)),
    };
  }, [content, index, pack.projects]);
  const villages = useMemo(() => ({ weights: estimate.households, mask: null }), [estimate]);
  return useMemo(
    () => ({
      title,
      result,
      objects: content.objects,
      scene: {
        ...drawn,
        chosenProjectIds,
        villages,
        coverage: result && { states: result.states },
        reach,
        belts,
        changes,
      },
    }),
    [title, result, content, drawn, chosenProjectIds, villages, reach, belts, changes],
  );
}
