import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { AuditFinding } from '../domain/audit-finding';
import type { ImportContent } from '../domain/imported';
import { reasonOf } from '../domain/problem';
import type { ImportStage } from '../features/import/import-dialog-props';
import { rowsToMatch } from '../features/import/import-view';
import type { ImportChoices, ImportContext, UnmatchedRow } from '../io/import-choices';
import type { ImportSuggestion } from '../io/import-suggest';
import type { TableShape } from '../io/import-table';
import { type ImportClient, ImportCancelled, createImportClient } from './import-client';
import { rememberColumns, rememberedColumns } from './import-columns-memory';
import { useLatest } from './use-latest';
import type {
  ChosenFile,
  ImportAnswers,
  ImportAsk,
  ImportStep,
  LayerPlace,
  PreviewAnswer,
  ReadAnswer,
  ReadLayer,
} from './import-task';

/** A shorter step is not told: a flicker tells nothing. */
const STEP_AFTER_MILLISECONDS = 500;
/** Larger tables take the audit longer than a blink: 60,000 rows 1.5 s. */
const MOST_ROWS_AUDITED_UNASKED = 5000;

export interface ImportState {
  readonly stage: ImportStage;
  readonly isBusy: boolean;
  readonly step: ImportStep | null;
  readonly read: ReadAnswer | null;
  readonly layer: ReadLayer | null;
  readonly suggestion: ImportSuggestion | null;
  readonly choices: ImportChoices | null;
  readonly preview: PreviewAnswer | null;
  /** Rows that match nothing, and those that the user has matched. */
  readonly toMatch: readonly UnmatchedRow[];
  /** Of the table's own arithmetic; null before it was audited. */
  readonly findings: readonly AuditFinding[] | null;
  /** Chinese; what ended the last question. */
  readonly failure: string | null;
}

export const NOTHING_CHOSEN: ImportState = {
  stage: 'file',
  isBusy: false,
  step: null,
  read: null,
  layer: null,
  suggestion: null,
  choices: null,
  preview: null,
  toMatch: [],
  findings: null,
  failure: null,
};

export interface ImportRun {
  readonly state: ImportState;
  readonly readFiles: (files: readonly ChosenFile[]) => void;
  readonly chooseLayer: (layer: ReadLayer) => void;
  readonly setHeadings: (shape: TableShape) => void;
  readonly setChoices: (choices: ImportChoices) => void;
  readonly goTo: (stage: ImportStage) => void;
  /** Tables of many rows are audited when asked to. */
  readonly audit: () => void;
  /** The rows of the preview, null when it was cancelled meanwhile. */
  readonly take: () => Promise<ImportContent | null>;
  readonly cancel: () => void;
}

