import { useEffect, useMemo, useState } from 'react';
import type { NearestProjects } from '../analysis/nearest';
import type { VillageReach } from '../analysis/village-reach';
import type { CoverageTarget } from '../engine/protocol';
import type { VillageNearest } from '../features/villages/villages-table';
import { useSession } from './session-store';
import { targetsOf } from './coverage-targets';
import type { Analysis } from './use-analysis';
import { useAnswerOf } from './use-answer-of';
import { restFor, useRested } from './use-rested';
import { useWorkspace } from './workspace';

const NO_TARGETS: readonly CoverageTarget[] = [];

interface AnsweredNearest {
  readonly ids: string;
  readonly nearest: NearestProjects;
}

/** Which projects an answer is of, in order. */
function idsOf(targets: readonly CoverageTarget[]): string {
  return targets.map(({ id }) => id).join(' ');
}

/**
 * The nearest of all projects with a place, which the table shows while none is chosen: null before the answer, where none
 * has a place, and while some are chosen. While one is moved the last answer stays until the next; with many villages that
 * comes when the hand rests.
 */
export function useNearestAny(analysis: Analysis): VillageNearest | null {
  const { index, projects } = analysis;
  const isAsked = analysis.targets.length === 0;
  const { engine, pack } = useWorkspace();
  const placed = useMemo(
    () =>
      isAsked
        ? targetsOf(
            index,
            projects.map(({ id }) => id),
          )
        : NO_TARGETS,
    [index, projects, isAsked],
  );
  const targets = useRested(placed, restFor(pack.villages.length));
  const [answered, setAnswered] = useAnswerOf<AnsweredNearest | null>(pack.villages, null);
  useEffect(() => {
    if (targets.length === 0) {
      setAnswered(null);
      return;
    }
    const abort = new AbortController();
    engine
      .run('nearest', { targets }, { signal: abort.signal })
      .then((next) => {
        if (!abort.signal.aborted) setAnswered({ ids: idsOf(targets), nearest: next });
      })
      // A line that cannot be measured is told of when it is chosen; without this answer the columns are only missing.
      .catch(() => {
        if (!abort.signal.aborted) setAnswered(null);
      });
    return () => abort.abort();
  }, [engine, setAnswered, targets]);
  const nearest = answered?.ids === idsOf(targets) ? answered.nearest : null;
  return useMemo(
    () => nearest && { ...nearest, names: targets.map(({ id, name }) => name ?? id) },
    [nearest, targets],
  );
}

interface Answered {
  readonly code: string;
  readonly reach: readonly VillageReach[];
}

/** Every project with a place as seen from the selected village, nearest first; null without a village or an answer. */
export function useVillageReach({ index, projects }: Analysis): readonly VillageReach[] | null {
  const { engine } = useWorkspace();
  const code = useSession(({ selection }) =>
    selection?.kind === 'village' ? selection.code : null,
  );
  const isOpen = useSession(({ rightTab, rightOpen }) => rightOpen && rightTab === 'inspect');
  const distanceMetres = useSession((state) => state.distanceMetres);
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    const known = code === null ? undefined : index.villageByCode.get(code);
    if (!isOpen || code === null || known === undefined) {
      setAnswered(null);
      return;
    }
    const targets = targetsOf(
      index,
      projects.map(({ id }) => id),
    );
    const [lng, lat] = known.position;
    const village = { lng, lat, accuracyMetres: known.positionAccuracyMetres };
    const abort = new AbortController();
    engine
      .run('village-reach', { targets, distanceMetres, village }, { signal: abort.signal })
      .then((reach) => {
        if (!abort.signal.aborted) setAnswered({ code, reach });
      })
      // As above: the inspector then shows what the coverage answer knows.
      .catch(() => {
        if (!abort.signal.aborted) setAnswered(null);
      });
    return () => abort.abort();
  }, [engine, index, projects, code, isOpen, distanceMetres]);
  // Until the next answer is there the last one stays, but never another village's.
  return answered?.code === code ? answered.reach : null;
}
