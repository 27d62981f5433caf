import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type CoverageSummary, coverageSummariser } from '../analysis/coverage-summary';
import { isOnlyMoved } from '../document/only-moved';
import { type PlanContent, type PlanDocument, contentOf } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { Project } from '../domain/project';
import type { CoverageTarget } from '../engine/protocol';
import { coverageQuestions } from './coverage-question';
import { heldDocument } from './held-document';
import { presentedDocument, usePresent } from './present-store';
import { useSession } from './session-store';
import { type CoverageAnswer, type QuestionsAhead, useCoverage } from './use-coverage';
import { useWorkspace } from './workspace';

/** Everything on screen that follows from pack, document and parameters. */
export interface Analysis {
  readonly doc: PlanDocument;
  /** What the open scenario holds. */
  readonly content: PlanContent;
  /** The pack's index with the document's alignments in force. */
  readonly index: PackIndex;
  readonly projects: readonly Project[];
  readonly coverage: CoverageAnswer;
  readonly summary: CoverageSummary | null;
  /** Every chosen project that has a place. */
  readonly targets: readonly CoverageTarget[];
  /** What the answer on the map was asked for. */
  readonly shown: readonly CoverageTarget[];
  /** Project in focus in mode `each`; null in mode `union`. */
  readonly focusedId: string | null;
}

export function useAnalysis(): Analysis {
  const { pack, index: packIndex, estimate, engine, documents } = useWorkspace();
  const [held] = useState(() => heldDocument(documents.state.getState().doc));
  const opened = useStore(held.shown, (state) => state.doc);
  const presentedId = usePresent((state) => state.scenarioId);
  const chosenProjectIds = useSession((state) => state.chosenProjectIds);
  const coverageMode = useSession((state) => state.coverageMode);
  const focusedProjectId = useSession((state) => state.focusedProjectId);

  const doc = useMemo(() => presentedDocument(opened, presentedId), [opened, presentedId]);
  const content = contentOf(doc);
  const [questionOf] = useState(coverageQuestions);
  const question = useMemo(
    () => questionOf(packIndex, content, { chosenProjectIds, coverageMode, focusedProjectId }),
    [questionOf, packIndex, content, chosenProjectIds, coverageMode, focusedProjectId],
  );
  const { index, targets, shown, focusedId } = question;
  const { projects } = index.pack;
  const ahead = useMemo<QuestionsAhead>(
    () => ({
      isAhead: held.isBehind,
      onAnswer: ({ resultTargets }) => held.answered(resultTargets),
      foretell: (listener) => {
        const follow = (doc: PlanDocument): void => {
          const before = held.newest();
          if (doc === before) return;
          const next = presentedDocument(doc, usePresent.getState().scenarioId);
          const nextQuestion = questionOf(packIndex, contentOf(next), useSession.getState());
          const isAsked = listener(nextQuestion);
          if (isAsked && isOnlyMoved(before, doc)) held.wait({ doc, asked: nextQuestion.shown });
          else held.show(doc);
        };
        follow(documents.state.getState().doc);
        return documents.state.subscribe(({ doc }) => follow(doc));
      },
    }),
    [documents, held, packIndex, questionOf],
  );
  const coverage = useCoverage(engine, pack.villages, question, ahead);
  const summarise = useMemo(() => coverageSummariser(packIndex, estimate), [packIndex, estimate]);
  const { states, distanceMetres = 0 } = coverage.result ?? {};
  // Of the states alone: the far distances, which come later, change no sum.
  const summary = useMemo(
    () => (states ? summarise({ states, distanceMetres }) : null),
    [states, distanceMetres, summarise],
  );
  return {
    doc,
    content,
    index,
    projects,
    coverage,
    summary,
    targets,
    shown,
    focusedId,
  };
}