function storage(): Storage | null {
  try {
    return localStorage;
  } catch (cause) {
    // A private window may refuse even to be asked.
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

type Patch = (change: Partial<ImportState>) => void;

function failureText(error: unknown): string {
  return `没有完成：${reasonOf(error)}。`;
}

/** After a cancel: the files that were read stay chosen, and so does what was said of them. */
export function stopped(before: ImportState): ImportState {
  if (before.read === null) return { ...NOTHING_CHOSEN, failure: '已取消，没有导入任何内容。' };
  return {
    ...before,
    stage: before.stage === 'result' ? 'columns' : before.stage,
    isBusy: false,
    step: null,
    // A layer of which nothing is known yet can be chosen again.
    layer: before.choices === null ? null : before.layer,
    preview: null,
    toMatch: [],
    findings: null,
    failure: '已停下，没有导入任何内容；所选的文件还在。',
  };
}

/** Questions to a worker that ends with the dialog. What comes of a worker that was ended is not heard of any more. */
function useImportWorker(patch: Patch, region: { readonly current: ImportContext }) {
  const current = useRef<ImportClient | null>(null);
  const open = useRef(0);
  const files = useRef<readonly ChosenFile[]>([]);
  const end = useCallback((): void => {
    current.current?.close();
    current.current = null;
    open.current = 0;
  }, []);
  useEffect(() => end, [end]);
  const tell = useCallback(
    async <T>(
      question: (client: ImportClient, onStep: (step: ImportStep) => void) => Promise<T>,
    ) => {
      const client = (current.current ??= createImportClient());
      client.setRegion(region.current);
      const isOver = (): boolean => current.current !== client;
      let isSlow = false;
      let newest: ImportStep | null = null;
      const slow = setTimeout(() => {
        isSlow = true;
        if (!isOver()) patch({ step: newest });
      }, STEP_AFTER_MILLISECONDS);
      open.current += 1;
      patch({ isBusy: true, failure: null });
      try {
        const answer = await question(client, (step) => {
          newest = step;
          if (isSlow && !isOver()) patch({ step });
        });
        return isOver() ? null : answer;
      } catch (error) {
        if (!isOver() && !(error instanceof ImportCancelled))
          patch({ failure: failureText(error) });
        return null;
      } finally {
        clearTimeout(slow);
        if (!isOver()) {
          open.current -= 1;
          patch({ isBusy: open.current > 0, step: null });
        }
      }
    },
    [patch, region],
  );
  const ask = useCallback(
    async <T extends ImportAsk>(question: T): Promise<ImportAnswers[T['kind']] | null> => {
      if (question.kind === 'read') ({ files: files.current } = question);
      else if (current.current === null) {
        // A worker that was ended took what it had read with it.
        const again = { kind: 'read', files: files.current } as const;
        const read = await tell((client, onStep) => client.ask(again, onStep));
        if (!read) return null;
      }
      return tell((client, onStep) => client.ask(question, onStep));
    },
    [tell],
  );
  const take = useCallback(() => tell((client) => client.take()), [tell]);
  return { ask, take, end };
}

/** What the last step asks: the preview, and the audit of the table's own arithmetic. */
function useResultStep(
  isAudited: boolean,
  setState: Dispatch<SetStateAction<ImportState>>,
  ask: ReturnType<typeof useImportWorker>['ask'],
) {
  const newestPreview = useRef(0);
  const preview = async (layer: ReadLayer, choices: ImportChoices): Promise<void> => {
    const mine = ++newestPreview.current;
    const answer = await ask({ kind: 'preview', place: layer.place, choices });
    if (!answer || mine !== newestPreview.current) return;
    setState((before) => ({
      ...before,
      preview: answer,
      toMatch: rowsToMatch(before.toMatch, answer.unmatched, choices.matches),
    }));
  };
  const audit = async (layer: ReadLayer, shape: TableShape): Promise<void> => {
    const findings = await ask({ kind: 'audit', place: layer.place, shape });
    if (findings) setState((before) => ({ ...before, findings }));
  };
  /** The table's arithmetic does not hang on what the columns are taken for: one audit a layer and heading is enough. */
  const showResult = async (layer: ReadLayer, choices: ImportChoices): Promise<void> => {
    await preview(layer, choices);
    if (!isAudited && layer.rowCount <= MOST_ROWS_AUDITED_UNASKED) await audit(layer, choices);
  };
  return { preview, audit, showResult };
}

/** The import dialog's questions to its worker and what came back. `context`: the region as it is now. */
export function useImport(context: ImportContext): ImportRun {
  const [state, setState] = useState<ImportState>(NOTHING_CHOSEN);
  const patch: Patch = useCallback(
    (change) => setState((before) => ({ ...before, ...change })),
    [],
  );
  // An import changes the region; the files are not to be read again for that.
  const region = useLatest(context);
  const { ask, take, end } = useImportWorker(patch, region);
  const suggest = useCallback(
    async (layer: ReadLayer, shape: TableShape | null = null): Promise<void> => {
      const place: LayerPlace = layer.place;
      const remembered = rememberedColumns(storage());
      // Headings are changed with the columns in sight: these stay until the new ones are there.
      if (!shape) patch({ layer, suggestion: null, choices: null });
      patch({ preview: null, toMatch: [], findings: null });
      const suggestion = await ask({ kind: 'suggest', place, shape, remembered });
      if (suggestion) patch({ suggestion, choices: suggestion.choices });
    },
    [ask, patch],
  );
  const readFiles = useCallback(
    (files: readonly ChosenFile[]): void => {
      end();
      setState({ ...NOTHING_CHOSEN, isBusy: true });
      void ask({ kind: 'read', files }).then(async (read) => {
        if (!read) return;
        patch({ read });
        const first = read.layers.find(({ isRemarks }) => !isRemarks) ?? read.layers[0];
        if (first) await suggest(first);
      });
    },
    [ask, end, patch, suggest],
  );
  const { preview, audit, showResult } = useResultStep(state.findings !== null, setState, ask);
  const { layer, choices, suggestion } = state;
  return {
    state,
    readFiles,
    chooseLayer: (next) => void suggest(next),
    setHeadings: (shape) => {
      if (layer) void suggest(layer, shape);
    },
    setChoices: (next) => {
      patch({ choices: next });
      // The former preview stays until the new one is there, so that no one loses his place in the list.
      if (state.stage === 'result' && layer) void preview(layer, next);
    },
    goTo: (stage) => {
      patch({ stage, failure: null, preview: null });
      if (stage === 'result' && layer && choices) void showResult(layer, choices);
    },
    audit: () => {
      if (layer && choices) void audit(layer, choices);
    },
    take: async () => {
      const content = await take();
      if (content && suggestion && choices) {
        rememberColumns(storage(), suggestion.key, choices.columns);
      }
      return content;
    },
    cancel: () => {
      end();
      setState(stopped);
    },
  };
}
