// What the engine is asked of the coverage on screen, of document and session. One place for it, so that it can be asked as
// soon as the document changes and again told from there to be the same once the screen has been drawn.
import type { PlanContent } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { CoverageTarget } from '../engine/protocol';
import { targetsOf } from './coverage-targets';
import { scenarioIndex } from './scenario-index';
import type { SessionState } from './session-state';

export interface CoverageQuestion {
  /** The pack's index with the scenario's alignments in force. */
  readonly index: PackIndex;
  /** Every chosen project that has a place. */
  readonly targets: readonly CoverageTarget[];
  /** The part that colours the map: all, or the one in focus. */
  readonly shown: readonly CoverageTarget[];
  /** Project in focus in mode `each`; null in mode `union`. */
  readonly focusedId: string | null;
}

type Chosen = Pick<SessionState, 'chosenProjectIds' | 'coverageMode' | 'focusedProjectId'>;

function questionOf(
  packIndex: PackIndex,
  content: PlanContent,
  { chosenProjectIds, coverageMode, focusedProjectId }: Chosen,
): CoverageQuestion {
  const index = scenarioIndex(packIndex, content);
  const targets = targetsOf(index, chosenProjectIds);
  const focused =
    coverageMode === 'each'
      ? (targets.find(({ id }) => id === focusedProjectId) ?? targets[0] ?? null)
      : null;
  return {
    index,
    targets,
    shown: focused ? [focused] : targets,
    focusedId: focused?.id ?? null,
  };
}

/** A function that gives the very same question again for the same inputs as the last time with that content. */
export function coverageQuestions(): typeof questionOf {
  // By content: while the hand moves, one is on the screen and newer ones are asked of.
  const known = new WeakMap<
    PlanContent,
    { readonly inputs: readonly unknown[]; readonly question: CoverageQuestion }
  >();
  return (packIndex, content, chosen) => {
    const { chosenProjectIds, coverageMode, focusedProjectId } = chosen;
    const inputs = [packIndex, chosenProjectIds, coverageMode, focusedProjectId];
    const last = known.get(content);
    if (last?.inputs.every((input, at) => input === inputs[at])) return last.question;
    const question = questionOf(packIndex, content, chosen);
    known.set(content, { inputs, question });
    return question;
  };
}
