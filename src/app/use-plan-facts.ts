import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { type ObjectCheck, checkObject } from '../analysis/object-checks';
import type { PlanContent } from '../document/plan-document';
import type { ImportRecord } from '../domain/imported';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import { EngineCancelled } from '../engine/protocol';
import { type FactsAnswer, checkSurroundings, factsOf, ruleLists } from './plan-facts';
import { sharedQuick } from './shared-areas';
import { useSharedAreas } from './use-shared-areas';
import { useTerrain } from './use-terrain';
import { useWorkspace } from './workspace';

/** The engine's answer for the object itself, at distance 0; the last one stays until the next is there. */
function useInside({ geometry, accuracyMetres, id }: PlanObject): CoverageResult | null {
  const { engine, villagesEpoch } = useWorkspace();
  const [answer, setAnswer] = useState<CoverageResult | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  // To the error boundary round the panel.
  if (failure !== null) throw failure;
  useEffect(() => {
    if (!geometry) return setAnswer(null);
    const cancel = new AbortController();
    const targets = [{ id, geometry, accuracyMetres }];
    engine
      .run('coverage-now', { targets, distanceMetres: 0 }, { signal: cancel.signal })
      .then(setAnswer, (error: unknown) => {
        if (!(error instanceof EngineCancelled)) setFailure(error);
      });
    return () => cancel.abort();
  }, [engine, villagesEpoch, geometry, accuracyMetres, id]);
  return geometry ? answer : null;
}

/** Live facts and checks of one object, also while it is dragged; they may lag behind the hand by a frame. */
export function usePlanFacts(
  object: PlanObject,
  index: PackIndex,
  content: PlanContent,
  imports: ReadonlyMap<string, ImportRecord>,
): FactsAnswer & { readonly checks: readonly ObjectCheck[] } {
  const { estimate } = useWorkspace();
  const inside = useInside(object);
  const { geometry } = object;
  const terrainUnder = useTerrain(
    imports,
    useMemo(() => (geometry ? [geometry] : []), [geometry]),
  );
  const objects = useMemo(() => [...content.objects.values()], [content]);
  const shared = useSharedAreas(
    sharedQuick,
    index,
    useMemo(() => [object], [object]),
    objects,
  );
  const [shownObject, shownInside, shown] = useDeferredValue(
    useMemo(() => [object, inside, content] as const, [object, inside, content]),
  );
  return useMemo(() => {
    // Villages were imported meanwhile: the answer of the villages that were does not count.
    const coverage = shownInside?.states.length === index.pack.villages.length ? shownInside : null;
    const answer = factsOf(shownObject, coverage, {
      index,
      estimate,
      objects: [...shown.objects.values()],
      terrainUnder,
      shared,
    });
    const checks = checkObject(
      shownObject,
      answer.facts,
      checkSurroundings(index, shown, ruleLists(imports)),
    );
    return { ...answer, checks };
  }, [shownObject, shownInside, shown, index, estimate, terrainUnder, shared, imports]);
}
